#pragma once
#include "core/scenario.h"

/// How times, lengths and windows read on screen, in pictures and in files: one place.
namespace lockstep {

std::string lengthLabel(Millis);                 ///< "6 h 25 min", "29 min", "45 s"
std::string lengthRange(Millis least, Millis most); ///< "60 to 65 min", "1 h" stays "60 min" below two hours
std::string signedLength(Millis);                ///< "+29 min", true minus sign
std::string clockLabel(WallTime);                ///< "03:30", "03:30:15" when seconds matter
/// "day 2" counted from the earliest local date at the first row, or "Sun 6 Oct 2019" when dated.
std::string dayLabel(const Timeline&, WallTime);
/// "Washington" or, without a place, the zone's own short name; with the dagger where inferred.
std::string laneZoneLabel(const Timeline&, const Lane&);
/// "Backups lock every table: 03:30 to between 04:30 and 04:35 UTC", and shorter forms of it, longest first.
std::vector<std::string> windowLabels(const TimelineView&, const Window&);
std::string_view outcomeWords(Outcome);          ///< "during the lock", "out of date", ...

} // namespace lockstep
