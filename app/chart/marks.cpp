#include "chart/painting.h"
#include <QPainter>
#include <cmath>

namespace lockstep {

namespace {

constexpr double ringShare = 0.79; ///< a ring's radius, of the mark's diameter

bool isBlocked(const MarkLook& look) { return look.outcome == Outcome::Blocked || look.outcome == Outcome::PossiblyBlocked; }

bool isStale(const MarkLook& look) { return look.outcome == Outcome::Stale || look.outcome == Outcome::PossiblyStale; }

} // namespace

void paintRingPaper(QPainter& painter, QPointF centre, double size, const MarkLook& look, const Theme& theme)
{
    if (!isBlocked(look) && !isStale(look))
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.background);
    painter.drawEllipse(centre, size * ringShare, size * ringShare);
}

void paintRing(QPainter& painter, QPointF centre, double size, const MarkLook& look, const Theme& theme)
{
    if (!isBlocked(look) && !isStale(look))
        return;
    const double ring = size * ringShare;
    painter.setBrush(Qt::NoBrush);
    QPen pen(isBlocked(look) ? theme.lock : theme.mutedText, size * 0.17);
    pen.setCapStyle(Qt::FlatCap);
    if (isStale(look))
        pen.setDashPattern(look.outcome == Outcome::Stale ? QList<qreal>{1.9, 1.3} : QList<qreal>{0.8, 2.2});
    painter.setPen(pen);
    if (look.outcome != Outcome::PossiblyBlocked) {
        painter.drawEllipse(centre, ring, ring);
        return;
    }
    // Half a ring is certain, half is not.
    const QRectF box{centre.x() - ring, centre.y() - ring, 2 * ring, 2 * ring};
    painter.drawArc(box, 90 * 16, 180 * 16);
    pen.setDashPattern({0.8, 1.8});
    painter.setPen(pen);
    painter.drawArc(box, -90 * 16, 180 * 16);
}

void paintGlyph(QPainter& painter, QPointF centre, double size, const MarkLook& look, const Theme& theme)
{
    const double radius = size / 2;
    const bool isGone = look.dropped || look.outcome == Outcome::Void;
    painter.setPen(isGone ? QPen(look.colour, size * 0.13) : look.overlaps ? QPen(theme.background, 1.4) : QPen(Qt::NoPen));
    painter.setBrush(isGone ? theme.background : look.colour);
    if (look.kind == Kind::Read) {
        const double half = radius * 0.8;
        painter.drawRect(QRectF{centre.x() - half, centre.y() - half, 2 * half, 2 * half});
    } else {
        painter.drawEllipse(centre, radius, radius);
    }
    if (isGone) {
        painter.setPen(QPen(look.colour, size * 0.15));
        const double reach = radius * 1.5;
        painter.drawLine(centre + QPointF{-reach, reach}, centre + QPointF{reach, -reach});
    }
}

void paintMark(QPainter& painter, QPointF centre, double size, const MarkLook& look, const Theme& theme)
{
    paintRingPaper(painter, centre, size, look, theme);
    paintRing(painter, centre, size, look, theme);
    paintGlyph(painter, centre, size, look, theme);
}

void paintGhost(QPainter& painter, QPointF centre, double size, const QColor& colour, const Theme& theme)
{
    QPen pen(colour, size * 0.14);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({1.6, 1.2});
    painter.setPen(pen);
    painter.setBrush(theme.background);
    painter.drawEllipse(centre, size / 2, size / 2);
}

void paintBadge(QPainter& painter, QPointF centre, QChar sign, const Theme& theme)
{
    painter.setPen(QPen(theme.scenario, 1.4));
    painter.setBrush(theme.background);
    painter.drawEllipse(centre, badgeRadius, badgeRadius);
    painter.setPen(theme.scenario);
    painter.setFont(theme.font(14, QFont::Bold));
    const QRectF box{centre - QPointF{badgeRadius, badgeRadius}, QSizeF{2 * badgeRadius, 2 * badgeRadius}};
    painter.drawText(box, Qt::AlignCenter, QString(sign));
}

void paintFault(QPainter& painter, QPointF centre, const Theme& theme)
{
    painter.save();
    painter.translate(centre);
    painter.setPen(QPen(theme.scenario, 1.8, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(theme.background);
    painter.drawPolygon(QPolygonF{{0, -9}, {9.5, 7.5}, {-9.5, 7.5}});
    painter.drawLine(QPointF{0, -3.5}, QPointF{0, 2});
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.scenario);
    painter.drawEllipse(QPointF{0, 4.5}, 1.2, 1.2);
    painter.restore();
}

} // namespace lockstep
