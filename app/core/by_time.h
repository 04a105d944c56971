#pragma once
#include "core/scenario.h"

namespace lockstep {

/// The rows in order of where they lie in the view; those at one moment stay as they are.
std::vector<EventId> byTime(const TimelineView& view, std::vector<EventId> rows);

} // namespace lockstep
