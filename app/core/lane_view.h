#pragma once
#include "core/bands.h"

namespace lockstep {

/// How a lane is shown: a presentation, never part of what the record says.
struct LaneShown {
    std::string lane;      ///< its name
    bool isFolded = false; ///< to one line, without words
    bool isHidden = false;
    bool isPinned = false; ///< it stands above those that are not, and stays in sight while they scroll
    LanesBy by = LanesBy::Record; ///< what it is a lane by
    friend bool operator==(const LaneShown&, const LaneShown&) = default;
};

/// What tells the lanes apart, and those that were moved, folded, hidden or pinned, in the order in which they stand.
/// Lanes that it does not name follow in the record's order. A name that no lane has is passed over: it may come back
/// with the next change of the record. What is said of lanes by something else waits until they are shown again.
struct LanesShown {
    std::vector<LaneShown> lines;
    LanesBy by = LanesBy::Record;
    bool isAsRecorded() const { return *this == LanesShown{}; }
    friend bool operator==(const LanesShown&, const LanesShown&) = default;
};

/// A lane of the chart where and how it is to be drawn.
struct LanePlace {
    BandId lane = 0;
    bool isFolded = false, isHidden = false, isPinned = false;
    friend bool operator==(const LanePlace&, const LanePlace&) = default;
};

/// Every lane once, those that are pinned first.
std::vector<LanePlace> lanePlaces(const Bands& bands, const LanesShown& shown);

/// With a lane right before another, or last where that is none.
LanesShown placed(const Bands& bands, const LanesShown& shown, BandId lane, std::optional<BandId> before);
LanesShown folded(const Bands& bands, const LanesShown& shown, BandId lane, bool isFolded);
LanesShown hidden(const Bands& bands, const LanesShown& shown, BandId lane, bool isHidden);
LanesShown pinned(const Bands& bands, const LanesShown& shown, BandId lane, bool isPinned);
/// The names of those that are hidden.
std::set<std::string> hiddenLanes(const LanesShown& shown);
/// All lanes in sight again, in their order.
LanesShown withoutHidden(const Bands& bands, const LanesShown& shown);

} // namespace lockstep
