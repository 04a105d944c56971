#pragma once
#include "core/corrections.h"

namespace lockstep {

/// Which rows run in which lane. The lanes have no zone yet.
struct LanePlan {
    std::vector<Lane> lanes;
    std::vector<LaneId> laneOf; ///< per row of the draft
};

/// The lane of rows that name nobody: "Events".
inline constexpr std::string_view laneOfTheRest = "Events";

/// A lane of a file before this one.
struct TakenLane {
    std::string role;
    std::string zone; ///< the zone all its rows state, without rivals; empty where there is none or its file has no date
    friend bool operator==(const TakenLane&, const TakenLane&) = default;
};

/// The files a file shares its axis with.
struct Company {
    bool isAlone = true;
    std::vector<TakenLane> lanes; ///< of the files before it
};

/// Lanes are the actors if there are two to eight, else the places, else one lane. Rows that name none run in a
/// lane of their own; where they are the larger part, the names make no lanes. A person's SetLane wins.
/// In company the rows that name none run in a lane named after their file, and an actor who has a lane already shares
/// it only where both files are dated and state the same zone for it: else the lane is "Client (chat.md)".
LanePlan planLanes(const Draft& draft, const Corrections& corrections, const Company& company = {});

/// A file's lanes, for those after it. isDated: its rows have dates.
std::vector<TakenLane> lanesTaken(const Draft& draft, const LanePlan& plan, bool isDated);

} // namespace lockstep
