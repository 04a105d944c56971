#include "chart/overlay.h"
#include "chart/painting.h"
#include <QPainter>
#include <algorithm>

namespace lockstep::overlays {

namespace {

const WindowBar* barOf(const Frame& frame)
{
    const auto& bars = frame.layout.windows;
    const auto found = std::ranges::find(bars, frame.gesture.ribbon->window, &WindowBar::id);
    return found == bars.end() ? nullptr : &*found;
}

/// The stretches of the strip within which the window touches nothing, as far as they are in sight.
std::vector<QRectF> bandsOf(const Frame& frame, const WindowBar& bar)
{
    const RibbonBand& ribbon = *frame.gesture.ribbon;
    const double left = frame.axis.left(), right = frame.axis.right();
    std::vector<QRectF> bands;
    for (const Clearance& clearance : ribbon.ribbon.clearances) {
        const double from = clearance.after ? std::max(left, frame.axis.x(ribbon.span.begin + *clearance.after)) : left;
        const double to = clearance.upTo ? std::min(right, frame.axis.x(ribbon.span.end + *clearance.upTo)) : right;
        if (to > from)
            bands.emplace_back(QPointF{from, bar.rect.top() - 3}, QPointF{to, bar.rect.bottom() + 3});
    }
    return bands;
}

QString wordsFor(const Ribbon& ribbon, bool hasBand)
{
    const QString words = hasBand ? QStringLiteral("Touches no look-up") : QStringLiteral("No place without look-ups");
    if (ribbon.unsure.empty())
        return words;
    return ribbon.unsure.size() == 1 ? words + QStringLiteral(" (row %1 is unsure)").arg(ribbon.unsure.front()) : words + QStringLiteral(" (some are unsure)");
}

/// What the bands mean, under the words at the head of the strip.
void paintWords(QPainter& painter, const Frame& frame, bool hasBand, const QColor& colour)
{
    const Dimensions& dim = frame.layout.dim;
    const double px = dim.text(14);
    double base = frame.layout.strip.top();
    for (const TextRun& run : frame.layout.stripTexts)
        if (run.base.x() < dim.header)
            base = std::max(base, run.base.y());
    base += px * 1.45;
    if (!frame.layout.lanes.empty() && base > frame.layout.lanes.front().rect.top() - px * 0.3)
        return;
    const double swatch = hasBand ? px + 6 : 0;
    const QString words = frame.measure.elided(wordsFor(frame.gesture.ribbon->ribbon, hasBand), dim.header - dim.margin - swatch - 8, px);
    const TextRun run{{dim.margin + swatch, base}, words, px, QFont::Normal, colour, frame.measure.width(words, px)};
    paintTexts(painter, std::span{&run, 1}, frame.measure);
    if (hasBand)
        painter.fillRect(QRectF{dim.margin, base - px * 0.72, px, px * 0.72}, colour);
}

/// Paper of the band, and above it a line with a stop at each end that is no edge of the chart.
void paintBand(QPainter& painter, const QRectF& band, const Frame& frame, const QColor& colour)
{
    QColor paper = colour;
    paper.setAlphaF(frame.theme.id == Theme::Id::Dark ? 0.20F : 0.10F);
    painter.fillRect(band, paper);
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(band.topLeft(), band.topRight());
    for (const double x : {band.left(), band.right()})
        if (x > frame.axis.left() + 0.5 && x < frame.axis.right() - 0.5)
            painter.drawLine(QPointF{x, band.top() - 1}, QPointF{x, band.bottom()});
}

void paint(QPainter& painter, const Frame& frame)
{
    const WindowBar* bar = frame.gesture.ribbon ? barOf(frame) : nullptr;
    if (bar == nullptr)
        return;
    const QColor colour = frame.theme.lane(2);
    const std::vector<QRectF> bands = bandsOf(frame, *bar);
    painter.save();
    QRegion clear = clipOf(frame).toAlignedRect();
    for (const WindowBar& each : frame.layout.windows)
        clear -= each.rect.toAlignedRect();
    painter.setClipRegion(clear, Qt::IntersectClip);
    for (const QRectF& band : bands)
        paintBand(painter, band, frame, colour);
    painter.restore();
    paintWords(painter, frame, !bands.empty(), colour);
}

} // namespace

extern const Overlay ribbon;
const Overlay ribbon{"ribbon", "Where a window may land", 70, true, paint};

} // namespace lockstep::overlays
