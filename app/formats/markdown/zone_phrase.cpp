#include "formats/markdown/zone_phrase.h"
#include "core/places.h"
#include "formats/clock_zone.h"
#include "formats/markdown/words.h"
#include "formats/text_scan.h"
#include <algorithm>
#include <vector>

namespace lockstep::markdown {

namespace {

constexpr std::size_t longestName = 5;

struct Word {
    std::size_t begin, end;
};

std::vector<Word> wordsOf(std::string_view text)
{
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = text.find_first_not_of(" \t\n", at);
        if (begin == std::string_view::npos)
            break;
        at = std::min(text.find_first_of(" \t\n", begin), text.size());
        words.push_back({begin, at});
    }
    return words;
}

/// A run of words without the punctuation around it; brackets stay where they close within it.
std::string_view phrase(std::string_view text)
{
    const auto balanced = [](std::string_view s) {
        return std::ranges::count(s, '(') == std::ranges::count(s, ')') && s.find(')') >= s.find('(');
    };
    for (bool moved = true; moved && !text.empty();) {
        moved = false;
        text = scan::trimmed(text);
        if (text.empty())
            break;
        if (std::string_view{".,;:_*\"'"}.find(text.back()) != std::string_view::npos || (text.back() == ')' && !balanced(text)))
            text.remove_suffix(1), moved = true;
        else if (std::string_view{"_*\"'"}.find(text.front()) != std::string_view::npos || (text.front() == '(' && !balanced(text)))
            text.remove_prefix(1), moved = true;
        else if (text.front() == '(' && text.back() == ')' && text.find(')') == text.size() - 1)
            text = text.substr(1, text.size() - 2), moved = true;
    }
    return balanced(text) ? text : std::string_view{};
}

/// Whether a word can be part of a name or an offset; dates, numbers and dashes are not.
bool isNameWord(std::string_view word)
{
    if (word.front() == '(')
        word.remove_prefix(1);
    const bool sign = word.starts_with('+') || word.starts_with('-') || word.starts_with("\xE2\x88\x92");
    return !word.empty() && (scan::isLetter(word.front()) || (sign && word.find_first_of("0123456789") != std::string_view::npos));
}

/// Whether the words name a zone or place. Common words are no names: one needs a capital, a slash or a sign.
bool namesZone(std::string_view words, bool closeSpelling)
{
    const bool shaped = words.find_first_of("/+") != std::string_view::npos
        || std::ranges::any_of(words, [](char c) { return scan::isUpper(c) || static_cast<unsigned char>(c) >= 0xC3; })
        || words == "utc" || words == "gmt";
    if (!shaped || words.size() < 2 || wordCount(words) == 0)
        return false;
    const bool plain = std::ranges::all_of(wordsOf(words), [&](Word word) { return isNameWord(words.substr(word.begin, word.end - word.begin)); });
    if (!plain || words.find(". ") != std::string_view::npos)
        return false;
    const auto candidates = placesFor(words);
    return !candidates.empty() && (candidates.front().source != "close spelling" || closeSpelling);
}

/// The name without the small words before it that change nothing: "en hora de Madrid" -> "Madrid".
std::string_view withoutSmallWords(std::string_view name)
{
    const auto meaning = placesFor(name);
    for (auto blank = name.find(' '); blank != std::string_view::npos; blank = name.find(' ')) {
        const auto shorter = scan::trimmed(name.substr(blank));
        if (scan::isUpper(name.front()) || static_cast<unsigned char>(name.front()) >= 0x80 || name.front() == '(')
            break;
        const auto candidates = placesFor(shorter);
        if (candidates.empty() || meaning.empty() || candidates.front().zone != meaning.front().zone)
            break;
        name = shorter;
    }
    return name;
}

ZonePhrase search(std::string_view text, bool closeSpelling);

/// "EDT and UTC" are two zones; "Trinidad and Tobago" is one place.
bool namesTwo(std::string_view run)
{
    const auto zoneIn = [](std::string_view half) {
        const auto words = search(half, false).words;
        return words.empty() ? std::string{} : placesFor(words).front().zone;
    };
    for (const std::string_view joint : {" and ", " or ", " y ", " o ", " et ", " ou ", " e ", " und ", " oder ", " và ", " hoặc ", " & ", " / "})
        if (const auto at = run.find(joint); at != std::string_view::npos) {
            const auto first = zoneIn(run.substr(0, at)), second = zoneIn(run.substr(at + joint.size()));
            return !first.empty() && !second.empty() && first != second;
        }
    return false;
}

ZonePhrase search(std::string_view text, bool closeSpelling)
{
    const auto words = wordsOf(text);
    for (auto size = std::min(longestName, words.size()); size > 0; --size)
        for (std::size_t first = 0; first + size <= words.size(); ++first) {
            const auto begin = words[first].begin;
            const auto run = phrase(text.substr(begin, words[first + size - 1].end - begin));
            const bool near = closeSpelling && run.find('/') != std::string_view::npos;
            if (closeSpelling && !near)
                continue;
            if (run.empty() || holdsOneOf("clocks", run) || !namesZone(run, near) || namesTwo(run))
                continue;
            const auto name = withoutSmallWords(run);
            return {std::string{name}, static_cast<std::size_t>(name.data() - text.data()), name.size()};
        }
    return {};
}

} // namespace

ZonePhrase findZone(std::string_view text)
{
    auto found = search(text, false);
    return found.words.empty() ? search(text, true) : found;
}

namespace {

/// The zone of a text that names one and no other.
std::string onlyZoneIn(std::string_view text)
{
    const auto found = findZone(text);
    const auto before = text.substr(0, found.begin);
    auto behind = text.substr(std::min(found.begin + found.length, text.size()));
    if (holdsOneOf("clock-of-place", found.words) && scan::trimmed(behind).starts_with('(')) // "Central Time (US & Canada)"
        behind = behind.substr(std::min(behind.find(')'), behind.size()));
    // "We are in Lisbon, all clocks are Lisbon time" names one zone twice.
    const auto isOther = [&](std::string_view part) {
        const auto other = findZone(part).words;
        return !other.empty() && placesFor(other).front().zone != placesFor(found.words).front().zone;
    };
    if (found.words.empty() || isOther(before) || isOther(behind))
        return {};
    return found.words;
}

std::string spokenZone(std::string_view head) { return holdsOneOf("clocks", head) ? onlyZoneIn(head) : std::string{}; }

} // namespace

std::string zoneOfSentence(std::string_view sentence)
{
    const bool brief = wordCount(sentence) <= 4 && holdsOneOf("clock-of-place", sentence); // "Heure de Paris."
    return brief || holdsOneOf("clocks", sentence) ? onlyZoneIn(sentence) : std::string{};
}

std::string zoneInBrackets(std::string_view title)
{
    for (auto open = title.find('('); open != std::string_view::npos; open = title.find('(', open + 1)) {
        const auto close = std::min(title.find(')', open), title.size());
        const auto inner = title.substr(open + 1, close - open - 1);
        for (std::size_t at = 0; at <= inner.size();) { // "(2023-10-05, UTC)"
            const auto end = std::min(inner.find_first_of(",;", at), inner.size());
            const auto part = scan::trimmed(inner.substr(at, end - at));
            if (holdsOneOf("clock-of-place", part) && namesZone(part, false)) // "(Paris time)"
                return std::string{part};
            scan::Cursor cursor{part};
            if (const auto zone = takeZone(cursor, true); !zone.empty() && cursor.done())
                return std::string{zone};
            at = end + 1;
        }
    }
    return {};
}

std::string zoneOfHead(std::string_view head)
{
    if (const auto open = head.find('('); open != std::string_view::npos) {
        const auto inner = head.substr(open);
        if (auto spoken = spokenZone(head); !spoken.empty())
            return spoken;
        return findZone(inner).words;
    }
    if (auto spoken = spokenZone(head); !spoken.empty())
        return spoken;
    const auto whole = phrase(scan::trimmed(head));
    return wordCount(whole) <= 3 && namesZone(whole, false) ? std::string{whole} : std::string{};
}

} // namespace lockstep::markdown
