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

constexpr std::array<std::string_view, 62> weekdays{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur",
    "thurs", "fri", "sat", "sun", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "segunda-feira",
    "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "segunda", "terça", "quarta", "quinta", "sexta", "lundi",
    "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
    "samstag", "sonntag", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "thứ 2", "thứ 3", "thứ 4", "thứ 5",
    "thứ 6", "thứ 7", "chủ nhật", "chúa nhật"};

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

bool takeWeekday(Cursor& c)
{
    auto next = c;
    const bool bracket = next.take('(');
    if (!scan::isLetter(next.peek()))
        return false;
    const char first = scan::lower(next.peek());
    for (const auto day : weekdays)
        if (day.front() == first && next.takeWord(day)) {
            if (bracket && !next.take(')'))
                return false;
            next.take('.');
            next.take(',');
            c = next;
            return true;
        }
    return false;
}

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
