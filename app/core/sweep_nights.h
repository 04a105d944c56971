#pragma once
#include "core/sweep.h"

namespace lockstep {

/// The edits that give every region its own window in its own safest hours: the window moves for the region of the first
/// lane and concerns what is read there and what nobody reads; for each other region one is added, as long, on what is
/// read there. Only what the window concerns gets one. Of the
/// same hour on several days the one nearest to where the window lies now.
/// Errors: a lane whose copy or region is not known; one copy read in two regions; all lanes in one region.
Result<std::vector<Edit>> onePerRegion(const TimelineView&, const Sweep&, const Activity&);

} // namespace lockstep
