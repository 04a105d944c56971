#pragma once
#include "core/reading.h"
#include <map>

namespace lockstep {

/// A reading's entries by what they are about; of two on the same thing the later one holds.
struct Corrections {
    std::optional<std::string> title;
    std::optional<date::year_month_day> firstRow;
    std::map<std::string, std::string> zones; ///< by the lane's role; "" for the whole file
    std::map<std::string, std::string> zoneWords; ///< what the file's own words mean
    std::map<EventId, SetClock> clocks;
    std::map<EventId, std::string> lanes;
    std::map<EventId, Kind> kinds;
    std::map<EventId, ResourceId> eventReads;
    std::map<std::string, ResourceId> laneReads;
    std::map<EventId, bool> folds;
    std::map<EventId, bool> midnights;
    std::optional<int> year;
    std::optional<bool> dayFirst, newestFirst;
    std::optional<EpochUnit> epochUnit;
    std::string columns; ///< which of them a person named: "time=When"
    Millis clockAhead{0};
};

/// What a reading corrects in one file; rows and lanes of the others are among it and found nowhere.
Corrections correctionsOf(const Reading& reading, const Draft& file);

/// Whether a file goes by this name in a reading: its own, or none for the first.
bool isNamed(const Draft& file, const std::string& source);
/// That name.
std::string nameInReading(const Draft& file);

/// What the kinds, reads, resources and links of a reading make of the record.
void applyMeaning(const Corrections& corrections, const Reading& reading, Timeline& timeline);

/// Adds, replaces and removes windows as the reading says. Needs instants.
void applyWindows(const Reading& reading, Timeline& timeline);

/// Sets and removes the named moments and what is measured between them.
void applyMoments(const Reading& reading, Timeline& timeline);

/// Entries that name a row or a lane the document does not have; they are kept and do nothing.
std::vector<Problem> strayEntries(const Reading& reading, const Timeline& timeline);

} // namespace lockstep
