#pragma once
#include "core/activity.h"

namespace lockstep {

/// Reads a file of hours and weights that a person wrote; see core/activity_text.h. The activity is named after it.
/// Errors: as readBytes, textOf and readActivity.
Result<Activity> readActivityFile(const std::string& path);

} // namespace lockstep
