#include "ui/find_clock.h"
#include "core/wording.h"
#include "core/words.h"
#include "formats/clock_text.h"
#include <algorithm>
#include <charconv>

namespace lockstep {

namespace {

constexpr Millis aSecond = std::chrono::seconds{1}, aMinute = std::chrono::minutes{1}, anHour = std::chrono::hours{1}, aDay = std::chrono::hours{24};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

using Stretch = std::pair<Millis, Millis>;

/// "10:", "10:4" and "10:41:0": a clock that is still being typed is all it can become.
std::optional<Stretch> beginningOfClock(std::string_view part)
{
    const auto colon = part.find(':');
    const bool hasHour = colon == 1 || colon == 2;
    if (!hasHour || !std::all_of(part.begin(), part.begin() + static_cast<std::ptrdiff_t>(colon), isDigit))
        return {};
    const auto number = [](std::string_view digits) {
        int value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    };
    const Millis hour = anHour * number(part.substr(0, colon));
    std::string_view rest = part.substr(colon + 1);
    if (hour > aDay || !std::all_of(rest.begin(), rest.end(), [](char c) { return isDigit(c) || c == ':'; }))
        return {};
    if (rest.empty())
        return Stretch{hour, hour + anHour};
    if (rest.size() == 1 && rest[0] <= '5')
        return Stretch{hour + 10 * aMinute * number(rest), hour + 10 * aMinute * (number(rest) + 1)};
    const bool isBeforeSeconds = (rest.size() == 3 || rest.size() == 4) && rest[2] == ':' && rest[0] <= '5';
    if (!isBeforeSeconds)
        return {};
    const Millis minute = hour + aMinute * number(rest.substr(0, 2));
    rest.remove_prefix(3);
    return rest.empty() ? Stretch{minute, minute + aMinute}
                        : Stretch{minute + 10 * aSecond * number(rest), minute + 10 * aSecond * (number(rest) + 1)};
}

/// As long as the finest unit that was typed.
Millis unitOf(const Clock& clock, std::string_view written)
{
    if (clock.millis != 0)
        return Millis{1};
    return std::count(written.begin(), written.end(), ':') >= 2 ? aSecond : aMinute;
}

} // namespace

FindParts partsOf(std::string text)
{
    constexpr std::string_view edges = ",;()[]";
    for (std::size_t i = 10; i + 1 < text.size(); ++i) // "2019-10-06T23:35"
        if (text[i] == 'T' && isDigit(text[i - 1]) && isDigit(text[i + 1]) && text[i - 3] == '-')
            text[i] = ' ';
    FindParts parts;
    for (std::size_t at = 0; at < text.size();) {
        const bool isQuoted = text[at] == '"';
        const std::size_t begin = isQuoted ? at + 1 : at;
        const std::size_t end = std::min(text.find(isQuoted ? '"' : ' ', begin), text.size());
        std::string part = text.substr(begin, end - begin);
        while (!isQuoted && !part.empty() && edges.find(part.front()) != std::string_view::npos)
            part.erase(0, 1);
        while (!isQuoted && !part.empty() && edges.find(part.back()) != std::string_view::npos)
            part.pop_back();
        if (!part.empty())
            parts.push_back(std::move(part));
        at = end + 1;
    }
    return parts;
}

std::string joined(const FindParts& parts, std::size_t from, std::size_t until)
{
    std::string text;
    for (std::size_t i = from; i < until; ++i)
        text += (i == from ? "" : " ") + parts[i];
    return text;
}

std::size_t partsWithin(const FindParts& parts, std::size_t from, std::size_t length)
{
    std::size_t bytes = 0;
    for (std::size_t i = from; i < parts.size(); ++i) {
        bytes += parts[i].size();
        if (bytes >= length)
            return bytes == length ? i + 1 - from : 0;
        ++bytes;
    }
    return 0;
}

std::optional<ClockTyped> clockAt(const FindParts& parts, std::size_t at)
{
    if (const auto begun = beginningOfClock(parts[at]))
        return ClockTyped{begun->first, begun->second, 1, {}, parts[at], folded(parts[at])};
    const std::string rest = joined(parts, at, parts.size());
    const Result<ClockReading> read = readClock(rest);
    if (!read)
        return {};
    const std::size_t length = read->begin + read->length;
    const std::size_t count = partsWithin(parts, at, length);
    const std::string written = rest.substr(0, length);
    const bool isBare = std::all_of(written.begin(), written.end(), isDigit);
    if (count == 0 || isBare)
        return {};
    const Millis from = read->clock.sinceMidnight();
    const Clock last = read->end.value_or(read->clock);
    Millis until = last.sinceMidnight() + unitOf(last, written);
    if (until <= from)
        until += aDay;
    const std::string label = clockLabel(WallTime{from}) + (read->end ? " to " + clockLabel(WallTime{last.sinceMidnight()}) : "");
    return ClockTyped{from, until, count, read->zone, label, count == 1 && read->zone.empty() ? folded(written) : std::string{}};
}

} // namespace lockstep
