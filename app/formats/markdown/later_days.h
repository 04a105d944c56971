#pragma once
#include "formats/markdown/timeline_reader.h"

namespace lockstep::markdown {

/// Dates the rows that name their day without a date, "Next day", "Day 2", "Tue", from the date stated for the rows
/// above. A weekday counts only where the first one is that of the stated date. In a document without any date the days
/// are counted instead, from the first one named.
void dateLaterDays(Draft& draft, const std::vector<RowShape>& shapes);

} // namespace lockstep::markdown
