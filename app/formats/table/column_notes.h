#pragma once
#include "formats/table/columns.h"
#include <set>

namespace lockstep::table {

/// What is to be said about how the columns are read: numbers since 1970, day numbers, the order of day and month.
/// used: the columns that rows took a moment from.
std::vector<Problem> notesOn(const Sheet& sheet, const Columns& columns, const std::set<int>& used);

} // namespace lockstep::table
