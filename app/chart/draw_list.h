#pragma once
#include "chart/chart_layout.h"

namespace lockstep {

/// The drawing in words, top to bottom: "ruler UTC: day 2 | 03:30 | [03:35] | ...". For tests and screen readers.
std::vector<std::string> drawListOf(const ChartLayout&, const TimelineView&);

} // namespace lockstep
