#pragma once
#include "formats/markdown/blocks.h"
#include "formats/date_text.h"

namespace lockstep::markdown {

/// Where a timeline stands: the blocks [begin, end) below its heading.
struct Section {
    std::size_t begin = 0, end = 0;
    bool hasHeading = false;   ///< a heading names it; otherwise it was found by its rows
    TextLine heading;          ///< empty without one
};

/// The sections whose heading, or a short line of its own, says "Timeline" in one of the languages of words.txt.
/// Paragraphs that begin with such a line are split there.
std::vector<Section> timelineSections(std::vector<Block>& blocks, DayOrder order);

/// The densest run of rows that begin with a moment, for a document without such a heading. Empty when there is none.
std::vector<Section> densestRun(const std::vector<Block>& blocks, DayOrder order);

} // namespace lockstep::markdown
