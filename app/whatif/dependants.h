#pragma once
#include "core/scenario.h"

namespace lockstep {

/// Edits of a gesture on top of a what-if, and after them those that let what depends on the moved rows follow: each
/// effect moves as far as its cause, and so do its own effects, also those of rows that a window carries along.
/// - A row the edits move themselves goes where they put it; what lies before its cause stays, so that moving the cause
///   can mend it; so do rows left out and rows that would not have happened.
/// - Of several causes that move, the one that lies latest takes its effect along.
/// - A row that did not happen and now does is put as long after its cause as it is recorded.
/// view: what the scenario makes of its record.
std::vector<Edit> withDependants(const TimelineView& view, const Scenario& scenario, const std::vector<Edit>& edits);

} // namespace lockstep
