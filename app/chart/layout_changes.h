#pragma once
#include "chart/chart_layout.h"

namespace lockstep {

/// Where a layout is painted otherwise than the one before it: a drag repaints what it moves, not the page.
/// nullopt: everywhere, as the page, the axis or a lane's place is another. Units: pixels of the page.
std::optional<std::vector<QRectF>> changesBetween(const ChartLayout& was, const ChartLayout& now);

} // namespace lockstep
