#include "cli/calendar.h"
#include <charconv>

namespace lockstep::cli {
namespace {

std::optional<unsigned> number(std::string_view digits)
{
    unsigned value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return read.ec == std::errc{} && read.ptr == digits.data() + digits.size() ? std::optional{value} : std::nullopt;
}

} // namespace

std::optional<date::year_month_day> isoDate(std::string_view written)
{
    if (written.size() != 10 || written[4] != '-' || written[7] != '-')
        return std::nullopt;
    const auto year = number(written.substr(0, 4));
    const auto month = number(written.substr(5, 2));
    const auto day = number(written.substr(8, 2));
    if (!year || *year == 0 || !month || !day)
        return std::nullopt;
    const date::year_month_day ymd{date::year{static_cast<int>(*year)}, date::month{*month}, date::day{*day}};
    return ymd.ok() ? std::optional{ymd} : std::nullopt;
}

} // namespace lockstep::cli
