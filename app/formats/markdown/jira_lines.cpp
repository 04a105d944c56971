#include "formats/markdown/jira_lines.h"
#include "formats/markdown/row_head.h"
#include "formats/text_scan.h"
#include <algorithm>

namespace lockstep::markdown {

namespace {

/// The level of "h3. Timeline"; 0 for another line.
int headingLevel(std::string_view content)
{
    const bool is = content.size() > 4 && content[0] == 'h' && content[1] >= '1' && content[1] <= '6' && content.substr(2).starts_with(". ");
    return is ? content[1] - '0' : 0;
}

bool isTableHead(std::string_view content) { return content.starts_with("||") && content.size() > 4; }

/// "{info}", "{panel:title=...}", "{noformat}": frames without words.
bool isFrame(std::string_view content)
{
    return content.size() > 2 && content.front() == '{' && content.back() == '}' && content[1] != '{' && content.find('}') + 1 == content.size();
}

/// A bar within "[label|address]" parts no cells.
std::vector<std::string_view> cellsOf(std::string_view content, std::string_view parting)
{
    std::vector<std::string_view> cells;
    content.remove_prefix(parting.size());
    std::size_t begin = 0;
    int brackets = 0;
    for (std::size_t at = 0; at < content.size(); ++at) {
        brackets += content[at] == '[' ? 1 : content[at] == ']' ? -1 : 0;
        if (brackets > 0 || !content.substr(at).starts_with(parting))
            continue;
        cells.push_back(content.substr(begin, at - begin));
        begin = at + parting.size();
        at = begin - 1;
    }
    if (begin < content.size())
        cells.push_back(content.substr(begin));
    return cells;
}

/// "[label|address]" as its label, "{{code}}" as its words.
std::string plainCell(std::string_view cell)
{
    std::string text;
    for (std::size_t at = 0; at < cell.size();) {
        const auto rest = cell.substr(at);
        const auto close = rest.find(']');
        const auto bar = rest.find('|');
        if (rest.starts_with("{{") || rest.starts_with("}}")) {
            at += 2;
        } else if (rest.front() == '[' && close != std::string_view::npos && bar < close) {
            text += rest.substr(1, bar - 1);
            at += close + 1;
        } else {
            text += cell[at++];
        }
    }
    return text;
}

void addRow(PipeTable& table, const std::vector<std::string_view>& cells, int number)
{
    table.row(number);
    for (const auto cell : cells) {
        table.cell();
        table.add(plainCell(cell));
    }
}

std::vector<std::string_view> tabbed(std::string_view line)
{
    std::vector<std::string_view> cells;
    for (std::size_t at = 0; at <= line.size();) {
        const auto end = std::min(line.find('\t', at), line.size());
        cells.push_back(scan::trimmed(line.substr(at, end - at)));
        at = end + 1;
    }
    return cells;
}

bool holdsMoment(const std::vector<std::string_view>& cells)
{
    return std::ranges::any_of(cells, [](std::string_view cell) {
        const auto head = readRowHead(cell);
        return head.hasTime() || head.date;
    });
}

constexpr std::size_t leastCells = 3, leastRows = 3; // head included

class JiraPage {
public:
    void line(std::string_view line, int number)
    {
        const auto content = scan::trimmed(line);
        if (isTableHead(content) || (m_inTable && content.starts_with('|'))) {
            m_inTable = true;
            return addRow(m_table, cellsOf(content, isTableHead(content) ? "||" : "|"), number);
        }
        m_table.writeTo(m_out);
        m_inTable = false;
        if (const int level = headingLevel(content); level > 0)
            appendLine(m_out, std::string(static_cast<std::size_t>(level), '#') + std::string{content.substr(3)}, number);
        else
            appendLine(m_out, isFrame(content) ? std::string_view{} : line, number);
    }
    SourceText take()
    {
        m_table.writeTo(m_out);
        return std::move(m_out);
    }

private:
    SourceText m_out;
    PipeTable m_table;
    bool m_inTable = false;
};

} // namespace

SourceText withJiraSigns(SourceText source)
{
    return rewritten<JiraPage>(std::move(source),
        [](std::string_view line) { return headingLevel(line) > 0 || isTableHead(scan::trimmed(line)); });
}

SourceText withTabTables(SourceText source)
{
    if (source.text.find('\t') == std::string::npos)
        return source;
    SourceText out;
    std::vector<std::pair<std::string_view, int>> run;
    const auto finish = [&] {
        const bool isTable = run.size() >= leastRows && !holdsMoment(tabbed(run[0].first)) && holdsMoment(tabbed(run[1].first));
        PipeTable table;
        for (const auto& [line, number] : run) {
            if (isTable)
                addRow(table, tabbed(line), number);
            else
                appendLine(out, line, number);
        }
        table.writeTo(out);
        run.clear();
    };
    eachLine(source, [&](std::string_view line, int number) {
        const auto cells = tabbed(line);
        const bool isRow = cells.size() >= leastCells && !cells.front().empty() && (run.empty() || cells.size() == tabbed(run.front().first).size());
        if (!isRow)
            finish();
        if (isRow)
            run.emplace_back(line, number);
        else
            appendLine(out, line, number);
    });
    finish();
    return out;
}

} // namespace lockstep::markdown
