#include "core/place_phrase.h"
#include "core/folding.h"
#include "core/place_spelling.h"
#include "core/place_tables.h"
#include "core/zone.h"
#include "core/zone_database.h"
#include "core/zone_offset.h"
#include <algorithm>

namespace lockstep {
namespace {

constexpr std::string_view blanks = " \t\r\n\u00a0";
constexpr std::string_view edges = " \t\r\n\"'`*_:;,.()[]{}";
constexpr std::string_view separators = ",;()[]{}/|=";

std::string_view trimmed(std::string_view text, std::string_view unwanted)
{
    const auto begin = text.find_first_not_of(unwanted);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(unwanted) + 1 - begin);
}

std::vector<std::string_view> piecesOf(std::string_view text, std::string_view breaks)
{
    std::vector<std::string_view> pieces;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(breaks), text.size());
        if (const auto piece = trimmed(text.substr(0, end), edges); !piece.empty())
            pieces.push_back(piece);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return pieces;
}

/// "local time in Zurich" without the words around the place.
std::string_view withoutWordsAround(std::string_view text)
{
    const auto& words = placeTables().wordsAround;
    const auto isAround = [&](std::string_view word) { return words.count(foldedKey(word)) != 0; };
    for (auto end = text.find_first_of(blanks); end != std::string_view::npos && isAround(text.substr(0, end));
         end = text.find_first_of(blanks))
        text = trimmed(text.substr(end), blanks);
    for (auto begin = text.find_last_of(blanks); begin != std::string_view::npos && isAround(text.substr(begin + 1));
         begin = text.find_last_of(blanks))
        text = trimmed(text.substr(0, begin), blanks);
    return text;
}

/// An offset found among other words, and those words.
struct OffsetAmong {
    std::chrono::minutes offset{0};
    std::string others;
};

bool beginsLikeOffset(std::string_view text)
{
    const auto key = foldedKey(text.substr(0, 3));
    return key == "utc" || key == "gmt" || text.front() == '+' || text.front() == '-'
        || text.substr(0, 3) == "\u2212";
}

/// "PST (UTC-7)", "UTC+1 Zurich time": an offset of one to three words with something else beside it.
std::optional<OffsetAmong> findOffset(std::string_view phrase)
{
    const auto words = piecesOf(phrase, " \t\r\n,;()[]{}|=");
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
        if (!beginsLikeOffset(words[begin]))
            continue;
        for (std::size_t count = std::min<std::size_t>(3, words.size() - begin); count > 0; --count) {
            const auto joined = [&](std::size_t from, std::size_t to) {
                std::string text;
                for (auto i = from; i < to; ++i)
                    text += (text.empty() ? "" : " ") + std::string{words[i]};
                return text;
            };
            const auto offset = readOffset(joined(begin, begin + count));
            if (!offset || !*offset)
                continue;
            auto others = joined(0, begin);
            const auto after = joined(begin + count, words.size());
            others += (others.empty() || after.empty() ? "" : " ") + after;
            return OffsetAmong{**offset, others};
        }
    }
    return std::nullopt;
}

PlaceReading readingOfOffset(const OffsetAmong& found)
{
    const std::string others{trimmed(found.others, edges)};
    const auto rivals = readPhrase(others).candidates;
    const auto label = offsetLabel(found.offset) + (rivals.empty() ? "" : " (" + others + ")");
    PlaceReading reading{{{offsetName(found.offset), label, "offset", {}}}, {}};
    for (const auto& rival : rivals)
        addCandidate(reading.candidates, rival);
    return reading;
}

bool isAbbreviation(const PlaceReading& reading)
{
    return !reading.candidates.empty() && reading.candidates.front().source == "abbreviation";
}

/// "Zurich (CEST)": the place decides the zone, the abbreviation the phase, if the place ever uses it.
PlaceReading withPhase(const PlaceReading& place, const PlaceReading& abbreviation)
{
    const Instant since = date::sys_days{date::year{1990} / date::January / 1};
    PlaceReading reading;
    for (const auto& candidate : place.candidates) {
        const auto table = loadZoneTable(candidate.zone);
        for (const auto& phase : abbreviation.candidates) {
            const bool fits = !phase.statedOffset ? phase.zone == candidate.zone
                                                  : table && table->everUses(*phase.statedOffset, since);
            if (fits)
                addCandidate(reading.candidates, {candidate.zone, candidate.label, candidate.source, phase.statedOffset});
        }
    }
    return reading;
}

/// The wider name behind narrows the one before it: "Paris, France". Where they exclude each other the wider decides.
PlaceReading narrowed(const PlaceReading& narrow, const PlaceReading& wide)
{
    PlaceReading reading{{}, narrow.zones};
    for (const auto& candidate : narrow.candidates) {
        if (wide.zones.count(candidate.zone) != 0)
            addCandidate(reading.candidates, candidate);
    }
    if (!reading.candidates.empty())
        return reading;
    reading = wide;
    for (const auto& candidate : narrow.candidates)
        addCandidate(reading.candidates, candidate);
    return reading;
}

/// "PST/PDT": one zone, all year. "Eastern Daylight Time (EDT)": the same twice.
std::optional<PlaceReading> bothPhases(const PlaceReading& one, const PlaceReading& other)
{
    for (const auto& first : one.candidates) {
        for (const auto& second : other.candidates) {
            if (first.zone != second.zone)
                continue;
            const bool same = first.statedOffset == second.statedOffset;
            const auto label = same ? first.label : first.label + " or " + second.label;
            return PlaceReading{{{first.zone, label, first.source, same ? first.statedOffset : std::nullopt}}, {first.zone}};
        }
    }
    return std::nullopt;
}

PlaceReading combined(const PlaceReading& before, const PlaceReading& after)
{
    if (isAbbreviation(before) && isAbbreviation(after))
        return bothPhases(before, after).value_or(before);
    if (isAbbreviation(before) || isAbbreviation(after)) {
        const auto& place = isAbbreviation(before) ? after : before;
        auto reading = withPhase(place, isAbbreviation(before) ? before : after);
        if (!reading.candidates.empty())
            return reading;
    }
    return narrowed(before, after);
}

} // namespace

PlaceReading readPhrase(std::string_view phrase)
{
    phrase = trimmed(phrase, edges);
    auto reading = readName(phrase);
    if (!reading.candidates.empty() || phrase.empty())
        return reading;
    if (const auto offset = findOffset(phrase))
        return readingOfOffset(*offset);
    if (const auto bare = withoutWordsAround(phrase); bare != phrase)
        return readPhrase(bare);
    reading.candidates = closelySpelledZones(phrase);
    if (!reading.candidates.empty())
        return reading;
    const auto pieces = piecesOf(phrase, separators);
    if (pieces.size() < 2)
        return reading;
    for (const auto piece : pieces) {
        auto next = readPhrase(piece);
        if (!next.candidates.empty())
            reading = reading.candidates.empty() ? std::move(next) : combined(reading, next);
    }
    return reading;
}

} // namespace lockstep
