#pragma once
#include "chart/chart_layout.h"

namespace lockstep {

/// The labels of one lane: their words are measured once, then placed into whatever height the lane gets.
class LaneLabels {
public:
    LaneLabels(const LayoutInput& in, const AxisScale& axis, const ChartLayout& out, LaneId lane);
    LaneLabels(const LaneLabels&) = delete; ///< its requests measure through it
    LaneLabels& operator=(const LaneLabels&) = delete;

    /// What the labels ask for with nothing folded away. Range: up to 40 rows.
    double naturalHeight() const;
    /// Fills the box's labels, folded rows and "+n".
    void place(LaneBox& box, double top, double bottom) const;

private:
    struct Words {
        QString number, clock;
        QStringList text;
        QColor colour;
        double numberWidth = 0, clockWidth = 0;
    };
    LabelArea area(double top, double bottom) const;
    Words wordsOf(EventId) const;
    ChartLabel labelFor(const LaneBox& box, std::size_t request, const LabelBox& at) const;

    const LayoutInput& m_in;
    const AxisScale& m_axis;
    const ChartLayout& m_out;
    LaneId m_lane;
    std::vector<EventId> m_events;
    std::vector<LabelRequest> m_requests;
    double m_space = 4.5, m_ellipsis = 12;
};

} // namespace lockstep
