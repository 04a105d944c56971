#include "core/claims.h"
#include "core/lengths.h"
#include <algorithm>

namespace lockstep {

namespace {

bool speaksOfLock(const MarkedText& text, int clause)
{
    return std::any_of(text.mentions.begin(), text.mentions.end(), [&](const Mention& mention) {
        return (mention.idea == Idea::Lock || mention.idea == Idea::Restrict) && text.clauseOf(mention) == clause
            && !text.isNegated(mention);
    });
}

/// Whether a length at these words is about a lock.
bool concernsLock(const MarkedText& text, std::size_t first, std::size_t end)
{
    const int clause = text.words[first].clause;
    if (speaksOfLock(text, clause))
        return true;
    const auto inClause
        = std::count_if(text.words.begin(), text.words.end(), [clause](const Word& w) { return w.clause == clause; });
    const bool standsAlone = static_cast<std::size_t>(inClause) <= end - first + 1;
    const bool sameSentence = first > 0 && text.words[first - 1].sentence == text.words[first].sentence;
    return standsAlone && sameSentence && clause > 0 && speaksOfLock(text, clause - 1);
}

std::vector<std::string> processesIn(const MarkedText& text, int sentence)
{
    std::vector<std::string> names;
    for (const Mention& mention : text.mentions) {
        if (mention.idea == Idea::Process && text.sentenceOf(mention) == sentence)
            names.emplace_back(mention.name);
    }
    return names;
}

Claim::Kind kindOf(Idea idea)
{
    return idea == Idea::Least ? Claim::Kind::Least : idea == Idea::Most ? Claim::Kind::Most : Claim::Kind::Exactly;
}

bool isClaimWord(Idea idea)
{
    return idea == Idea::Least || idea == Idea::Most || idea == Idea::Exactly;
}

} // namespace

std::vector<Claim> claimsIn(const MarkedText& text)
{
    std::vector<Claim> claims;
    for (const Mention& mention : text.mentions) {
        if (!isClaimWord(mention.idea) || text.isNegated(mention))
            continue;
        const auto length = lengthAt(text, mention.first + mention.count);
        if (!length || !concernsLock(text, mention.first, length->end))
            continue;
        Claim claim{.kind = kindOf(mention.idea),
            .length = length->value,
            .written = {},
            .processes = processesIn(text, text.sentenceOf(mention))};
        // "for 1 hour at the least": what follows the length decides.
        std::size_t end = length->end;
        for (const Idea idea : {Idea::Least, Idea::Most}) {
            if (const Mention* after = longestMention(text, idea, end); after != nullptr && mention.idea == Idea::Exactly) {
                claim.kind = kindOf(idea);
                end += after->count;
                break;
            }
        }
        claim.written = text.written(mention.first, end - mention.first);
        claims.push_back(std::move(claim));
    }
    return claims;
}

} // namespace lockstep
