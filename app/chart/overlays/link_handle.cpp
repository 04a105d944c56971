#include "chart/hit_test.h"
#include "chart/link_curves.h"
#include "chart/overlay.h"
#include <QPainter>

namespace lockstep::overlays {

namespace {

/// The link being drawn: to the pointer, or to the mark it would hold.
void paintLinking(QPainter& painter, const Frame& frame, const Linking& linking)
{
    const QPointF from = markRectOf(frame.layout, frame.axis, frame.view, linking.from).center();
    const QRectF target = linking.target > 0 ? markRectOf(frame.layout, frame.axis, frame.view, linking.target) : QRectF{};
    const QPointF to = target.isEmpty() ? linking.to : target.center();
    painter.setPen(QPen(frame.theme.lane(0), 1.8, target.isEmpty() ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(from, to);
    if (!target.isEmpty())
        painter.drawEllipse(to, frame.layout.dim.of(15), frame.layout.dim.of(15));
}

void paint(QPainter& painter, const Frame& frame)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (frame.gesture.linking)
        return paintLinking(painter, frame, *frame.gesture.linking);
    const auto handle = linkHandle(frame.layout, frame.axis, frame.view, frame.gesture.selected);
    if (!handle)
        return;
    painter.setPen(QPen(frame.theme.background, 1.5));
    painter.setBrush(frame.theme.lane(0));
    painter.drawEllipse(*handle, linkHandleRadius, linkHandleRadius);
}

} // namespace

extern const Overlay link_handle;
const Overlay link_handle{"link handle", "Draw a link", 75, true, paint};

} // namespace lockstep::overlays
