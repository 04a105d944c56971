#include "core/calendar.h"
#include "core/elapsed.h"
#include "core/newest_first.h"
#include "core/wording.h"
#include <algorithm>
#include <map>
#include <utility>

namespace lockstep {

namespace {

/// Rows of one incident: a stretch of the document.
struct Stretch {
    std::size_t begin = 0, end = 0;
};

std::vector<Stretch> stretchesOf(const Draft& draft)
{
    std::vector<Stretch> stretches;
    int group = 0;
    for (std::size_t i = 0; i < draft.events.size(); ++i) {
        if (const int before = std::exchange(group, draft.events[i].group); i == 0 || group != before)
            stretches.push_back({i, i});
        stretches.back().end = i + 1;
    }
    return stretches;
}

DayRow dayRowOf(const DraftEvent& e, const WholeDate& date, int clock)
{
    DayRow row;
    row.clock = clock;
    row.hasTime = e.clock.has_value();
    row.time = e.clock ? e.clock->sinceMidnight() : Millis{0};
    if (date.day) {
        row.written = *date.day;
        row.own = date.own;
        row.startsDay = date.startsDay;
        row.statement = date.statement;
    }
    return row;
}

/// The day of the rows before the first one with a date: counted back from it.
date::local_days dayOfLeadingRows(std::vector<DayRow> rows, std::span<const OffsetRange> ranges)
{
    const date::local_days dated = rows.back().written;
    for (DayRow& row : rows) {
        row.written = dated;
        row.own = row.startsDay = false;
        row.statement = 0;
    }
    const auto found = findDays(rows, ranges, [](date::local_days) { return false; });
    return dated - (found.back().day - found.front().day);
}

/// Rows without a date go on from the row before them.
void carryDates(std::vector<DayRow>& rows, const std::vector<bool>& hasDate, std::span<const OffsetRange> ranges)
{
    const auto first = std::ranges::find(hasDate, true) - hasDate.begin();
    if (first == std::ssize(rows))
        return;
    if (first > 0) {
        const date::local_days day = dayOfLeadingRows({rows.begin(), rows.begin() + first + 1}, ranges);
        for (auto row = rows.begin(); row != rows.begin() + first; ++row)
            row->written = day;
    }
    int next = -1;
    for (auto i = static_cast<std::size_t>(first) + 1; i < rows.size(); ++i) {
        if (hasDate[i])
            continue;
        const DayRow& before = rows[i - 1];
        rows[i].written = before.written;
        rows[i].statement = before.own ? next-- : before.statement;
    }
}

class CalendarBuilder {
public:
    CalendarBuilder(const Draft& draft, const Corrections& corrections, const std::vector<int>& clockOf,
                    std::span<const OffsetRange> ranges, Calendar& out)
        : m_draft(draft), m_corrections(corrections), m_clockOf(clockOf), m_ranges(ranges), m_out(out),
          m_dates(wholeDates(draft, corrections))
    {
        out.dated = m_dates.dated;
        out.isYearless = m_dates.isYearless;
        out.notes = m_dates.notes;
        out.problems = m_dates.problems;
        out.local.resize(draft.events.size());
    }

    void place(Stretch stretch)
    {
        std::vector<DayRow> rows;
        std::vector<bool> hasDate;
        rows.reserve(stretch.end - stretch.begin);
        hasDate.reserve(stretch.end - stretch.begin);
        for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
            rows.push_back(dayRowOf(m_draft.events[i], m_dates.rows[i], m_clockOf[i]));
            if (const auto said = m_corrections.midnights.find(idOf(i)); said != m_corrections.midnights.end())
                rows.back().midnight = said->second;
            if (!m_dates.rows[i].day)
                rows.back().written = m_reached;
            hasDate.push_back(m_dates.rows[i].day.has_value());
        }
        carryDates(rows, hasDate, m_ranges);
        const bool isUpwards = readsUpwards(rows);
        const auto found = daysOf(rows, isUpwards);
        if (isUpwards)
            sayUpwards(m_draft.events[stretch.begin], std::ranges::equal(found, daysOf(rows, false), {}, &FoundDay::day, &FoundDay::day));
        for (std::size_t k = 0; k < rows.size(); ++k)
            keep(stretch.begin + k, rows[k], found[k], hasDate[k]);
        noteSteps(stretch, rows, found);
        if (m_dates.dated)
            m_reached = rows.front().written;
    }

    /// The first row's day: a person's where stated, else 1970-01-01 in an undated document.
    void settleFirstDay()
    {
        const auto first = std::ranges::find_if(m_out.local, [](const auto& t) { return t.has_value(); });
        if (first == m_out.local.end())
            return;
        const date::local_days day = date::floor<date::days>(**first);
        date::local_days wanted = m_out.dated ? day : date::local_days{};
        if (m_corrections.firstRow) {
            wanted = date::local_days{*m_corrections.firstRow};
            sayOverruled(day, wanted);
        }
        putFirstRowOn(wanted, m_out);
    }

private:
    EventId idOf(std::size_t i) const { return rowNumber(m_draft, i); }

    /// A person's date moves all days; the document's own then no longer hold.
    void sayOverruled(date::local_days found, date::local_days wanted)
    {
        const auto stated = std::ranges::find_if(m_draft.events, [](const DraftEvent& e) { return e.date.has_value(); });
        if (found == wanted || stated == m_draft.events.end())
            return;
        const int line = stated->date->line > 0 ? stated->date->line : stated->line;
        m_out.problems.push_back({Severity::Note, line, 0, "\"" + stated->date->written + "\" is overruled by the date set by hand.",
                                  "Its days are counted from that date."});
    }

    /// Whether the incident is listed with its newest row on top.
    bool readsUpwards(const std::vector<DayRow>& rows) const
    {
        Steps steps;
        for (const DayRow& row : rows)
            if (row.hasTime && row.clock == rows.front().clock)
                steps.take(row.written.time_since_epoch() + row.time);
        return m_corrections.newestFirst.value_or(steps.areNewestFirst());
    }

    std::vector<FoundDay> daysOf(const std::vector<DayRow>& rows, bool isUpwards)
    {
        const auto isSpokenOf = [&](date::local_days next) { return speaksOf(next); };
        if (!isUpwards)
            return findDays(rows, m_ranges, isSpokenOf);
        auto found = findDays(std::vector<DayRow>{rows.rbegin(), rows.rend()}, m_ranges, isSpokenOf);
        std::ranges::reverse(found);
        return found;
    }

    /// isSame: read downwards the rows would lie on the same days.
    void sayUpwards(const DraftEvent& first, bool isSame)
    {
        m_out.newestFirst.insert(first.group);
        std::vector<Rival> rivals;
        if (!isSame)
            rivals.push_back({"oldest first", {SetRowOrder{false, nameInReading(m_draft)}}});
        m_out.inferences.push_back({"order of rows", "newest first", "Its clocks run backwards from row to row.", std::move(rivals), first.line});
    }

    bool speaksOf(date::local_days next)
    {
        const auto [found, isNew] = m_spoken.emplace(next, false);
        if (isNew)
            found->second = speaksOfNextDay(m_draft, m_dates, next);
        return found->second;
    }

    void keep(std::size_t i, const DayRow& row, const FoundDay& day, bool hasDate)
    {
        if (!row.hasTime && !hasDate)
            return;
        m_out.local[i] = day.day + row.time;
        m_out.setEnd(i, endOf(i, *m_out.local[i]));
        if (day.corrected)
            m_out.notes.push_back({i, "Its date repeats the row above, but the clock steps back; read as the day after.", "the day after its date", true,
                {{"on its own date", {SetMidnight{idOf(i), false}}}}});
    }

    std::optional<WallTime> endOf(std::size_t i, WallTime begin)
    {
        const DraftEvent& e = m_draft.events[i];
        if (!e.endClock && !m_dates.end(i))
            return {};
        const date::local_days day = m_dates.end(i).value_or(date::floor<date::days>(begin));
        WallTime end = day + (e.endClock ? e.endClock->sinceMidnight() : Millis{0});
        // Like a step back between rows: three hours or more are a midnight, less is disorder.
        if (!m_dates.end(i) && begin - end >= limits::nextDayStep)
            end += date::days{1};
        if (end >= begin)
            return end;
        m_out.problems.push_back({Severity::Warning, e.line, 0, "The row ends before it begins.", "Its end is left out."});
        return {};
    }

    void noteSteps(Stretch stretch, const std::vector<DayRow>& rows, const std::vector<FoundDay>& found)
    {
        std::map<int, std::size_t> last;
        const bool isUpwards = m_out.newestFirst.contains(m_draft.events[stretch.begin].group);
        for (std::size_t n = 0; n < rows.size(); ++n) {
            const std::size_t k = isUpwards ? rows.size() - 1 - n : n;
            if (!rows[k].hasTime)
                continue;
            const auto before = last.find(rows[k].clock);
            if (found[k].stepped && before != last.end()) {
                const std::size_t b = before->second;
                const Millis back = (found[b].day + rows[b].time) - (found[k].day - date::days{1} + rows[k].time);
                m_out.inferences.push_back({"day of row " + std::to_string(rowNumber(m_draft, stretch.begin + k)),
                                            "the day after row " + std::to_string(rowNumber(m_draft, stretch.begin + b)),
                                            "Its clock steps back by " + lengthLabel(back) + ".",
                                            {{"the same day", {SetMidnight{idOf(stretch.begin + k), false}}}},
                                            m_draft.events[stretch.begin + k].line});
            }
            last[rows[k].clock] = k;
        }
    }

    const Draft& m_draft;
    const Corrections& m_corrections;
    const std::vector<int>& m_clockOf;
    std::span<const OffsetRange> m_ranges;
    Calendar& m_out;
    WholeDates m_dates;
    date::local_days m_reached{};
    std::map<date::local_days, bool> m_spoken;
};

/// A corrected clock keeps the day that was found, unless the person names another.
void correctClocks(const Draft& draft, const Corrections& corrections, Calendar& calendar)
{
    const auto first = std::ranges::find_if(calendar.local, [](const auto& t) { return t.has_value(); });
    date::local_days firstDay = corrections.firstRow ? date::local_days{*corrections.firstRow} : date::local_days{};
    if (first != calendar.local.end())
        firstDay = date::floor<date::days>(**first);
    for (const auto& [id, correction] : corrections.clocks) {
        const std::size_t i = rowIndex(draft, id);
        if (i >= calendar.local.size())
            continue;
        const date::local_days found = calendar.local[i] ? date::floor<date::days>(*calendar.local[i]) : firstDay;
        const date::local_days day = correction.day ? firstDay + date::days{*correction.day} : found;
        const WallTime corrected = day + correction.clock.sinceMidnight();
        // A range moves with its begin: its length was not what was wrong.
        if (calendar.end(i) && calendar.local[i])
            calendar.setEnd(i, *calendar.end(i) + (corrected - *calendar.local[i]));
        calendar.local[i] = corrected;
    }
}

} // namespace

void putFirstRowOn(date::local_days day, Calendar& calendar)
{
    const auto first = std::ranges::find_if(calendar.local, [](const auto& t) { return t.has_value(); });
    if (first == calendar.local.end())
        return;
    const date::days shift = day - date::floor<date::days>(**first);
    for (auto* times : {&calendar.local, &calendar.endLocal})
        for (Compact<WallTime>& t : *times)
            if (t)
                t = *t + shift;
}

Calendar findCalendar(const Draft& draft, const Corrections& corrections, const std::vector<int>& clockOf,
                      std::span<const OffsetRange> ranges)
{
    Calendar calendar;
    CalendarBuilder builder{draft, corrections, clockOf, ranges, calendar};
    for (const Stretch stretch : stretchesOf(draft))
        builder.place(stretch);
    builder.settleFirstDay();
    correctClocks(draft, corrections, calendar);
    placeElapsed(draft, corrections, calendar);
    return calendar;
}

} // namespace lockstep
