#include "formats/clock_part.h"
#include "formats/clock_zone.h"
#include "formats/date_words.h"

namespace lockstep {

using scan::Cursor;
using Part = ClockPart;
using Seen = ClockSeen;

namespace {

/// Seconds and thousandths after "15:26". A third group that is no pair of digits means: not a clock.
bool takeSeconds(Cursor& c, Part& part, char separator)
{
    if (c.takeWord(":xx") || c.takeBytes(":??"))
        return true;
    if (c.peek() != separator || !scan::isDigit(c.peek(1)))
        return true;
    ++c.at;
    const int second = c.takeNumber(2, 2);
    if (second < 0)
        return false;
    part.clock.second = second;
    part.hasSeconds = true;
    if ((c.peek() == '.' || c.peek() == ',') && scan::isDigit(c.peek(1))) {
        ++c.at;
        int scale = 100;
        for (; scan::isDigit(c.peek()); ++c.at, scale /= 10)
            part.clock.millis += (c.peek() - '0') * scale;
    }
    return !(c.peek() == ':' && scan::isDigit(c.peek(1)));
}

/// "10h35", "10 h 35", "8h", "10 giờ 35"; "4h 12m" and "2h later" are lengths. `c` moves only for a clock.
Seen takeHourForm(Cursor& c, Part& part, bool led)
{
    auto next = c;
    const bool spelled = next.takeWord("giờ");
    if (!spelled && !next.take('h') && !next.take('H') && !(scan::isDigit(next.peek(1)) && next.take('g')))
        return Seen::Nothing;
    auto minutes = next;
    minutes.skipBlanks();
    if (const int minute = minutes.takeNumber(2, 2); minute >= 0) {
        auto unit = minutes;
        unit.skipBlanks();
        const bool spelledMinutes = unit.takeWord("min");
        const bool length = spelledMinutes || unit.takeAnyWord({"m", "mins", "minutes", "minutos"});
        if (length && !led && !spelled && !(spelledMinutes && isClosedAt(unit)))
            return Seen::Nothing;
        if (!unit.takeWord("phút") && !length)
            unit = minutes;
        if (scan::isWordChar(unit.peek()))
            return Seen::Nothing;
        part.clock.minute = minute;
        c = unit;
        return Seen::Clock;
    }
    if (scan::isWordChar(next.peek()) || !(led || spelled || isClosedAt(next)))
        return Seen::Nothing;
    c = next;
    return Seen::Clock;
}

/// "0930Z", "1430 hrs", "0930 UTC": four digits alone may be a year, so a mark must follow.
Seen takeFourDigits(Cursor& c, Part& part)
{
    const auto begin = c.at;
    const int number = c.takeNumber(4, 4);
    if (number < 0)
        return Seen::Nothing;
    auto mark = c;
    mark.skipBlanks();
    if (!(mark.peek() == 'Z' && !scan::isWordChar(mark.peek(1))) && !takeHourWord(mark) && takeZone(mark, false).empty()) {
        c.at = begin;
        return Seen::Nothing;
    }
    part.clock.hour = number / 100;
    part.clock.minute = number % 100;
    part.marked = true;
    return Seen::Clock;
}

/// "Noon UTC", "midnight on May 3": what follows a named hour shows that it is one.
bool isDayOrZoneAt(Cursor c)
{
    c.skipBlanks();
    if (!takeZone(c, false).empty())
        return true;
    const bool led = c.takeAnyWord({"on", "of", "del", "do", "du", "am"}) && c.skipBlanks();
    return led && (scan::isDigit(c.peek()) || takeMonth(c).month > 0 || takeWeekday(c));
}

/// What follows the hour: ":35:10", ".35", "h35", " giờ 35", or am/pm alone ("5pm").
Seen takeMinutes(Cursor& c, Part& part, bool led)
{
    const char separator = c.peek();
    if ((separator == ':' || separator == '.') && scan::isDigit(c.peek(1))) {
        ++c.at;
        const int minute = c.takeNumber(2, 2);
        if (minute < 0)
            return Seen::Nothing;
        part.clock.minute = minute;
        if (separator == ':' ? !takeSeconds(c, part, ':') : isNumberNotClock(c))
            return Seen::Nothing;
        return Seen::Clock;
    }
    const auto bare = c;
    c.skipBlanks();
    if (const auto seen = takeHourForm(c, part, led); seen != Seen::Nothing)
        return seen;
    if (auto named = c; part.clock.hour == 12 && takeNamedHour(named) >= 0) { // "12 noon", "12 midnight"
        part.clock.hour = takeNamedHour(c);
        return Seen::Clock;
    }
    if (auto word = c; word.takeAnyWord({"uhr", "o'clock"})) // "gegen 10 Uhr"
        return Seen::Clock;
    auto half = c;
    HalfDay which = HalfDay::Unsaid;
    if (takeHalfDay(half, which) && (which == HalfDay::Am || which == HalfDay::Pm))
        return Seen::Clock;
    // "between 10 and 10:30": the far end tells that the hour alone is one.
    auto far = c = bare;
    return led && takeClockRangeEnd(far) ? Seen::Clock : Seen::Nothing;
}

} // namespace

Seen takeClockPart(Cursor& c, Part& part, bool led)
{
    part.begin = c.at;
    auto seen = takeFourDigits(c, part);
    const char separator = c.peek(1) == ':' || c.peek(2) == ':' ? ':' : '.';
    if (seen == Seen::Nothing) {
        const int hour = c.takeNumber(1, 2);
        if (hour < 0)
            return Seen::Nothing;
        part.clock.hour = hour;
        seen = takeMinutes(c, part, led);
    }
    if (seen == Seen::Nothing)
        return seen;
    auto after = c;
    after.skipBlanks();
    if (takeHalfDay(after, part.half) || takeHourWord(after)) {
        part.marked = true;
        c = after;
        after.skipBlanks();
        if (part.half == HalfDay::Unsaid && takeHalfDay(after, part.half))
            c = after;
    }
    if (scan::isWordChar(c.peek()) && takeZone(after = c, false).empty())
        return Seen::Nothing;
    part.end = c.at;
    if (part.clock.hour > 24 || part.clock.minute > 59 || part.clock.second > 59)
        return separator == ':' || part.marked || led ? Seen::OutOfRange : Seen::Nothing;
    return Seen::Clock;
}

Seen takeNamedClock(Cursor& c, Part& part)
{
    auto next = c;
    const int hour = takeNamedHour(next);
    if (hour < 0 || !(isClosedAt(next) || isDayOrZoneAt(next)))
        return Seen::Nothing;
    part.clock.hour = hour;
    c = next;
    return Seen::Clock;
}

std::optional<Part> takeClockRangeEnd(Cursor& c)
{
    auto next = c;
    next.skipBlanks();
    if (next.done())
        return {};
    const bool joined = next.takeDash() || next.takeBytes("→") || next.takeBytes("->")
        || next.takeAnyWord({"to", "till", "until", "and", "a las", "hasta las", "a", "y las", "y", "à", "et", "até",
                             "às", "e", "bis", "und", "đến"});
    if (!joined)
        return {};
    next.skipBlanks();
    takeApprox(next);
    Part end;
    if (takeClockPart(next, end, true) != Seen::Clock)
        return {};
    c = next;
    return end;
}

} // namespace lockstep
