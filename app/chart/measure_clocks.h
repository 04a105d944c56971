#pragma once
#include "chart/chart_layout.h"

namespace lockstep {

/// What a measure is placed into.
struct MeasurePage {
    const TimelineView& view;
    const AxisScale& axis;
    const ChartLayout& layout;
    const TextMeasure& texts;
    const Theme& theme;

    bool isInView(double x) const { return x >= axis.left() - 0.5 && x <= axis.right() + 0.5; }
    double px() const { return layout.dim.text(15); }
    double rulersEnd() const { return layout.rules.empty() ? layout.strip.top() : layout.rules.back(); }
};

/// The clocks of both ends on every ruler, moved apart where they would lie on each other.
void addClocks(const MeasurePage& page, MeasureBox& box);

/// Clocks that would meet the boxed moment stand a little beside it, or go.
void keepClearOfMoment(const MeasurePage& page, MeasureBox& box);

/// Clocks that would meet an earlier measure's, the boxed moment or a day stand a little beside it, or go; ticks give way.
void keepClocksWithRoom(ChartLayout& out, const MeasurePage& page);

} // namespace lockstep
