#pragma once
#include "core/scenario.h"
#include <optional>
#include <string>
#include <vector>

namespace lockstep::cli {

/// An event as `lockstep events` prints it, in the current scenario. Absent values print as null or nothing.
struct Row {
    EventId id = 0;
    std::optional<int> line;          ///< of the source
    std::optional<std::string> source; ///< the file's name; absent where there is only one
    std::string lane;
    std::optional<std::string> actor;
    std::string text, written;        ///< written: the clock as the document has it
    std::optional<std::string> local; ///< "2019-10-06T23:30:00"; "23:30:00" when undated; "2019-10-06" without a clock
    std::optional<std::string> zone;  ///< IANA name or "+01:00"
    std::optional<std::string> utc;   ///< "2019-10-07T03:30:00Z"; absent when undated, unzoned or without a clock
    std::optional<long long> day;     ///< when undated: local days since the first event's
    std::optional<std::string> utcClock; ///< when undated: "03:30:00", where the offset is determined
    std::optional<std::string> endLocal, endUtc;
    bool approx = false;
    std::optional<std::string> reads;   ///< what a look-up reads; "all" while no resource is named
    std::optional<std::string> outcome; ///< "blocked", "fresh" ...
    long long movedMs = 0;            ///< Units: milliseconds from the record
    std::vector<std::string> notes;
};

/// One event, from 1 to the view's count; the events a scenario adds come last.
Row rowOf(const TimelineView& view, EventId id);

} // namespace lockstep::cli
