#include "formats/markdown/source_text.h"
#include "formats/markdown/html_lines.h"
#include "formats/markdown/wiki_lines.h"
#include "formats/markdown/words.h"
#include "formats/text_scan.h"
#include <algorithm>

namespace lockstep::markdown {

namespace {

/// Whether a line is the rule below a table's head: "|--|--|", ":- | -:".
bool isTableRule(std::string_view line)
{
    return line.find_first_not_of("|-: \t>\r") == std::string_view::npos && line.find('|') != std::string_view::npos
        && line.find('-') != std::string_view::npos;
}

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
        text += line[i];
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
    auto source = withPipeTables(withWikiSigns({std::string{document}, {}}));
    std::string text;
    text.reserve(source.text.size() + 16);
    bool belowCells = false, fenced = false;
    for (std::size_t at = 0; at < source.text.size();) {
        const auto end = std::min(source.text.find('\n', at), source.text.size());
        const auto line = std::string_view{source.text}.substr(at, end - at);
        const auto content = scan::trimmed(line);
        fenced ^= content.starts_with("```") || content.starts_with("~~~");
        appendPlain(text, line, belowCells, fenced);
        belowCells = content.find('|') != std::string_view::npos && !(belowCells && isTableRule(content));
        if (end < source.text.size())
            text += '\n';
        at = end + 1;
    }
    source.text = std::move(text);
    return source;
}

} // namespace lockstep::markdown
