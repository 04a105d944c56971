#include "formats/markdown/later_days.h"
#include <algorithm>
#include <date/date.h>

namespace lockstep::markdown {

namespace {

date::sys_days dayOf(const StatedDate& d) { return date::sys_days{date::year{*d.year} / date::month{d.month} / date::day{d.day}}; }

StatedDate stated(date::sys_days day)
{
    const date::year_month_day d{day};
    return {static_cast<int>(d.year()), static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day())};
}

/// What the rows of one incident have said of their days so far.
struct DayCount {
    int number = 1;                ///< the one the stated date has
    std::optional<bool> fits;      ///< whether the first weekday is that of the stated date

    /// How many days behind the date above a row is.
    int after(const RowShape& shape, const StatedDate& above)
    {
        if (shape.dayNumber > 0) {
            const int days = shape.dayNumber - number;
            number = shape.dayNumber;
            return days;
        }
        if (shape.dayOfWeek < 0)
            return 1;
        const auto today = static_cast<int>(date::weekday{dayOf(above)}.iso_encoding()) - 1;
        const int days = (shape.dayOfWeek - today + 7) % 7;
        fits = fits.value_or(days == 0);
        return *fits ? days : 0;
    }
};

/// The rows from one on lie on a later day, up to the next with a date of its own.
void moveOn(Draft& draft, std::size_t from, const StatedDate& later, const std::string& words)
{
    const auto above = draft.events[from].date;
    const int line = draft.events[from].line;
    for (auto row = from; row < draft.events.size() && draft.events[row].group == draft.events[from].group; ++row) {
        auto& date = draft.events.open()[row].date;
        if (!date || date->value != above->value || date->line != above->line)
            break;
        date = {{later, words, row == from ? Where::Row : Where::FirstEvent, line}};
    }
}

/// Numbers the days of a document without a date, from the first one that is named. "Next day" counts on only where
/// days are counted already; else the order of the rows tells.
void countDays(Draft& draft, const std::vector<RowShape>& shapes)
{
    int number = 0, weekday = -1;
    std::size_t first = 0;
    for (std::size_t i = 0; i < draft.events.size(); ++i) {
        auto& event = draft.events.open()[i];
        const auto& shape = shapes[i];
        if (event.group != draft.events[first].group) {
            number = 0;
            weekday = -1;
            first = i;
        }
        const int before = number;
        if (shape.dayNumber > 0)
            number = shape.dayNumber;
        else if (shape.dayOfWeek >= 0)
            number = std::max(number, 1) + (weekday < 0 ? 0 : (shape.dayOfWeek - weekday + 7) % 7);
        else if (!shape.laterDay.empty() && number > 0)
            ++number;
        else if (!shape.laterDay.empty())
            event.doubts.push_back("'" + shape.laterDay + "' names no date; the day of this row follows from the order of the rows.");
        if (shape.dayOfWeek >= 0)
            weekday = shape.dayOfWeek;
        event.dayNumber = number;
        for (auto above = first; before == 0 && number > 1 && above < i; ++above)
            draft.events.open()[above].dayNumber = 1; // "Day 2" above no other: the rows before it are of day 1
    }
}

} // namespace

void dateLaterDays(Draft& draft, const std::vector<RowShape>& shapes)
{
    if (std::ranges::none_of(draft.events, [](const DraftEvent& e) { return e.date.has_value(); }))
        return countDays(draft, shapes);
    DayCount count;
    for (std::size_t i = 0; i < draft.events.size(); ++i) {
        auto& event = draft.events.open()[i];
        const auto& shape = shapes[i];
        if (i > 0 && event.group != draft.events[i - 1].group)
            count = {};
        if (shape.laterDay.empty())
            continue;
        const auto said = "'" + shape.laterDay + "' ";
        if (!event.date || !event.date->value.year) {
            if (shape.dayOfWeek < 0 && shape.dayNumber != 1)
                event.doubts.push_back(said + "names no date; the day of this row follows from the order of the rows.");
            continue;
        }
        const int days = count.after(shape, event.date->value);
        if (days <= 0)
            continue;
        const auto later = stated(dayOf(event.date->value) + date::days{days});
        event.doubts.push_back(said + "is read as " + dateWords(later) + ".");
        moveOn(draft, i, later, shape.laterDay);
    }
}

} // namespace lockstep::markdown
