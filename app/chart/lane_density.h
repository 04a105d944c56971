#pragma once
#include "chart/chart_layout.h"

namespace lockstep {

/// Time cut into steps of a power of two milliseconds, counted from 1970: what is folded by it stays folded alike while
/// one pans, and changes only from one level of zoom to the next.
struct TimeGrid {
    Millis step{1};
    /// The smallest such step at least so wide; it is less than twice as wide.
    static TimeGrid of(const AxisScale& axis, double leastPixels);
    Instant floor(Instant t) const;
};

/// The blocks of time that lie between the two edges of the axis, or over one. Rows are dense where marks would stand
/// closer than a few pixels, told by their block and not by what else is in sight.
std::vector<RowStretch> stretchesOf(const LaneRows& rows, const AxisScale& axis);

/// The columns of the dense stretches; their height is not known yet.
std::vector<DensityColumn> columnsOf(const LaneRows& rows, const std::vector<RowStretch>& stretches, const AxisScale& axis);

/// Gives the columns of all lanes their height, to one scale: by the root of their number, so that a quiet lane beside a
/// busy one is still seen.
void scaleColumns(std::vector<LaneBox>& lanes, const Dimensions& dim);

/// Of the column at x; 0 for none.
double columnHeightAt(const std::vector<DensityColumn>& columns, double x);

/// Of a lane in one line.
inline double foldedLaneHeight(const Dimensions& dim) { return std::max(30.0, dim.of(34)); }

/// The room columns take above the base line.
inline double columnRoom(const Dimensions& dim) { return dim.of(dim.compact ? 26 : 40); }

} // namespace lockstep
