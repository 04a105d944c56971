#pragma once
#include "core/resolve.h"
#include "core/scenario.h"

/// The sentences under a picture, by what they are about.
namespace lockstep {

/// Days and zones: "† The document has no date. Washington is read as Washington, D.C. on summer time (UTC−4), the
/// only offset in use that puts all 15 rows in order. Day 1 is Washington's first day."
std::vector<std::string> daySentences(const Timeline&, const Reading&, const Resolved&);
/// How uncertain ends are bounded, and which windows are read from the words.
std::vector<std::string> boundSentences(const TimelineView&);
/// What the document contradicts or leaves out: "Row 6 lies 5 h 45 min before row 5; drawn as stated."
std::vector<std::string> contradictionSentences(const Resolved&);
/// How doubtful rows and lines are read, alike ones told once: "“20:00 pm” is read as 20:00.", "Rows 10 to 12 repeat
/// the date above, but the clock steps back; read as the day after." A clock a person corrected stands with what was
/// decided by hand.
std::vector<std::string> rowSentences(const Timeline&, const Reading&, const Resolved&);
/// What a person decided: "The clock of row 3 was corrected from 10:35 to 10:36." On the record also who reads what
/// and the windows set by hand; a what-if tells the first itself and has no room for the second.
std::vector<std::string> readingSentences(const TimelineView&, const Reading&);
/// What a what-if moves, and who reads what: "Moved: row 2 by +29 min, and the lock with it, as long as recorded
/// (60 to 65 min). ... Everything else stands as recorded."
std::vector<std::string> movedSentences(const TimelineView&);

} // namespace lockstep
