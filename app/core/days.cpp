#include "core/days.h"
#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace lockstep {

namespace {

constexpr Millis nextDayStep = limits::nextDayStep;
constexpr date::days oneDay{1};

/// What one clock has shown so far.
struct ClockState {
    std::optional<WallTime> last;
    std::optional<date::local_days> lastWritten; ///< only of rows with a date of their own
    std::optional<int> statement;
    date::local_days running;                    ///< the day reached under that statement
};

bool stepsBack(WallTime t, const ClockState& state) { return state.last && *state.last - t >= nextDayStep; }

/// The step back is a midnight only if one day mends it; a row about weeks ago is no midnight.
bool oneDayMends(WallTime t, const ClockState& state) { return !stepsBack(t + oneDay, state); }

FoundDay ownDay(const DayRow& row, const ClockState& state, const std::function<bool(date::local_days)>& isSpokenOf)
{
    const WallTime t = row.written + row.time;
    const bool repeats = state.lastWritten && *state.lastWritten == row.written;
    if (row.midnight)
        return {.day = row.written + (*row.midnight ? oneDay : date::days{0})};
    if (repeats && stepsBack(t, state) && oneDayMends(t, state) && isSpokenOf(row.written + oneDay))
        return {.day = row.written + oneDay, .corrected = true};
    return {.day = row.written};
}

FoundDay carriedDay(const DayRow& row, const ClockState& state, bool isFresh)
{
    const bool goesOn = state.statement == row.statement;
    const date::local_days day = goesOn ? state.running : row.written;
    const WallTime t = day + row.time;
    if (row.midnight)
        return {.day = day + (*row.midnight ? oneDay : date::days{0})};
    if (isFresh && row.startsDay)
        return {.day = day};
    if (stepsBack(t, state) && oneDayMends(t, state))
        return {.day = day + oneDay, .stepped = true};
    return {.day = day};
}

/// Each clock by itself, as if all began on the written day.
std::vector<FoundDay> daysWithinClocks(std::span<const DayRow> rows, std::size_t clocks,
                                       const std::function<bool(date::local_days)>& isSpokenOf)
{
    std::vector<FoundDay> found;
    found.reserve(rows.size());
    std::vector<ClockState> states(clocks);
    std::set<int> statements;
    for (const DayRow& row : rows) {
        ClockState& state = states[static_cast<std::size_t>(row.clock)];
        const bool isFresh = !row.own && statements.insert(row.statement).second;
        if (!row.hasTime) {
            found.push_back({.day = row.written});
            continue;
        }
        const FoundDay day = row.own ? ownDay(row, state, isSpokenOf) : carriedDay(row, state, isFresh);
        state.last = day.day + row.time;
        if (row.own) {
            state.lastWritten = row.written;
        } else {
            state.statement = row.statement;
            state.running = day.day;
        }
        found.push_back(day);
    }
    return found;
}

std::vector<bool> clocksOnOneRow(std::span<const DayRow> rows, std::size_t clocks)
{
    std::vector<int> counts(clocks);
    for (const DayRow& row : rows)
        counts[static_cast<std::size_t>(row.clock)] += row.hasTime ? 1 : 0;
    std::vector<bool> isOnOneRow;
    for (const int count : counts)
        isOnOneRow.push_back(count == 1);
    return isOnOneRow;
}

/// Where a row lies on the axis, to an hour or so; nothing for a clock that may have any offset.
std::optional<Millis> roughly(const DayRow& row, const FoundDay& found, std::span<const OffsetRange> ranges)
{
    constexpr std::chrono::hours mostSeason{2};
    const OffsetRange& range = ranges[static_cast<std::size_t>(row.clock)];
    if (range.most - range.least > mostSeason)
        return {};
    return (found.day + row.time).time_since_epoch() - (range.least + range.most) / 2;
}

/// A clock on one row only takes its neighbour's day; where that puts it a whole day later than the neighbour,
/// though both offsets are known, it had not reached that day: 20:45 in New York beside 01:30 in London.
void dayOfLoneRow(std::span<const DayRow> rows, std::size_t row, std::size_t neighbour,
                  std::span<const OffsetRange> ranges, std::vector<FoundDay>& found)
{
    if (neighbour < row)
        found[row].day = found[neighbour].day;
    const auto here = roughly(rows[row], found[row], ranges), there = roughly(rows[neighbour], found[neighbour], ranges);
    if (here && there && *here - *there > oneDay - nextDayStep)
        found[row].day -= oneDay;
}

/// Sets the clocks of the rows under one date against each other. A row whose own date is carried on leads them: the
/// date is that of its clock.
void shiftClocks(std::span<const DayRow> rows, const std::vector<std::size_t>& run,
                 std::span<const OffsetRange> ranges, std::vector<bool> isOnOneRow, std::vector<FoundDay>& found)
{
    const auto clockOf = [&](std::size_t i) { return static_cast<std::size_t>(rows[i].clock); };
    if (rows[run.front()].own)
        isOnOneRow[clockOf(run.front())] = false;
    std::vector<ShiftRow> shiftRows;
    for (const std::size_t i : run)
        shiftRows.push_back({rows[i].clock, found[i].day + rows[i].time});
    const std::vector<date::days> shifts = shiftsBetweenClocks(shiftRows, ranges, isOnOneRow);
    for (const std::size_t i : run)
        if (!rows[i].own)
            found[i].day += shifts[clockOf(i)];

    for (std::size_t k = 0; k < run.size(); ++k)
        if (isOnOneRow[clockOf(run[k])] && run.size() > 1)
            dayOfLoneRow(rows, run[k], run[k > 0 ? k - 1 : 1], ranges, found);
}

/// Rows under one date, by what states it.
std::map<int, std::vector<std::size_t>> runsOf(std::span<const DayRow> rows)
{
    std::map<int, std::vector<std::size_t>> runs;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].own || !rows[i].hasTime)
            continue;
        std::vector<std::size_t>& run = runs[rows[i].statement];
        const bool carriesOn = run.empty() && i > 0 && rows[i - 1].own && rows[i - 1].hasTime
            && rows[i - 1].written == rows[i].written;
        if (carriesOn)
            run.push_back(i - 1);
        run.push_back(i);
    }
    return runs;
}

} // namespace

std::vector<FoundDay> findDays(std::span<const DayRow> rows, std::span<const OffsetRange> ranges,
                               const std::function<bool(date::local_days)>& isSpokenOf)
{
    std::vector<FoundDay> found = daysWithinClocks(rows, ranges.size(), isSpokenOf);
    const std::vector<bool> isOnOneRow = clocksOnOneRow(rows, ranges.size());

    for (const auto& [statement, run] : runsOf(rows))
        shiftClocks(rows, run, ranges, isOnOneRow, found);
    return found;
}

} // namespace lockstep
