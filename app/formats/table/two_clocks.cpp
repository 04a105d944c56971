#include "formats/table/two_clocks.h"
#include "core/limits.h"
#include "formats/table/moment.h"
#include <algorithm>

namespace lockstep::table {

using std::chrono::minutes;

namespace {

constexpr minutes day{24 * 60};

/// The offset of one clock from UTC, to the quarter of an hour; absent where the two do not fit.
std::optional<minutes> offsetBetween(WallTime own, WallTime utc)
{
    const auto apart = std::chrono::round<minutes>(own - utc);
    const auto quarters = std::chrono::round<std::chrono::duration<long, std::ratio<900>>>(apart);
    const bool fits = std::chrono::abs(own - utc - quarters) <= minutes{1};
    if (!fits || quarters < limits::leastOffset || quarters > limits::mostOffset)
        return {};
    return std::chrono::duration_cast<minutes>(quarters);
}

/// Of a clock without a date the offset nearest to UTC is meant.
minutes nearestOffset(const Clock& own, const Clock& utc)
{
    auto apart = std::chrono::duration_cast<minutes>(own.sinceMidnight() - utc.sinceMidnight()) % day;
    if (apart > day / 2)
        apart -= day;
    return apart <= -day / 2 ? apart + day : apart;
}

std::string offsetWords(minutes offset) { return Zone::fixed(offset).name(); }

} // namespace

std::optional<WallTime> wallOf(const std::optional<StatedDate>& date, const Clock& clock)
{
    if (!date || !date->year)
        return {};
    const date::year_month_day ymd{date::year{*date->year}, date::month{date->month}, date::day{date->day}};
    return ymd.ok() ? std::optional{WallTime{date::local_days{ymd}} + clock.sinceMidnight()} : std::nullopt;
}

StatedDate dateOf(WallTime wall)
{
    const date::year_month_day ymd{date::floor<date::days>(wall)};
    return {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day())};
}

const std::vector<TwoClocks::Option>& TwoClocks::optionsOf(std::string_view words)
{
    const auto [found, isNew] = m_options.emplace(words, std::vector<Option>{});
    if (isNew)
        for (auto& place : placesFor(words))
            if (const auto zone = Zone::find(place.zone))
                found->second.push_back({std::move(place), *zone});
    return found->second;
}

Told TwoClocks::told(const markdown::RowHead& own, const markdown::RowHead& utc, std::string_view words)
{
    Told told;
    if (!own.clock || !utc.clock)
        return told;
    const auto utcWall = wallOf(utc.date, *utc.clock);
    const auto ownWall = wallOf(own.date, *own.clock);
    const auto offset = ownWall && utcWall ? offsetBetween(*ownWall, *utcWall) : std::optional{nearestOffset(*own.clock, *utc.clock)};
    if (!offset) {
        told.doubt = "Its two clocks, '" + own.written + "' and '" + utc.written + "' UTC, do not fit together.";
        return told;
    }
    if (utcWall && !own.date)
        told.date = dateOf(*utcWall + *offset);
    const auto& options = optionsOf(words);
    if (options.empty()) {
        told.zone = offsetWords(*offset);
        return told;
    }
    if (!utcWall)
        return told;
    const Instant at{utcWall->time_since_epoch()};
    const auto ruling = [&](const Option& o) { return std::chrono::floor<minutes>(o.zone.offsetAt(at)); };
    const auto fits = std::ranges::find_if(options, [&](const Option& o) { return ruling(o) == *offset || o.place.statedOffset == *offset; });
    if (fits == options.end()) {
        told.zone = offsetWords(*offset);
        told.doubt = "Its UTC clock '" + utc.written + "' puts this row at " + offsetLabel(*offset) + ", where " + std::string{words} + " is not.";
    } else if (options.size() > 1) {
        told.zone = ruling(*fits) == *offset ? fits->place.zone : offsetWords(*offset);
    }
    return told;
}

} // namespace lockstep::table
