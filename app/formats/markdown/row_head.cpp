#include "formats/markdown/row_head.h"
#include "formats/markdown/row_words.h"
#include "formats/clock_text.h"
#include "formats/clock_zone.h"
#include "formats/date_words.h"
#include "formats/markdown/row_elapsed.h"

namespace lockstep::markdown {

using scan::Cursor;

namespace {

void note(RowHead& head, const Problem& fault)
{
    if (fault.severity == Severity::Error)
        head.faults.push_back(fault);
}

bool takeClock(Cursor& c, RowHead& head)
{
    const auto reading = readClock(c.rest());
    if (!reading) {
        note(head, reading.error());
        return false;
    }
    head.clock = reading->clock;
    head.endClock = reading->end;
    head.written = scan::trimmed(c.rest().substr(reading->begin, reading->length));
    head.approx |= reading->approx;
    head.zone = reading->zone;
    head.doubts.insert(head.doubts.end(), reading->doubts.begin(), reading->doubts.end());
    const auto digits = head.written.find_first_of("0123456789");
    head.led |= digits > 0 && scan::isLetter(head.written.front()) && !reading->approx;
    const auto separator = head.written.find_first_not_of("0123456789", digits);
    head.dotted = separator != std::string::npos && head.written[separator] == '.' && head.written.find_first_of("mM") == std::string::npos;
    c.at += reading->begin + reading->length;
    return true;
}

/// "Tue 14:00": a clock with the name of its day.
bool takeClockOfWeekday(Cursor& c, RowHead& head)
{
    const auto begin = c.at;
    const int day = takeDayOfWeek(c);
    const auto name = c.since(begin);
    if (!takeClock(c, head))
        return false;
    head.dayOfWeek = day;
    head.laterDay = name.substr(0, name.find_first_of(".,)"));
    return true;
}

bool takeDate(Cursor& c, RowHead& head, DayOrder order)
{
    const auto reading = readDate(c.rest(), order);
    if (!reading) {
        note(head, reading.error());
        return false;
    }
    head.date = reading->date;
    head.endDate = reading->end;
    head.dateWritten = c.rest().substr(reading->begin, reading->length);
    head.doubts.insert(head.doubts.end(), reading->doubts.begin(), reading->doubts.end());
    c.at += reading->begin + reading->length;
    return true;
}

/// The clock that follows a date: "2023-09-18 13:42", "19. April, 11:00", "2020-01-01T10:00Z", "24 May at 10:00".
void takeClockAfterDate(Cursor& c, RowHead& head)
{
    auto next = c;
    if ((next.peek() == 'T' || next.peek() == 't') && scan::isDigit(next.peek(1)))
        ++next.at;
    else {
        next.take(',') || next.take(':');
        next.skipBlanks();
        if (next.takeDash() || next.take('|') || next.take(':') || next.take('@'))
            next.skipBlanks();
    }
    const auto led = head.led;
    if (takeClock(next, head))
        c = next;
    head.led = led;
}

void takeSeparator(Cursor& c, RowHead& head)
{
    if (c.rest().starts_with("  ") || c.peek() == '\t') // columns
        head.closed = true;
    for (bool moved = true; moved;) {
        c.skipBlanks();
        moved = c.take(':') || c.take(',') || c.take(';') || c.take('|') || c.take(']') || c.take(')') || c.take('.')
            || c.take('>') || c.take('=') || c.takeDash() || c.takeBytes("→") || c.takeBytes("•");
        head.closed |= moved;
    }
}

/// The date that follows a clock: "13:15 PST 29 april 2022", "10:00 (3 May 2021)", "10:00, 2021-05-03".
void takeDateAfterClock(Cursor& c, RowHead& head, DayOrder order)
{
    auto next = c;
    auto dot = next;
    dot.skipBlanks();
    if (dot.takeBytes("\xC2\xB7") || dot.takeBytes("•")) // "10:05 PM · Mar 3, 2024"
        next = dot;
    const bool comma = next.take(',');
    next.skipBlanks();
    const bool bracket = next.take('(');
    if (next.takeAnyWord({"on", "el", "le", "em", "ngày"}))
        next.skipBlanks();
    RowHead found;
    if (!takeDate(next, found, order) || (bracket && !next.take(')')))
        return;
    // "10:00 May 3 users": without a year, a comma, brackets or an end it is no date but the text.
    RowHead after;
    auto behind = next;
    takeSeparator(behind, after);
    if (!found.date->year && !comma && !bracket && !after.closed && !behind.done())
        return;
    head.date = found.date;
    head.endDate = found.endDate;
    head.dateWritten = found.dateWritten;
    head.doubts.insert(head.doubts.end(), found.doubts.begin(), found.doubts.end());
    c = next;
}

/// "5/26 10:00", "26.5., 10:00": a date without a year is one only beside a clock.
bool takeShortDate(Cursor& c, RowHead& head, DayOrder order)
{
    const auto date = readShortDate(c.rest(), order);
    if (!date)
        return false;
    auto next = c;
    next.at += date->length;
    RowHead found;
    takeClockAfterDate(next, found);
    if (!found.clock || found.dotted || next.at == c.at + date->length)
        return false;
    found.date = date->date;
    found.dateWritten = c.rest().substr(0, date->length);
    found.doubts.insert(found.doubts.end(), date->doubts.begin(), date->doubts.end());
    head = std::move(found);
    c = next;
    return true;
}

/// The far end of "2023-09-18 13:42 - 2023-09-20 19:18".
void takeFarEnd(Cursor& c, RowHead& head, DayOrder order)
{
    auto next = c;
    next.skipBlanks();
    if (!next.takeDash() && !next.takeBytes("→") && !next.takeAnyWord({"to", "until", "and", "a", "au", "até", "đến"}))
        return;
    next.skipBlanks();
    RowHead end;
    if (!takeDate(next, end, order))
        return;
    takeClockAfterDate(next, end);
    if (!end.clock)
        return;
    head.endDate = end.date;
    head.endClock = end.clock;
    if (head.zone.empty())
        head.zone = end.zone;
    c = next;
}

/// "(17:14 UTC)", "/ 17:14 UTC": the same moment by another clock. The first one counts.
bool takeSecondClock(Cursor& c)
{
    auto next = c;
    next.skipBlanks();
    const bool bracket = next.take('(');
    if (!bracket && !next.take('/') && !next.take('='))
        return false;
    const auto reading = readClock(next.rest());
    if (!reading || (reading->zone.empty() && bracket))
        return false;
    next.at += reading->begin + reading->length;
    if (bracket && !next.take(')'))
        return false;
    c = next;
    return true;
}

} // namespace

RowHead readRowHead(std::string_view text, DayOrder order)
{
    RowHead head;
    Cursor c{text};
    skipBefore(c);
    bool bracket = c.take('[') || c.take('(');
    takeMomentLabel(c);
    auto laterDay = takeLaterDay(c);
    if (laterDay.empty())
        laterDay = takeDayNumber(c, head);
    auto start = c;
    if (auto mention = c; mention.take('@') && readDate(mention.rest(), order)) // "@February 3, 2024 9:12 AM"
        start = mention;
    if (takeLead(start))
        start.skipBlanks();
    const bool led = start.at != c.at;
    if (auto since = c; takeElapsed(since, head)) {
        c = since;
    } else if (auto dated = start; takeDate(dated, head, order)) {
        head.led = led;
        c = dated;
        if (bracket && (c.take(']') || c.take(')'))) // "(3 Jan) 10:00"
            bracket = false;
        takeClockAfterDate(c, head);
    } else if (auto shortDate = start; takeShortDate(shortDate, head, order)) {
        c = shortDate;
    } else if (auto clocked = c; takeClockOfWeekday(clocked, head)) {
        c = clocked;
        takeDateAfterClock(c, head, order);
    } else {
        return head;
    }
    takeFarEnd(c, head, order);
    if (bracket)
        head.closed |= c.take(']') || c.take(')');
    if (!head.elapsed)
        takeElapsedBehind(c, head);
    if (!takeSecondClock(c) && head.zone.empty()) {
        takeZoneWords(c, head);
        takeSecondClock(c);
    }
    takeSeparator(c, head);
    head.closed |= c.done();
    head.textAt = c.at;
    if (head.date)
        head.laterDay.clear();
    else if (!laterDay.empty()) {
        head.led |= !head.closed;
        head.laterDay = laterDay;
    }
    return head;
}

} // namespace lockstep::markdown
