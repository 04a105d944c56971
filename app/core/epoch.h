#pragma once
#include "core/instant.h"
#include <optional>
#include <string_view>

namespace lockstep {

/// What a whole number in place of a clock counts from 1970 in.
enum class EpochUnit { Seconds, Milliseconds, Microseconds, Nanoseconds };

/// "milliseconds since 1970"
std::string_view epochWords(EpochUnit unit);

/// The instant a bare number such as "1570419000" or "1570419000.25" stands for, in UTC.
/// Range: years 1970 to 9999; absent beyond, and where the text is no such number.
std::optional<Instant> epochInstant(std::string_view number, EpochUnit unit);

} // namespace lockstep
