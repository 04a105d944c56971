#include "formats/markdown/source_text.h"
#include "formats/markdown/grid_tables.h"
#include "formats/markdown/html_lines.h"
#include "formats/markdown/jira_lines.h"
#include "formats/markdown/wiki_lines.h"
#include "formats/markdown/words.h"
#include "formats/text_scan.h"
#include <algorithm>

namespace lockstep::markdown {

namespace {

/// Whether a line is the rule below a table's head: "|--|--|", ":- | -:", "----+----".
bool isTableRule(std::string_view line)
{
    return line.find_first_not_of("|+-: \t>\r") == std::string_view::npos && line.find_first_of("|+") != std::string_view::npos
        && line.find('-') != std::string_view::npos;
}

bool isItem(std::string_view content)
{
    scan::Cursor c{content};
    if (c.take('-') || c.take('*') || c.take('+'))
        return c.skipBlanks();
    return c.takeNumber(1, 3) >= 0 && (c.take('.') || c.take(')')) && c.skipBlanks();
}

/// Items that stand in from the margin with no list around them are items all the same, and no code.
class Margin {
public:
    /// The line without the margin of its list.
    std::string_view cut(std::string_view line)
    {
        const auto content = scan::trimmed(line);
        if (content.empty())
            return line;
        const auto begin = static_cast<std::size_t>(content.data() - line.data());
        const auto blanks = line.substr(0, begin);
        const auto columns = blanks.size() + 3 * static_cast<std::size_t>(std::ranges::count(blanks, '\t'));
        if (columns == 0) {
            m_cut = 0;
            m_inList = isItem(content);
        } else if (m_cut == 0 && columns >= 4 && !m_inList && isItem(content)) {
            m_cut = begin;
        }
        return m_cut > 0 && begin >= m_cut ? line.substr(m_cut) : line;
    }

private:
    std::size_t m_cut = 0; ///< bytes of blanks
    bool m_inList = false;
};

/// "#ops-alerts:" names a channel; "#Timeline" and "#timeline" are headings whose blank was forgotten.
bool isChannel(std::string_view content)
{
    if (!content.starts_with('#') || content.size() < 2 || !(content[1] >= 'a' && content[1] <= 'z'))
        return false;
    const auto words = content.substr(1);
    return !beginsWithOneOf("timeline", words) && !beginsWithOneOf("section", words);
}

/// A line without the traps of the parser: md4c asks for three dashes in each cell of a table's rule, where one is enough.
void appendPlain(std::string& text, std::string_view line, bool belowCells, bool fenced)
{
    const auto content = scan::trimmed(line);
    if (!fenced && content.starts_with('<')) {
        text += plainHtmlLine(line);
        return;
    }
    if (!fenced && isChannel(content))
        text += '\\';
    const bool rule = belowCells && isTableRule(content);
    for (std::size_t i = 0; i < line.size(); ++i) {
        text += rule && line[i] == '+' ? '|' : line[i];
        if (rule && line[i] == '-' && (i == 0 || line[i - 1] != '-'))
            text += "--";
    }
}

} // namespace

void PipeTable::row(int line) { m_rows.push_back({line, {}}); }

void PipeTable::cell()
{
    if (!m_rows.empty())
        m_rows.back().cells.emplace_back();
}

void PipeTable::add(std::string_view text)
{
    if (m_rows.empty() || m_rows.back().cells.empty())
        return;
    auto& cell = m_rows.back().cells.back();
    for (const char c : text) {
        if (c == '|')
            cell += '\\';
        cell += c == '\n' || c == '\r' ? ' ' : c;
    }
}

void PipeTable::addTo(std::size_t column, std::string_view text)
{
    if (m_rows.empty() || column >= m_rows.back().cells.size() || text.empty())
        return;
    auto& cell = m_rows.back().cells[column];
    cell += ' ';
    cell += text;
}

void PipeTable::writeTo(SourceText& out)
{
    std::erase_if(m_rows, [](const Row& row) { return row.cells.empty(); });
    std::size_t columns = 0;
    for (const auto& row : m_rows)
        columns = std::max(columns, row.cells.size());
    if (columns >= 2) {
        appendLine(out, {}, m_rows.front().line);
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            std::string line;
            for (const auto& cell : m_rows[i].cells)
                line += "| " + std::string{scan::trimmed(cell)} + ' ';
            appendLine(out, line + '|', m_rows[i].line);
            if (i > 0)
                continue;
            std::string rule{'|'};
            for (std::size_t column = 0; column < columns; ++column)
                rule += "---|";
            appendLine(out, rule, m_rows[i].line);
        }
        appendLine(out, {}, m_rows.back().line);
    }
    m_rows.clear();
}

void appendLine(SourceText& out, std::string_view line, int number)
{
    out.text += line;
    out.text += '\n';
    out.lines.push_back(number);
}

SourceText sourceTextOf(std::string_view document)
{
    auto source = withPipeTables(withoutGrids(withTabTables(withJiraSigns(withWikiSigns({std::string{document}, {}})))));
    std::string text;
    text.reserve(source.text.size() + 16);
    bool belowCells = false, fenced = false;
    Margin margin;
    for (std::size_t at = 0; at < source.text.size();) {
        const auto end = std::min(source.text.find('\n', at), source.text.size());
        const auto line = std::string_view{source.text}.substr(at, end - at);
        const auto content = scan::trimmed(line);
        fenced ^= content.starts_with("```") || content.starts_with("~~~");
        appendPlain(text, fenced ? line : margin.cut(line), belowCells, fenced);
        belowCells = content.find('|') != std::string_view::npos && !(belowCells && isTableRule(content));
        if (end < source.text.size())
            text += '\n';
        at = end + 1;
    }
    source.text = std::move(text);
    return source;
}

} // namespace lockstep::markdown
