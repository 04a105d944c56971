#pragma once

namespace lockstep {

/// Makes the chart a list that screen readers can walk: one item for each row, with its clocks and its outcome.
/// Call once, before the first window.
void installChartAccessibility();

} // namespace lockstep
