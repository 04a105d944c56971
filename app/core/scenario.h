#pragma once
#include "core/outcome.h"
#include "core/reading.h"
#include <map>

namespace lockstep {

// Edits of a what-if. Distances are totals relative to the record, so that a corrected reading carries them along.
struct MoveEvent  { EventId event = 0; Millis by{0};                       friend bool operator==(const MoveEvent&, const MoveEvent&) = default; };
/// Both distances alike: the window moves. Different: an edge is resized, its length changes.
struct MoveWindow { WindowId window; Millis beginBy{0}, endBy{0};          friend bool operator==(const MoveWindow&, const MoveWindow&) = default; };
struct SetScope   { WindowId window; Scope scope;                          friend bool operator==(const SetScope&, const SetScope&) = default; };
struct SetReads   { std::string lane; ResourceId resource;                 friend bool operator==(const SetReads&, const SetReads&) = default; };
struct DropEvent  { EventId event = 0;                                     friend bool operator==(const DropEvent&, const DropEvent&) = default; };
struct AddEvent   { std::string lane, text; Point at; Kind kind = Kind::Action; ResourceId reads; friend bool operator==(const AddEvent&, const AddEvent&) = default; };
struct DropWindow { WindowId window;                                       friend bool operator==(const DropWindow&, const DropWindow&) = default; };
struct AddWindow  { WindowSpec window;                                     friend bool operator==(const AddWindow&, const AddWindow&) = default; };

using Edit = std::variant<MoveEvent, MoveWindow, SetScope, SetReads, DropEvent, AddEvent, DropWindow, AddWindow>;

/// A named what-if: edits laid over the record, in order; a later edit of the same thing replaces the earlier.
struct Scenario {
    std::string name, note;
    std::vector<Edit> edits;
    friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// What a scenario makes of the record: holds only what differs, so a drag costs what it moves.
/// The record must outlive the view.
class TimelineView {
public:
    const Timeline& record() const { return *m_record; }
    /// Rows of the record and then the events the scenario adds.
    int eventCount() const;
    Event event(EventId) const;
    /// The facts of a row that others share, see RowList::common.
    const Event& common(EventId) const;
    Instant at(EventId) const;       ///< where the event lies now
    Millis moved(EventId) const;     ///< distance from the record; 0 for most
    const std::map<EventId, Millis>& movedRows() const { return m_moved; } ///< those that lie elsewhere than recorded
    bool isDropped(EventId) const;
    const std::set<EventId>& droppedRows() const { return m_dropped; }
    /// Would not have happened, as its causes would not have; see core/void_rows.h. A dropped row is not among them.
    bool isVoid(EventId) const;
    const std::set<EventId>& voidRows() const { return m_void; }
    bool happens(EventId) const; ///< neither dropped nor void
    /// None for what is no look-up or has no instant; void for a look-up that does not happen. Worked out when asked.
    /// None also where the row's own words say refused and the record's windows do not tell why; the note says so.
    OutcomeOf outcome(EventId) const;
    /// What a look-up would meet at an instant if it happened then.
    OutcomeOf outcomeAt(EventId, Instant) const;
    ResourceId readsOf(EventId) const; ///< the row's own, else its lane's in this scenario
    ResourceId laneReads(LaneId) const;
    const std::vector<Window>& windows() const { return m_windows; }
    /// The window as recorded, for its ghost; nullptr for one the scenario adds.
    const Window* recordedWindow(const WindowId&) const;
    bool isRecord() const { return m_edits == 0; }
    /// Edits that name something the record does not have (they are kept and do nothing), edges that would cross,
    /// windows that name a copy while a look-up's lane does not say which copy it reads, and effects that lie before
    /// their causes; see core/link_faults.h.
    const std::vector<Problem>& problems() const { return m_problems; }

private:
    friend TimelineView applied(const Timeline&, const Scenario&);
    const Timeline* m_record = nullptr;
    std::size_t m_edits = 0;
    std::map<EventId, Millis> m_moved;
    std::set<EventId> m_dropped, m_void;
    std::vector<Event> m_added;
    std::map<LaneId, ResourceId> m_laneReads;
    std::vector<Window> m_windows;
    std::vector<Problem> m_problems;
};

/// Pure: the record is not changed. `applied(t, {})` shows the record itself.
/// Moving an event to which a window's begin is tied moves the whole window rigidly and the event tied to its
/// end with it; resizing an edge moves only what that edge is tied to. See core/moves.h for edits that meet.
/// An event that could not be added (unknown lane or row) still takes its number, as dropped, so that the numbers
/// of those after it stay.
TimelineView applied(const Timeline& record, const Scenario& scenario);

} // namespace lockstep
