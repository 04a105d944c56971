#include "formats/date_text.h"
#include "formats/date_words.h"
#include <date/date.h>

namespace lockstep {

using scan::Cursor;

namespace {

enum class Seen { Nothing, Date, Impossible };

bool exists(const StatedDate& d)
{
    const auto year = date::year{d.year.value_or(2000)}; // a leap year: 29 February exists in some year
    return (year / date::month{d.month} / date::day{d.day}).ok();
}

Seen judged(const StatedDate& d) { return exists(d) ? Seen::Date : Seen::Impossible; }

bool takeOrdinal(Cursor& c)
{
    return c.takeAnyWord({"st", "nd", "rd", "th", "er", "º", "°"}) || c.take('.');
}

/// "8th of march 2024", "19. April", "24 de mayo de 2022", "ngày 24 tháng 5 năm 2022", "3-5 May 2021".
Seen takeDayMonth(Cursor& c, DateReading& reading)
{
    auto next = c;
    const int day = next.takeNumber(1, 2);
    if (day < 1)
        return Seen::Nothing;
    bool ordinal = takeOrdinal(next);
    int lastDay = 0;
    if (auto range = next; range.skipBlanks(), range.takeDash() || range.takeAnyWord({"and", "to", "y", "al", "e", "et", "au", "und", "bis"})) {
        range.skipBlanks();
        if (lastDay = range.takeNumber(1, 2); lastDay > day) {
            takeOrdinal(range);
            next = range;
        } else {
            lastDay = 0; // "Update 4 - 3 June"
        }
    }
    next.skipBlanks();
    if (next.takeAnyWord({"of", "de", "d'"})) {
        ordinal = true;
        next.skipBlanks();
    }
    const bool joined = next.take('/') || next.takeDash();
    const auto name = takeMonth(next);
    if (name.month == 0)
        return Seen::Nothing;
    if (joined && !next.take('/'))
        next.takeDash();
    reading.date = {takeYear(next), name.month, static_cast<unsigned>(day)};
    if (joined && !reading.date.year) // "01/May/23", "1-May-23"
        if (auto two = next; next.text[next.at - 1] != ' ' && !scan::isLetter(next.text[next.at - 1]))
            if (const int year = two.takeNumber(2, 2); year >= 0 && !scan::isWordChar(two.peek()) && two.peek() != ':') {
                reading.date.year = 2000 + year;
                next = two;
            }
    if (!name.sure && !ordinal && !reading.date.year)
        return Seen::Nothing;
    if (lastDay > 0)
        reading.end = StatedDate{reading.date.year, name.month, static_cast<unsigned>(lastDay)};
    c = next;
    return judged(reading.date);
}

/// "Feb 20 2018", "June 7, 2024", "April 17th", "May 3-5, 2021".
Seen takeMonthDay(Cursor& c, DateReading& reading)
{
    auto next = c;
    const auto name = takeMonth(next);
    if (name.month == 0)
        return Seen::Nothing;
    next.skipBlanks();
    if (next.takeWord("the"))
        next.skipBlanks();
    const int day = next.takeNumber(1, 2);
    if (day < 1 || (next.peek() == ':' && scan::isDigit(next.peek(1))))
        return Seen::Nothing;
    takeOrdinal(next);
    if (scan::isLetter(next.peek()) || next.peek() == '%')
        return Seen::Nothing;
    int lastDay = 0;
    if (auto range = next; range.skipBlanks(), range.takeDash()) {
        range.skipBlanks();
        lastDay = range.takeNumber(1, 2);
        if (lastDay > day && range.peek() != ':' && range.peek() != '.')
            next = range;
        else
            lastDay = 0;
    }
    reading.date = {takeYear(next), name.month, static_cast<unsigned>(day)};
    if (!name.sure && !reading.date.year)
        return Seen::Nothing;
    if (lastDay > 0)
        reading.end = StatedDate{reading.date.year, name.month, static_cast<unsigned>(lastDay)};
    c = next;
    return judged(reading.date);
}

bool continues(const Cursor& c, char separator)
{
    return scan::isDigit(c.peek()) || (c.peek() == separator && scan::isDigit(c.peek(1)));
}

/// "2018-08-22", "2018/08/22", "2018.08.22"; "20202-01-16" by its first four digits.
Seen takeYearFirst(Cursor& c, DateReading& reading)
{
    auto next = c;
    int year = next.takeNumber(4, 5);
    const bool long5 = year > 9999;
    if (long5)
        year /= 10;
    const char separator = next.peek();
    // Word processors put other hyphens between the numbers.
    const bool dashed = next.takeDash();
    if (year < leastYear || year > mostYear || (!dashed && !next.take('/') && !next.take('.')))
        return Seen::Nothing;
    const int month = next.takeNumber(1, 2);
    if (month < 0 || !(dashed ? next.takeDash() : next.take(separator)))
        return Seen::Nothing;
    const int day = next.takeNumber(1, 2);
    if (day < 0 || continues(next, separator) || (scan::isLetter(next.peek()) && next.peek() != 'T' && next.peek() != 't'))
        return Seen::Nothing;
    reading.date = {year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
    if (long5 && exists(reading.date))
        reading.doubts.push_back("'" + std::string{next.since(c.at)} + "' is read as " + dateWords(reading.date) + ".");
    c = next;
    return judged(reading.date);
}

/// Decides what comes first in "02-13-2025" or "3/4/2022".
Seen chooseOrder(int first, int second, std::optional<int> year, char separator, DayOrder order, std::string_view written, DateReading& reading)
{
    const StatedDate monthDay{year, static_cast<unsigned>(first), static_cast<unsigned>(second)};
    const StatedDate dayMonth{year, static_cast<unsigned>(second), static_cast<unsigned>(first)};
    const bool canMonth = exists(monthDay), canDay = exists(dayMonth);
    reading.monthFirst = canMonth && !canDay;
    reading.dayFirst = canDay && !canMonth;
    if (!canMonth && !canDay)
        return Seen::Impossible;
    const bool preferDay = order == DayOrder::DayFirst || order == DayOrder::DayFirstByWords || (order == DayOrder::Unknown && separator == '.');
    const bool useDay = canDay && (preferDay || !canMonth);
    reading.date = useDay ? dayMonth : monthDay;
    reading.eitherOrder = canDay && canMonth && first != second;
    const bool guessed = order == DayOrder::Unknown || order == DayOrder::DayFirstByWords;
    if (reading.eitherOrder && guessed && separator != '.')
        reading.doubts.push_back("'" + std::string{written} + "' is read as " + dateWords(reading.date) + "; it could be "
            + dateWords(useDay ? monthDay : dayMonth) + ".");
    return Seen::Date;
}

/// "02-13-2025", "2/22/20", "24/05/2022", "24.05.2022".
Seen takeYearLast(Cursor& c, DateReading& reading, DayOrder order)
{
    auto next = c;
    const int first = next.takeNumber(1, 2);
    const char separator = next.peek();
    if (first < 1 || (separator != '-' && separator != '/' && separator != '.'))
        return Seen::Nothing;
    ++next.at;
    const int second = next.takeNumber(1, 2);
    if (second < 1 || !next.take(separator))
        return Seen::Nothing;
    const auto digits = next.at;
    int year = next.takeNumber(2, 4);
    const auto count = next.at - digits;
    // "2.5.21" is a version before it is a date.
    if (count == 3 || (count == 2 && separator == '.') || continues(next, separator) || scan::isLetter(next.peek()))
        return Seen::Nothing;
    if (count == 2)
        year += 2000;
    if (year < leastYear || year > mostYear)
        return Seen::Nothing;
    const auto written = next.since(c.at);
    c = next;
    return chooseOrder(first, second, year, separator, order, written, reading);
}

/// "2018 October 21", "2018-Oct-21".
Seen takeYearMonthDay(Cursor& c, DateReading& reading)
{
    auto next = c;
    const int year = next.takeNumber(4, 4);
    if (year < leastYear || year > mostYear)
        return Seen::Nothing;
    const auto part = [&] { return next.skipBlanks() || next.takeDash() || next.take('/'); };
    if (!part())
        return Seen::Nothing;
    const auto name = takeMonth(next);
    if (name.month == 0 || !part())
        return Seen::Nothing;
    const int day = next.takeNumber(1, 2);
    if (day < 1 || (next.peek() == ':' && scan::isDigit(next.peek(1))))
        return Seen::Nothing;
    takeOrdinal(next);
    reading.date = {year, name.month, static_cast<unsigned>(day)};
    c = next;
    return judged(reading.date);
}

Seen takeDate(Cursor& c, DateReading& reading, DayOrder order)
{
    if (!scan::isDigit(c.peek()))
        return takeMonthDay(c, reading);
    if (const auto seen = takeYearFirst(c, reading); seen != Seen::Nothing)
        return seen;
    if (const auto seen = takeYearMonthDay(c, reading); seen != Seen::Nothing)
        return seen;
    if (const auto seen = takeYearLast(c, reading, order); seen != Seen::Nothing)
        return seen;
    return takeDayMonth(c, reading);
}

void takeRangeEnd(Cursor& c, DateReading& reading, DayOrder order)
{
    auto next = c;
    next.skipBlanks();
    if (!next.takeDash() && !next.takeBytes("→")
        && !next.takeAnyWord({"to", "until", "till", "and", "through", "al", "a", "y", "au", "et", "até", "bis", "đến"}))
        return;
    next.skipBlanks();
    takeWeekday(next);
    next.skipBlanks();
    DateReading end;
    if (takeDate(next, end, order) != Seen::Date)
        return;
    reading.end = end.date;
    c = next;
}

} // namespace

Result<DateReading> readDate(std::string_view text, DayOrder order)
{
    DateReading reading;
    Cursor c{text};
    c.skipBlanks();
    reading.begin = c.at;
    if (takeWeekday(c))
        c.skipBlanks();
    if (c.takeAnyWord({"on the", "the", "le", "el", "ngày"}))
        c.skipBlanks();
    const auto seen = takeDate(c, reading, order);
    if (seen == Seen::Impossible)
        return refusal("'" + std::string{c.since(reading.begin)} + "' is no date.", "Correct the day or the month.");
    if (seen == Seen::Nothing)
        return tl::unexpected{Problem{Severity::Note, 0, 0, "No date here.", {}}};
    if (!reading.end)
        takeRangeEnd(c, reading, order);
    auto after = c;
    after.take(',');
    after.skipBlanks();
    if (takeWeekday(after))
        c = after;
    reading.length = c.at - reading.begin;
    return reading;
}

std::optional<DateReading> readShortDate(std::string_view text, DayOrder order)
{
    DateReading reading;
    Cursor c{text};
    const int first = c.takeNumber(1, 2);
    const char separator = c.peek();
    // "05-01": with a dash both have two digits, for "1-2" is a range.
    const bool dashed = separator == '-' && c.at == 2;
    if (first < 1 || (separator != '/' && separator != '.' && !dashed))
        return {};
    ++c.at;
    const int second = c.takeNumber(dashed ? 2 : 1, 2);
    if (second < 1 || (separator == '.' && !c.take('.')) || c.peek() == '/' || (dashed && c.peek() != ' ' && !c.done()) || scan::isWordChar(c.peek()))
        return {};
    if (chooseOrder(first, second, {}, separator, order, c.since(0), reading) != Seen::Date)
        return {};
    reading.length = c.at;
    return reading;
}

std::optional<DateReading> findDate(std::string_view text, std::size_t from, DayOrder order)
{
    for (auto at = from; at < text.size(); ++at) {
        const bool insideWord = at > 0
            && (scan::isWordChar(text[at - 1]) || (scan::isLetter(text[at]) && static_cast<unsigned char>(text[at - 1]) >= 0x80));
        const bool insideNumber = at > 0 && scan::isDigit(text[at])
            && std::string_view{".:/-_=&?#$@"}.find(text[at - 1]) != std::string_view::npos;
        if (insideWord || insideNumber || !scan::isWordChar(text[at]))
            continue;
        if (auto reading = readDate(text.substr(at), order)) {
            reading->begin += at;
            return *reading;
        }
    }
    return {};
}

std::string dateWords(const StatedDate& d)
{
    static constexpr std::string_view names[]{"January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December"};
    auto words = std::to_string(d.day) + " " + std::string{names[d.month - 1]};
    if (d.year)
        words += " " + std::to_string(*d.year);
    return words;
}

} // namespace lockstep
