#include "formats/markdown/actors.h"
#include "core/lengths.h"
#include "core/places.h"
#include "core/vocabulary.h"
#include "formats/markdown/words.h"
#include "formats/text_scan.h"
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace lockstep::markdown {

namespace {

constexpr std::size_t mostLabelWords = 3, mostActors = 8;

/// "@ann: ...", and "<ann> ..." or "<@ann> ..." as chats write who speaks.
std::string_view handleOf(std::string_view text)
{
    if (text.starts_with('<')) {
        const auto close = text.find_first_of("> ");
        const bool name = close != std::string_view::npos && close > 1 && close < 32 && text[close] == '>';
        return name ? text.substr(1, close - 1) : std::string_view{};
    }
    if (!text.starts_with('@'))
        return {};
    const auto end = std::min(text.find_first_of(" ,:", 1), text.size());
    return end > 1 ? text.substr(1, end - 1) : std::string_view{};
}

/// Two or three capitals before the text, as people sign chat messages: "XC It seems to be repaired", "(XC) It seems".
std::string_view initialsOf(std::string_view text)
{
    const std::size_t begin = text.starts_with('(') ? 1 : 0;
    auto end = begin;
    while (end < text.size() && scan::isUpper(text[end]))
        ++end;
    const auto initials = text.substr(begin, end - begin);
    const bool signs = initials.size() >= 2 && initials.size() <= 3 && text.substr(end).starts_with(begin > 0 ? ") " : " ");
    return signs && !isOneOf("not-initials", initials) ? initials : std::string_view{};
}

/// "customer checks balance", "Client reads orders", "Error rate": what happened, not who did it.
bool tellsWhatHappened(std::string_view label)
{
    using enum Idea;
    const MarkedText words = marked(label);
    const Mention* role = longestMention(words, Role, 0);
    if (role && role->count == words.words.size())
        return false; // "Service desk"
    const bool roleActs = role && role->count < words.words.size() && !longestMention(words, Role, role->count)
        && scan::isLetter(label[words.words[role->count].begin]) && !scan::isUpper(label[words.words[role->count].begin]);
    return roleActs || std::ranges::any_of(words.mentions, [](const Mention& mention) {
        return std::ranges::count(std::array{Look, LookNoun, Begin, End, Lock, Unlock, Refused, Process, Breaks, Restores}, mention.idea) > 0;
    });
}

std::string_view labelOf(std::string_view text)
{
    const auto colon = text.find(": ");
    if (colon == std::string_view::npos || colon == 0 || colon > 40)
        return {};
    const auto label = text.substr(0, colon);
    const bool name = wordCount(label) <= mostLabelWords && scan::isLetter(label.front()) && !isOneOf("not-actor", label) && !isOneOf("label", label)
        && !tellsWhatHappened(label);
    return name ? label : std::string_view{};
}

using Counts = std::map<std::string, int, std::less<>>;

/// The marks that rows share. Initials are believed once a pair of rows is signed alike; labels where each comes again
/// more often than not, as the names of a few actors do.
template <class Mark> Counts countsOf(const Draft& draft, const std::vector<RowShape>& shapes, Mark mark)
{
    Counts counts;
    for (std::size_t i = 0; i < draft.events.size(); ++i)
        if (draft.events[i].role.empty() && !shapes[i].bold)
            if (const auto found = mark(std::string_view{draft.events[i].text}); !found.empty())
                ++counts[std::string{found}];
    return counts;
}

void take(DraftEvent& event, std::string_view mark, std::size_t length)
{
    event.role = mark;
    event.text = std::string{scan::trimmed(std::string_view{event.text}.substr(length))};
}

} // namespace

void findMisspeltPlaces(Draft& draft)
{
    const auto isLone = [](const DraftEvent& e) { return !e.role.empty() && !e.person.empty() && e.place.empty(); };
    std::set<std::string> places;
    bool loneplaces = false;
    for (const auto& event : draft.events) {
        if (!event.place.empty())
            places.insert(event.place);
        loneplaces |= !event.role.empty() && event.person.empty() && !event.place.empty();
    }
    for (auto& event : draft.events.open())
        if (isLone(event) && (places.contains(event.person) || (loneplaces && !placesLike(event.person).empty())))
            event.place = std::exchange(event.person, {});
}

void findActors(Draft& draft, const std::vector<RowShape>& shapes)
{
    const auto initials = countsOf(draft, shapes, initialsOf);
    const auto labels = countsOf(draft, shapes, labelOf);
    const bool signedRows = std::ranges::any_of(initials, [](const auto& entry) { return entry.second > 1; });
    const auto repeated = std::ranges::count_if(labels, [](const auto& entry) { return entry.second > 1; });
    const bool labelled = repeated > 0 && 2 * static_cast<std::size_t>(repeated) >= labels.size() && labels.size() <= mostActors;
    for (std::size_t i = 0; i < draft.events.size(); ++i) {
        auto& event = draft.events.open()[i];
        if (!event.role.empty() || !event.person.empty())
            continue;
        const std::string text = event.text;
        if (const auto handle = handleOf(text); !handle.empty())
            take(event, handle, handle.size() + (text.starts_with('<') ? 2 : 1));
        else if (const auto sign = initialsOf(text); signedRows && !sign.empty())
            take(event, sign, sign.size() + (text.starts_with('(') ? 2 : 0));
        else if (const auto label = labelOf(text); labelled && !label.empty() && !shapes[i].bold)
            take(event, label, label.size() + 1);
        while (event.text.starts_with(':') || event.text.starts_with(','))
            event.text = std::string{scan::trimmed(std::string_view{event.text}.substr(1))};
    }
}

} // namespace lockstep::markdown
