#pragma once
#include "core/scenario.h"

namespace lockstep {

/// What a stretch of time, or some rows, hold: for a sentence beside a measure or a selection.
struct RangeFacts {
    Span span{};                     ///< from the first to the last of the rows; as asked for of a stretch
    int rows = 0;
    std::map<Kind, int> kinds;
    std::map<Outcome, int> outcomes; ///< of the look-ups
    Millis longestSilence{0};        ///< between two neighbouring rows
    friend bool operator==(const RangeFacts&, const RangeFacts&) = default;
};

/// The rows that happen within [begin, end], both included.
RangeFacts factsWithin(const TimelineView& view, Span span);
/// Those of these rows that happen and have an instant.
RangeFacts factsOf(const TimelineView& view, const std::set<EventId>& rows);

/// "60 min: 12 rows, 4 look-ups (3 during the lock). Longest silence 36 min."
std::string factsWords(const RangeFacts& facts);

} // namespace lockstep
