#pragma once
#include "core/days.h"
#include "core/lanes.h"
#include <set>

namespace lockstep {

/// One way to read the words a clock goes by.
struct ZoneOption {
    Zone zone = Zone::utc();
    std::string label; ///< "Washington, D.C."; empty where nothing need be said
    std::optional<std::chrono::minutes> statedOffset; ///< "EST" says standard time, whatever the date
};

/// An offset a zone has at some time of the year.
struct Phase {
    std::chrono::minutes offset{0};
    bool isSummer = false; ///< the larger of two
    bool changes = false;  ///< the zone has another phase as well
    friend bool operator==(const Phase&, const Phase&) = default;
};

/// A clock of the document: rows of one place, or under one zone, share it.
struct ClockSource {
    std::string words;               ///< as written: "Washington", "PST"; empty where no row says
    int line = 0;                    ///< first line that says so
    std::vector<ZoneOption> options; ///< best first; empty: no zone is known
    bool isChosen = false;           ///< by a person
    /// What the document's own words say where a person chose otherwise: days are found by these.
    std::vector<ZoneOption> stated;
    std::set<std::string> spellings = {}; ///< all words of the document that mean it
};

struct ClockPlan {
    std::vector<ClockSource> clocks;
    std::vector<int> clockOf;     ///< per row
    std::vector<int> clockOfLane; ///< the one most of a lane's rows go by
    /// Per row: the zone words the document states for it, where a person's choice reads them as another; empty: nowhere.
    std::vector<const Stated<std::string>*> overridden;
    std::vector<Problem> problems;
};

/// Which clock each row goes by and how its words can be read. A row's own words win, then the lane's clock;
/// a person's choice replaces the lane's clock, and may be a place with rivals itself. The draft must outlive the plan.
ClockPlan planClocks(const Draft& draft, const LanePlan& lanes, const Corrections& corrections);

/// The words that say which clock a row goes by: its own zone, else its place, else the zone stated for all.
std::string zoneWordsOf(const DraftEvent& row);

/// The offsets an option can have where no date tells which, the standard one first.
/// Rules are those of one fixed year, so that the answer does not hang on today.
std::vector<Phase> phasesOf(const ZoneOption& option);

/// The range of offsets to seek days with, per clock: a place with rivals may have any.
std::vector<OffsetRange> rangesOf(const std::vector<ClockSource>& clocks);

/// The year whose rules count where the document has no date.
inline constexpr date::year rulesYear{2025};

} // namespace lockstep
