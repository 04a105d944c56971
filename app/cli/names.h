#pragma once
#include "core/timeline.h"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::cli {

/// The same name, whatever its case (Latin letters).
bool sameName(std::string_view a, std::string_view b);

/// "a, b and c"
std::string listed(const std::vector<std::string>& words, std::string_view last = "and");

/// The lane that a person means by its role, person or place.
std::optional<LaneId> laneIndex(std::string_view name, const Timeline& timeline);

} // namespace lockstep::cli
