#pragma once
#include <nlohmann/json.hpp>
#include <string>

namespace lockstep::lockstep_file {

using Json = nlohmann::ordered_json;

/// JSON as a person edits it and as a diff shows it: 2 spaces, LF, a final newline; what fits a line stays on one;
/// in a list of objects each starts a line of its own.
/// Errors: throws nlohmann's exception for text that is not UTF-8; the writer ends it.
std::string laidOut(const Json& value);

} // namespace lockstep::lockstep_file
