#include "formats/table/duration.h"
#include "formats/markdown/words.h"
#include "formats/text_scan.h"
#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace lockstep::table {

using scan::Cursor;

namespace {

struct UnitWords {
    std::string_view key; ///< of words.txt
    std::int64_t millis;
};
constexpr std::array<UnitWords, 5> units{{{"unit-millisecond", 1}, {"unit-second", 1'000}, {"unit-minute", 60'000}, {"unit-hour", 3'600'000}, {"unit-day", 86'400'000}}};

std::int64_t unitOf(std::string_view word)
{
    const auto found = std::ranges::find_if(units, [&](const UnitWords& unit) { return markdown::isOneOf(unit.key, word); });
    return found == units.end() ? 0 : found->millis;
}

/// The unit a head names: its last word, or what stands in brackets.
std::int64_t unitOfHead(std::string_view head)
{
    std::string words = markdown::folded(head);
    std::ranges::replace_if(words, [](char c) { return !scan::isWordChar(c); }, ' ');
    const auto trimmed = scan::trimmed(words);
    const auto blank = trimmed.rfind(' ');
    return blank == std::string_view::npos ? 0 : unitOf(trimmed.substr(blank + 1));
}

/// Takes "12", "1.5" or "1,5".
std::optional<double> takeAmount(Cursor& c)
{
    const auto begin = c.at;
    while (scan::isDigit(c.peek()) || ((c.peek() == '.' || c.peek() == ',') && scan::isDigit(c.peek(1))))
        ++c.at;
    std::string digits{c.since(begin)};
    std::ranges::replace(digits, ',', '.');
    double amount = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), amount);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size() || amount > 1e9)
        return {};
    return amount;
}

/// "01:20:05", with hours of any number of digits.
std::optional<Millis> clockLength(std::string_view cell)
{
    Cursor c{cell};
    const int hours = c.takeNumber(1, 4);
    if (hours < 0 || !c.take(':'))
        return {};
    const int minutes = c.takeNumber(2, 2);
    if (minutes < 0 || !c.take(':'))
        return {};
    const int seconds = c.takeNumber(2, 2);
    if (seconds < 0 || minutes > 59 || seconds > 59)
        return {};
    if (c.take('.') || c.take(','))
        c.takeNumber(1, 9);
    if (!c.done())
        return {};
    return Millis{((hours * 60LL + minutes) * 60 + seconds) * 1'000};
}

} // namespace

std::optional<Millis> durationOf(std::string_view cell, std::string_view head)
{
    if (const auto clock = clockLength(cell))
        return clock;
    Cursor c{cell};
    const bool iso = c.take('P');
    double sum = 0;
    int parts = 0;
    for (; !c.done(); ++parts) {
        if (iso)
            c.take('T');
        const auto amount = takeAmount(c);
        if (!amount)
            return {};
        c.skipBlanks();
        const auto begin = c.at;
        while (!c.done() && !scan::isDigit(c.peek()) && c.peek() != ' ' && c.peek() != '.' && !(iso && c.at > begin))
            ++c.at;
        const auto word = c.since(begin);
        const bool bare = word.empty() && c.done() && parts == 0;
        const auto unit = bare ? unitOfHead(head) : unitOf(word);
        if (unit == 0)
            return {};
        sum += *amount * static_cast<double>(unit);
        c.take('.');
        c.skipBlanks();
    }
    return parts == 0 || sum > 1e13 ? std::nullopt : std::optional{Millis{static_cast<std::int64_t>(sum + 0.5)}};
}

} // namespace lockstep::table
