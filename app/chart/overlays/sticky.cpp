#include "chart/overlay.h"
#include "chart/painting.h"
#include <QPainter>

namespace lockstep::overlays {

namespace {

/// A line through what holds the dragged thing, with a small diamond at each end.
void paint(QPainter& painter, const Frame& frame)
{
    if (!frame.gesture.sticky)
        return;
    const QRectF plot = frame.layout.plot();
    const double x = frame.axis.x(*frame.gesture.sticky);
    if (x < frame.axis.left() || x > frame.axis.right())
        return;
    constexpr double half = 5;
    painter.save();
    keepClearOfLabels(painter, frame);
    painter.setPen(QPen(frame.theme.scenario, 1.4));
    painter.drawLine(QPointF{x, plot.top()}, QPointF{x, plot.bottom()});
    painter.restore();
    painter.setPen(Qt::NoPen);
    painter.setBrush(frame.theme.scenario);
    for (const double y : {plot.top(), plot.bottom()})
        painter.drawPolygon(QPolygonF{{x - half, y}, {x, y - half}, {x + half, y}, {x, y + half}});
}

} // namespace

extern const Overlay sticky;
const Overlay sticky{"sticky", "What a drag is held at", 74, true, paint};

} // namespace lockstep::overlays
