#include "formats/date_words.h"
#include <array>

namespace lockstep {

using scan::Cursor;

namespace {

struct Name {
    std::string_view text;
    unsigned month;
    bool sure = true;
};

/// Longer forms stand before the shorter ones they begin with.
constexpr std::array months{
    Name{"january", 1}, Name{"enero", 1}, Name{"janeiro", 1}, Name{"janvier", 1}, Name{"januar", 1}, Name{"janv", 1},
    Name{"jan", 1}, Name{"ene", 1, false},
    Name{"february", 2}, Name{"febrero", 2}, Name{"fevereiro", 2}, Name{"février", 2}, Name{"februar", 2},
    Name{"févr", 2}, Name{"feb", 2}, Name{"fev", 2},
    Name{"march", 3, false}, Name{"marzo", 3}, Name{"março", 3}, Name{"mars", 3, false}, Name{"märz", 3}, Name{"mar", 3, false},
    Name{"april", 4}, Name{"abril", 4}, Name{"avril", 4}, Name{"apr", 4}, Name{"abr", 4}, Name{"avr", 4},
    Name{"may", 5, false}, Name{"mayo", 5}, Name{"maio", 5}, Name{"mai", 5, false},
    Name{"june", 6}, Name{"junio", 6}, Name{"junho", 6}, Name{"juin", 6}, Name{"juni", 6}, Name{"jun", 6},
    Name{"july", 7}, Name{"julio", 7}, Name{"julho", 7}, Name{"juillet", 7}, Name{"juli", 7}, Name{"juil", 7}, Name{"jul", 7},
    Name{"august", 8}, Name{"agosto", 8}, Name{"août", 8}, Name{"aug", 8}, Name{"ago", 8, false},
    Name{"september", 9}, Name{"septiembre", 9}, Name{"setiembre", 9}, Name{"setembro", 9}, Name{"septembre", 9},
    Name{"sept", 9}, Name{"sep", 9}, Name{"set", 9, false},
    Name{"october", 10}, Name{"octubre", 10}, Name{"outubro", 10}, Name{"octobre", 10}, Name{"oktober", 10},
    Name{"oct", 10}, Name{"okt", 10}, Name{"out", 10, false},
    Name{"november", 11}, Name{"noviembre", 11}, Name{"novembro", 11}, Name{"novembre", 11}, Name{"nov", 11},
    Name{"december", 12}, Name{"diciembre", 12}, Name{"dezembro", 12}, Name{"décembre", 12}, Name{"dezember", 12},
    Name{"dec", 12}, Name{"dic", 12}, Name{"dez", 12}, Name{"déc", 12},
};

/// Longer forms stand before the shorter ones they begin with.
struct Weekday {
    std::string_view text;
    int day; ///< 0: Monday
};
constexpr std::array weekdays{
    Weekday{"monday", 0}, Weekday{"tuesday", 1}, Weekday{"wednesday", 2}, Weekday{"thursday", 3}, Weekday{"friday", 4},
    Weekday{"saturday", 5}, Weekday{"sunday", 6}, Weekday{"mon", 0}, Weekday{"tue", 1}, Weekday{"tues", 1}, Weekday{"wed", 2},
    Weekday{"thu", 3}, Weekday{"thur", 3}, Weekday{"thurs", 3}, Weekday{"fri", 4}, Weekday{"sat", 5}, Weekday{"sun", 6},
    Weekday{"lunes", 0}, Weekday{"martes", 1}, Weekday{"miércoles", 2}, Weekday{"jueves", 3}, Weekday{"viernes", 4},
    Weekday{"sábado", 5}, Weekday{"domingo", 6}, Weekday{"segunda-feira", 0}, Weekday{"terça-feira", 1},
    Weekday{"quarta-feira", 2}, Weekday{"quinta-feira", 3}, Weekday{"sexta-feira", 4}, Weekday{"segunda", 0},
    Weekday{"terça", 1}, Weekday{"quarta", 2}, Weekday{"quinta", 3}, Weekday{"sexta", 4}, Weekday{"lundi", 0},
    Weekday{"mardi", 1}, Weekday{"mercredi", 2}, Weekday{"jeudi", 3}, Weekday{"vendredi", 4}, Weekday{"samedi", 5},
    Weekday{"dimanche", 6}, Weekday{"montag", 0}, Weekday{"dienstag", 1}, Weekday{"mittwoch", 2}, Weekday{"donnerstag", 3},
    Weekday{"freitag", 4}, Weekday{"samstag", 5}, Weekday{"sonntag", 6}, Weekday{"thứ hai", 0}, Weekday{"thứ ba", 1},
    Weekday{"thứ tư", 2}, Weekday{"thứ năm", 3}, Weekday{"thứ sáu", 4}, Weekday{"thứ bảy", 5}, Weekday{"thứ 2", 0},
    Weekday{"thứ 3", 1}, Weekday{"thứ 4", 2}, Weekday{"thứ 5", 3}, Weekday{"thứ 6", 4}, Weekday{"thứ 7", 5},
    Weekday{"chủ nhật", 6}, Weekday{"chúa nhật", 6}};

} // namespace

MonthName takeMonth(Cursor& c)
{
    if (!scan::isLetter(c.peek()))
        return {};
    const bool capital = scan::isUpper(c.peek());
    const char first = scan::lower(c.peek());
    for (const auto& name : months)
        if (name.text.front() == first && c.takeWord(name.text)) {
            c.take('.');
            return {name.month, name.sure || capital};
        }
    // "February23": a forgotten blank.
    for (const auto& name : months) {
        auto next = c;
        next.at += name.text.size();
        if (capital && name.sure && name.text.front() == first && scan::isDigit(next.peek()) && Cursor{next.since(c.at)}.takeWord(name.text)) {
            c = next;
            return {name.month, false};
        }
    }
    auto next = c;
    if (next.takeWord("tháng") && next.skipBlanks())
        if (const int n = next.takeNumber(1, 2); n >= 1 && n <= 12) {
            c = next;
            return {static_cast<unsigned>(n), true};
        }
    return {};
}

int takeDayOfWeek(Cursor& c)
{
    auto next = c;
    const bool bracket = next.take('(');
    if (!scan::isLetter(next.peek()))
        return -1;
    const char first = scan::lower(next.peek());
    for (const auto& day : weekdays)
        if (day.text.front() == first && next.takeWord(day.text)) {
            if (bracket && !next.take(')'))
                return -1;
            next.take('.');
            next.take(',');
            c = next;
            return day.day;
        }
    return -1;
}

bool takeWeekday(Cursor& c) { return takeDayOfWeek(c) >= 0; }

std::optional<int> takeYear(Cursor& c)
{
    auto next = c;
    next.take(',');
    next.skipBlanks();
    if (next.takeAnyWord({"de", "del", "of", "năm"}))
        next.skipBlanks();
    const int year = next.takeNumber(4, 4);
    if (year < leastYear || year > mostYear || scan::isLetter(next.peek()))
        return {};
    if (next.peek() == ':' && scan::isDigit(next.peek(1)))
        return {};
    c = next;
    return year;
}

std::optional<MonthOfYear> findMonthOfYear(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool insideWord = at > 0 && (scan::isWordChar(text[at - 1]) || static_cast<unsigned char>(text[at - 1]) >= 0x80);
        Cursor c{text, at};
        const auto name = insideWord ? MonthName{} : takeMonth(c);
        if (!name.sure || name.month == 0)
            continue;
        if (const auto year = takeYear(c))
            return MonthOfYear{*year, name.month, at, c.at - at};
    }
    return {};
}

} // namespace lockstep
