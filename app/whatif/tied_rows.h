#pragma once
#include "core/scenario.h"

namespace lockstep {

/// The rows that some window is tied to: of the record, or added by these edits.
std::set<EventId> tiedRows(const Timeline& record, const std::vector<Edit>& edits);

} // namespace lockstep
