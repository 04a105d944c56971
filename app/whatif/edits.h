#pragma once
#include "core/scenario.h"

namespace lockstep {

/// A scenario with more edits laid on top, each thing named once:
/// - a later edit of the same thing replaces the earlier, and one back to the record takes it away;
/// - moves that another move through a tie has made idle are taken away;
/// - dropping takes away what was edited of the dropped, and a dropped window that was only added leaves nothing.
/// Equal to `scenario` where the edits change nothing. The order of events added stays: it is what numbers them.
Scenario withEdits(const Timeline& record, Scenario scenario, const std::vector<Edit>& edits);

} // namespace lockstep
