#pragma once
#include "core/scenario.h"

namespace lockstep {

/// How far the edges of a window lie from where they are recorded.
struct EdgeShift {
    Millis begin{0}, end{0};
    friend bool operator==(const EdgeShift&, const EdgeShift&) = default;
};

/// Where a scenario puts rows and windows, ties followed. What stays where it is recorded is not listed.
struct Moves {
    std::map<EventId, Millis> events;
    std::map<WindowId, EdgeShift> windows;
};

/// Distances from the record after these edits; edits that move nothing are passed over.
/// - An event a window's begin is tied to carries the whole window; one its end is tied to carries that end.
/// - A moved or resized edge carries the event it is tied to, and that event the next window tied to it.
/// - An event's own MoveEvent beats what a window would do to it, so a distance is never applied twice.
/// - Of a MoveWindow and a MoveEvent that reaches the same window through a tie, the later in the list decides.
Moves movesOf(const std::vector<Window>& windows, const std::vector<Edit>& edits);

} // namespace lockstep
