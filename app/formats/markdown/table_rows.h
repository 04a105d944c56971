#pragma once
#include "formats/markdown/blocks.h"
#include "formats/markdown/row_head.h"

namespace lockstep::markdown {

/// What the columns of a table hold, by the words of its head and, where they say nothing, by its cells. -1: no such column.
struct Columns {
    int time = -1, date = -1, end = -1, zone = -1, actor = -1, place = -1, event = -1;
    std::string zoneOfTime;   ///< the zone its head names: "Time (UTC)"
    std::string headWords;    ///< that head as written
    int year = 0;             ///< that the head of the dates names: "Date (2022)"; else 0
    bool isElapsed = false;   ///< the times count from a zero: "Elapsed", "T+"
    bool headIsRow = false;   ///< the table has no head: its first line is a row, too
    bool isTimeline() const { return event >= 0 && (time >= 0 || date >= 0); }
};

Columns columnsOf(const Block& table, DayOrder order);

/// The text of a cell; empty when the row is too short or there is no such column.
std::string_view cellText(const TableRow& row, int column);

} // namespace lockstep::markdown
