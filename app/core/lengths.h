#pragma once
#include "core/instant.h"
#include "core/vocabulary.h"

namespace lockstep {

/// A length of time read from the words of a text.
struct Length {
    Millis value{0};
    std::size_t end = 0; ///< the word after it
};

/// The length that stands at a word: "1 hour", "an hour", "1.5 h", "65min", "1 hour and 30 minutes" (in one clause).
std::optional<Length> lengthAt(const MarkedText& text, std::size_t at);

/// The mention of an idea that begins at a word; of several the longest, nullptr if there is none.
const Mention* longestMention(const MarkedText& text, Idea idea, std::size_t at);

} // namespace lockstep
