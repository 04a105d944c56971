#include "core/notation.h"
#include "core/joined.h"
#include "core/wall_clock.h"
#include "core/written_date.h"
#include <algorithm>

namespace lockstep {

namespace {

StatedDate dateOf(WallTime wall)
{
    const date::year_month_day ymd{date::floor<date::days>(wall)};
    return {int{ymd.year()}, unsigned{ymd.month()}, unsigned{ymd.day()}};
}

/// What the importer said of a reading that no longer holds.
template <class IsStale> void forget(Sentences& doubts, IsStale isStale)
{
    const std::vector<std::string> said = doubts.list();
    for (const std::string& doubt : said)
        if (isStale(doubt))
            doubts.erase(doubt);
}

bool speaksOf(const std::string& sentence, std::string_view written, std::string_view words)
{
    return sentence.starts_with('\'' + std::string{written} + '\'') && sentence.find(words) != std::string::npos;
}

/// Dates without a year all move by as many years as the first of them.
void setYear(Draft& file, int year)
{
    std::optional<int> by;
    for (DraftEvent& row : file.events.open()) {
        if (!row.date || statesYear(row.date->written))
            continue;
        const std::optional<int> found = row.date->value.year;
        if (found && row.date->written.empty())
            continue; // made by hand, whole
        if (!by)
            by = year - found.value_or(year);
        else if (!found)
            continue; // it follows from the first one
        const int whole = found.value_or(year) + *by;
        row.date.own().value.year = whole;
        if (row.endDate && row.endDate->year) {
            StatedDate end = *row.endDate;
            *end.year += *by;
            row.endDate = end;
        }
        forget(row.doubts, [&](const std::string& doubt) { return speaksOf(doubt, row.date->written, "has no year;"); });
    }
}

void setDayOrder(Draft& file, bool dayFirst)
{
    for (DraftEvent& row : file.events.open()) {
        const auto other = row.date && isDayFirst(*row.date) != dayFirst ? inOtherOrder(*row.date) : std::nullopt;
        if (!other)
            continue;
        row.date.own().value = *other;
        if (row.endDate && row.endDate->day <= 12)
            row.endDate = StatedDate{row.endDate->year, row.endDate->day, row.endDate->month};
        forget(row.doubts, [&](const std::string& doubt) { return speaksOf(doubt, row.date->written, "; it could be "); });
    }
    std::erase_if(file.problems, [](const Problem& p) { return p.what.ends_with(readDayFirst) || p.what.ends_with(readMonthFirst); });
}

void setEpochUnit(Draft& file, EpochUnit unit)
{
    for (DraftEvent& row : file.events.open()) {
        const auto now = epochUnitOf(row);
        const auto at = now && *now != unit ? epochInstant(row.written.view(), unit) : std::nullopt;
        if (!at)
            continue;
        const WallTime wall{at->time_since_epoch()};
        row.clock = clockOf(wall);
        row.date.own().value = dateOf(wall);
        if (row.endClock)
            row.doubts.push_back("Its end is left out, for its begin was read anew.");
        row.endClock.reset();
        row.endDate.reset();
    }
    std::erase_if(file.problems, [](const Problem& p) { return p.what.ends_with(since1970); });
}

bool isRead(const Corrections& corrections) { return corrections.year || corrections.dayFirst || corrections.epochUnit; }

void read(Draft& file, const Corrections& corrections)
{
    if (corrections.dayFirst)
        setDayOrder(file, *corrections.dayFirst);
    if (corrections.epochUnit)
        setEpochUnit(file, *corrections.epochUnit);
    if (corrections.year)
        setYear(file, *corrections.year);
    file.events.close();
}

} // namespace

std::optional<Draft> readAgain(const Draft& draft, const Reading& reading)
{
    const auto concerns = [&](const Draft* file) { return isRead(correctionsOf(reading, *file)); };
    if (std::ranges::none_of(filesOf(draft), concerns))
        return {};
    Draft again = draft;
    read(again, correctionsOf(reading, again));
    for (Draft& added : again.added)
        read(added, correctionsOf(reading, added));
    return again;
}

} // namespace lockstep
