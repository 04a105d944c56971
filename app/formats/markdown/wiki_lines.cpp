#include "formats/markdown/wiki_lines.h"
#include "formats/text_scan.h"
#include <algorithm>

namespace lockstep::markdown {

namespace {

/// How many "=" stand around the words of a heading; 0 for another line.
std::size_t headingLevel(std::string_view content)
{
    const auto level = content.find_first_not_of('=');
    if (level == std::string_view::npos || level < 2 || level > 6 || content.size() <= 2 * level)
        return 0;
    const auto tail = content.substr(content.size() - level);
    return tail.find_first_not_of('=') == std::string_view::npos && content[content.size() - level - 1] != '=' ? level : 0;
}

/// "'''bold'''" and "''stressed''" in stars.
std::string withStars(std::string_view line)
{
    std::string text;
    for (std::size_t at = 0; at < line.size();) {
        if (line.substr(at).starts_with("'''")) {
            text += "**";
            at += 3;
        } else if (line.substr(at).starts_with("''")) {
            text += '*';
            at += 2;
        } else {
            text += line[at++];
        }
    }
    return text;
}

/// The cells of "! Time !! Event" or "| 12:41 || text"; what stands before a single bar in one describes its looks.
void addCells(PipeTable& table, std::string_view content)
{
    const std::string_view parting = content.starts_with('!') ? "!!" : "||";
    for (content.remove_prefix(1);;) {
        const auto end = std::min(content.find(parting), content.size());
        const auto cell = content.substr(0, end);
        const auto bar = cell.find('|');
        const bool looks = bar != std::string_view::npos && cell.substr(0, bar).find('=') != std::string_view::npos;
        table.cell();
        table.add(withStars(looks ? cell.substr(bar + 1) : cell));
        if (end == content.size())
            return;
        content.remove_prefix(end + parting.size());
    }
}

class Pages {
public:
    void line(std::string_view line, int number);
    SourceText take()
    {
        m_table.writeTo(m_out);
        return std::move(m_out);
    }

private:
    bool tableLine(std::string_view content, int number);

    SourceText m_out;
    PipeTable m_table;
    bool m_inTable = false, m_freshRow = false;
};

bool Pages::tableLine(std::string_view content, int number)
{
    if (content.starts_with("{|")) {
        m_inTable = m_freshRow = true;
        return true;
    }
    if (!m_inTable)
        return false;
    if (content.starts_with("|}")) {
        m_inTable = false;
        m_table.writeTo(m_out);
    } else if (content.starts_with("|-")) {
        m_freshRow = true;
    } else if (content.starts_with("|+")) {
        return true;
    } else if (content.starts_with('|') || content.starts_with('!')) {
        if (m_freshRow)
            m_table.row(number);
        m_freshRow = false;
        addCells(m_table, content);
    } else {
        m_table.add(" " + withStars(content));
    }
    return true;
}

void Pages::line(std::string_view line, int number)
{
    const auto content = scan::trimmed(line);
    if (tableLine(content, number))
        return;
    if (const auto level = headingLevel(content); level > 0)
        appendLine(m_out, std::string(level, '#') + ' ' + withStars(scan::trimmed(content.substr(level, content.size() - 2 * level))), number);
    else if (content.starts_with('#'))
        appendLine(m_out, "1. " + withStars(scan::trimmed(content.substr(content.find_first_not_of('#') == std::string_view::npos ? content.size() : content.find_first_not_of('#')))), number);
    else
        appendLine(m_out, withStars(line), number);
}

} // namespace

SourceText withWikiSigns(SourceText source)
{
    return rewritten<Pages>(std::move(source),
        [](std::string_view line) { return line.starts_with("==") && headingLevel(scan::trimmed(line)) > 0; });
}

} // namespace lockstep::markdown
