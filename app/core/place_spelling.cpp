#include "core/place_spelling.h"
#include "core/folding.h"
#include "core/place_tables.h"
#include "core/zone_database.h"
#include <algorithm>

namespace lockstep {
namespace {

/// Longer names forgive more: none below four letters, one below seven, two from there on.
std::size_t slipsAllowed(std::string_view key)
{
    return key.size() < 4 ? 0 : key.size() < 7 ? 1 : 2;
}

bool lengthsDifferBy(std::string_view one, std::string_view other, std::size_t most)
{
    const auto shorter = std::min(one.size(), other.size()), longer = std::max(one.size(), other.size());
    return longer - shorter > most;
}

} // namespace

std::size_t editDistance(std::string_view one, std::string_view other)
{
    // Three rows of the usual table: a swap of neighbours looks two rows back.
    std::vector<std::size_t> beforeLast, last(other.size() + 1), current(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t change = one[i - 1] == other[j - 1] ? 0 : 1;
            current[j] = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                current[j] = std::min(current[j], beforeLast[j - 2] + 1);
        }
        beforeLast = last;
        std::swap(last, current);
    }
    return last.back();
}

std::vector<PlaceCandidate> closelySpelledZones(std::string_view written)
{
    constexpr std::size_t shortest = 6; // "US/xxx": below that one letter is too much
    const auto key = foldedKey(written);
    std::vector<PlaceCandidate> found;
    if (written.find('/') == std::string_view::npos || key.size() < shortest)
        return found;
    for (const auto& name : knownZoneNames()) {
        const auto candidate = foldedKey(name);
        if (name.find('/') == std::string::npos || lengthsDifferBy(candidate, key, 1) || editDistance(candidate, key) > 1)
            continue;
        const auto zone = canonicalZoneName(name).value_or(name);
        if (!found.empty() && found.front().zone != zone)
            return {}; // two zones are as close: that is no answer
        if (found.empty())
            found.push_back({zone, name + ", as a close spelling of \"" + std::string{written} + "\"", "close spelling", {}});
    }
    return found;
}

std::vector<std::string> placesLike(std::string_view written)
{
    constexpr std::size_t most = 3;
    const auto key = foldedKey(written);
    const auto allowed = slipsAllowed(key);
    if (allowed == 0 || !placesFor(written).empty())
        return {};
    struct Close {
        std::size_t distance;
        const PlaceEntry* entry;
    };
    std::vector<Close> close;
    for (const auto& [name, entries] : placeTables().byKey) {
        if (lengthsDifferBy(name, key, allowed) || slipsAllowed(name) == 0)
            continue;
        if (const auto distance = editDistance(name, key); distance <= allowed)
            close.push_back({distance, &entries.front()});
    }
    std::stable_sort(close.begin(), close.end(), [](const Close& a, const Close& b) { return a.distance < b.distance; });
    std::vector<std::string> names;
    std::set<std::string> meanings;
    for (const auto& [distance, entry] : close) {
        const bool isNew = meanings.insert(entry->candidate.zone + entry->country).second;
        if (isNew && names.size() < most && distance == close.front().distance)
            names.push_back(entry->name);
    }
    return names;
}

} // namespace lockstep
