#pragma once
#include "chart/label_texts.h"
#include "chart/lane_density.h"

namespace lockstep {

/// The labels of one lane: where rows lie close together one of a block of time, the worst or the first. Their words are
/// measured once, then placed into whatever height the lane gets.
class LaneLabels {
public:
    LaneLabels(const LayoutInput& in, const AxisScale& axis, const ChartLayout& out, const LaneBox& box);
    LaneLabels(const LaneLabels&) = delete; ///< its requests measure through it
    LaneLabels& operator=(const LaneLabels&) = delete;

    /// The least height at which no label is folded away and no word cut; where that is beyond 40 rows, that of 12;
    /// where labels stand for many rows each, that of 7. With what columns need.
    double naturalHeight() const;
    std::size_t size() const { return m_requests.size(); }
    /// The height of three labels, fewer where there are many lanes or few labels: no lane has less.
    double leastRows() const;
    /// Rows closer together, or one line each: for a lane that has less height than it asks for.
    void setDensity(LabelDensity density) { m_density = density; }
    /// Fills the box's labels, folded rows and "+n".
    void place(LaneBox& box, double top, double bottom);

    /// Between the last row and the base line: marks stand there, columns, and "+n".
    double aboveBase() const { return m_columnRoom + marksRoom(m_out.dim); }
    /// The part of it for marks and "+n".
    static double marksRoom(const Dimensions& dim) { return dim.compact ? 22 : std::max(dim.of(24), 25.0); }

private:
    LabelArea area(double top, double bottom) const;
    void addBlock(RowPlace from, RowPlace to);
    void addRequest(Placed row, int count);
    std::optional<Placed> labelledBefore(RowPlace from, RowPlace to) const;
    void rememberBefore();
    bool wasWellInside(double x) const;
    std::vector<double> vacated() const;
    ChartLabel labelFor(const LaneBox& box, std::size_t request, const LabelBox& at) const;

    const LayoutInput& m_in;
    const AxisScale& m_axis;
    const ChartLayout& m_out;
    LaneId m_lane;
    double m_columnRoom; ///< for columns of dense rows, where there are any
    std::vector<EventId> m_events;
    std::vector<LabelRequest> m_requests;
    double m_space = 4.5, m_ellipsis = 12;
    LabelDensity m_density;
    const LaneBox* m_before = nullptr; ///< the lane in the frame before
    std::map<EventId, const ChartLabel*> m_labelsBefore;
    std::vector<Placed> m_labelledBefore; ///< their rows in order of time
    bool m_isSameScale = false;
    TimeGrid m_groups;                    ///< of what "+n" counts together
    LabelTexts m_ownTexts;
    LabelTexts& m_texts;
};

} // namespace lockstep
