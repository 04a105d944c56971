#include "core/claims.h"
#include <algorithm>
#include <charconv>

namespace lockstep {

namespace {

/// A length read from some words on.
struct Length {
    Millis value {0};
    std::size_t end = 0; ///< the word after it
};

const Mention* longestAt(const MarkedText& text, Idea idea, std::size_t at)
{
    const Mention* longest = nullptr;
    for (const Mention& mention : text.mentions) {
        if (mention.idea == idea && mention.first == at && (longest == nullptr || mention.count > longest->count))
            longest = &mention;
    }
    return longest;
}

std::optional<double> decimal(std::string_view digits, std::string_view& rest)
{
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc {} || end == digits.data() || value > 10'000)
        return {};
    rest = digits.substr(static_cast<std::size_t>(end - digits.data()));
    return value;
}

Millis unitNamed(std::string_view name)
{
    if (name == "second")
        return std::chrono::seconds {1};
    if (name == "minute")
        return std::chrono::minutes {1};
    if (name == "hour")
        return std::chrono::hours {1};
    return std::chrono::hours {24};
}

/// "1 hour", "an hour", "1.5 h", "65min".
std::optional<Length> oneLengthAt(const MarkedText& text, std::size_t at)
{
    if (at >= text.words.size())
        return {};
    std::string_view glued;
    std::optional<double> number = decimal(text.words[at].folded, glued);
    std::size_t next = at + 1;
    if (const Mention* word = longestAt(text, Idea::Number, at); !number && word != nullptr) {
        number = decimal(word->name, glued);
        next = at + word->count;
    }
    if (!number)
        return {};
    std::string_view unit;
    if (!glued.empty()) {
        const MarkedText alone = marked(glued);
        const Mention* found = alone.find(Idea::Unit);
        if (found == nullptr)
            return {};
        unit = found->name;
    } else {
        const Mention* found = next < text.words.size() ? longestAt(text, Idea::Unit, next) : nullptr;
        if (found == nullptr)
            return {};
        unit = found->name;
        next += found->count;
    }
    return Length{.value = Millis {static_cast<Millis::rep>(*number * static_cast<double>(unitNamed(unit).count()))},
        .end = next};
}

/// "1 hour and 30 minutes" as well; the second part must be in the same clause.
std::optional<Length> lengthAt(const MarkedText& text, std::size_t at)
{
    std::optional<Length> length = oneLengthAt(text, at);
    if (!length)
        return {};
    for (const std::size_t skipped : {0u, 1u}) {
        const std::size_t from = length->end + skipped;
        if (from >= text.words.size() || text.words[from].clause != text.words[at].clause)
            continue;
        if (skipped == 1 && longestAt(text, Idea::Cut, length->end) == nullptr)
            continue;
        const auto more = oneLengthAt(text, from);
        if (more && more->value < length->value)
            return Length{.value = length->value + more->value, .end = more->end};
    }
    return length;
}

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
            if (const Mention* after = longestAt(text, idea, end); after != nullptr && mention.idea == Idea::Exactly) {
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
