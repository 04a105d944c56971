#include "core/overruled_zones.h"
#include "formats/markdown/entities.h"
#include "formats/markdown/row_elapsed.h"
#include "formats/markdown/timeline_reader.h"
#include "formats/text_scan.h"
#include <algorithm>

/// The rows of tables.
namespace lockstep::markdown {

namespace {

/// Joins a date cell and a time cell to one moment; what stands behind the clock in its cell is given back.
RowHead momentOf(const TableRow& row, const Columns& columns, DayOrder order, std::string& behind)
{
    const auto time = cellText(row, columns.time);
    auto head = columns.isElapsed ? elapsedHead(time) : readRowHead(time, order);
    if (head.textAt < time.size() && (head.hasTime() || head.date))
        behind = time.substr(head.textAt);
    if (columns.date >= 0) {
        const auto day = readRowHead(cellText(row, columns.date), order);
        if (day.date && !head.date) {
            head.date = day.date;
            head.dateWritten = day.dateWritten;
            head.doubts.insert(head.doubts.end(), day.doubts.begin(), day.doubts.end());
        }
        head.faults.insert(head.faults.end(), day.faults.begin(), day.faults.end());
    }
    if (columns.year > 0 && head.date && !head.date->year)
        head.date->year = columns.year;
    if (columns.end >= 0 && !head.endClock) {
        const auto end = readRowHead(cellText(row, columns.end), order);
        head.endClock = end.clock;
        head.endDate = end.date;
    }
    return head;
}

/// Whether a row lacks the bar before its first cell, an empty one, so that all its cells stand one column too far left.
bool isMovedLeft(const TableRow& row, const Columns& columns, DayOrder order)
{
    if (columns.time < 1 || row.cells.empty() || !scan::trimmed(row.cells.back().text).empty())
        return false;
    const auto here = readRowHead(cellText(row, columns.time), order);
    return !here.hasTime() && !here.date && here.faults.empty() && readRowHead(cellText(row, columns.time - 1), order).hasTime();
}

TableRow movedRight(TableRow row)
{
    row.cells.pop_back();
    row.cells.insert(row.cells.begin(), TextLine{});
    return row;
}

} // namespace

void TimelineReader::table(std::size_t at)
{
    const auto columns = columnsOf(m_blocks[at], m_order);
    m_wantsText = false;
    if (!columns.isTimeline() || m_blocks[at].quote > 0 || m_within != Within::Text)
        return;
    if (!columns.zoneOfTime.empty())
        m_columnZone = {{columns.zoneOfTime, columns.headWords, Where::ColumnHead, m_blocks[at].firstLine()}};
    if (auto note = m_columnZone && m_zone ? overruledZone(*m_zone, *m_columnZone) : std::nullopt)
        m_draft.problems.push_back(std::move(*note));
    for (std::size_t row = 0; row < m_blocks[at].rows.size(); ++row)
        if (!m_blocks[at].rows[row].head || columns.headIsRow)
            tableRow(at, row, columns);
    m_columnZone.reset();
    m_wantsText = false;
}

void TimelineReader::tableRow(std::size_t at, std::size_t rowAt, const Columns& columns)
{
    const auto& asWritten = m_blocks[at].rows[rowAt];
    const auto row = isMovedLeft(asWritten, columns, m_order) ? movedRight(asWritten) : asWritten;
    const auto text = cellText(row, columns.event);
    if (row.line == 0)
        return;
    std::string behind;
    const auto head = momentOf(row, columns, m_order, behind);
    m_used.insert({at, rowAt});
    if (!head.hasTime() && head.faults.empty() && head.date && text.empty()) {
        m_day = {{*head.date, head.dateWritten, Where::DayLine, row.line}};
        return;
    }
    if (!head.hasTime() && !head.date) {
        refuse(head, row.line);
        if (head.faults.empty())
            m_draft.problems.push_back({Severity::Warning, row.line, 0, "This row of the table has no clock, so it is not on the chart.",
                "Write a time of day in its column."});
        return;
    }
    auto& event = addEvent(head, behind.empty() ? std::string{text} : behind + ": " + std::string{text}, row.line);
    event.role = plainWords(cellText(row, columns.actor));
    event.place = plainWords(cellText(row, columns.place));
    if (const auto zone = cellText(row, columns.zone); !zone.empty() && head.zone.empty())
        event.zone = {{std::string{zone}, std::string{zone}, Where::Row, row.line}};
    else if (!event.place.empty() && head.zone.empty())
        event.zone.reset();
}

} // namespace lockstep::markdown
