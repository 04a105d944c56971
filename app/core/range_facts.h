#pragma once
#include "core/scenario.h"

namespace lockstep {

/// What one lane has in a stretch.
struct LaneFacts {
    int rows = 0, lookUps = 0;
    std::map<Outcome, int> outcomes; ///< of the look-ups
    friend bool operator==(const LaneFacts&, const LaneFacts&) = default;
};

/// How much of a stretch lies under a window; least and most are apart where a bound of it is uncertain.
struct WindowPart {
    WindowId window;
    Millis least{0}, most{0};
    friend bool operator==(const WindowPart&, const WindowPart&) = default;
};

/// What a stretch of time, or some rows, hold: for a sentence beside a measure or a selection.
struct RangeFacts {
    Span span{};                     ///< from the first to the last of the rows; as asked for of a stretch
    int rows = 0;
    std::map<Kind, int> kinds;
    std::map<Outcome, int> outcomes; ///< of the look-ups
    std::map<LaneId, LaneFacts> lanes; ///< those that have rows there
    std::vector<WindowPart> windows; ///< those that cover some of a stretch; none for rows
    Millis longestSilence{0};        ///< between two neighbouring rows; of a stretch also from and to its ends
    friend bool operator==(const RangeFacts&, const RangeFacts&) = default;
};

/// The rows that happen within [begin, end], both included.
RangeFacts factsWithin(const TimelineView& view, Span span);
/// Those of these rows that happen and have an instant.
RangeFacts factsOf(const TimelineView& view, const std::set<EventId>& rows);

/// "3 during the lock and 1 up to date"; empty where nothing is said of any.
std::string outcomesWords(const std::map<Outcome, int>& outcomes);

/// "60 min: 12 rows, 4 look-ups (3 during the lock). Longest silence 36 min."
std::string factsWords(const RangeFacts& facts);

} // namespace lockstep
