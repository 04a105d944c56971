#pragma once
#include "chart/chart_scene.h"
#include "chart/frame.h"
#include "core/live_outcomes.h"

namespace lockstep {

/// A drag at one moment: what was grabbed, where the pointer pressed and where it is now.
struct DragMoment {
    Hit hit;
    Instant press, now;
    bool isFree = false; ///< Ctrl: to the second, and nothing is sticky
};

/// What letting go at this moment would do.
struct Drag {
    std::vector<Edit> edits;         ///< empty: nothing would change
    Millis by{0};                    ///< how far the grabbed thing moves from where it lies in the view
    std::optional<Instant> stuckTo;  ///< the event or window edge it sticks to
    friend bool operator==(const Drag&, const Drag&) = default;
};

/// The grip of a row, and that of a window's bar or edge.
Hit gripOf(EventId id);
Hit gripOf(const WindowId& id, Hit::What part);

/// How near a thing must come to stick to another. Units: pixels.
inline constexpr double stickyReach = 6;

/// True for a mark, a window's bar and a window's edge.
bool canDrag(const TimelineView& view, const Hit& hit);

/// The instant the grabbed thing is known by: the event's, the window's begin, the edge itself.
Instant gripInstant(const TimelineView& view, const Hit& hit);

/// The edits that move the grabbed thing by so much more, on top of the scenario the view shows.
/// An edge never passes the other one: a window keeps at least a minute.
std::vector<Edit> moveEdits(const TimelineView& view, const Scenario& scenario, const Hit& hit, Millis by);

/// Snaps to whole minutes, and within stickyReach to other events and window edges.
Drag dragOf(const TimelineView& view, const Scenario& scenario, const AxisScale& axis, const DragMoment& moment);

/// What to show while a window's bar is dragged: where it may land without touching a look-up. None for anything else,
/// and for a window that neither locks nor puts out of date.
std::optional<RibbonBand> ribbonBandOf(const TimelineView& view, const Scenario& scenario, const Hit& hit);

/// "Backups start 03:30 → 03:59 UTC (+29 min): 23:59 Washington, 10:59 Vietnam. During the lock: 3 → 1."
/// Times and counts go from the record to `after`.
std::string dragSentence(const TimelineView& after, const Hit& hit, const LiveOutcomes& outcomes);
std::string dragSentence(const TimelineView& after, const Hit& hit);

/// The part about the look-ups alone: "During the lock: 3 → 1. Out of date: 0 → 2."
/// `outcomes`: those of the record, kept for the length of the drag; without them every look-up is sorted first.
std::string outcomeChange(const TimelineView& after, const LiveOutcomes& outcomes);
std::string outcomeChange(const TimelineView& after);

} // namespace lockstep
