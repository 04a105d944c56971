#pragma once
#include "chart/chart_scene.h"

namespace lockstep {

/// All an overlay needs to paint: the content, the layout of this moment, the gesture under way.
struct Frame {
    const ChartContent& content;
    const TimelineView& view;   ///< the preview during a drag, else content.view
    const Theme& theme;
    const AxisScale& axis;
};

} // namespace lockstep
