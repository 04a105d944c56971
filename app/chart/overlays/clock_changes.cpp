#include "chart/overlay.h"
#include "chart/ticks.h"
#include <QPainter>

namespace lockstep::overlays {

namespace {

/// A notch across the ruler: its clocks jump there. The tick after it names the new offset.
void paintNotch(QPainter& painter, const Frame& frame, const RulerRow& row, double x)
{
    const double half = frame.layout.dim.of(5);
    painter.setPen(QPen(row.colour, 1.5));
    painter.drawLine(QPointF{x, row.top + 1}, QPointF{x, row.top + row.height - 1});
    painter.setPen(Qt::NoPen);
    painter.setBrush(row.colour);
    painter.drawPolygon(QPolygonF{{{x - half, row.top + 1}, {x + half, row.top + 1}, {x, row.top + 1 + half * 1.2}}});
}

void paint(QPainter& painter, const Frame& frame)
{
    if (!frame.view.record().dated)
        return; // without a date no zone has a change to show
    for (const RulerRow& row : frame.layout.rulers) {
        for (const Instant at : offsetChanges(frame.axis, row.zone))
            paintNotch(painter, frame, row, frame.axis.x(at));
    }
}

} // namespace

extern const Overlay clock_changes;
const Overlay clock_changes{"clock_changes", "Where clocks change", 60, false, paint};

} // namespace lockstep::overlays
