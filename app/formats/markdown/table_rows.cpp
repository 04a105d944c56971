#include "formats/markdown/table_rows.h"
#include "formats/elapsed_text.h"
#include "formats/markdown/words.h"
#include "formats/markdown/zone_phrase.h"
#include "formats/text_scan.h"
#include <algorithm>
#include <utility>

namespace lockstep::markdown {

namespace {

/// The words of a column's head without what stands in brackets: "Date/Time (UTC)" -> "date/time".
std::string headName(std::string_view head)
{
    return folded(scan::trimmed(head.substr(0, std::min(head.find('('), head.size()))));
}

bool isEither(std::string_view key, std::string_view name)
{
    if (isOneOf(key, name))
        return true;
    // "Date/Time", "date & time", "time of day": the parts of a joined name, then its beginning.
    const auto slash = name.find_first_of("/&");
    if (slash != std::string_view::npos)
        return isOneOf(key, name.substr(0, slash)) || isOneOf(key, name.substr(slash + 1));
    return wordCount(name) <= 3 && (beginsWithOneOf(key, name) || holdsOneOf(key, name));
}

/// The share of cells of a column that satisfy a claim, of those that hold anything.
template <class Claim> double share(const Block& table, int column, bool withHead, Claim claim)
{
    int filled = 0, fitting = 0;
    for (const auto& row : table.rows) {
        const auto text = cellText(row, column);
        if ((row.head && !withHead) || text.empty())
            continue;
        ++filled;
        fitting += claim(text) ? 1 : 0;
    }
    return filled == 0 ? 0.0 : static_cast<double>(fitting) / filled;
}

/// Where two columns could be the same by name ("Day", "Date"), the one whose cells hold moments is.
void nameColumns(const Block& table, Columns& columns, DayOrder order)
{
    const auto& head = table.rows.front();
    const auto holdsMoments = [&](int i) {
        return share(table, i, false, [&](std::string_view text) {
            const auto moment = readRowHead(text, order);
            return moment.clock || moment.date || !moment.faults.empty();
        }) >= 0.5;
    };
    const auto claim = [](int& column, int i) {
        if (column < 0)
            column = i;
    };
    for (int i = 0; i < static_cast<int>(head.cells.size()); ++i) {
        const auto name = headName(cellText(head, i));
        if (name.empty())
            continue;
        if (isEither("column-zone", name))
            claim(columns.zone, i);
        else if (isEither("column-end", name))
            claim(columns.end, i);
        else if (isEither("column-time", name) && holdsMoments(i))
            claim(columns.time, i);
        else if (isEither("column-date", name) && holdsMoments(i))
            claim(columns.date, i);
        else if (isEither("column-event", name))
            claim(columns.event, i);
        else if (isEither("column-actor", name))
            claim(columns.actor, i);
        else if (isEither("column-place", name))
            claim(columns.place, i);
    }
}

std::size_t lengthOf(const Block& table, int column)
{
    std::size_t length = 0;
    for (const auto& row : table.rows)
        length += row.head ? 0 : cellText(row, column).size();
    return length;
}

/// The column that counts from a zero by its head, whose cells are lengths: "Elapsed | 00:05", "T+ | 5 min".
int findElapsed(const Block& table)
{
    const auto& head = table.rows.front();
    for (int i = 0; i < static_cast<int>(head.cells.size()); ++i) {
        const auto isLength = [](std::string_view text) { return readElapsed(text, ElapsedLead::Free).has_value(); };
        if (isOneOf("column-elapsed", headName(cellText(head, i))) && share(table, i, false, isLength) >= 0.5)
            return i;
    }
    return -1;
}

/// The words of the head may be missing or mistaken: cells decide what holds moments, the longest column what happened.
void checkByContent(const Block& table, Columns& columns, DayOrder order)
{
    const int count = table.rows.empty() ? 0 : static_cast<int>(table.rows.front().cells.size());
    const int elapsedColumn = columns.headIsRow ? -1 : findElapsed(table);
    const auto hasClock = [&](std::string_view text) { return readRowHead(text, order).hasTime(); };
    if (columns.time < 0 && columns.date >= 0 && share(table, columns.date, false, hasClock) >= 0.5)
        columns.time = std::exchange(columns.date, -1);
    for (int i = 0; i < count && columns.time < 0; ++i)
        if (i != columns.end && i != elapsedColumn && share(table, i, false, hasClock) >= 0.5)
            columns.time = i;
    if (columns.time < 0 && elapsedColumn >= 0) {
        columns.time = elapsedColumn;
        columns.isElapsed = true;
    }
    if (columns.end >= 0 && (columns.time < 0 || columns.end == columns.time))
        columns.end = -1;
    if (columns.event >= 0)
        return;
    std::size_t longest = 0;
    for (int i = 0; i < count; ++i) {
        const bool taken = i == columns.time || i == columns.date || i == columns.zone || i == columns.end || i == columns.actor || i == columns.place;
        if (const auto length = lengthOf(table, i); !taken && length > longest) {
            longest = length;
            columns.event = i;
        }
    }
}

/// The year in a head such as "Date (2022)"; 0 without one.
int yearIn(std::string_view head)
{
    for (std::size_t at = head.find_first_of("0123456789"); at != std::string_view::npos; at = head.find_first_of("0123456789", at + 1)) {
        scan::Cursor digits{head, at};
        const int year = digits.takeNumber(4, 4);
        if ((at == 0 || !scan::isWordChar(head[at - 1])) && year >= 1900 && year <= 2199 && !scan::isWordChar(digits.peek()))
            return year;
    }
    return 0;
}

} // namespace

std::string_view cellText(const TableRow& row, int column)
{
    if (column < 0 || static_cast<std::size_t>(column) >= row.cells.size())
        return {};
    return scan::trimmed(row.cells[static_cast<std::size_t>(column)].text);
}

Columns columnsOf(const Block& table, DayOrder order)
{
    Columns columns;
    if (table.rows.empty())
        return columns;
    const auto& head = table.rows.front();
    for (int i = 0; i < static_cast<int>(head.cells.size()); ++i)
        columns.headIsRow |= readRowHead(cellText(head, i), order).hasTime();
    if (!columns.headIsRow)
        nameColumns(table, columns, order);
    checkByContent(table, columns, order);
    const int moment = columns.time >= 0 ? columns.time : columns.date;
    if (!columns.headIsRow && moment >= 0) {
        columns.headWords = cellText(head, moment);
        columns.zoneOfTime = zoneOfHead(columns.headWords);
        columns.year = yearIn(cellText(head, columns.date >= 0 ? columns.date : columns.time));
    }
    return columns;
}

} // namespace lockstep::markdown
