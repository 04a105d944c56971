#pragma once
#include "core/places.h"
#include <set>

namespace lockstep {

/// What a name or phrase can mean, and every zone it covers: more than its candidates for a large country.
struct PlaceReading {
    std::vector<PlaceCandidate> candidates;
    std::set<std::string> zones;
};

/// One name, nothing around it: "Vietnam", "PST", "UTC-4", "europe/paris".
PlaceReading readName(std::string_view name);

/// A name among others: "PST (UTC-7)", "Paris, Texas", "local time in Zurich", "Berlin (CEST)".
PlaceReading readPhrase(std::string_view phrase);

/// Adds a candidate unless its zone and stated offset are there already.
void addCandidate(std::vector<PlaceCandidate>& candidates, PlaceCandidate candidate);

} // namespace lockstep
