#include "core/lengths.h"
#include <charconv>

namespace lockstep {
namespace {

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
    if (const Mention* word = longestMention(text, Idea::Number, at); !number && word != nullptr) {
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
        const Mention* found = next < text.words.size() ? longestMention(text, Idea::Unit, next) : nullptr;
        if (found == nullptr)
            return {};
        unit = found->name;
        next += found->count;
    }
    return Length{.value = Millis {static_cast<Millis::rep>(*number * static_cast<double>(unitNamed(unit).count()))},
        .end = next};
}

} // namespace

const Mention* longestMention(const MarkedText& text, Idea idea, std::size_t at)
{
    const Mention* longest = nullptr;
    for (const Mention& mention : mentionsIn(text.mentions, at, at + 1)) {
        if (mention.idea == idea && (longest == nullptr || mention.count > longest->count))
            longest = &mention;
    }
    return longest;
}

std::optional<Length> lengthAt(const MarkedText& text, std::size_t at)
{
    std::optional<Length> length = oneLengthAt(text, at);
    if (!length)
        return {};
    for (const std::size_t skipped : {0u, 1u}) {
        const std::size_t from = length->end + skipped;
        if (from >= text.words.size() || text.words[from].clause != text.words[at].clause)
            continue;
        if (skipped == 1 && longestMention(text, Idea::Cut, length->end) == nullptr)
            continue;
        const auto more = oneLengthAt(text, from);
        if (more && more->value < length->value)
            return Length{.value = length->value + more->value, .end = more->end};
    }
    return length;
}

} // namespace lockstep
