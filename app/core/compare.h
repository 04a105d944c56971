#pragma once
#include "core/moves.h"

namespace lockstep {

/// One row in the numbering of each of several views. Events that a what-if adds are numbered by it alone; 0: that view
/// has no such row.
using SameRow = std::vector<EventId>;

/// The rows of views over one record: those of the record and then the added ones, paired where lane, words and what
/// they read are alike.
std::vector<SameRow> sameRows(const std::vector<const TimelineView*>& views);

struct RowPair {
    EventId was = 0, now = 0; ///< 0: not on that side
    friend bool operator==(const RowPair&, const RowPair&) = default;
};
struct MovedRow {
    RowPair row;
    Millis by{0};
    friend bool operator==(const MovedRow&, const MovedRow&) = default;
};
struct ReadChange {
    RowPair row;
    OutcomeOf was, now;
};
struct MovedWindow {
    WindowId window;
    EdgeShift by;
    friend bool operator==(const MovedWindow&, const MovedWindow&) = default;
};
struct ScopeChange {
    WindowId window;
    Scope was, now;
};
struct LaneReadsChange {
    LaneId lane = 0;
    ResourceId was, now;
};

/// What one view has otherwise than another over the same record.
struct Comparison {
    std::vector<MovedRow> movedRows; ///< those a window carries as well
    std::vector<RowPair> leftOut, takenIn;    ///< dropped or not added on one side only
    std::vector<RowPair> voided, revived;     ///< would have happened on one side only
    std::vector<MovedWindow> movedWindows;
    std::vector<WindowId> leftOutWindows, takenInWindows;
    std::vector<ScopeChange> scopes;
    std::vector<LaneReadsChange> reads;
    std::vector<ReadChange> outcomes; ///< look-ups on both sides whose outcome differs, in order of time
    bool isEmpty() const;
};

/// Pure. Both views must be of one record, either may be that record itself.
Comparison compared(const TimelineView& was, const TimelineView& now);

/// A look-up beside itself in several views.
struct LookUpRow {
    SameRow ids;
    std::vector<OutcomeOf> outcomes; ///< one for each view; none where that view has no such row
    bool differs = false;
};
/// Every look-up of any of the views, in order of time.
std::vector<LookUpRow> lookUpTable(const std::vector<const TimelineView*>& views);

} // namespace lockstep
