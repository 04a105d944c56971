#pragma once
#include "chart/axis_scale.h"
#include "core/row_filter.h"

namespace lockstep {

/// How many rows lie at each pixel of a stretch of the axis, lane by lane.
struct Density {
    std::vector<std::vector<int>> lanes; ///< of each lane a number for each pixel from the axis' left edge on
    std::vector<BandId> of;              ///< which lanes these are; none where all rows stand in one
    int most = 0;                        ///< the largest of them
};

/// Of more lanes than this all rows stand in one.
inline constexpr int mostDensityLanes = 6;

/// One pass over the rows but the hidden ones; what is drawn from it costs its pixels.
Density densityOf(const TimelineView& view, const AxisScale& axis, const Bands& bands, const HiddenRows* hidden = nullptr);

} // namespace lockstep
