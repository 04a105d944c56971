#pragma once
#include "chart/chart_layout.h"

namespace lockstep {

/// What lies under a point: marks before labels, a window's edges before its bar. Rows drawn as one that a closer look
/// would part are a thing of their own; others are their first.
Hit hitAt(const ChartLayout&, const AxisScale&, const ViewRows&, QPointF);

/// The mark of an event, also when it is folded into another; empty when off screen or hidden.
QRectF markRectOf(const ChartLayout&, const AxisScale&, const TimelineView&, EventId);
QRectF labelRectOf(const ChartLayout&, EventId);

/// The rows whose mark lies within a rectangle, folded ones too, or whose label it touches.
std::set<EventId> eventsIn(const ChartLayout&, const ViewRows&, const QRectF&);

} // namespace lockstep
