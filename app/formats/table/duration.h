#pragma once
#include "core/instant.h"
#include <optional>
#include <string_view>

namespace lockstep::table {

/// "5 min", "1 h 20 min", "00:05:00", "PT5M"; a bare number in the unit its column's head names: "Duration (min)",
/// "duration_ms". Nothing where the unit cannot be told.
std::optional<Millis> durationOf(std::string_view cell, std::string_view head);

} // namespace lockstep::table
