#pragma once
#include "formats/lockstep_file/fields.h"
#include "formats/lockstep_file/json_layout.h"

namespace lockstep::lockstep_file {

/// The list "reading": one decision an item, named by its "change", with who took it and what it replaced.
Json readingJson(const Reading& reading);
Reading readReading(const JsonNode& list, Findings& findings);

} // namespace lockstep::lockstep_file
