#include "chart/painting.h"
#include "chart/plain_fill.h"
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QRegion>
#include <cmath>

namespace lockstep {

QRectF clipOf(const Frame& frame)
{
    const QRectF plot = frame.layout.plot();
    return {QPointF{frame.axis.left() - 18, 0}, QPointF{plot.right(), frame.layout.size.height()}};
}

namespace {

/// All of them as one region. In halves: joined one after the other each would cost what all before it do.
QRegion joined(std::span<const QRect> rects)
{
    if (rects.size() < 2)
        return rects.empty() ? QRegion{} : QRegion{rects.front()};
    return joined(rects.first(rects.size() / 2)) | joined(rects.subspan(rects.size() / 2));
}

QRegion clearOfLabels(const Frame& frame)
{
    std::vector<QRect> labels;
    const auto without = [&labels](const std::vector<TextRun>& runs) {
        for (const TextRun& run : runs)
            labels.push_back(run.box().adjusted(-4, -4, 4, 5).toAlignedRect());
    };
    for (const WindowBar& bar : frame.layout.windows)
        without(bar.texts);
    for (const GapBox& gap : frame.layout.gaps)
        without(gap.texts);
    for (const LaneBox& lane : frame.layout.lanes) {
        without(lane.more);
        for (const ChartLabel& label : lane.labels)
            without(label.texts);
    }
    return QRegion{clipOf(frame).toAlignedRect()} - joined(labels);
}

/// Whether anything of a rectangle comes to be seen: a window paints again what has changed in it.
bool isExposed(const QPainter& painter, const QRectF& rect)
{
    const QRegion region = painter.paintEngine()->systemClip();
    return region.isEmpty() || region.intersects(painter.deviceTransform().mapRect(rect).toAlignedRect());
}

} // namespace

void keepClearOfLabels(QPainter& painter, const Frame& frame)
{
    if (!frame.layout.clear)
        frame.layout.clear = clearOfLabels(frame);
    painter.setClipRegion(*frame.layout.clear, Qt::IntersectClip);
}

void paintTexts(QPainter& painter, std::span<const TextRun> runs, const TextMeasure& measure)
{
    // On screen the same words come frame after frame; a picture is painted once.
    const bool areKept = isScreen(painter);
    constexpr double around = 8; // descenders, and letters that lean out
    for (const TextRun& run : runs) {
        if (!isExposed(painter, run.box().adjusted(-around, -around, around, around)))
            continue;
        painter.setFont(measure.font(run.px, run.weight));
        painter.setPen(run.colour);
        if (areKept)
            painter.drawStaticText(run.base - QPointF{0, measure.ascent(run.px, run.weight)}, measure.shaped(run.text, run.px, run.weight));
        else
            painter.drawText(run.base, asWritten(run.text));
    }
}

void paintHead(QPainter& painter, const Frame& frame)
{
    paintTexts(painter, frame.layout.head, frame.measure);
}

namespace {

void paintMomentBox(QPainter& painter, const Frame& frame)
{
    const MomentBox& moment = *frame.layout.moment;
    painter.setPen(QPen(frame.theme.lock, 2));
    painter.setBrush(frame.theme.background);
    painter.drawRoundedRect(moment.box, 6, 6);
    paintTexts(painter, moment.texts, frame.measure);
}

/// A line across the page that stops at the cuts.
void paintBrokenLine(QPainter& painter, const Frame& frame, double y)
{
    double x = frame.layout.dim.margin;
    for (const GapBox& gap : frame.layout.gaps) {
        if (gap.left > x)
            painter.drawLine(QPointF{x, y}, QPointF{gap.left + 2, y});
        x = gap.right - 2;
    }
    painter.drawLine(QPointF{x, y}, QPointF{frame.layout.size.width() - frame.layout.dim.margin, y});
}

} // namespace

void paintRulers(QPainter& painter, const Frame& frame)
{
    painter.setPen(QPen(frame.theme.rule, 1.5));
    for (const double y : frame.layout.rules)
        paintBrokenLine(painter, frame, y);
    for (const RulerRow& row : frame.layout.rulers)
        paintTexts(painter, row.texts, frame.measure);
    if (frame.layout.moment)
        paintMomentBox(painter, frame);
}

void paintGround(QPainter& painter, const Frame& frame)
{
    constexpr double corner = 3;
    const double bar = frame.layout.dim.of(5);
    painter.setPen(Qt::NoPen);
    for (const LaneBox& lane : frame.layout.lanes) {
        painter.setBrush(lane.tint);
        for (const double top : {lane.rect.top(), lane.rect.bottom() - 2 * corner})
            painter.drawRoundedRect(QRectF{lane.rect.left(), top, lane.rect.width(), 2 * corner}, corner, corner);
    }
    PlainFill fill(painter);
    for (const LaneBox& lane : frame.layout.lanes) {
        fill.rect(lane.rect.adjusted(0, corner, 0, -corner), lane.tint);
        fill.rect({lane.rect.topLeft(), QSizeF{bar, lane.rect.height()}}, lane.colour);
        for (const double x : frame.layout.gridLines)
            fill.line(x, lane.rect.top(), lane.rect.bottom(), 1, frame.theme.grid);
    }
}

namespace {

void paintBar(QPainter& painter, const Frame& frame, const WindowBar& bar)
{
    const Theme& theme = frame.theme;
    const bool isLock = bar.effect == Effect::Blocks;
    const QColor edge = isLock ? theme.lock : theme.mutedText;
    const QRectF solid{QPointF{bar.solidLeft, bar.rect.top()}, QPointF{bar.solidRight, bar.rect.bottom()}};
    if (bar.solidLeft > bar.rect.left())
        paintHatch(painter, {bar.rect.topLeft(), QPointF{bar.solidLeft, bar.rect.bottom()}}, edge, 2, 10.5);
    if (bar.solidRight < bar.rect.right())
        paintHatch(painter, {QPointF{std::max(bar.solidRight, bar.rect.left()), bar.rect.top()}, bar.rect.bottomRight()}, edge, 2, 10.5);
    PlainFill fill(painter);
    fill.frame(bar.rect, isLock ? 2 : 1, edge);
    if (solid.width() <= 0)
        return;
    fill.rect(solid, isLock ? theme.lock : theme.bar);
    if (!isLock)
        fill.frame(solid, 1, edge);
}

} // namespace

void paintStrip(QPainter& painter, const Frame& frame)
{
    paintTexts(painter, frame.layout.stripTexts, frame.measure);
    painter.save();
    painter.setClipRect(clipOf(frame).adjusted(17, 0, 0, 0), Qt::IntersectClip);
    for (const WindowBar& bar : frame.layout.windows) {
        paintBar(painter, frame, bar);
        if (bar.plate)
            painter.fillRect(*bar.plate, frame.theme.background);
        paintTexts(painter, bar.texts, frame.measure);
    }
    painter.restore();
    for (const GapBox& gap : frame.layout.gaps)
        paintTexts(painter, gap.texts, frame.measure);
}

namespace {

/// Marks may overlap where rows lie close together: no ring hides another ring or mark.
void paintMarks(QPainter& painter, const Frame& frame, const LaneBox& lane, const QRectF& exposed)
{
    constexpr double leastApart = 2.5; // closer marks are a band, which edges would only hide
    const double size = frame.layout.dim.of(14);
    for (const auto part : {paintRingPaper, paintRing, paintGlyph}) {
        QPointF before{-1e9, 0};
        for (const ChartMark& mark : lane.marks) {
            const QPointF away = mark.centre - before;
            const double apart = std::hypot(away.x(), away.y());
            const bool overlaps = apart < size && apart > leastApart;
            if (mark.centre.x() > exposed.left() - 2 * size && mark.centre.x() < exposed.right() + 2 * size)
                part(painter, mark.centre, size, {mark.kind, mark.outcome, mark.dropped, lane.colour, overlaps}, frame.theme);
            before = mark.centre;
        }
    }
}

} // namespace

void paintLane(QPainter& painter, const Frame& frame, const LaneBox& lane, const QRectF& exposed)
{
    const Dimensions& dim = frame.layout.dim;
    paintTexts(painter, lane.header, frame.measure);
    QColor faint = lane.colour;
    faint.setAlphaF(0.3F);
    painter.setPen(QPen(faint, 1.8));
    painter.drawLine(QPointF{frame.axis.left() - dim.of(44), lane.base}, QPointF{lane.rect.right() - dim.of(10), lane.base});
    painter.save();
    painter.setClipRect(clipOf(frame), Qt::IntersectClip);
    faint.setAlphaF(0.55F);
    for (const ChartMark& mark : lane.marks) {
        if (mark.until > mark.centre.x())
            painter.fillRect(QRectF{QPointF{mark.centre.x(), mark.centre.y() - 2.5}, QPointF{mark.until, mark.centre.y() + 2.5}}, faint);
    }
    painter.setBrush(Qt::NoBrush);
    for (const ChartLabel& label : lane.labels) {
        if (!label.leader.boundingRect().adjusted(-2, -2, 2, 2).intersects(exposed))
            continue;
        painter.setPen(QPen(label.leaderColour, 1.6));
        painter.drawPolyline(label.leader);
    }
    paintColumns(painter, frame, lane, exposed);
    paintMarks(painter, frame, lane, exposed);
    painter.restore();
    for (const ChartLabel& label : lane.labels)
        if (label.rect.adjusted(-4, -4, 4, 6).intersects(exposed))
            paintTexts(painter, label.texts, frame.measure);
    paintTexts(painter, lane.more, frame.measure);
}

namespace {

void paintSymbol(QPainter& painter, const Frame& frame, const LegendEntry& entry)
{
    const Theme& theme = frame.theme;
    const QColor ink = theme.mutedText;
    const double size = frame.layout.dim.of(14);
    const QPointF centre = entry.box.center();
    const QRectF swatch = entry.box.adjusted(0.75, 3, -0.75, -3);
    const auto mark = [&](Kind kind, Outcome outcome) { paintMark(painter, centre, size, {kind, outcome, false, ink}, theme); };
    switch (entry.symbol) {
    case Symbol::Action: return mark(Kind::Action, Outcome::None);
    case Symbol::LookUp: return mark(Kind::Read, Outcome::None);
    case Symbol::Blocked: return mark(Kind::Read, Outcome::Blocked);
    case Symbol::Stale: return mark(Kind::Read, Outcome::Stale);
    case Symbol::PossiblyBlocked: return mark(Kind::Read, Outcome::PossiblyBlocked);
    case Symbol::PossiblyStale: return mark(Kind::Read, Outcome::PossiblyStale);
    case Symbol::Void: return mark(Kind::Action, Outcome::Void);
    case Symbol::Fault: return paintFault(painter, centre, theme);
    case Symbol::Ghost: return paintGhost(painter, centre, size, ink, theme);
    case Symbol::AssumedMove: {
        const double middle = swatch.left() + badgeRadius + 1;
        paintBadge(painter, {middle, centre.y()}, u'?', theme);
        return paintGhost(painter, {swatch.right() - size / 2, centre.y()}, size, ink, theme);
    }
    case Symbol::Added: return paintBadge(painter, centre, u'+', theme);
    case Symbol::Density: {
        const double foot = swatch.bottom() - 2, width = swatch.width() / 6;
        std::vector<Column> columns;
        for (const double share : {0.4, 0.7, 1.0, 0.8, 0.5, 0.3}) {
            const double height = (swatch.height() - 2) * share;
            columns.push_back({{swatch.left() + width * static_cast<double>(columns.size()), foot - height, width, height}, 0.4});
        }
        return paintColumns(painter, columns, ink);
    }
    case Symbol::Tint: {
        QColor tint = theme.lockTint;
        tint.setAlphaF(std::min(1.0F, tint.alphaF() * 2));
        painter.fillRect(swatch, tint);
        painter.fillRect(QRectF{swatch.topLeft(), QSizeF{2.5, swatch.height()}}, theme.lock);
        return;
    }
    case Symbol::HatchBegin:
    case Symbol::Hatch:
        paintHatch(painter, swatch, theme.lock, 2, 10.5);
        painter.setPen(QPen(theme.lock, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(swatch);
        return;
    case Symbol::Quiet: {
        painter.setPen(QPen(theme.quiet, 1.6));
        for (const double x : {swatch.left() + 2, swatch.left() + 12})
            painter.drawPolyline(QPolygonF{{x, swatch.top()}, {x + 7, centre.y()}, {x, swatch.bottom()}});
        return;
    }
    case Symbol::Moment:
        painter.setPen(QPen(theme.lock, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(entry.box.adjusted(1, 2.5, -1, -2.5), 5, 5);
        return;
    }
}

} // namespace

void paintFoot(QPainter& painter, const Frame& frame)
{
    for (const LegendEntry& entry : frame.layout.legend) {
        paintSymbol(painter, frame, entry);
        paintTexts(painter, std::span{&entry.text, 1}, frame.measure);
    }
    paintTexts(painter, frame.layout.foot, frame.measure);
}

} // namespace lockstep
