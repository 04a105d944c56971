#include "core/stated_duration.h"
#include "core/lengths.h"
#include <algorithm>

namespace lockstep {
namespace {

constexpr std::size_t wordsBetween = 4; // "lasted, all told, some 80 minutes"

bool hasDurationBefore(const MarkedText& text, std::size_t at)
{
    return std::ranges::any_of(text.mentions, [&](const Mention& mention) {
        const std::size_t end = mention.first + mention.count;
        return mention.idea == Idea::Duration && end <= at && at - end <= wordsBetween
            && text.sentenceOf(mention) == text.words[at].sentence && !text.isNegated(mention);
    });
}

void addDurations(std::string_view words, int line, std::vector<StatedDuration>& found)
{
    const MarkedText text = marked(words);
    for (std::size_t at = 0; at < text.words.size(); ++at) {
        const auto length = lengthAt(text, at);
        if (!length)
            continue;
        if (hasDurationBefore(text, at) || longestMention(text, Idea::Breaks, length->end) != nullptr)
            found.push_back({length->value, line});
        at = length->end - 1;
    }
}

} // namespace

std::vector<StatedDuration> statedDurations(const Draft& draft)
{
    std::vector<StatedDuration> found;
    addDurations(draft.title, 0, found);
    for (const Prose& prose : draft.prose)
        addDurations(prose.text, prose.line, found);
    return found;
}

} // namespace lockstep
