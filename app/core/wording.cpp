#include "core/wording.h"
#include "core/grouped.h"
#include <algorithm>
#include <array>

namespace lockstep {

namespace {

constexpr Millis minute = std::chrono::minutes{1};
constexpr Millis hour = std::chrono::hours{1};
constexpr Millis day = std::chrono::hours{24};

std::string padded(long long value, int digits = 2)
{
    std::string text = std::to_string(value);
    if (text.size() < static_cast<std::size_t>(digits))
        text.insert(0, static_cast<std::size_t>(digits) - text.size(), '0');
    return text;
}

std::string secondsLabel(Millis rest)
{
    std::string text = std::to_string(rest.count() / 1000);
    if (rest.count() % 1000 != 0)
        text += '.' + padded(rest.count() % 1000, 3);
    return text + " s";
}

date::local_days firstDay(const Timeline& timeline)
{
    const auto first
        = std::find_if(timeline.events.begin(), timeline.events.end(), [](const Event& e) { return e.hasInstant; });
    if (first == timeline.events.end())
        return {};
    date::local_days earliest = date::floor<date::days>(Zone::utc().wallAt(first->at));
    for (const Lane& lane : timeline.lanes)
        earliest = std::min(earliest, date::local_days{date::floor<date::days>(lane.zone.wallAt(first->at))});
    return earliest;
}

std::string trueMinus(long long value)
{
    return value < 0 ? "\u2212" + std::to_string(-value) : std::to_string(value);
}

std::string_view unitOf(std::string_view length)
{
    return length.substr(length.rfind(' ') + 1);
}

} // namespace

std::string lengthLabel(Millis length)
{
    if (length < Millis{0})
        return "\u2212" + lengthLabel(-length);
    std::vector<std::string> parts;
    const bool inHours = length >= 2 * hour;
    if (length >= 2 * day) {
        parts.push_back(std::to_string(length / day) + " days");
        length %= day;
    }
    if (inHours && length >= hour) {
        parts.push_back(std::to_string(length / hour) + " h");
        length %= hour;
    }
    if (length >= minute) {
        parts.push_back(std::to_string(length / minute) + " min");
        length %= minute;
    }
    if (length > Millis{0})
        parts.push_back(secondsLabel(length));
    if (parts.empty())
        return "0 min";
    std::string text = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i)
        text += ' ' + parts[i];
    return text;
}

std::string lengthRange(Millis least, Millis most)
{
    const std::string from = lengthLabel(least), to = lengthLabel(most);
    if (from == to)
        return from;
    const std::string_view unit = unitOf(from);
    const bool oneUnit = std::count(from.begin(), from.end(), ' ') == 1 && std::count(to.begin(), to.end(), ' ') == 1;
    if (oneUnit && unit == unitOf(to))
        return from.substr(0, from.size() - unit.size() - 1) + " to " + to;
    return from + " to " + to;
}

std::string signedLength(Millis length)
{
    return length > Millis{0} ? "+" + lengthLabel(length) : lengthLabel(length);
}

std::string clockLabel(WallTime wall)
{
    const date::hh_mm_ss<Millis> clock{wall - date::floor<date::days>(wall)};
    std::string text = padded(clock.hours().count()) + ':' + padded(clock.minutes().count());
    if (clock.seconds().count() == 0 && clock.subseconds().count() == 0)
        return text;
    text += ':' + padded(clock.seconds().count());
    if (clock.subseconds().count() != 0)
        text += '.' + padded(clock.subseconds().count(), 3);
    return text;
}

std::string clockLabel(const Timeline& timeline, WallTime wall)
{
    if (!timeline.isElapsed)
        return clockLabel(wall);
    const Millis since = wall.time_since_epoch();
    const date::hh_mm_ss<Millis> length{since < Millis{0} ? -since : since};
    std::string text = (since < Millis{0} ? "T\u2212" : "T+") + std::to_string(length.hours().count()) + ':' + padded(length.minutes().count());
    if (length.seconds().count() != 0 || length.subseconds().count() != 0)
        text += ':' + padded(length.seconds().count());
    if (length.subseconds().count() != 0)
        text += '.' + padded(length.subseconds().count(), 3);
    return text;
}

std::string setBackWords(Millis ahead)
{
    return ahead < Millis{0} ? "forward by " + lengthLabel(-ahead) : "back by " + lengthLabel(ahead);
}

std::string sourceNames(const Timeline& timeline)
{
    std::vector<std::string> names;
    for (const Source& source : timeline.sources)
        names.push_back(source.name);
    return listed(names);
}

std::string dayLabel(const Timeline& timeline, WallTime wall)
{
    if (timeline.isElapsed)
        return {};
    static constexpr std::array weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
        "Dec" };
    const date::local_days at = date::floor<date::days>(wall);
    if (!timeline.dated)
        return "day " + trueMinus((at - firstDay(timeline)).count() + 1);
    const date::year_month_day ymd{at};
    const std::string_view weekday = weekdays.at(date::weekday{at}.c_encoding());
    const std::string_view month = months.at(static_cast<unsigned>(ymd.month()) - 1);
    return std::string{weekday} + ' ' + std::to_string(static_cast<unsigned>(ymd.day())) + ' ' + std::string{month}
    + ' ' + std::to_string(static_cast<int>(ymd.year()));
}

std::string zoneShortName(const Lane& lane)
{
    const auto slash = lane.zoneName.rfind('/');
    if (slash == std::string::npos)
        return lane.zoneName.empty() ? std::string{} : offsetLabel(lane.zone.offsetAt(Instant{}));
    std::string name = lane.zoneName.substr(slash + 1);
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

std::string clockName(const Lane& lane)
{
    if (!lane.zoneWritten.empty())
        return lane.zoneWritten;
    return lane.place.empty() ? zoneShortName(lane) : lane.place;
}

bool isNamedByPlace(const Lane& lane)
{
    const std::string name = clockName(lane);
    const std::string_view words = name;
    if (lane.zoneWritten.empty())
        return !lane.place.empty() || !words.starts_with("UTC");
    const auto isSmall = [](char c) { return c >= 'a' && c <= 'z'; };
    const bool isTime = words.ends_with(" Time") || words.ends_with(" time");
    return !isTime && !words.starts_with("UTC") && words.find('/') == std::string_view::npos
        && std::any_of(words.begin(), words.end(), isSmall);
}

std::string laneZoneLabel(const Timeline&, const Lane& lane)
{
    if (lane.place.empty() && lane.zoneName.empty())
        return {};
    return clockName(lane) + (lane.zoneInferred ? "†" : "");
}

std::string listed(const std::vector<std::string>& items)
{
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i != 0)
            text += i + 1 == items.size() ? " and " : ", ";
        text += items[i];
    }
    return text;
}

std::string counted(int count, std::string_view singular)
{
    return grouped(count) + ' ' + std::string{singular} + (count == 1 ? "" : "s");
}

std::string_view outcomeWords(Outcome outcome)
{
    switch (outcome) {
    case Outcome::None:
        return {};
    case Outcome::Fresh:
        return "up to date";
    case Outcome::PossiblyStale:
        return "possibly out of date";
    case Outcome::Stale:
        return "out of date";
    case Outcome::PossiblyBlocked:
        return "possibly during the lock";
    case Outcome::Blocked:
        return "during the lock";
    case Outcome::Void:
        return "would not have happened";
    }
    return {};
}

} // namespace lockstep
