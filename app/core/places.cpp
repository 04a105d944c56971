#include "core/places.h"
#include "core/folding.h"
#include "core/limits.h"
#include "core/place_phrase.h"
#include "core/place_tables.h"
#include "core/zone.h"
#include "core/zone_database.h"
#include "core/zone_offset.h"
#include <algorithm>

namespace lockstep {
namespace {

bool hasLowerCase(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

PlaceCandidate offsetCandidate(std::chrono::minutes offset)
{
    return {offsetName(offset), offsetLabel(offset), "offset", {}};
}

void addEntry(PlaceReading& reading, const PlaceEntry& entry)
{
    if (entry.country.empty()) {
        reading.zones.insert(entry.candidate.zone);
        addCandidate(reading.candidates, entry.candidate);
        return;
    }
    const auto& country = placeTables().countries.at(entry.country);
    reading.zones.insert(country.all.begin(), country.all.end());
    const auto choice = distinctZones(entry.country);
    for (const auto& zone : choice) {
        const auto city = zone.substr(zone.rfind('/') + 1);
        auto label = entry.candidate.label;
        if (choice.size() > 1) {
            label += " (" + city + ")";
            std::replace(label.begin(), label.end(), '_', ' ');
        }
        addCandidate(reading.candidates, {zone, label, "country", {}});
    }
}

} // namespace

void addCandidate(std::vector<PlaceCandidate>& candidates, PlaceCandidate candidate)
{
    const bool known = std::any_of(candidates.begin(), candidates.end(), [&](const PlaceCandidate& each) {
        return each.zone == candidate.zone && each.statedOffset == candidate.statedOffset;
    });
    if (!known)
        candidates.push_back(std::move(candidate));
}

PlaceReading readName(std::string_view name)
{
    PlaceReading reading;
    const auto offset = readOffset(name);
    if (!offset)
        return reading;
    if (*offset) {
        reading.candidates.push_back(offsetCandidate(**offset));
        return reading;
    }
    const auto entries = placeTables().byKey.find(foldedKey(name));
    const auto end = placeTables().byKey.end();
    // "EST" and "CET" are zone names too, but people write them as the abbreviations they look like.
    const bool abbreviated = entries != end && name.find('/') == std::string_view::npos
        && entries->second.front().candidate.source == "abbreviation";
    if (const auto zone = canonicalZoneName(name); zone && !abbreviated) {
        reading.zones.insert(*zone);
        addCandidate(reading.candidates, {*zone, *exactZoneName(name), "zone name", {}});
    }
    if (entries == end)
        return reading;
    for (const auto& entry : entries->second) {
        if (!entry.capitalsOnly || !hasLowerCase(name))
            addEntry(reading, entry);
    }
    return reading;
}

std::vector<PlaceCandidate> placesFor(std::string_view written)
{
    if (written.size() > limits::placeBytes)
        return {};
    return readPhrase(written).candidates;
}

} // namespace lockstep
