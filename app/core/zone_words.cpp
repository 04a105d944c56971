#include "core/zone_words.h"
#include "core/folding.h"
#include "core/place_phrase.h"
#include "core/place_tables.h"
#include "core/words.h"
#include "core/zone_offset.h"
#include <algorithm>

namespace lockstep {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view edges = " \t\r\n\"'`*_:;,.()[]{}";
constexpr std::string_view pieceBreaks = ",;()[]{}|=";

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(edges);
    return begin == std::string_view::npos ? std::string_view{}
                                           : text.substr(begin, text.find_last_not_of(edges) + 1 - begin);
}

bool isOffset(std::string_view text)
{
    const auto offset = readOffset(text);
    return offset && *offset;
}

bool isName(std::string_view text) { return !readName(text).candidates.empty(); }

bool isAround(std::string_view word) { return placeTables().wordsAround.contains(foldedKey(word)); }

/// "in East African Time" -> "East African Time": words go only while what is left is no name yet.
std::string_view bare(std::string_view text)
{
    text = trimmed(text);
    for (auto end = text.find_first_of(blanks); end != std::string_view::npos && !isName(text) && isAround(text.substr(0, end));
         end = text.find_first_of(blanks))
        text = trimmed(text.substr(end));
    for (auto begin = text.find_last_of(blanks); begin != std::string_view::npos && !isName(text) && isAround(text.substr(begin + 1));
         begin = text.find_last_of(blanks))
        text = trimmed(text.substr(0, begin));
    return text;
}

/// "UTC+1 Zurich time" -> "Zurich": an offset of up to three words at the front goes.
std::string_view withoutOffset(std::string_view text)
{
    std::string_view rest = text;
    for (std::size_t end = text.find(' '), words = 1; end != std::string_view::npos && words <= 3;
         end = text.find(' ', end + 1), ++words)
        if (isOffset(text.substr(0, end)))
            rest = text.substr(end);
    return bare(rest);
}

/// "Europe/Paris" -> "Paris"; other names stay as they are written.
std::string nameOf(std::string_view written)
{
    const auto candidates = readName(written).candidates;
    const bool isZoneName = !candidates.empty() && candidates.front().source == "zone name";
    const auto slash = written.rfind('/');
    if (!isZoneName || slash == std::string_view::npos)
        return std::string{written};
    const std::string& zone = candidates.front().zone;
    const bool isSameName = foldedKey(zone) == foldedKey(written);
    std::string name = isSameName ? zone.substr(zone.rfind('/') + 1) : withCapital(written.substr(slash + 1));
    std::ranges::replace(name, '_', ' ');
    return name;
}

/// "are in CEST" -> "CEST": the last words that are a name or an offset; all of them where none are.
std::string_view lastNameIn(std::string_view text)
{
    for (std::size_t begin = 0; begin != std::string_view::npos; begin = text.find(' ', begin + 1)) {
        const std::string_view rest = trimmed(text.substr(begin));
        if (isOffset(rest) || isName(rest))
            return rest;
    }
    return text;
}

struct Names {
    std::vector<std::string_view> places, abbreviations;
};

Names namesIn(std::string_view text)
{
    Names names;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(pieceBreaks), text.size());
        const std::string_view piece = withoutOffset(bare(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (piece.empty() || isOffset(piece))
            continue;
        const auto candidates = readName(piece).candidates;
        if (!candidates.empty())
            (candidates.front().source == "abbreviation" ? names.abbreviations : names.places).push_back(piece);
    }
    return names;
}

} // namespace

std::string shortZoneWords(std::string_view written)
{
    const std::string_view whole = bare(written);
    if (isOffset(whole))
        return {};
    if (isName(whole))
        return nameOf(whole);
    const Names names = namesIn(whole);
    if (names.places.size() == 1)
        return nameOf(names.places.front());
    if (!names.places.empty())
        return std::string{whole};
    if (names.abbreviations.empty()) {
        const std::string_view last = lastNameIn(whole);
        return isOffset(last) ? std::string{} : nameOf(last);
    }
    return std::string{*std::ranges::min_element(names.abbreviations, {}, &std::string_view::size)};
}

} // namespace lockstep
