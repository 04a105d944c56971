#pragma once
#include "formats/lockstep_file/fields.h"
#include "formats/lockstep_file/json_layout.h"

namespace lockstep::lockstep_file {

/// The list "measures": from one end to another, each a "row", an edge of a "window", or a "point".
Json measuresJson(const std::vector<Measure>& measures);
std::vector<Measure> readMeasures(const JsonNode& list, Findings& findings);

} // namespace lockstep::lockstep_file
