#pragma once
#include "formats/table/table.h"

namespace lockstep::table {

/// A table whose first record names year, month and day columns, with them joined to one column "date", and hour and
/// minute columns to "time". Any other table stays as it is.
/// columns: how many most records have; fewer once some are joined.
Table withJoinedDates(Table table, std::size_t& columns);

} // namespace lockstep::table
