#pragma once
#include "core/scenario.h"

namespace lockstep {

/// The rows of a what-if that would not have happened: those with causes of which none is left. A cause is gone where it
/// is dropped or void itself, and of a link "only if the cause failed" also where the cause surely reads fresh; an
/// outcome that cannot be told never makes anything void. Dropped rows are not listed. Of the record: none, it happened.
std::set<EventId> voidRowsOf(const TimelineView&);

} // namespace lockstep
