#include "formats/markdown/dates_around.h"
#include "formats/date_words.h"
#include "formats/markdown/words.h"
#include <algorithm>

namespace lockstep::markdown {

namespace {

using Date = Stated<StatedDate>;

constexpr std::size_t enoughWords = 500; // to tell a language by

template <class Look> void eachText(const std::vector<Block>& blocks, Look look)
{
    for (const auto& block : blocks) {
        std::ranges::for_each(block.lines, look);
        for (const auto& row : block.rows)
            std::ranges::for_each(row.cells, look);
    }
}

/// The year that brings a month nearest to a full date: 1 January after 31 December is the next year's.
int nearestYear(unsigned month, const StatedDate& full)
{
    const int months = static_cast<int>(month) - static_cast<int>(full.month);
    return *full.year + (months < -6 ? 1 : months > 6 ? -1 : 0);
}

/// A date or a month of a year beside the rows; what was written later has them in the year before it.
struct Witness {
    Date date;
    bool later = false;

    int yearOf(const StatedDate& row) const
    {
        const auto& full = date.value;
        if (!later)
            return nearestYear(row.month, full);
        return *full.year - (row.month > full.month || (row.month == full.month && row.day > full.day) ? 1 : 0);
    }
};

Witness witness(const StatedDate& day, std::string written, int line, bool later)
{
    Witness found;
    found.date.value = day;
    found.date.written = std::move(written);
    found.date.where = Where::Summary;
    found.date.line = line;
    found.later = later;
    return found;
}

std::vector<Witness> witnessesIn(const std::vector<Block>& blocks, DayOrder order)
{
    std::vector<Witness> found;
    eachText(blocks, [&](const TextLine& line) {
        for (std::size_t at = 0; at < line.text.size();) {
            const auto date = findDate(line.text, at, order);
            if (!date)
                break;
            const auto end = date->begin + std::max<std::size_t>(date->length, 1);
            if (date->date.year && line.style[date->begin] != 'l' && line.style[date->begin] != 'c')
                found.push_back(witness(date->date, line.text.substr(date->begin, date->length), line.line,
                    isOtherDay(std::string_view{line.text}.substr(at, date->begin - at))));
            at = end;
        }
        if (const auto month = findMonthOfYear(line.text))
            found.push_back(witness({month->year, month->month, 15}, line.text.substr(month->begin, month->length), line.line, false));
    });
    return found;
}

} // namespace

bool isOtherDay(std::string_view before) { return wordCount(before) <= 5 && holdsOneOf("other-day", before); }

std::optional<Date> agreedYear(const Draft& draft, const std::vector<Block>& blocks, DayOrder order)
{
    const auto first = std::ranges::find_if(draft.events, [](const DraftEvent& e) { return e.date.has_value(); });
    if (first == draft.events.end() || first->date->value.year)
        return {};
    const auto row = first->date->value;
    const auto witnesses = witnessesIn(blocks, order);
    if (witnesses.empty())
        return {};
    const int year = witnesses.front().yearOf(row);
    if (!std::ranges::all_of(witnesses, [&](const Witness& w) { return w.yearOf(row) == year; }))
        return {};
    auto date = witnesses.front().date;
    date.value = {year, row.month, row.day};
    return date;
}

void fillYears(Draft& draft, std::optional<Date> around)
{
    struct Full {
        StatedDate date;
        int line = 0;
    };
    std::optional<Full> full;
    if (around && around->value.year)
        full = {around->value, around->line};
    const auto fullOf = [](const DraftEvent& e) { return Full{e.date->value, e.date->line > 0 ? e.date->line : e.line}; };
    const auto isFull = [](const DraftEvent& e) { return e.date && e.date->value.year; };
    if (const auto first = std::ranges::find_if(draft.events, isFull); first != draft.events.end())
        full = fullOf(*first);
    const auto lacksYear = [](const DraftEvent& e) { return e.date && !e.date->value.year; };
    if (!full || std::ranges::none_of(draft.events, lacksYear))
        return;
    for (auto& event : draft.events.open()) {
        if (!event.date)
            continue;
        if (event.date->value.year) {
            full = fullOf(event);
            continue;
        }
        auto& date = event.date.own().value;
        date.year = nearestYear(date.month, full->date);
        if (fullOf(event).line == event.line)
            event.doubts.push_back("'" + event.date->written + "' has no year; " + std::to_string(*date.year) + " follows from line "
                + std::to_string(full->line) + ".");
        if (event.endDate && !event.endDate->year)
            event.endDate = StatedDate{date.year, event.endDate->month, event.endDate->day};
    }
}

DayOrder dayOrderOf(const std::vector<Block>& blocks)
{
    int monthFirst = 0, dayFirst = 0;
    std::size_t english = 0, other = 0;
    eachText(blocks, [&](const TextLine& line) {
        if (english + other < enoughWords) {
            english += countOf("english", line.text);
            other += countOf("day-before-month", line.text);
        }
        for (std::size_t at = 0; at < line.text.size();) {
            const auto date = findDate(line.text, at);
            if (!date)
                return;
            monthFirst += date->monthFirst ? 1 : 0;
            dayFirst += date->dayFirst ? 1 : 0;
            at = date->begin + std::max<std::size_t>(date->length, 1);
        }
    });
    if ((monthFirst > 0) == (dayFirst > 0))
        return other > 2 * english ? DayOrder::DayFirstByWords : DayOrder::Unknown;
    return monthFirst > 0 ? DayOrder::MonthFirst : DayOrder::DayFirst;
}

} // namespace lockstep::markdown
