#pragma once
#include "core/scenario.h"

namespace lockstep {

/// What a view does to the locks of its record.
struct LockEdits {
    bool moved = false;               ///< a lock was moved, resized, added or dropped
    const Window* narrowed = nullptr; ///< the first lock whose scope differs
    std::optional<Instant> begin;     ///< where the first moved window begins now; locks come first
};
LockEdits lockEditsOf(const TimelineView&);

/// What a what-if changes, one sentence each, the most telling first:
/// "Backups start at 23:59 in Washington† instead of 23:30.", "The bank reads the mirror.", "Row 8 is left out."
std::vector<std::string> editSentences(const TimelineView&);

/// "10 rows would not have happened.", "Row 4 would not have happened."; empty where all would. What was left out by
/// hand is not counted.
std::string voidSentence(const TimelineView&);

/// A window that lies elsewhere than `was`: "Backups start at 23:59 in Washington† instead of 23:30.", "Backups end 30
/// minutes later."; where it was not there: "Mirror backups lock the mirror from 19:57 UTC."
std::vector<std::string> windowSentences(const TimelineView& view, const Window& window, const Window* was);
/// "Backups lock only the master".
std::string scopeWhatIf(const TimelineView& view, const Window& window);
/// "3 hours earlier".
std::string distanceWords(Millis by);

} // namespace lockstep
