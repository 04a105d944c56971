#pragma once
#include "formats/markdown/blocks.h"
#include "formats/date_text.h"

namespace lockstep::markdown {

/// Where a timeline stands: the blocks [begin, end) below its heading.
struct Section {
    std::size_t begin = 0, end = 0;
    bool hasHeading = false;   ///< a heading names it; otherwise it was found by its rows
    TextLine heading;          ///< empty without one
    bool lastResort = false;   ///< the whole of a document that holds rows nowhere else
};

/// The sections whose heading, or a short line of its own, says "Timeline" in one of the languages of words.txt.
/// Paragraphs that begin with such a line are split there.
std::vector<Section> timelineSections(std::vector<Block>& blocks, DayOrder order);

/// The densest run of rows that begin with a moment, for a document without such a heading, and those of other incidents
/// that hold half as many. Empty when there is none.
std::vector<Section> densestRuns(const std::vector<Block>& blocks, DayOrder order);

/// With the runs of rows under headings of a kind with the one that holds the first named section: "1. Login fails (3 May
/// 2021)" beside "2. Shop closed (7 July 2021)" is another incident, whether or not a heading calls its rows a timeline.
std::vector<Section> withSiblings(std::vector<Section> named, const std::vector<Block>& blocks, DayOrder order);

} // namespace lockstep::markdown
