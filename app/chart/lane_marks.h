#pragma once
#include "chart/chart_layout.h"

namespace lockstep {

/// The marks of a lane, what is closer than a pixel folded into one: cost follows pixels, not events.
void addMarks(LaneBox& box, const LayoutInput& in, const AxisScale& axis, const Dimensions& dim);

/// Ringed marks that lie on another leave the base line, one up and one down, clear of "+n": each stays discernible.
void spreadRings(LaneBox& box, const Dimensions& dim, double roomBelow);

} // namespace lockstep
