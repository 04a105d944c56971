#include "formats/clock_text.h"
#include "formats/clock_part.h"
#include "formats/clock_words.h"
#include "formats/clock_zone.h"
#include "formats/text_scan.h"

namespace lockstep {

using scan::Cursor;
using Part = ClockPart;
using Seen = ClockSeen;

namespace {

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
    const auto seen = scan::isDigit(c.peek()) ? takeClockPart(c, first, led) : takeNamedClock(c, first);
    if (seen == Seen::OutOfRange)
        return refusal("'" + std::string{scan::trimmed(c.since(begin))} + "' is no time of day.",
            "Hours go up to 24, minutes and seconds to 59.");
    if (seen == Seen::Nothing)
        return tl::unexpected{nothing()};
    reading.approx |= takeApproxAfter(c);
    takeZoneAfter(c, reading.zone, first.hasSeconds);
    auto far = c;
    auto second = takeClockRangeEnd(far);
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
