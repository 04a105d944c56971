#pragma once
#include "core/instant.h"
#include "core/limits.h"
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace lockstep {

/// A row whose local date is sought. Rows of one place share a clock.
struct DayRow {
    int clock = 0;
    Millis time{0};            ///< since midnight, as stated
    bool hasTime = true;       ///< false: the row states a date alone
    date::local_days written;  ///< the date stated in the row or above it; in an undated document any day will do
    bool own = false;          ///< the date stands in the row itself
    int statement = 0;         ///< rows under the same date share it; only meaningful when not `own`
    bool startsDay = false;    ///< that date is a day's own heading, not the title's: its first row is on that day
    std::optional<bool> midnight = {}; ///< a person says that one lies before this row, or that none does
};

/// What is known of a clock's offset while days are sought. A place with rivals may have any.
struct OffsetRange {
    std::chrono::minutes least = limits::leastOffset, most = limits::mostOffset;
};

/// The local date of a row and how it was found.
struct FoundDay {
    date::local_days day;
    bool stepped = false;   ///< the next day, for the clock stepped back three hours or more
    bool corrected = false; ///< the row repeats a date that must be the day after
    friend bool operator==(const FoundDay&, const FoundDay&) = default;
};

/// The local date of each row of one incident, in document order.
/// Within one clock a step back of three hours or more is the next day; less is disorder and stays. Between clocks
/// one whole-day shift per clock is chosen: the one for which some offset in its range gives the fewest reversed
/// neighbours, then the shortest span. A clock on one row only takes its neighbour's day, or the one before where it
/// had not reached that one. A row's own date wins, and where it is carried on it is that of the row's clock, but
/// for a repeated date after such a step back whose next day `isSpokenOf` in the document.
/// ranges: one per clock.
std::vector<FoundDay> findDays(std::span<const DayRow> rows, std::span<const OffsetRange> ranges,
                               const std::function<bool(date::local_days)>& isSpokenOf);

/// A row on the calendar of its clock, before clocks are set against each other.
struct ShiftRow {
    int clock = 0;
    WallTime local;
};

/// The whole days to add to each clock's rows so that the clocks fit together; the first row's clock moves by none.
/// Clocks on one row only move by none as well. ranges: one per clock.
std::vector<date::days> shiftsBetweenClocks(std::span<const ShiftRow> rows, std::span<const OffsetRange> ranges,
                                            const std::vector<bool>& isOnOneRow);

} // namespace lockstep
