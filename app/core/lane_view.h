#pragma once
#include "core/timeline.h"

namespace lockstep {

/// How a lane is shown: a presentation, never part of what the record says.
struct LaneShown {
    std::string lane;      ///< its role
    bool isFolded = false; ///< to one line, without words
    bool isHidden = false;
    friend bool operator==(const LaneShown&, const LaneShown&) = default;
};

/// In the order in which they stand. Lanes that it does not name follow in the record's order, a name that no lane has
/// is passed over: it may come back with the next change of the record.
using LanesShown = std::vector<LaneShown>;

/// A lane of the record where and how it is to be drawn.
struct LanePlace {
    LaneId lane = 0;
    bool isFolded = false, isHidden = false;
    friend bool operator==(const LanePlace&, const LanePlace&) = default;
};

/// Every lane of the record, once.
std::vector<LanePlace> lanePlaces(const Timeline& record, const LanesShown& shown);

/// With a lane right before another, or last where that is none.
LanesShown placed(const Timeline& record, const LanesShown& shown, LaneId lane, std::optional<LaneId> before);
LanesShown folded(const Timeline& record, const LanesShown& shown, LaneId lane, bool isFolded);
LanesShown hidden(const Timeline& record, const LanesShown& shown, LaneId lane, bool isHidden);
/// The names of those that are hidden.
std::set<std::string> hiddenLanes(const LanesShown& shown);
/// All lanes in sight again, in their order.
LanesShown withoutHidden(const Timeline& record, const LanesShown& shown);

} // namespace lockstep
