#include "chart/overlay.h"
#include "chart/painting.h"
#include "chart/plain_fill.h"
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace lockstep::overlays {

namespace {

void paintWindowGhost(QPainter& painter, const Frame& frame, Effect effect, QRectF rect)
{
    const bool isLock = effect == Effect::Blocks;
    QColor colour = isLock ? frame.theme.lock : frame.theme.mutedText;
    colour.setAlphaF(0.5F);
    if (isLock && !frame.layout.lanes.empty())
        rect.setBottom(frame.layout.lanes.back().rect.bottom() - 1);
    constexpr double wide = 2, dash = 5, step = 10;
    PlainFill fill(painter);
    for (const double x : {rect.left(), rect.right()})
        fill.dashes(x, rect.top(), rect.bottom(), wide, dash, step - dash, colour);
    for (const double y : {rect.top(), rect.bottom()})
        for (double x = rect.left(); x < rect.right(); x += step)
            fill.rect({x, y - wide / 2, std::min(dash, rect.right() - x), wide}, colour);
}

/// The way from where it was recorded. An assumption about a person is dotted and carries a question mark.
void paintArrow(QPainter& painter, const Frame& frame, QPointF from, const ChartMark& mark)
{
    const double size = frame.layout.dim.of(14);
    const QColor& colour = frame.theme.scenario;
    const QPointF to = mark.centre;
    const double way = to.x() > from.x() ? 1 : -1;
    const double start = from.x() + way * (size / 2 + 4);
    const double tip = to.x() - way * (size / 2 + 2);
    const double length = (tip - start) * way;
    if (length >= 6) {
        QPen pen(colour, mark.isAssumed ? 2.2 : 1.8);
        pen.setDashPattern(mark.isAssumed ? QList<qreal>{0.1, 2} : QList<qreal>{4, 2.5});
        pen.setCapStyle(mark.isAssumed ? Qt::RoundCap : Qt::FlatCap);
        painter.setPen(pen);
        painter.drawLine(QPointF{start, from.y()}, QPointF{tip - way * 8, from.y()});
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF{{tip, from.y()}, {tip - way * 9, from.y() - 4.5}, {tip - way * 9, from.y() + 4.5}});
    }
}

/// In the middle of the way, or where that is too short behind it.
void paintQuestion(QPainter& painter, const Frame& frame, QPointF from, const ChartMark& mark)
{
    const double size = frame.layout.dim.of(14);
    const double way = mark.centre.x() > from.x() ? 1 : -1;
    const bool hasRoom = std::abs(mark.centre.x() - from.x()) > size + 2 * badgeRadius + 24;
    const QPointF behind = from - QPointF{way * (size / 2 + badgeRadius + 3), 0};
    paintBadge(painter, hasRoom ? QPointF{(from.x() + mark.centre.x()) / 2, from.y()} : behind, u'?', frame.theme);
}

void paint(QPainter& painter, const Frame& frame)
{
    painter.save();
    keepClearOfLabels(painter, frame);
    for (const WindowBar& bar : frame.layout.windows) {
        if (bar.recorded)
            paintWindowGhost(painter, frame, bar.effect, *bar.recorded);
    }
    for (const LeftOutWindow& gone : frame.layout.leftOut)
        paintWindowGhost(painter, frame, gone.effect, gone.rect);
    painter.restore();
    painter.setClipRect(clipOf(frame), Qt::IntersectClip);
    const double size = frame.layout.dim.of(14);
    for (const LaneBox& lane : frame.layout.lanes) {
        for (const ChartMark& mark : lane.marks) {
            if (mark.isAdded)
                paintBadge(painter, mark.centre - QPointF{size / 2 + badgeRadius + 1, 0}, u'+', frame.theme);
            if (!mark.recorded)
                continue;
            const QPointF was{*mark.recorded, mark.centre.y()};
            paintArrow(painter, frame, was, mark);
            paintGhost(painter, was, size, lane.colour, frame.theme);
        }
        // Over all ways and ghosts, so that none crosses it out.
        for (const ChartMark& mark : lane.marks)
            if (mark.recorded && mark.isAssumed)
                paintQuestion(painter, frame, {*mark.recorded, mark.centre.y()}, mark);
    }
}

} // namespace

extern const Overlay ghosts;
const Overlay ghosts{"ghosts", "As recorded", -10, false, paint};

} // namespace lockstep::overlays
