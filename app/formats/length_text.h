#pragma once
#include "core/instant.h"
#include <optional>
#include <string_view>

namespace lockstep {

/// A length with a sign as people type it: "+40s", "-2 min", "00:00:40", "1 h 5 min". Without a sign it is positive.
/// Nothing where the unit is not told.
std::optional<Millis> signedLengthFrom(std::string_view text);

} // namespace lockstep
