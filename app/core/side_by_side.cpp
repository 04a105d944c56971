#include "core/side_by_side.h"
#include <algorithm>

namespace lockstep {

namespace {

ComparedLine lineOf(const LookUpRow& row, const std::vector<NamedView>& sides)
{
    ComparedLine line;
    line.row = row.ids.back();
    for (std::size_t i = 0; i < sides.size(); ++i) {
        const bool isThere = row.ids[i] != 0;
        line.cells.push_back({.words = isThere ? std::string{outcomeOrUnclear(row.outcomes[i].outcome)} : "not there",
            .outcome = row.outcomes[i].outcome, .differs = false});
        if (isThere) // the last that has it names it: that is the view at hand wherever it can
            line.title = "Row " + std::to_string(row.ids[i]) + ", " + momentOf(*sides[i].view, row.ids[i]);
    }
    return line;
}

void markDifferences(std::vector<ComparedLine>& lines)
{
    for (ComparedLine& line : lines)
        for (ComparedLine::Cell& cell : line.cells)
            cell.differs = cell.words != line.cells.back().words;
}

} // namespace

std::vector<NamedView> SideBySide::all() const
{
    std::vector<NamedView> sides = others;
    sides.push_back(now);
    return sides;
}

std::vector<ComparedSentence> sentencesAgainst(const NamedView& other, const NamedView& now)
{
    return sentencesOf(compared(*other.view, *now.view), *other.view, *now.view);
}

bool ComparedLine::differs() const
{
    return std::any_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.differs; });
}

std::vector<ComparedLine> lookUpLines(const SideBySide& sideBySide)
{
    const auto sides = sideBySide.all();
    std::vector<const TimelineView*> views;
    for (const NamedView& side : sides)
        views.push_back(side.view);
    std::vector<ComparedLine> lines;
    for (const LookUpRow& row : lookUpTable(views))
        lines.push_back(lineOf(row, sides));
    markDifferences(lines);
    return lines;
}

} // namespace lockstep
