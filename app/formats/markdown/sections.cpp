#include "formats/markdown/sections.h"
#include "formats/markdown/field_row.h"
#include "formats/markdown/row_head.h"
#include "formats/markdown/words.h"
#include "formats/text_scan.h"
#include <algorithm>

namespace lockstep::markdown {

namespace {

bool namesTimeline(const TextLine& line, bool heading)
{
    const auto words = headingWords(line.text);
    if (beginsWithOneOf("timeline", words))
        return heading || (wordCount(words) <= 12 && !words.ends_with('.') && !words.ends_with(','));
    return heading && wordCount(words) <= 8 && holdsOneOf("timeline", words);
}

/// A line of its own that begins another section: "Root Cause", "Resolution:".
bool namesOtherSection(const Block& block)
{
    if (block.kind != BlockKind::Paragraph || block.lines.empty())
        return false;
    const auto words = headingWords(block.lines.front().text);
    const std::size_t most = block.lines.size() == 1 ? 8 : 4; // above its text a heading is short
    const bool title = wordCount(words) <= most && !words.ends_with('.') && !words.ends_with('!');
    return title && beginsWithOneOf("section", words);
}

bool isMoment(const Block& heading, DayOrder order)
{
    const auto head = readRowHead(heading.lines.front().text, order);
    return head.hasTime() || head.date;
}

bool isHeading(const Block& block) { return block.kind == BlockKind::Heading && block.lines.size() == 1; }

std::size_t endOfSection(const std::vector<Block>& blocks, std::size_t heading, DayOrder order)
{
    const auto& head = blocks[heading];
    for (auto i = heading + 1; i < blocks.size(); ++i) {
        const auto& block = blocks[i];
        if (isHeading(block) && block.depth == 0) {
            const bool deeper = isHeading(head) && block.level > head.level;
            // Below the title of the document other sections follow one level down.
            const bool other = head.level == 1 && beginsWithOneOf("section", headingWords(block.lines.front().text));
            if ((!deeper || other) && !isMoment(block, order))
                return i;
            continue;
        }
        if (isHeading(head))
            continue;
        const bool leftList = head.depth > 0 && block.depth <= head.depth;
        if (leftList || (block.quote == head.quote && (namesOtherSection(block) || namesTimeline(block.lines.empty() ? TextLine{} : block.lines.front(), false))))
            return i;
    }
    return blocks.size();
}

/// Whether a line within a paragraph begins another section, as in plain text without blank lines: "Root Cause:".
bool isSectionLine(const TextLine& line)
{
    const std::string_view text{line.text};
    const bool title = scan::isUpper(text.empty() ? ' ' : text.front()) && wordCount(text) <= 4 && text.find_first_of(".,;!?") == std::string_view::npos;
    return title && (text.find(':') >= text.size() - 1) && beginsWithOneOf("section", text);
}

/// Whether a line of a paragraph names what the lines below it are: the timeline, or behind that another section.
bool partsLines(const Block& block, std::size_t i)
{
    const auto& line = block.lines[i];
    if (namesTimeline(line, false) && !readRowHead(line.text).hasTime())
        return i == 0 ? block.lines.size() > 1 : block.item < 0 && wordCount(line.text) <= 3;
    return i > 0 && block.item < 0 && isSectionLine(line);
}

/// The first lines of a block as a block of their own; the block keeps the rest.
Block cutFront(Block& block, std::size_t lines)
{
    auto front = block;
    front.lines.resize(lines);
    block.lines.erase(block.lines.begin(), block.lines.begin() + static_cast<std::ptrdiff_t>(lines));
    block.startsItem = false;
    return front;
}

/// Splits "Timeline:" off the lines of rows below it, and sections that follow each other without a blank line.
void splitHeadingLines(std::vector<Block>& blocks)
{
    std::vector<Block> split;
    split.reserve(blocks.size());
    for (auto& block : blocks) {
        const bool setext = block.kind == BlockKind::Heading && block.lines.size() > 1;
        if (setext) // a rule below a paragraph made it a heading
            block.kind = BlockKind::Paragraph;
        for (std::size_t i = 0; block.kind == BlockKind::Paragraph && i < block.lines.size();) {
            if (!partsLines(block, i)) {
                ++i;
                continue;
            }
            if (i > 0)
                split.push_back(cutFront(block, i));
            if (block.lines.size() == 1)
                break;
            split.push_back(cutFront(block, 1));
            i = 0;
        }
        split.push_back(std::move(block));
    }
    blocks = std::move(split);
}

/// "08:55 CEST" in a line of its own.
bool isMomentAlone(const TextLine& line, DayOrder order)
{
    const auto head = readRowHead(line.text, order);
    return head.hasTime() && !head.led && (!head.dotted || head.date) && head.textAt >= line.text.size();
}

/// How many rows a block holds, for finding the densest run.
std::size_t rowsIn(const Block& block, DayOrder order)
{
    const auto isRow = [&](const TextLine& line) {
        if (const auto field = readFieldRow(line.text, order))
            return field->head.hasTime() && field->textAt < line.text.size();
        const auto head = readRowHead(line.text, order);
        // In a list a row may begin as a sentence does: "1. At 9:14 a.m. Eastern, the first call came."
        const bool enough = head.hasTime() && (!head.led || block.item >= 0) && (!head.dotted || head.date);
        return enough && head.textAt < line.text.size();
    };
    if (block.quote > 0 || block.kind == BlockKind::Code)
        return 0;
    if (block.kind == BlockKind::Table)
        return static_cast<std::size_t>(std::ranges::count_if(block.rows, [&](const TableRow& row) {
            return std::ranges::any_of(row.cells, [&](const TextLine& cell) { return readRowHead(cell.text, order).hasTime(); });
        }));
    if (block.lines.empty())
        return 0;
    if (isHeading(block))
        return readRowHead(block.lines.front().text, order).hasTime() ? 1 : 0;
    if (block.kind == BlockKind::Paragraph && block.item < 0 && block.lines.size() > 1 && isMomentAlone(block.lines.front(), order))
        return 1; // its words stand below it
    const auto rows = static_cast<std::size_t>(std::ranges::count_if(block.lines, isRow));
    // "How did we respond?" may stand right above its rows; in other paragraphs the first line is a row.
    const bool onlyRowsBelow = rows >= 3 && 3 * rows >= 2 * block.lines.size();
    return block.kind == BlockKind::Paragraph && !isRow(block.lines.front()) && !onlyRowsBelow ? 0 : rows;
}

/// A block that parts one run from the next: a heading that is no moment, the label of an outer list, a section's name.
bool parts(const Block& block, int rowDepth, DayOrder order)
{
    if (isHeading(block)) // "Detection (10:05-10:20 UTC)" names a part of the run
        return !isMoment(block, order) && !readEndRow(block.lines.front().text, order);
    if (block.startsItem && !block.lines.empty() && isMoment(block, order))
        return false; // "- 2024-03-02" above its rows
    return namesOtherSection(block) || (block.startsItem && block.depth < rowDepth);
}

} // namespace

std::vector<Section> timelineSections(std::vector<Block>& blocks, DayOrder order)
{
    splitHeadingLines(blocks);
    std::vector<Section> sections;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto& block = blocks[i];
        if (block.lines.size() != 1 || block.kind == BlockKind::Code || block.quote > 0)
            continue;
        if (!namesTimeline(block.lines.front(), isHeading(block)))
            continue;
        const auto end = endOfSection(blocks, i, order);
        sections.push_back({i + 1, end, true, block.lines.front()});
        // A heading within a timeline ("Timeline of the second day") belongs to it; the title of the document does not hold it.
        if (!(isHeading(block) && block.level == 1))
            i = std::max(i, end - 1);
    }
    // The title may speak of a timeline too: the nearer heading counts.
    if (sections.size() > 1 && sections.front().end > sections[1].begin)
        sections.erase(sections.begin());
    return sections;
}

namespace {

struct Run {
    Section section;
    std::size_t rows = 0;
};

/// Whether the heading above a run says that its rows are none: "Impact", "Action items".
bool standsInOtherSection(const std::vector<Block>& blocks, std::size_t at)
{
    while (at > 0 && !isHeading(blocks[at - 1]) && !namesOtherSection(blocks[at - 1]))
        --at;
    return at > 0 && (!isHeading(blocks[at - 1]) || beginsWithOneOf("section", headingWords(blocks[at - 1].lines.front().text)));
}

} // namespace

std::vector<Section> densestRuns(const std::vector<Block>& blocks, DayOrder order)
{
    std::vector<Run> runs;
    Run run;
    int depth = 0;
    const auto finish = [&](std::size_t end) {
        run.section.end = end;
        if (run.rows >= 2)
            runs.push_back(run);
        run.rows = 0;
    };
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto found = rowsIn(blocks[i], order);
        if (found == 0) {
            if (run.rows > 0 && parts(blocks[i], depth, order))
                finish(i);
            continue;
        }
        if (run.rows == 0) {
            auto begin = i;
            while (begin > 0 && !parts(blocks[begin - 1], blocks[i].depth, order))
                --begin; // a day or a zone may stand above the rows
            run.section.begin = begin;
            depth = blocks[i].depth;
        }
        run.rows += found;
    }
    finish(blocks.size());
    const auto most = std::ranges::max_element(runs, {}, &Run::rows);
    std::vector<Section> sections;
    for (auto it = runs.begin(); it != runs.end(); ++it)
        if (it == most || (2 * it->rows >= most->rows && it->rows > 2 && !standsInOtherSection(blocks, it->section.begin)))
            sections.push_back(it->section);
    return sections;
}

namespace {

/// The heading with a date that holds a section, one that names the section itself left out.
const Block* incidentHeading(const std::vector<Block>& blocks, std::size_t begin, bool hasHeading, DayOrder order)
{
    const auto own = begin - (hasHeading && begin > 0 ? 1 : 0);
    const int level = hasHeading && own < blocks.size() && isHeading(blocks[own]) ? blocks[own].level : 7;
    for (auto i = own; i-- > 0;)
        if (isHeading(blocks[i]) && blocks[i].level < level)
            return findDate(blocks[i].lines.front().text, 0, order) ? &blocks[i] : nullptr;
    return nullptr;
}

} // namespace

std::vector<Section> withSiblings(std::vector<Section> named, const std::vector<Block>& blocks, DayOrder order)
{
    if (named.empty())
        return named;
    const auto* first = incidentHeading(blocks, named.front().begin, true, order);
    if (!first)
        return named;
    for (const auto& run : densestRuns(blocks, order)) {
        const auto* heading = incidentHeading(blocks, run.begin, false, order);
        const auto holds = [&](const Section& section) { return run.begin < section.end && section.begin < run.end; };
        if (heading && heading != first && heading->level == first->level && std::ranges::none_of(named, holds))
            named.push_back(run);
    }
    std::ranges::sort(named, {}, &Section::begin);
    return named;
}

} // namespace lockstep::markdown
