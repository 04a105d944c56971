#pragma once
#include "core/joined.h"

/// What is said about days, zones and order: for `check` in its own words, on screen in plain ones.
namespace lockstep {

/// The zones that were chosen among several, what bounds their offsets, and the nights that fit.
std::vector<Inference> zoneInferences(const Understanding& known);

/// Zones that the date or a person's choice contradicts, with both readings.
std::vector<Problem> contradictedZones(const Understanding& known);

/// What is said of a dated document whose rows run backwards; empty for any other.
/// resolved: reversed rows and repairs of this file; record: its rows.
std::string disorderOf(const Understanding& known, const Resolved& resolved, const Timeline& record);

/// The lanes of a file without a time zone, in one sentence; empty where all have one.
std::string unzonedWords(const Understanding& known);

/// The one sentence of the message bar; empty when nothing needs saying.
std::string messageOf(const std::vector<ReadFile>& files, const Resolved& resolved);

/// The sentences behind "Why?".
std::string whyOf(const std::vector<ReadFile>& files, const Resolved& resolved);

// What both are made of.

/// "D.C." of "Washington, D.C." where "Washington" is written; the words themselves where they have one reading.
std::string readingName(const ClockSource& clock, const ZoneOption& option);
/// "9 March 2019"
std::string dateWords(date::local_days day);
/// "Row 8 lies 2 min before row 7."
std::string reversedWords(const ReversedPair& pair);
/// "1 row runs backwards", "4 rows run backwards"
std::string rowsBackwards(std::size_t count);
/// Readings with equal counts in summer and winter are one: "D.C. in winter", 4.
struct RankedReading {
    std::string name;
    std::size_t reversed = 0;
};
/// All readings of a clock, the best first. inCheck: "daylight time" instead of "in summer".
std::vector<RankedReading> rivalsOf(const Understanding& known, int clock, bool inCheck);

} // namespace lockstep
