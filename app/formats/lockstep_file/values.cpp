#include "formats/lockstep_file/values.h"
#include <algorithm>
#include <array>
#include <charconv>

namespace lockstep::lockstep_file {

namespace {

using namespace std::chrono_literals;

struct Unit {
    std::string_view name;
    Millis length;
};
constexpr std::array units{Unit{"h", 1h}, Unit{"min", 1min}, Unit{"s", 1s}, Unit{"ms", 1ms}};
constexpr Millis longest = 24h * 36525;

std::string padded(int value, std::size_t digits)
{
    auto text = std::to_string(value);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

/// Takes exactly `digits` digits off the front, or as many as there are when 0.
std::optional<std::int64_t> takeNumber(std::string_view& text, std::size_t digits = 0)
{
    const auto found = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto length = digits == 0 ? found : digits;
    std::int64_t value = 0;
    if (length == 0 || found < length || std::from_chars(text.data(), text.data() + length, value).ec != std::errc{})
        return std::nullopt;
    text.remove_prefix(length);
    return value;
}

bool take(std::string_view& text, char expected)
{
    if (text.empty() || text.front() != expected)
        return false;
    text.remove_prefix(1);
    return true;
}

/// Takes "60 min" off the front and counts it in milliseconds; each unit stands at most once, the larger first.
std::optional<Millis> takePart(std::string_view& text, std::size_t& nextUnit)
{
    const auto number = takeNumber(text);
    if (!number || !take(text, ' '))
        return std::nullopt;
    const auto name = text.substr(0, text.find(' '));
    const auto unit = std::find_if(units.begin() + static_cast<std::ptrdiff_t>(nextUnit), units.end(),
        [&](const Unit& u) { return u.name == name; });
    if (unit == units.end() || *number > longest / unit->length)
        return std::nullopt;
    nextUnit = static_cast<std::size_t>(unit - units.begin()) + 1;
    text.remove_prefix(name.size());
    return *number * unit->length;
}

} // namespace

std::string lengthText(Millis length)
{
    if (length == 0ms)
        return "0 min";
    std::string text;
    auto rest = std::chrono::abs(length);
    for (const auto& unit : units) {
        // Up to two hours people say minutes: "60 min", "65 min".
        if (unit.length == 1h && rest < 2h)
            continue;
        if (const auto count = rest / unit.length; count > 0) {
            text += (text.empty() ? "" : " ") + std::to_string(count) + " " + std::string{unit.name};
            rest -= count * unit.length;
        }
    }
    return (length < 0ms ? "-" : "") + text;
}

std::optional<Millis> lengthFrom(std::string_view text)
{
    const bool back = take(text, '-');
    Millis sum{0};
    std::size_t nextUnit = 0;
    do {
        const auto part = takePart(text, nextUnit);
        if (!part)
            return std::nullopt;
        sum += *part;
    } while (take(text, ' '));
    if (!text.empty() || sum > longest)
        return std::nullopt;
    return back ? -sum : sum;
}

std::string clockText(const Clock& clock)
{
    auto text = padded(clock.hour, 2) + ":" + padded(clock.minute, 2);
    if (clock.second != 0 || clock.millis != 0)
        text += ":" + padded(clock.second, 2);
    if (clock.millis != 0)
        text += "." + padded(clock.millis, 3);
    return text;
}

std::optional<Clock> clockFrom(std::string_view text)
{
    const auto hour = takeNumber(text, 2);
    if (!hour || !take(text, ':'))
        return std::nullopt;
    const auto minute = takeNumber(text, 2);
    std::optional<std::int64_t> second = 0;
    std::optional<std::int64_t> millis = 0;
    if (take(text, ':')) {
        second = takeNumber(text, 2);
        if (take(text, '.'))
            millis = takeNumber(text, 3);
    }
    if (!minute || !second || !millis || !text.empty() || *hour > 24 || *minute > 59 || *second > 59)
        return std::nullopt;
    return Clock{static_cast<int>(*hour), static_cast<int>(*minute), static_cast<int>(*second), static_cast<int>(*millis)};
}

std::string dateText(const StatedDate& date)
{
    const auto day = padded(static_cast<int>(date.month), 2) + "-" + padded(static_cast<int>(date.day), 2);
    return date.year ? padded(*date.year, 4) + "-" + day : day;
}

std::optional<StatedDate> dateFrom(std::string_view text)
{
    StatedDate date;
    if (text.size() > 5) {
        const auto year = takeNumber(text, 4);
        if (!year || *year < 1 || !take(text, '-'))
            return std::nullopt;
        date.year = static_cast<int>(*year);
    }
    const auto month = takeNumber(text, 2);
    if (!month || !take(text, '-'))
        return std::nullopt;
    const auto day = takeNumber(text, 2);
    if (!day || !text.empty())
        return std::nullopt;
    date.month = static_cast<unsigned>(*month);
    date.day = static_cast<unsigned>(*day);
    // 29 February exists where no year says otherwise.
    const date::year_month_day exact{date::year{date.year.value_or(2000)}, date::month{date.month}, date::day{date.day}};
    return exact.ok() ? std::optional{date} : std::nullopt;
}

std::span<const Named<Severity>> namesOf(Severity)
{
    static constexpr auto all = std::to_array<Named<Severity>>(
        {{Severity::Note, "note"}, {Severity::Warning, "warning"}, {Severity::Error, "error"}});
    return all;
}

std::span<const Named<Where>> namesOf(Where)
{
    static constexpr auto all = std::to_array<Named<Where>>({{Where::Row, "row"}, {Where::DayLine, "day line"},
        {Where::Heading, "heading"}, {Where::ColumnHead, "column head"}, {Where::Sentence, "sentence"},
        {Where::FirstEvent, "first event"}, {Where::Title, "title"}, {Where::FrontMatter, "front matter"},
        {Where::Summary, "summary"}});
    return all;
}

std::span<const Named<Kind>> namesOf(Kind)
{
    static constexpr auto all = std::to_array<Named<Kind>>({{Kind::Action, "action"}, {Kind::Schedule, "schedule"},
        {Kind::Read, "look-up"}, {Kind::Message, "message"}, {Kind::Detection, "detection"}, {Kind::Recovery, "recovery"}});
    return all;
}

std::span<const Named<Effect>> namesOf(Effect)
{
    static constexpr auto all = std::to_array<Named<Effect>>(
        {{Effect::Blocks, "blocks"}, {Effect::Stales, "stales"}, {Effect::Informs, "informs"}});
    return all;
}

std::span<const Named<LinkKind>> namesOf(LinkKind)
{
    static constexpr auto all = std::to_array<Named<LinkKind>>({{LinkKind::Triggers, "triggers"},
        {LinkKind::RespondsTo, "responds to"}, {LinkKind::ScheduledAfter, "scheduled after"}});
    return all;
}

std::span<const Named<By>> namesOf(By)
{
    static constexpr auto all = std::to_array<Named<By>>({{By::Person, "person"}, {By::Program, "program"}});
    return all;
}

std::span<const Named<EpochUnit>> namesOf(EpochUnit)
{
    static constexpr auto all = std::to_array<Named<EpochUnit>>({{EpochUnit::Seconds, "seconds"}, {EpochUnit::Milliseconds, "milliseconds"},
        {EpochUnit::Microseconds, "microseconds"}, {EpochUnit::Nanoseconds, "nanoseconds"}});
    return all;
}

std::span<const Named<LanesBy>> namesOf(LanesBy)
{
    static constexpr auto all = std::to_array<Named<LanesBy>>(
        {{LanesBy::Actor, "actor"}, {LanesBy::Zone, "zone"}, {LanesBy::Kind, "kind"}, {LanesBy::Source, "file"}});
    return all;
}

} // namespace lockstep::lockstep_file
