#pragma once
#include "core/places.h"

namespace lockstep {

/// A mistyped zone name such as "UC/Pacific": the zones one letter away from it, with source "close spelling"
/// and a label that says so. Empty unless all of them are one zone.
std::vector<PlaceCandidate> closelySpelledZones(std::string_view written);

/// The least number of letters put in, left out, changed or swapped with their neighbour.
std::size_t editDistance(std::string_view one, std::string_view other);

} // namespace lockstep
