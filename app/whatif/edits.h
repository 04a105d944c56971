#pragma once
#include "core/scenario.h"

namespace lockstep {

/// A scenario with more edits laid on top, each thing named once:
/// - a later edit of the same thing replaces the earlier, and one back to the record takes it away;
/// - moves that another move through a tie has made idle are taken away;
/// - dropping takes away what was edited of the dropped, and a dropped window or last row that was only added leaves
///   nothing.
/// Equal to `scenario` where the edits change nothing. The order of events added stays: it is what numbers them.
Scenario withEdits(const Timeline& record, Scenario scenario, const std::vector<Edit>& edits);

/// Rows as they are recorded again: what moved them, and the windows they are tied to, is taken back, and what left
/// them out.
Scenario withRowsPutBack(const Timeline& record, Scenario scenario, const std::set<EventId>& rows);
/// A window of the record where it is recorded, with its recorded scope; also one that was left out.
Scenario withWindowPutBack(const Timeline& record, Scenario scenario, const WindowId& window);

/// The edit that adds a row; nullptr for a row of the record.
const AddEvent* addedRow(const Timeline& record, const Scenario& scenario, EventId row);
/// An added row stated anew; it keeps its number, and a move of it is part of what is stated.
Scenario withAddedRow(const Timeline& record, Scenario scenario, EventId row, const AddEvent& stated);

} // namespace lockstep
