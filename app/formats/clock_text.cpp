#include "formats/clock_text.h"
#include "formats/clock_words.h"
#include "formats/clock_zone.h"
#include "formats/text_scan.h"

namespace lockstep {

using scan::Cursor;

namespace {

/// A time of day on its way: as the digits have it, before am and pm are applied.
struct Part {
    Clock clock;
    HalfDay half = HalfDay::Unsaid;
    bool marked = false;     ///< hour word, am/pm or zone: more than bare digits
    bool hasSeconds = false;
    std::size_t begin = 0, end = 0; ///< digits and am/pm, for doubts
};

enum class Seen { Nothing, Clock, OutOfRange };

/// Steps over what may stand before a clock. True when a word that announces a time of day was there.
bool takeBefore(Cursor& c, ClockReading& reading, std::size_t& begin)
{
    bool led = false;
    for (;;) {
        c.skipBlanks();
        if (scan::isDigit(c.peek()))
            break;
        const auto here = c.at;
        if (takeApprox(c))
            reading.approx = true;
        else if (takeClockLead(c))
            led = true;
        else if (!led && !reading.approx && (c.take('[') || c.take('('))) {
            begin = c.at;
            continue;
        } else
            break;
        if (begin == std::string_view::npos)
            begin = here;
    }
    if (begin == std::string_view::npos)
        begin = c.at;
    return led;
}

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

/// "noon: ...", "midnight - ...": words only with punctuation behind them, for they begin sentences, too.
Seen takeNamed(Cursor& c, Part& part)
{
    auto next = c;
    const int hour = takeNamedHour(next);
    if (hour < 0 || !isClosedAt(next))
        return Seen::Nothing;
    part.clock.hour = hour;
    c = next;
    return Seen::Clock;
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
    c.skipBlanks();
    if (const auto seen = takeHourForm(c, part, led); seen != Seen::Nothing)
        return seen;
    if (auto named = c; part.clock.hour == 12 && takeNamedHour(named) >= 0) { // "12 noon", "12 midnight"
        part.clock.hour = takeNamedHour(c);
        return Seen::Clock;
    }
    auto half = c;
    HalfDay which = HalfDay::Unsaid;
    half.takeWord("o'clock") && half.skipBlanks();
    return takeHalfDay(half, which) && (which == HalfDay::Am || which == HalfDay::Pm) ? Seen::Clock : Seen::Nothing;
}

/// One time of day with its am or pm, hour words included.
Seen takePart(Cursor& c, Part& part, bool led)
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

/// Applies am and pm. A pm that contradicts a 24-hour reading is kept as a doubt.
void applyHalf(Part& part, std::string_view text, std::vector<std::string>& doubts)
{
    int& hour = part.clock.hour;
    const bool before = part.half == HalfDay::Am || part.half == HalfDay::Morning
        || (part.half == HalfDay::Night && (hour == 12 || hour < 5));
    const bool stated = part.half == HalfDay::Am || part.half == HalfDay::Pm;
    const bool odd = hour > 12 || (hour == 0 && part.half == HalfDay::Pm);
    if (part.half == HalfDay::Unsaid)
        return;
    if (hour == 12 && before)
        hour = 0;
    else if (hour < 12 && !before)
        hour += 12;
    if (odd && stated)
        doubts.push_back("'" + std::string{text.substr(part.begin, part.end - part.begin)} + "' is read as "
            + (hour < 10 ? "0" : "") + std::to_string(hour) + (part.clock.minute < 10 ? ":0" : ":") + std::to_string(part.clock.minute) + ".");
}

/// In "1:00-2:30 PM" the one "PM" speaks for both, in "11:00-1:00 PM" only for the end.
void shareHalf(Part& first, const Part& second)
{
    if (first.half != HalfDay::Unsaid || first.clock.hour > 12 || first.clock.hour == 0)
        return;
    if (second.half != HalfDay::Am && second.half != HalfDay::Pm)
        return;
    const int start = first.clock.hour % 12 * 60 + first.clock.minute;
    const int stop = second.clock.hour % 12 * 60 + second.clock.minute;
    const bool same = start <= stop;
    first.half = same == (second.half == HalfDay::Pm) ? HalfDay::Pm : HalfDay::Am;
}

/// The end of a range; `c` moves only when one is there.
std::optional<Part> takeRangeEnd(Cursor& c)
{
    auto next = c;
    next.skipBlanks();
    const bool joined = next.takeDash() || next.takeBytes("→") || next.takeBytes("->")
        || next.takeAnyWord({"to", "till", "until", "and", "a las", "hasta las", "a", "y las", "y", "à", "et", "até",
                             "às", "e", "bis", "đến"});
    if (!joined)
        return {};
    next.skipBlanks();
    takeApprox(next);
    Part end;
    if (takePart(next, end, true) != Seen::Clock)
        return {};
    c = next;
    return end;
}

/// Zone words behind the clock, with the blank before them. Of a range "12:17 UTC - 12:30 UTC" both ends may state it.
void takeZoneAfter(Cursor& c, std::string& zone, bool offsetMayFollow)
{
    auto next = c;
    next.skipBlanks();
    const auto found = takeZone(next, offsetMayFollow && next.at == c.at);
    if (found.empty())
        return;
    zone = found;
    c = next;
}

Problem nothing() { return {Severity::Note, 0, 0, "No clock here.", {}}; }

} // namespace

Result<ClockReading> readClock(std::string_view text)
{
    ClockReading reading;
    Cursor c{text};
    auto begin = std::string_view::npos;
    const bool led = takeBefore(c, reading, begin);
    Part first;
    const auto seen = scan::isDigit(c.peek()) ? takePart(c, first, led) : takeNamed(c, first);
    if (seen == Seen::OutOfRange)
        return refusal("'" + std::string{scan::trimmed(c.since(begin))} + "' is no time of day.",
            "Hours go up to 24, minutes and seconds to 59.");
    if (seen == Seen::Nothing)
        return tl::unexpected{nothing()};
    reading.approx |= takeApproxAfter(c);
    takeZoneAfter(c, reading.zone, first.hasSeconds);
    auto far = c;
    auto second = takeRangeEnd(far);
    std::string farZone;
    if (second)
        takeZoneAfter(far, farZone, second->hasSeconds);
    // "9:00 WAT to 10:00 UTC" are two clocks, no range of one.
    const bool oneZone = reading.zone.empty() || farZone.empty() || farZone == reading.zone;
    if (second && oneZone) {
        c = far;
        if (reading.zone.empty())
            reading.zone = farZone;
        shareHalf(first, *second);
        applyHalf(first, text, reading.doubts);
        applyHalf(*second, text, reading.doubts);
        reading.end = second->clock;
    } else {
        applyHalf(first, text, reading.doubts);
    }
    reading.approx |= takeApproxAfter(c);
    reading.clock = first.clock;
    reading.begin = begin;
    reading.length = c.at - begin;
    return reading;
}

} // namespace lockstep
