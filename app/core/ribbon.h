#pragma once
#include "core/slide.h"

namespace lockstep {

/// A stretch of distances a window may be slid by: more than `after`, up to `upTo` and with it. Absent: without end.
/// A window is half open, so that it may end at the very moment of a look-up and has to begin after one.
struct Clearance {
    std::optional<Millis> after, upTo;
    bool holds(Millis by) const { return (!after || by > *after) && (!upTo || by <= *upTo); }
    friend bool operator==(const Clearance&, const Clearance&) = default;
};

/// Where a window may land without touching a look-up.
struct Ribbon {
    std::vector<Clearance> clearances; ///< in order, apart from each other
    std::vector<EventId> unsure;   ///< look-ups whose place beside the window nobody knows
    bool isFree(Millis by) const;
    friend bool operator==(const Ribbon&, const Ribbon&) = default;
};

/// Look-ups that happen in the view and read, or may read, what the window concerns; one whose copy is not named may
/// read any. Uncertain bounds count fully: from the earliest begin to the latest end. A look-up that goes along keeps
/// its place in the window. What cannot be compared is listed and not counted; what is drawn by a likeliest offset is both.
Ribbon ribbonOf(const TimelineView&, const Window&, const Slide&);

} // namespace lockstep
