#include "formats/markdown/grid_tables.h"
#include "formats/text_scan.h"
#include <algorithm>

namespace lockstep::markdown {

namespace {

bool isBorder(std::string_view content)
{
    return content.size() > 4 && content.starts_with('+') && content.ends_with('+') && content.find('-') != std::string_view::npos
        && content.find_first_not_of("+-=: ") == std::string_view::npos;
}

class Grids {
public:
    void line(std::string_view line, int number);
    SourceText take()
    {
        m_table.writeTo(m_out);
        return std::move(m_out);
    }

private:
    void cells(std::string_view content, int number);

    SourceText m_out;
    PipeTable m_table;
    bool m_inGrid = false, m_belowBorder = false;
};

/// A line of cells; one whose first cell is empty goes on with the row above it.
void Grids::cells(std::string_view content, int number)
{
    content.remove_prefix(1);
    const bool goesOn = !m_belowBorder && scan::trimmed(content.substr(0, content.find('|'))).empty();
    if (!goesOn)
        m_table.row(number);
    for (std::size_t column = 0; !content.empty(); ++column) {
        const auto end = std::min(content.find('|'), content.size());
        const auto cell = scan::trimmed(content.substr(0, end));
        if (goesOn)
            m_table.addTo(column, cell);
        else {
            m_table.cell();
            m_table.add(cell);
        }
        content.remove_prefix(std::min(end + 1, content.size()));
    }
    m_belowBorder = false;
}

void Grids::line(std::string_view line, int number)
{
    const auto content = scan::trimmed(line);
    if (isBorder(content)) {
        m_inGrid = m_belowBorder = true;
        return;
    }
    if (m_inGrid && content.starts_with('|') && content.ends_with('|')) {
        cells(content, number);
        return;
    }
    if (m_inGrid)
        m_table.writeTo(m_out);
    m_inGrid = false;
    appendLine(m_out, line, number);
}

} // namespace

SourceText withoutGrids(SourceText source)
{
    return rewritten<Grids>(std::move(source), [](std::string_view line) { return isBorder(scan::trimmed(line)); });
}

} // namespace lockstep::markdown
