#include "formats/markdown/row_elapsed.h"
#include "formats/clock_text.h"
#include "formats/clock_words.h"
#include "formats/elapsed_text.h"

namespace lockstep::markdown {

using scan::Cursor;

namespace {

/// "(14:02 UTC)", "= 14:02 UTC", "/ 14:02": the clock of the same moment.
bool takeClockBeside(Cursor& c, RowHead& head)
{
    auto next = c;
    next.skipBlanks();
    const bool bracket = next.take('(') || next.take('[');
    if (!bracket && !next.take('=') && !next.take('/') && !next.take('|') && !next.take(',') && !next.takeAnyWord({"at", "is"}))
        return false;
    const auto clock = readClock(next.rest());
    if (!clock)
        return false;
    next.at += clock->begin + clock->length;
    if (bracket && !next.take(')') && !next.take(']'))
        return false;
    head.clock = clock->clock;
    head.written += c.text.substr(c.at, next.at - c.at);
    head.zone = clock->zone;
    head.approx |= clock->approx;
    head.doubts.insert(head.doubts.end(), clock->doubts.begin(), clock->doubts.end());
    c = next;
    return true;
}

} // namespace

bool takeElapsed(Cursor& c, RowHead& head)
{
    const auto reading = readElapsed(c.rest());
    if (!reading)
        return false;
    auto next = c;
    next.at += reading->begin + reading->length;
    const auto written = c.rest().substr(reading->begin, reading->length);
    if (written.starts_with('+') && !isClosedAt(next) && next.peek() != ']')
        return false;
    head.elapsed = reading->elapsed;
    head.written = written;
    head.approx |= reading->approx;
    c = next;
    if (!takeClockBeside(c, head))
        head.doubts.insert(head.doubts.end(), reading->doubts.begin(), reading->doubts.end());
    return true;
}

void takeElapsedBehind(Cursor& c, RowHead& head)
{
    auto next = c;
    next.skipBlanks();
    const bool bracket = next.take('(') || next.take('[');
    if (!bracket && !next.take('/') && !next.take('|') && !next.take('='))
        return;
    const auto reading = readElapsed(next.rest());
    if (!reading)
        return;
    next.at += reading->begin + reading->length;
    if (bracket && !next.take(')') && !next.take(']'))
        return;
    head.elapsed = reading->elapsed;
    c = next;
}

RowHead elapsedHead(std::string_view cell)
{
    RowHead head;
    if (const auto reading = readElapsed(cell, ElapsedLead::Free)) {
        head.elapsed = reading->elapsed;
        head.written = cell.substr(reading->begin, reading->length);
        head.approx = reading->approx;
        head.doubts = reading->doubts;
        head.textAt = reading->begin + reading->length;
    }
    return head;
}

} // namespace lockstep::markdown
