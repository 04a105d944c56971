#pragma once
#include "core/finding.h"

namespace lockstep {

inline constexpr std::size_t subtitleLength = 165; ///< characters that fit under the headline of a picture

/// What a what-if changes for the look-ups, against the record. Only counts and facts; no cause, no blame.
/// The moment is the begin of the window that was moved, else that of the record.
Finding whatIfFinding(const TimelineView& view, const Finding& recorded);

/// What a what-if comes to for the look-ups, one sentence each, the most telling first: "Locking only the master lets the
/// client look, but at old balances.", "The bank is still locked out."
std::vector<std::string> consequenceSentences(const TimelineView& view);

struct OutcomeChange {
    EventId id = 0;
    Outcome was = Outcome::None, now = Outcome::None;
};
/// "2 look-ups fall into the lock instead of 3"; empty where no count changes.
std::string countedChange(const std::vector<OutcomeChange>& changes);

} // namespace lockstep
