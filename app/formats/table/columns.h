#pragma once
#include "core/draft.h"
#include "formats/table/content.h"
#include <optional>

namespace lockstep::table {

/// A table with its head found: what there is to ask its columns.
struct Sheet {
    const Table& cells;
    std::vector<std::string> heads; ///< names of the columns; "1", "2" ... where the table has no head
    std::size_t body = 0;           ///< the first record that is a row
    int headLine = 0;               ///< 0 without a head
};

/// A column of clocks.
struct ClockColumn {
    int column = -1;
    Form form;
    OrderFound order;
    std::string zone;       ///< that its head names, "UTC", "CET"; "UTC" for numbers since 1970
    bool isUtc = false;     ///< by its head, or numbers since 1970
};

/// What the columns of a table hold; -1: no such column.
struct Columns {
    std::vector<ClockColumn> clocks; ///< the row's own first; a row takes the first that is filled
    ClockColumn date, end, endDate;
    int half = -1;                   ///< "AM" and "PM" in a column of their own
    int zone = -1, duration = -1, role = -1, person = -1, place = -1, group = -1;
    std::vector<int> texts;          ///< a row takes the first that is filled
    std::vector<int> speakers;       ///< where neither role nor person is filled, the first of these that is
    std::vector<Problem> notes;      ///< what had to be decided without a name
    std::vector<ColumnTaken> taken;  ///< the same, where another could be it
    bool hasMoments() const { return !clocks.empty() || date.column >= 0; }
};

/// Finds columns by the names of their heads and by what the cells hold; those a person names stay.
/// chosen: "time=When,text=What,actor=Who"; names of columns, or their numbers from 1.
/// Errors: an unknown key or column in `chosen`.
Result<Columns> columnsOf(const Sheet& sheet, std::string_view chosen);

/// "'When', 'What' and 'Who'", for sentences.
std::string listed(const std::vector<std::string>& heads);

} // namespace lockstep::table
