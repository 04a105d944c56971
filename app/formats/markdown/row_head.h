#pragma once
#include "core/draft.h"
#include "formats/date_text.h"
#include <string_view>

namespace lockstep::markdown {

/// The moment at the start of a row: "2023-09-18 13:42", "13:15 PST 29 april 2022 -", "[11:00 AM:]", "Feb 20 2018 14:17".
struct RowHead {
    std::optional<Clock> clock, endClock;
    std::optional<Elapsed> elapsed;      ///< "T+5m", alone or beside a clock
    std::string written;                 ///< the clock as written
    std::optional<StatedDate> date, endDate;
    std::string dateWritten, zone;
    std::string laterDay;                ///< "Next day", "Day 2", "Tue": words for the day of a row without a date
    int dayNumber = 0;                   ///< 2 of "Day 2"
    int dayOfWeek = -1;                  ///< 1 of "Tue"; 0 is Monday
    bool approx = false;
    bool led = false;                    ///< "At 3:50 PM, ...": how a sentence of prose begins, too
    bool dotted = false;                 ///< "15.03": may be any number
    bool closed = false;                 ///< a colon, dash or the like parts it from the text
    std::vector<std::string> doubts;
    std::vector<Problem> faults;         ///< a clock out of range, a date that does not exist
    std::size_t textAt = 0;              ///< where what happened begins
    bool hasTime() const { return clock || elapsed; }
};

/// Reads the head of a row. Without a moment there it has neither clock nor date, but it may have faults.
RowHead readRowHead(std::string_view text, DayOrder order = DayOrder::Unknown);

/// A row that ends with its moment: "Detected: 10:40 UTC", "Resolved 2023-09-20 19:18", "Server down (10:05)"; or holds
/// it in brackets behind its label: "Detection (06:10 UTC): Mail stops".
struct EndRow {
    RowHead head;
    std::string text;
    bool labelled = false; ///< the moment stands between label and text
};
std::optional<EndRow> readEndRow(std::string_view text, DayOrder order = DayOrder::Unknown);

/// Where a second row begins within the text of a row: "... went on. - 11:00 AM: Traffic was moved", or without a dash
/// where its clock carries the marks of the first, "12:06pm EAT: ...". npos: nowhere.
std::size_t secondRowAt(std::string_view text, const RowHead& first);

} // namespace lockstep::markdown
