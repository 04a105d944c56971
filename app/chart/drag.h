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
    std::set<EventId> together = {}; ///< rows that move as far as the grabbed one; empty: it moves alone
    bool isAlone = false; ///< Shift: what depends on it stays
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

/// Rows moved by so much more, all as far: a row that a window would carry along is moved once.
std::vector<Edit> moveEdits(const TimelineView& view, const std::set<EventId>& rows, Millis by);

/// Either of them, and what depends on what moves goes along; see whatif/dependants.h. `together` empty: the grip alone.
std::vector<Edit> moveEditsWithDependants(
    const TimelineView& view, const Scenario& scenario, const Hit& hit, Millis by, const std::set<EventId>& together = {});

/// A row and everything later in its lane.
std::set<EventId> laterInLane(const TimelineView& view, EventId row);

/// Snaps to whole minutes, and within stickyReach to other events and window edges.
Drag dragOf(const TimelineView& view, const Scenario& scenario, const AxisScale& axis, const DragMoment& moment);

/// What to show while a window's bar is dragged: where it may land without touching a look-up. None for anything else,
/// and for a window that neither locks nor puts out of date.
std::optional<RibbonBand> ribbonBandOf(const TimelineView& view, const Scenario& scenario, const Hit& hit);

/// The part of a drag's sentence about the look-ups: "During the lock: 3 → 1. Out of date: 0 → 2."
/// `outcomes`: those of the record, kept for the length of the drag; without them every look-up is sorted first.
std::string outcomeChange(const TimelineView& after, const LiveOutcomes& outcomes);
std::string outcomeChange(const TimelineView& after);

/// What a drag has come to: what is grabbed, what goes along and what is done with the look-ups.
struct DragState {
    const TimelineView& after;          ///< with the edits laid on
    Hit hit;
    std::set<EventId> together = {};    ///< as in DragMoment
    std::optional<Instant> stuckTo = {};
    std::string outcome = {};           ///< outcomeChange(after)
    const TimelineView* before = nullptr; ///< when the drag began: where a window lay that the record does not have
};

/// "Backups start 03:30 → 03:59 UTC (+29 min): 23:59 Washington, 10:59 Vietnam. During the lock: 3 → 1."
/// Times and counts go from the record to `after`.
std::string dragSentence(const DragState& state);
std::string dragSentence(const TimelineView& after, const Hit& hit, const LiveOutcomes& outcomes);
std::string dragSentence(const TimelineView& after, const Hit& hit);

/// The same in rows, to read beside the pointer.
struct DragCard {
    struct Clock {
        std::string place, was, now, by; ///< "Washington", "23:30", "23:59", "+29 min"
        friend bool operator==(const Clock&, const Clock&) = default;
    };
    std::string title;              ///< "Backups start 29 min later"
    std::vector<Clock> clocks;      ///< that of the row's own lane first, then UTC, then the others
    std::vector<std::string> notes; ///< what goes along, what it sticks to, what becomes of the look-ups, what is assumed
    friend bool operator==(const DragCard&, const DragCard&) = default;
};
DragCard dragCard(const DragState& state);

} // namespace lockstep
