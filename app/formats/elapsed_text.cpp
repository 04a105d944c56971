#include "formats/elapsed_text.h"
#include "formats/clock_words.h"
#include "formats/text_scan.h"

namespace lockstep {

using scan::Cursor;

namespace {

using namespace std::chrono_literals;

enum class Lead { None, Letter, Sign };

/// What stands before the length: "T+", "T -", "H+", "+". A minus alone is a bullet.
Lead takeLead(Cursor& c, bool& negative)
{
    auto next = c;
    const bool letter = next.take('T') || next.take('t') || next.take('H');
    const auto afterLetter = next;
    if (letter)
        next.skipBlanks();
    negative = false;
    const bool plus = next.take('+');
    if (!plus && letter)
        negative = next.takeDash();
    if (plus || negative) {
        next.skipBlanks();
        c = next;
        return letter ? Lead::Letter : Lead::Sign;
    }
    if (letter && afterLetter.peek() == '0') { // "T0"
        c = afterLetter;
        return Lead::Letter;
    }
    return Lead::None;
}

/// The unit behind a number; zero for none.
Millis takeUnit(Cursor& c)
{
    auto next = c;
    next.skipBlanks();
    Millis unit{0};
    if (next.takeAnyWord({"days", "day", "d"}))
        unit = 24h;
    else if (next.takeAnyWord({"hours", "hour", "hrs", "hr", "h"}))
        unit = 1h;
    else if (next.takeAnyWord({"minutes", "minute", "mins", "min", "m"}))
        unit = 1min;
    else if (next.takeAnyWord({"seconds", "second", "secs", "sec", "s"}))
        unit = 1s;
    else if (next.takeAnyWord({"ms"}))
        unit = 1ms;
    else if ((next.peek() == 'd' || next.peek() == 'h' || next.peek() == 'm') && scan::isDigit(next.peek(1))) {
        unit = next.peek() == 'd' ? Millis{24h} : next.peek() == 'h' ? Millis{1h} : Millis{1min}; // "1h05m"
        ++next.at;
    }
    if (unit > Millis{0})
        c = next;
    return unit;
}

/// "00:05", "1:05:30": hours and minutes, and seconds.
std::optional<Millis> takeColons(Cursor& c, int hours)
{
    auto next = c;
    if (!next.take(':'))
        return {};
    const int minutes = next.takeNumber(2, 2);
    if (minutes < 0 || minutes > 59)
        return {};
    Millis length = std::chrono::hours{hours} + std::chrono::minutes{minutes};
    if (next.peek() == ':' && scan::isDigit(next.peek(1))) {
        ++next.at;
        const int seconds = next.takeNumber(2, 2);
        if (seconds < 0 || seconds > 59)
            return {};
        length += std::chrono::seconds{seconds};
    }
    if (next.peek() == ':' || scan::isWordChar(next.peek()))
        return {};
    c = next;
    return length;
}

struct Length {
    Millis value{0};
    bool hasUnit = false; ///< false: a number alone
    bool isBare = false;  ///< a number that is not zero, without any unit
};

/// "5m", "1h05m", "1 h 5 min", "1.5h", "90", "00:05".
std::optional<Length> takeLength(Cursor& c)
{
    Length length;
    auto next = c;
    Millis last = Millis::max();
    for (bool first = true;; first = false) {
        auto part = next;
        part.skipBlanks();
        const int number = part.takeNumber(1, 6);
        if (number < 0)
            break;
        if (first)
            if (const auto colons = takeColons(part, number)) {
                c = part;
                return Length{.value = *colons, .hasUnit = true};
            }
        int tenths = 0;
        if (part.peek() == '.' && scan::isDigit(part.peek(1)) && !scan::isDigit(part.peek(2))) {
            tenths = part.peek(1) - '0';
            part.at += 2;
        }
        const Millis unit = takeUnit(part);
        if (unit == Millis{0} || unit >= last) {
            const bool isNumber = scan::isWordChar(part.peek()) || (part.peek() == ':' && scan::isDigit(part.peek(1))) || part.peek() == '%';
            if (isNumber || tenths > 0)
                break;
            if (first) {
                length = {.value = std::chrono::minutes{number}, .isBare = number > 0};
                next = part;
            } else if (last <= Millis{1h} && last >= Millis{1min} && number < 60) { // "1h30"
                length.value += number * (last / 60);
                next = part;
            }
            break;
        }
        length.value += number * unit + tenths * unit / 10;
        length.hasUnit = true;
        last = unit;
        next = part;
    }
    if (next.at == c.at)
        return {};
    c = next;
    return length;
}

/// The end of "T+5m to T+12m", "T+5m - 12m"; `c` moves only when one is there.
std::optional<Millis> takeEnd(Cursor& c, Millis begin)
{
    auto next = c;
    next.skipBlanks();
    if (!next.takeDash() && !next.takeBytes("→") && !next.takeAnyWord({"to", "until"}))
        return {};
    next.skipBlanks();
    bool negative = false;
    const Lead lead = takeLead(next, negative);
    const auto length = takeLength(next);
    if (!length || (lead == Lead::None && !length->hasUnit))
        return {};
    const Millis end = negative ? -length->value : length->value;
    if (end < begin)
        return {};
    c = next;
    return end;
}

} // namespace

Result<ElapsedReading> readElapsed(std::string_view text, ElapsedLead needed)
{
    const auto none = [] { return tl::unexpected{Problem{Severity::Note, 0, 0, "No time since a zero here.", {}}}; };
    ElapsedReading reading;
    Cursor c{text};
    c.skipBlanks();
    if (takeApprox(c))
        reading.approx = true;
    c.skipBlanks();
    reading.begin = c.at;
    bool negative = false;
    const Lead lead = takeLead(c, negative);
    if (lead == Lead::None && needed == ElapsedLead::Needed)
        return none();
    const auto length = takeLength(c);
    if (!length || (lead == Lead::Sign && !length->hasUnit && needed == ElapsedLead::Needed))
        return none();
    reading.elapsed.begin = negative ? -length->value : length->value;
    if (length->isBare)
        reading.doubts.push_back("'" + std::string{c.since(reading.begin)} + "' is read as minutes.");
    reading.elapsed.end = takeEnd(c, reading.elapsed.begin);
    reading.length = c.at - reading.begin;
    return reading;
}

} // namespace lockstep
