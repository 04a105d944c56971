#include "chart/overlay.h"
#include "chart/painting.h"
#include <QPainter>

namespace lockstep::overlays {

namespace {

QColor accent(const Theme& theme) { return theme.lane(0); }

void paintEvent(QPainter& painter, const Frame& frame, EventId event, float strength)
{
    QColor line = accent(frame.theme), fill = line;
    line.setAlphaF(strength);
    fill.setAlphaF(strength * 0.10F);
    painter.setPen(QPen(line, 1.5));
    for (const LaneBox& lane : frame.layout.lanes) {
        for (const ChartMark& mark : lane.marks) {
            if (mark.event != event)
                continue;
            painter.setBrush(Qt::NoBrush);
            const double radius = frame.layout.dim.of(15);
            painter.drawEllipse(mark.centre, radius, radius);
        }
        for (const ChartLabel& label : lane.labels) {
            if (label.event != event)
                continue;
            painter.setBrush(fill);
            painter.drawRoundedRect(label.rect.adjusted(-5, 0.5, 5, -0.5), 4, 4);
        }
    }
}

/// The edge that keys and F2 work on, as a heavy line with a foot at each end.
void paintEdge(QPainter& painter, const QRectF& rect, bool isBegin, const QColor& colour)
{
    const double x = isBegin ? rect.left() : rect.right();
    const double inward = isBegin ? 5 : -5;
    QPen pen(colour, 4);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawPolyline(QPolygonF{{x + inward, rect.top() - 3}, {x, rect.top() - 3}, {x, rect.bottom() + 3}, {x + inward, rect.bottom() + 3}});
}

void paintWindow(QPainter& painter, const Frame& frame, const WindowId& id, float strength, Hit::What part = Hit::What::WindowBar)
{
    QColor line = accent(frame.theme);
    line.setAlphaF(strength);
    painter.setPen(QPen(line, 2));
    painter.setBrush(Qt::NoBrush);
    for (const WindowBar& bar : frame.layout.windows) {
        if (bar.id != id)
            continue;
        painter.drawRoundedRect(bar.rect.adjusted(-3, -3, 3, 3), 4, 4);
        if (part == Hit::What::WindowBegin || part == Hit::What::WindowEnd) {
            paintEdge(painter, bar.rect, part == Hit::What::WindowBegin, line);
            painter.setPen(QPen(line, 2));
        }
    }
}

void paint(QPainter& painter, const Frame& frame)
{
    const Gesture& gesture = frame.gesture;
    if (gesture.hovered.what == Hit::What::Event && !gesture.selected.contains(gesture.hovered.event))
        paintEvent(painter, frame, gesture.hovered.event, 0.4F);
    if (!gesture.hovered.window.empty() && gesture.hovered.window != gesture.selectedWindow)
        paintWindow(painter, frame, gesture.hovered.window, 0.4F);
    for (const EventId event : gesture.selected)
        paintEvent(painter, frame, event, 0.95F);
    if (!gesture.selectedWindow.empty())
        paintWindow(painter, frame, gesture.selectedWindow, 0.95F, gesture.selectedPart);
}

} // namespace

extern const Overlay selection;
const Overlay selection{"selection", "Selection", 70, true, paint};

} // namespace lockstep::overlays
