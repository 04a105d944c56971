#pragma once
#include "chart/lane_density.h"

namespace lockstep {

/// The marks of the rows that are not dense, what is closer than a pixel folded into one.
void addMarks(LaneBox& box, const LayoutInput& in, const AxisScale& axis, const Dimensions& dim, const std::vector<RowStretch>& stretches);

/// Ringed marks that lie on another leave the base line, one up and one down, clear of "+n": each stays discernible.
void spreadRings(LaneBox& box, const Dimensions& dim, double roomBelow);

} // namespace lockstep
