#pragma once
#include "chart/chart_layout.h"
#include <unordered_map>

namespace lockstep {

/// The words of one label and their widths. Units: pixels.
struct LabelText {
    QString number, clock;
    Pieces pieces;
    std::vector<double> widths; ///< of each piece
    double numberWidth = 0, clockWidth = 0;
    bool isRightToLeft = false; ///< its first letter is: each of its lines is read from the right
    bool isLocked = false, isGone = false; ///< it met the lock; it does not happen

    /// What of the view they depend on: as long as this stays, so do they.
    struct Cause {
        Outcome outcome = Outcome::None;
        Millis moved{0};
        bool happens = true;
        LabelDay day = LabelDay::None;
        friend bool operator==(const Cause&, const Cause&) = default;
    } cause;
    QColor colour(const Theme& theme) const { return isLocked ? theme.lock : isGone ? theme.mutedText : theme.text; }
};

/// How the label of a row tells its moment.
struct LabelClock {
    const Lane* by = nullptr; ///< whose clock: the row's lane's, or that of the zone its rows are drawn by
    bool isNamed = false;     ///< with the name of the clock, as the lane drawn holds several
    LabelDay day = LabelDay::None;
};
LabelClock labelClockFor(const Timeline& record, const Bands& bands, const Event& event, LabelDay day);
/// Told by the distance of the rulers' ticks.
LabelDay labelDayFor(const Timeline& record, const AxisScale& axis, const Dimensions& dim);

/// The document's words; in a what-if what they can no longer say is replaced: an answer that would now be refused.
QString labelWords(const TimelineView& view, const Event& event, const LabelClock& clock);
/// The lane's clock as it reads at the row, "10:41", "6 Oct 10:41", "10:41 Vietnam"; its day where it states none.
QString labelClock(const TimelineView& view, const Event& event, const LabelClock& clock);

/// The texts of labels, kept from frame to frame: only those on screen are ever made.
class LabelTexts {
public:
    const LabelText& of(const LayoutInput& in, const Dimensions& dim, LabelDay day, EventId id);
    void forget() { m_kept.clear(); }

private:
    double m_scale = 0;
    std::unordered_map<EventId, LabelText> m_kept;
};

} // namespace lockstep
