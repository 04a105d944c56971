#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep {

/// One reading of a place, zone or abbreviation somebody wrote.
struct PlaceCandidate {
    std::string zone;   ///< IANA name, or a fixed offset "+07:00"
    std::string label;  ///< what this reading means: "Washington, D.C.", "Washington state", "India"
    std::string source; ///< where the answer comes from: "zone name", "offset", "country", "city", "alias", "abbreviation", "close spelling"
    /// An abbreviation says which phase it means: "EDT" is daylight time, "EST" standard time.
    std::optional<std::chrono::minutes> statedOffset;
    friend bool operator==(const PlaceCandidate&, const PlaceCandidate&) = default;
};

/// Every reading of what was written, best first; empty when it names no place we know.
/// Order: zone name, UTC offset, country, city of a zone, curated alias, abbreviation.
/// An explicit offset beside a name beats it: "PST (UTC-7)", "Zurich time (UTC+1)". Of two places the wider
/// rules: "Paris, Texas". A zone name with one letter wrong is read with source "close spelling": "UC/Pacific".
std::vector<PlaceCandidate> placesFor(std::string_view written);

/// Known spellings close to one that is unknown ("Vietnan" -> "Vietnam"), best first, at most three.
std::vector<std::string> placesLike(std::string_view written);

} // namespace lockstep
