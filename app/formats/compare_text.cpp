#include "formats/compare_text.h"
#include "core/compare_figures.h"
#include "formats/text_for.h"

namespace lockstep {

namespace {

std::string lineOf(const std::vector<std::string>& cells)
{
    std::string line = "|";
    for (const std::string& cell : cells)
        line += ' ' + cell + " |";
    return line + '\n';
}

/// A table of Markdown; what differs from the last column is bold. Nothing without lines.
std::string tableOf(const std::string& about, const SideBySide& sides, const std::vector<ComparedLine>& lines)
{
    if (lines.empty())
        return {};
    std::vector<std::string> head{about}, rule{"---"};
    for (const NamedView& side : sides.all()) {
        head.push_back(forMarkdown(side.name));
        rule.emplace_back("---");
    }
    std::string text = lineOf(head) + lineOf(rule);
    for (const ComparedLine& line : lines) {
        std::vector<std::string> cells{forMarkdown(line.title)};
        for (const ComparedLine::Cell& cell : line.cells)
            cells.push_back(cell.differs ? "**" + forMarkdown(cell.words) + "**" : forMarkdown(cell.words));
        text += lineOf(cells);
    }
    return text;
}

std::string listOf(const SideBySide& sides, const std::vector<ComparedLine>& lines)
{
    const auto names = sides.all();
    std::string text;
    for (const ComparedLine& line : lines) {
        text += forTerminal(line.title) + '\n';
        for (std::size_t i = 0; i < names.size(); ++i)
            text += "  " + forTerminal(names[i].name) + ": " + forTerminal(line.cells[i].words) + '\n';
    }
    return text;
}

} // namespace

std::string compareMarkdown(const SideBySide& sides)
{
    std::string text;
    for (const NamedView& other : sides.others) {
        text += "**" + forMarkdown(sides.now.name) + "**, compared with **" + forMarkdown(other.name) + "**:\n\n";
        for (const ComparedSentence& sentence : allSentences(other, sides.now))
            text += "- " + forMarkdown(sentence.text) + '\n';
        text += '\n';
    }
    const std::string lookUps = tableOf("Look-up", sides, lookUpLines(sides)), figures = tableOf("Figure", sides, figureLines(sides));
    return text + lookUps + (lookUps.empty() || figures.empty() ? "" : "\n") + figures;
}

std::string compareText(const SideBySide& sides)
{
    std::string text;
    for (const NamedView& other : sides.others) {
        text += forTerminal(sides.now.name) + ", compared with " + forTerminal(other.name) + ":\n";
        for (const ComparedSentence& sentence : allSentences(other, sides.now))
            text += "  " + forTerminal(sentence.text) + '\n';
        text += '\n';
    }
    return text + listOf(sides, lookUpLines(sides)) + listOf(sides, figureLines(sides));
}

} // namespace lockstep
