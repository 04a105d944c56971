#include "chart/overlay.h"
#include "chart/painting.h"
#include <QPainter>

namespace lockstep::overlays {

namespace {

/// A torn edge from top to bottom; teeth of equal size, the last cut where the paper ends.
QPolygonF tornEdge(double x, double top, double bottom, double depth)
{
    constexpr double tooth = 11.5;
    QPolygonF edge;
    bool out = false;
    for (double y = top; y < bottom; y += tooth) {
        edge << QPointF{x + (out ? depth : 0), y};
        out = !out;
    }
    edge << QPointF{x + (out ? depth : 0), bottom};
    return edge;
}

void paintGap(QPainter& painter, const Frame& frame, const GapBox& gap)
{
    const double top = frame.layout.lanes.front().rect.top() - 1;
    const double bottom = frame.layout.lanes.back().rect.bottom() + 1;
    const QPolygonF left = tornEdge(gap.left, top, bottom, 5);
    const QPolygonF right = tornEdge(gap.right - 5, top, bottom, 5);
    QPolygonF paper = left;
    for (auto point = right.crbegin(); point != right.crend(); ++point)
        paper << *point;
    painter.setPen(Qt::NoPen);
    painter.setBrush(frame.theme.background);
    painter.drawPolygon(paper);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(frame.theme.quiet, 1.3));
    painter.drawPolyline(left);
    painter.drawPolyline(right);
}

void paint(QPainter& painter, const Frame& frame)
{
    if (frame.layout.lanes.empty())
        return;
    painter.setClipRect(clipOf(frame).adjusted(18, 0, 0, 0), Qt::IntersectClip);
    for (const GapBox& gap : frame.layout.gaps)
        paintGap(painter, frame, gap);
}

} // namespace

extern const Overlay gaps;
const Overlay gaps{"gaps", "Quiet time cut out", -5, false, paint};

} // namespace lockstep::overlays
