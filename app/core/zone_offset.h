#pragma once
#include "core/result.h"
#include <chrono>
#include <optional>
#include <string_view>

namespace lockstep {

/// Reads an offset from UTC as people write it: "UTC", "Z", "GMT +1", "UTC-4", "+07:00", "+0530".
/// Any minus sign or dash will do. Empty: the text is no offset.
/// Errors: more than 18 hours from Greenwich; more than 59 minutes.
Result<std::optional<std::chrono::minutes>> readOffset(std::string_view text);

/// The name of a fixed offset: "+07:00", "UTC" for none.
std::string offsetName(std::chrono::minutes offset);

} // namespace lockstep
