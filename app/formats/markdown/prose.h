#pragma once
#include "core/draft.h"
#include "formats/markdown/blocks.h"

namespace lockstep::markdown {

/// Splits the lines of a block into sentences, each with the line it begins on.
std::vector<Prose> sentencesOf(const std::vector<TextLine>& lines);

/// A clock seen in a text that is no row: for saying where clocks are, and for the zone a summary states.
struct SeenClock {
    int line = 0;
    Clock clock;
    std::string zone;
};

/// Clocks with a colon or am/pm; addresses, code and bare numbers are passed over.
std::vector<SeenClock> clocksIn(const TextLine& line);

/// Whether a text from a place on holds nothing but links, after a sign such as "XC" at most: what happened is told below it.
bool isLinkOnly(const TextLine& line, std::size_t from);

} // namespace lockstep::markdown
