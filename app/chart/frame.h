#pragma once
#include "chart/chart_layout.h"
#include "core/ribbon.h"

namespace lockstep {

/// Where a window that is being dragged may land: its ribbon counts from where the drag began.
struct RibbonBand {
    WindowId window;
    Span span; ///< the window when the drag began, its uncertain ends included
    Ribbon ribbon;
    friend bool operator==(const RibbonBand&, const RibbonBand&) = default;
};

/// What the hand is doing: never part of a picture.
struct Gesture {
    std::set<EventId> selected;
    WindowId selectedWindow;
    Hit::What selectedPart = Hit::What::WindowBar; ///< of that window: its bar, or the edge that was chosen
    std::optional<Instant> crosshair;
    Hit hovered;
    std::optional<Span> rubber;
    std::optional<RibbonBand> ribbon;
    std::optional<QRectF> band;    ///< what is being drawn around marks to select them
    std::optional<Instant> sticky; ///< the moment at which the dragged thing is held
    std::vector<Anchor> moments; ///< what the metric at hand is measured between
    std::optional<Linking> linking;
    std::optional<Measure> measuring;
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
