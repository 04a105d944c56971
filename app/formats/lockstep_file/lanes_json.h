#pragma once
#include "core/lane_view.h"
#include "formats/lockstep_file/fields.h"
#include "formats/lockstep_file/json_layout.h"

namespace lockstep::lockstep_file {

/// The list "lanes": how they are shown, in their order. Left out where they are shown as recorded.
Json lanesJson(const LanesShown& lanes);
LanesShown readLanes(const JsonNode& list, Findings& findings);

} // namespace lockstep::lockstep_file
