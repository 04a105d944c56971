#pragma once
#include <date/date.h>
#include <optional>
#include <string_view>

namespace lockstep::cli {

/// A date written as 2019-10-06. Range: years 1 to 9999; nullopt for anything else.
std::optional<date::year_month_day> isoDate(std::string_view written);

} // namespace lockstep::cli
