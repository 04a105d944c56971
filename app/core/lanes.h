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

/// Lanes are the actors if there are two to eight, else the places, else one lane. Rows that name none run in a
/// lane of their own; where they are the larger part, the names make no lanes. A person's SetLane wins.
LanePlan planLanes(const Draft& draft, const Corrections& corrections);

} // namespace lockstep
