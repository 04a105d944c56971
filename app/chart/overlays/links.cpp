#include "chart/link_curves.h"
#include "chart/overlay.h"
#include "chart/painting.h"
#include <QPainter>

namespace lockstep::overlays {

namespace {

QColor colourOf(const LinkCurve& curve, const Theme& theme)
{
    QColor colour = curve.isFault ? theme.scenario : theme.mutedText;
    colour.setAlphaF(curve.isIdle ? 0.45F : 1.0F);
    return colour;
}

void paintCurve(QPainter& painter, const LinkCurve& curve, const QColor& colour)
{
    QPen pen(colour, curve.isFault ? 2 : 1.4);
    pen.setCapStyle(Qt::FlatCap);
    if (curve.link.onlyIfCauseFailed)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(curve.path);
}

void paintTip(QPainter& painter, const LinkCurve& curve, const QColor& colour)
{
    painter.save();
    painter.translate(curve.path.pointAtPercent(1));
    painter.rotate(curve.direction);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{{1, 0}, {-8, -4}, {-8, 4}});
    painter.restore();
}

void paint(QPainter& painter, const Frame& frame)
{
    const std::vector<LinkCurve> curves = linkCurves(frame.layout, frame.axis, frame.view, frame.gesture.selected);
    if (curves.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    keepClearOfLabels(painter, frame);
    for (const LinkCurve& curve : curves)
        paintCurve(painter, curve, colourOf(curve, frame.theme));
    painter.restore();
    for (const LinkCurve& curve : curves) {
        paintTip(painter, curve, colourOf(curve, frame.theme));
        if (curve.isFault)
            paintFault(painter, curve.path.pointAtPercent(0.5), frame.theme);
    }
}

} // namespace

extern const Overlay links;
const Overlay links{"links", "Causes and effects", 20, false, paint};

} // namespace lockstep::overlays
