#pragma once
#include "core/places.h"
#include <map>
#include <set>

namespace lockstep {

/// One meaning of a name in the place tables.
struct PlaceEntry {
    PlaceCandidate candidate; ///< zone is empty for a country: zonesOfCountry tells
    std::string country;      ///< ISO 3166 code, for countries only
    std::string name;         ///< as the table spells it
    bool capitalsOnly = false;
};

/// The zones of a country, the main one first.
struct CountryZones {
    std::string label; ///< "Vietnam"
    std::vector<std::string> all;
};

/// Everything that has a name, by its foldedKey. Made once from the machine's tables and resources/places.
struct PlaceTables {
    std::map<std::string, std::vector<PlaceEntry>> byKey; ///< each list in the order of product's sources
    std::map<std::string, CountryZones> countries;        ///< by ISO 3166 code
    std::set<std::string> wordsAround;                    ///< folded: "time", "local"
};

const PlaceTables& placeTables();

/// The zones of a country that its people would have to choose between: of those whose clocks have
/// agreed since 2015 only the first is left. Empty for an unknown code.
std::vector<std::string> distinctZones(const std::string& countryCode);

} // namespace lockstep
