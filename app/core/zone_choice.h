#pragma once
#include "core/calendar.h"
#include "core/clock_sources.h"

namespace lockstep {

/// One way a clock can run: a reading of its words, and where no date tells, one of its offsets.
struct Setting {
    std::size_t option = 0;       ///< index into ClockSource::options
    std::optional<Phase> phase;   ///< absent in a dated document: the zone's own rules hold
    std::size_t reversed = 0;     ///< neighbours of different clocks that run backwards, the others at their best
};

/// How one clock is read, and what else it could have been.
struct ClockChoice {
    std::vector<Setting> settings; ///< every way there is, the places in order, standard time first
    std::size_t chosen = 0;
    bool isByOrder = false;   ///< the order of the rows decided between several
    bool offsetKnown = true;  ///< false: undated, and order leaves more than one offset; or no zone at all
    const Setting& setting() const { return settings[chosen]; }
};

struct ZoneChoices {
    std::vector<ClockChoice> clocks; ///< per clock
    std::size_t reversedWithin = 0;  ///< neighbours on one clock that run backwards, whatever the zones
    std::size_t reversedBetween = 0; ///< the rest, with the settings chosen
};

/// Chooses zones, and offsets where the document is undated, by the fewest reversed neighbours of different clocks;
/// among equals places on the same side of the year, then the first reading.
ZoneChoices chooseZones(const Draft& draft, const std::vector<ClockSource>& clocks, const std::vector<int>& clockOf,
                        const Calendar& calendar);

/// The neighbours of each incident that have a clock, in document order: indices of rows. A clock without a zone says
/// nothing beside one with a zone, so that rows of either kind have neighbours among their own.
std::vector<std::pair<std::size_t, std::size_t>> neighbours(const Draft& draft, const std::vector<ClockSource>& clocks,
                                                            const std::vector<int>& clockOf, const Calendar& calendar);

/// The instant of a wall time under an option, gaps and repeats by their first reading.
Instant instantUnder(const ZoneOption& option, const std::optional<Phase>& phase, WallTime local);

/// The local dates of the first row within a year on which rows of different clocks run in order under the rules
/// of the zones chosen. Range: at most 366.
std::vector<date::local_days> feasibleNights(const Draft& draft, const std::vector<ClockSource>& clocks,
                                             const std::vector<int>& clockOf, const Calendar& calendar,
                                             const ZoneChoices& choices, date::year year = rulesYear);

} // namespace lockstep
