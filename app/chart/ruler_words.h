#pragma once
#include "chart/chart_layout.h"
#include "chart/ticks.h"

namespace lockstep {

/// The colour of the one lane that reads this ruler; the text's where several do, or none.
QColor rulerColour(const LayoutInput& in, const RulerZone& ruler);

/// The distance between the ticks of the rulers.
inline TickStep rulerStep(const AxisScale& axis, const Dimensions& dim) { return tickStep(axis, 80 * dim.scale); }

/// A tick's own words: the clock, or the date where a tick stands for a day or more.
QString tickLabel(const Timeline& timeline, WallTime wall, TickStep step);

} // namespace lockstep
