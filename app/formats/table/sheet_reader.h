#pragma once
#include "core/draft.h"
#include "formats/table/columns.h"

namespace lockstep::table {

/// What stands around a table and speaks for all its rows.
struct Around {
    std::string title;
    std::optional<Stated<StatedDate>> date;
    std::optional<Stated<std::string>> zone;
    std::vector<Prose> prose;
    std::vector<Problem> problems;
};

/// Reads the rows of a table into a draft; rows that are not understood stay as prose and are listed.
/// chosen: see columnsOf. Errors: no column holds moments, with the columns there are; those of columnsOf.
Result<Draft> readSheet(const Sheet& sheet, Around around, std::string_view chosen);

} // namespace lockstep::table
