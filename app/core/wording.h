#pragma once
#include "core/scenario.h"

/// How times, lengths and windows read on screen, in pictures and in files: one place.
namespace lockstep {

std::string lengthLabel(Millis);                 ///< "6 h 25 min", "60 min", "29 min", "45 s"; minutes below two hours
std::string lengthRange(Millis least, Millis most); ///< "60 to 65 min"; one length when both are equal
std::string signedLength(Millis);                ///< "+29 min", "−30 min" with a true minus sign, "0 min"
std::string clockLabel(WallTime);                ///< "03:30", "03:30:15" when seconds matter
/// The same on this timeline's axis: "T+0:05", "T+26:00", "T−0:10" where all of it counts from a zero.
std::string clockLabel(const Timeline&, WallTime);
/// "back by 40 s" of a clock that was fast, "forward by 40 s" of one that was slow.
std::string setBackWords(Millis ahead);
/// "day 2" counted from the earliest local date at the first row, or "Sun 6 Oct 2019" when dated; empty where all
/// counts from a zero.
std::string dayLabel(const Timeline&, WallTime);
/// What a lane's clock is called: "Washington", "CEST" as written, else the zone's own short name; with the dagger
/// where inferred. Empty: no zone known.
std::string laneZoneLabel(const Timeline&, const Lane&);
/// The same without the dagger, for sentences.
std::string clockName(const Lane&);
/// Whether a lane's clock is called by a place: "10:35 in Vietnam", but "10:35 CEST".
bool isNamedByPlace(const Lane&);
/// "Backups lock every table: 03:30 to between 04:30 and 04:35 UTC", and shorter forms of it, longest first.
std::vector<std::string> windowLabels(const TimelineView&, const Window&);
std::string_view outcomeWords(Outcome);          ///< "during the lock", "out of date", "up to date"; empty for None

/// What a window concerns, in words: the document's own ("every table") while its scope is as recorded, else
/// "everything", "the master", "the master and the mirror".
std::string scopeWords(const TimelineView&, const Window&);
/// "the master"; a name with a capital takes no article.
std::string resourceWords(const Timeline&, const ResourceId&);
/// The bounds of a window on the UTC ruler: "03:30 to 03:59", "03:30 to between 04:30 and 04:35"; with the day
/// after each clock when the window is a day long or longer.
std::string boundsLabel(const Timeline&, const Window&);
/// The same as a picture may say it, longest first: with the name of the clock, and "03:30 to 04:30 or 04:35".
std::vector<std::string> boundsLabels(const Timeline&, const Window&);
/// How long a window lasts, its uncertain ends included: "60 to 65 min".
std::string windowLength(const Window&);
/// True for names that read as more than one: "Backups", "Backups of the branch"; false for "Integration", "Process".
bool readsAsPlural(std::string_view name);
/// The part of a lane's zone a person knows: "New York" of "America/New_York", "UTC+7" of "+07:00"; empty without one.
std::string zoneShortName(const Lane&);
/// "bank.log and chat.md"; empty where the text came from no file.
std::string sourceNames(const Timeline&);
/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& items);
/// "1 look-up", "3 look-ups".
std::string counted(int count, std::string_view singular);

} // namespace lockstep
