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
    if (repeats && stepsBack(t, state) && oneDayMends(t, state) && isSpokenOf(row.written + oneDay))
        return {.day = row.written + oneDay, .corrected = true};
    return {.day = row.written};
}

FoundDay carriedDay(const DayRow& row, const ClockState& state, bool isFresh)
{
    const bool goesOn = state.statement == row.statement;
    const date::local_days day = goesOn ? state.running : row.written;
    const WallTime t = day + row.time;
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

/// Sets the clocks of the rows under one date against each other.
void shiftClocks(std::span<const DayRow> rows, const std::vector<std::size_t>& run,
                 std::span<const OffsetRange> ranges, const std::vector<bool>& isOnOneRow, std::vector<FoundDay>& found)
{
    std::vector<ShiftRow> shiftRows;
    for (const std::size_t i : run)
        shiftRows.push_back({rows[i].clock, found[i].day + rows[i].time});
    const std::vector<date::days> shifts = shiftsBetweenClocks(shiftRows, ranges, isOnOneRow);
    for (const std::size_t i : run)
        found[i].day += shifts[static_cast<std::size_t>(rows[i].clock)];

    for (std::size_t k = 0; k < run.size(); ++k) {
        if (!isOnOneRow[static_cast<std::size_t>(rows[run[k]].clock)])
            continue;
        if (k > 0)
            found[run[k]].day = found[run[k - 1]].day;
    }
}

} // namespace

std::vector<FoundDay> findDays(std::span<const DayRow> rows, std::span<const OffsetRange> ranges,
                               const std::function<bool(date::local_days)>& isSpokenOf)
{
    std::vector<FoundDay> found = daysWithinClocks(rows, ranges.size(), isSpokenOf);
    const std::vector<bool> isOnOneRow = clocksOnOneRow(rows, ranges.size());

    std::map<int, std::vector<std::size_t>> runs;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!rows[i].own && rows[i].hasTime)
            runs[rows[i].statement].push_back(i);
    for (const auto& [statement, run] : runs)
        shiftClocks(rows, run, ranges, isOnOneRow, found);
    return found;
}

} // namespace lockstep
