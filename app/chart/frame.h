#pragma once
#include "chart/chart_layout.h"

namespace lockstep {

/// What the hand is doing: never part of a picture.
struct Gesture {
    std::set<EventId> selected;
    WindowId selectedWindow;
    std::optional<Instant> crosshair;
    Hit hovered;
    std::optional<Span> rubber;
};

/// All an overlay needs to paint: the content, the layout of this moment, the gesture under way.
struct Frame {
    const ChartContent& content;
    const TimelineView& view;   ///< the preview during a drag, else content.view
    const Theme& theme;
    const AxisScale& axis;
    const ChartLayout& layout;
    const TextMeasure& measure;
    const Gesture& gesture;
};

} // namespace lockstep
