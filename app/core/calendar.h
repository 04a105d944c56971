#pragma once
#include "core/corrections.h"
#include "core/days.h"
#include "core/resolve.h"
#include <set>

namespace lockstep {

/// A sentence about one row.
struct RowNote {
    std::size_t row = 0; ///< index into Draft::events
    std::string sentence;
    std::string answer = {};          ///< what was decided about its clock or day, where something else could have been
    bool isOfDay = false;
    std::vector<Rival> rivals = {};
};

/// The local dates and times of the rows, offsets not yet looked at.
struct Calendar {
    bool dated = false;    ///< false: the first row's day is 1970-01-01
    bool isElapsed = false;  ///< every row counts from a zero that has no clock; the zero is 1970-01-01 00:00
    bool isYearless = false; ///< a month and a day are stated, no year is
    std::set<int> newestFirst; ///< incidents whose rows are listed with the newest on top: their order is read upwards
    std::vector<Compact<WallTime>> local; ///< per row; absent where neither clock nor day can be told
    std::vector<Compact<WallTime>> endLocal; ///< empty where no row has an end
    Compact<WallTime> end(std::size_t row) const { return endLocal.empty() ? Compact<WallTime>{} : endLocal[row]; }
    void setEnd(std::size_t row, Compact<WallTime> end)
    {
        if (end && endLocal.empty())
            endLocal.resize(local.size());
        if (!endLocal.empty())
            endLocal[row] = end;
    }
    std::vector<RowNote> notes;
    std::vector<Inference> inferences;
    std::vector<Problem> problems;
};

/// Moves all rows by whole days, so that the first one with a day has this one.
void putFirstRowOn(date::local_days day, Calendar& calendar);

/// clockOf: per row, index into ranges. Corrected clocks do not move the days.
Calendar findCalendar(const Draft& draft, const Corrections& corrections, const std::vector<int>& clockOf,
                      std::span<const OffsetRange> ranges);

/// A date of a row made whole, or nothing where none is stated.
struct WholeDate {
    Compact<date::local_days> day;
    bool own = false, startsDay = false;
    int statement = 0; ///< rows under one date share it
};

/// The rows' dates with their years, and whether these are real. A year is filled in only from a full date
/// elsewhere in the document, or from a person's date.
struct WholeDates {
    bool dated = false, isYearless = false;
    std::vector<WholeDate> rows;
    std::vector<Compact<date::local_days>> ends; ///< empty where no row states the day of its end
    Compact<date::local_days> end(std::size_t row) const { return ends.empty() ? Compact<date::local_days>{} : ends[row]; }
    std::vector<RowNote> notes;
    std::vector<Problem> problems;
};
WholeDates wholeDates(const Draft& draft, const Corrections& corrections);

/// Whether a file's dates are real: some row or a person states one with its year.
bool hasYear(const Draft& draft, const Corrections& corrections);

/// Whether the document speaks of the day after a date some rows repeat: in another row, its prose or its title.
bool speaksOfNextDay(const Draft& draft, const WholeDates& dates, date::local_days next);

} // namespace lockstep
