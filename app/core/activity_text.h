#pragma once
#include "core/activity.h"

namespace lockstep {

/// Reads an activity as a person writes it: a line for each hour with its weight and, where they differ, the region,
/// between commas, semicolons, tabs or blanks; lines that begin with # are left out. A region is a place or zone.
/// "share, .85, New York" states a region's part of the world; without such lines the weights themselves tell, as
/// counts do. Weights without a region count for every region with a share, and alone they are hours of UTC.
/// Errors: a line that is none of these, with its number; an hour given twice or not at all; a place that is not known
/// or has several clocks.
Result<Activity> readActivity(std::string_view utf8);

} // namespace lockstep
