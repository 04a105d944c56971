#pragma once
#include "chart/drag.h"

namespace lockstep {

/// "Backups start", "Backups end", "Row 8", "Row 8 and 2 more".
std::string subjectOf(const DragState& state);
/// Where the record has what is grabbed; of a window that the what-if adds, where the drag found it.
Instant recordedInstant(const DragState& state);
/// What dragged rows take along: "The impact and row 7 move with it." Empty for nothing.
std::string companyOf(const DragState& state);
/// What depends on it and moved as far: "Rows 4 to 11, 14 and 15 follow; Shift leaves them." Empty for nothing.
std::string followersOf(const DragState& state);

} // namespace lockstep
