#pragma once
#include "chart/frame.h"

namespace lockstep {

/// Places the measures that are kept, after everything else: no length covers a label, a mark or another length while
/// there is room, and a tick that an end's clock would cover gives way to it.
void layOutMeasures(ChartLayout& out, const LayoutInput& in, const AxisScale& axis);

/// One measure in a finished layout: where it is kept there, else where it has room. nullopt: out of view, or nowhere.
std::optional<MeasureBox> measureBox(const Frame& frame, const Measure& measure);

} // namespace lockstep
