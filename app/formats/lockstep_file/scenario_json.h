#pragma once
#include "formats/lockstep_file/fields.h"
#include "formats/lockstep_file/json_layout.h"

namespace lockstep::lockstep_file {

/// The list "scenarios": name, note and edits, each edit named by its "edit".
Json scenariosJson(const std::vector<Scenario>& scenarios);
std::vector<Scenario> readScenarios(const JsonNode& list, Findings& findings);

} // namespace lockstep::lockstep_file
