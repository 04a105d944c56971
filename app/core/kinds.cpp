#include "core/proposals.h"
#include "core/vocabulary.h"
#include <algorithm>

namespace lockstep {

namespace {

constexpr std::size_t nearBy = 4; ///< words from "check" to "balance"

bool looksUp(const MarkedText& text, const Mention& look, const Mention& seen)
{
    if (text.clauseOf(look) != text.clauseOf(seen))
        return false;
    if (seen.first >= look.first + look.count)
        return seen.first - (look.first + look.count) < nearBy;
    return look.idea == Idea::LookNoun && seen.first + nearBy >= look.first;
}

/// What a row looks up: the seen word of its first look-up; nullptr when it is none.
const Mention* lookUpIn(const MarkedText& text)
{
    for (const Mention& look : text.mentions) {
        if ((look.idea != Idea::Look && look.idea != Idea::LookNoun) || text.isNegated(look))
            continue;
        const auto seen = std::find_if(text.mentions.begin(), text.mentions.end(),
            [&](const Mention& m) { return m.idea == Idea::Seen && looksUp(text, look, m); });
        if (seen != text.mentions.end())
            return &*seen;
    }
    return nullptr;
}

bool says(const MarkedText& text, Idea idea)
{
    return std::any_of(text.mentions.begin(), text.mentions.end(),
        [&](const Mention& m) { return m.idea == idea && !text.isNegated(m); });
}

Kind kindOf(const MarkedText& text)
{
    if (says(text, Idea::Restores))
        return Kind::Recovery;
    if (says(text, Idea::Detects))
        return Kind::Detection;
    return says(text, Idea::Tells) ? Kind::Message : Kind::Action;
}

void recogniseKind(Event& event)
{
    const MarkedText text = marked(event.text);
    if (event.kind == Kind::Action)
        event.kind = lookUpIn(text) != nullptr ? Kind::Read : kindOf(text);
    // Said of every row: a person may call any of them a look-up later.
    const bool refused = says(text, Idea::Refused), correct = says(text, Idea::Correct);
    // A row that says both proves neither.
    event.saysRefused = refused && !correct;
    event.saysCorrect = correct && !refused;
}

} // namespace

void recogniseKinds(Timeline& timeline)
{
    for (EventId id = 1; timeline.has(id); ++id)
        timeline.change(id, recogniseKind);
}

bool looksSomethingUp(std::string_view text)
{
    return lookUpIn(marked(text)) != nullptr;
}

std::string_view seenIn(std::string_view text)
{
    const MarkedText words = marked(text);
    const Mention* seen = lookUpIn(words);
    return seen == nullptr ? "answer" : seen->name;
}

} // namespace lockstep
