#pragma once
#include "core/scenario.h"
#include "core/words.h"

/// Words and counts the headline, the subtitle and the footnotes share.
namespace lockstep {

/// "5 minutes", "1 minute", "an hour", "65 minutes", "6 hours 25 minutes", "45 seconds".
std::string spelledLength(Millis);
/// "row 3", "rows 4 to 11, 14 and 15" of rows in ascending order; of many parts the last ones are counted: "and 23 more".
std::string rowsInWords(const std::vector<EventId>&);
/// "two"; digits above ten.
std::string numberWord(int);
/// "the client" for a role the vocabulary knows, a name as it is: "Pablo".
std::string laneInSentence(const Lane&);
/// "the backups", "the information integration".
std::string windowInSentence(const Window&);
/// "the lock" where it is the only one that locks, else by the process in its name: "the integration".
std::string lockName(const TimelineView&, const Window&);
/// "10:35" on a lane's own clock.
std::string clockIn(const TimelineView&, LaneId, Instant);
/// "10:35 in Vietnam", "23:35 in Washington†", "03:35 UTC", "10:35" without a zone.
std::string momentIn(const TimelineView&, LaneId, Instant);
/// The lane on whose clock a window begins: that of the row its begin is tied to.
std::optional<LaneId> laneOf(const TimelineView&, const Window&);

/// The look-ups of a view with an instant, in order of time, dropped ones included.
std::vector<EventId> lookUpsIn(const TimelineView&);
bool isStale(Outcome);  ///< stale or possibly stale
bool isLocked(Outcome); ///< blocked or possibly blocked
/// What most look-ups of a list look for, in the plural: "balances"; "answers" when they differ.
std::string seenBy(const TimelineView&, const std::vector<EventId>&);
/// "check balance" is a "balance check", anything else a "look-up".
std::string lookUpName(const TimelineView&, EventId);

/// The windows that lock, as the view has them.
std::vector<const Window*> locksIn(const std::vector<Window>&);
const Window* windowIn(const TimelineView&, const WindowId&);
/// "is" or "are", after what a window concerns.
std::string_view isOrAre(std::string_view words);
std::string_view wasOrWere(std::string_view words);

/// Joins sentences with blanks as long as the whole stays within `most` characters.
std::string joined(const std::vector<std::string>& sentences, std::size_t most);
/// Characters a person sees.
std::size_t characters(std::string_view utf8);

} // namespace lockstep
