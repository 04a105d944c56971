#pragma once
#include "chart/axis_scale.h"
#include "core/zone.h"
#include <optional>

namespace lockstep {

/// The distance from one tick to the next: a length of time, or whole months (the length is then 0).
struct TickStep {
    Millis length{0};
    int months = 0;
    /// True: a tick stands for a day or more, its label is a date.
    bool isCalendar() const { return months > 0 || length >= std::chrono::hours{24}; }
    friend bool operator==(const TickStep&, const TickStep&) = default;
};

/// The smallest step of 1, 2, 5 times a power of ten milliseconds, 1, 2, 5, 10, 15, 30 seconds and minutes, 1, 2, 3, 6,
/// 12 hours, days, months and years whose ticks stand at least `leastPixels` apart; below a second, where a clock is
/// longer, 1.6 times as far.
TickStep tickStep(const AxisScale& axis, double leastPixels);

/// The visible instants at which a clock of this zone shows a whole multiple of the step, in order; none inside a
/// quiet stretch. Hours that the zone skips or repeats are met as its clocks meet them.
std::vector<Instant> tickInstants(const AxisScale& axis, const Zone& zone, TickStep step);

/// The visible instants at which this zone changes its offset, as for daylight time, in order; none inside a quiet
/// stretch, and none where a month takes less than `leastPixels`: the marks would tell nothing.
std::vector<Instant> offsetChanges(const AxisScale& axis, const Zone& zone, double leastPixels = 12);

/// A ruler's text at an instant: half of its width lies on each side, a suffix (the day) follows.
struct TickText {
    int ruler = 0;
    Instant at;
    double half = 0;    ///< half the width of the clock. Units: pixels
    double suffix = 0;  ///< width of the day that may follow, with its space. Units: pixels
    bool startsDay = false; ///< the ruler's day differs from that of the tick before
    bool isAnchored = false; ///< an event stands here: it may come close to a cut
    bool isBox = false; ///< the boxed moment: always shown, whatever stands around it
};

/// What may be in the way: the boxed moment.
struct Blocked {
    double left = 0, right = 0;
};

/// Which of the texts are shown, as indices; texts at one instant are shown on all of its rulers or on none, so
/// that columns stay whole. None within `clear` pixels of a cut, none over its neighbour or what is blocked.
/// The day a hidden tick would have told moves on to the next one shown, which may be the box: `withDay` says which
/// texts carry it.
struct ShownTick {
    std::size_t text = 0;
    bool withDay = false;
    friend bool operator==(const ShownTick&, const ShownTick&) = default;
};
struct TickRoom {
    double between = 12, clear = 24, clearAnchored = 1;
    double lone = 210; ///< a part between two cuts narrower than this tells one time
};
std::vector<ShownTick> shownTicks(const AxisScale& axis, const std::vector<TickText>& texts,
                                  const std::optional<Blocked>& blocked, const TickRoom& room = {});

} // namespace lockstep
