#pragma once
#include "core/lane_view.h"
#include "formats/lockstep_file/fields.h"
#include "formats/lockstep_file/json_layout.h"

namespace lockstep::lockstep_file {

/// The list "lanes", how they are shown, in their order, and "lanes_by", what tells them apart. Each is left out where
/// it is as recorded.
void writeLanes(const LanesShown& lanes, Json& file);
LanesShown readLanes(Fields& file);

} // namespace lockstep::lockstep_file
