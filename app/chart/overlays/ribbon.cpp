#include "chart/overlay.h"
#include "chart/painting.h"
#include "core/wording.h"
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

/// The widest stretch of a band that no bar and no words of the strip take, for words of its own.
std::pair<double, double> roomIn(const QRectF& band, const Frame& frame)
{
    std::vector<QRectF> taken;
    const auto take = [&](const QRectF& box) {
        if (box.intersects(band))
            taken.push_back(box);
    };
    for (const WindowBar& bar : frame.layout.windows) {
        take(bar.rect);
        for (const TextRun& run : bar.texts)
            take(run.box());
    }
    for (const GapBox& gap : frame.layout.gaps)
        for (const TextRun& run : gap.texts)
            take(run.box());
    std::ranges::sort(taken, {}, &QRectF::left);
    std::pair<double, double> best{band.left(), band.left()};
    double from = band.left();
    const auto end = [&](double to) {
        if (to - from > best.second - best.first)
            best = {from, to};
    };
    for (const QRectF& box : taken) {
        end(std::min(box.left(), band.right()));
        from = std::max(from, box.right());
    }
    end(band.right());
    return best;
}

QString wordsFor(const Ribbon& ribbon)
{
    const QString words = QStringLiteral("Touches no look-up here");
    if (ribbon.unsure.empty())
        return words;
    std::vector<std::string> rows;
    for (const EventId id : ribbon.unsure)
        rows.push_back(std::to_string(id));
    constexpr std::size_t mostNamed = 4;
    return rows.size() > mostNamed ? words + QStringLiteral(", some are not placed for sure")
                                   : words + QStringLiteral(", but where %1 lies is not sure").arg(QString::fromStdString((rows.size() == 1 ? "row " : "each of rows ") + listed(rows)));
}

void paintWords(QPainter& painter, const Frame& frame, const std::vector<QRectF>& bands, const QColor& colour)
{
    const double px = frame.layout.dim.text(14);
    const QString words = wordsFor(frame.gesture.ribbon->ribbon);
    const double width = frame.measure.width(words, px);
    std::pair<double, double> best{0, 0};
    double middle = 0;
    for (const QRectF& band : bands) {
        const auto room = roomIn(band, frame);
        if (room.second - room.first > best.second - best.first) {
            best = room;
            middle = band.center().y();
        }
    }
    if (best.second - best.first < width + px)
        return;
    const TextRun run{{(best.first + best.second - width) / 2, middle + px * 0.35}, words, px, QFont::Normal, colour, width};
    paintTexts(painter, std::span{&run, 1}, frame.measure);
}

/// Paper of the band, and at its foot a line with a stop at each end that is no edge of the chart.
void paintBand(QPainter& painter, const QRectF& band, const Frame& frame, const QColor& colour)
{
    QColor paper = colour;
    paper.setAlphaF(frame.theme.id == Theme::Id::Dark ? 0.20F : 0.10F);
    painter.fillRect(band, paper);
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(band.bottomLeft(), band.bottomRight());
    for (const double x : {band.left(), band.right()})
        if (x > frame.axis.left() + 0.5 && x < frame.axis.right() - 0.5)
            painter.drawLine(QPointF{x, band.top()}, QPointF{x, band.bottom() + 1});
}

void paint(QPainter& painter, const Frame& frame)
{
    const WindowBar* bar = frame.gesture.ribbon ? barOf(frame) : nullptr;
    if (bar == nullptr)
        return;
    const QColor colour = frame.theme.lane(2);
    const std::vector<QRectF> bands = bandsOf(frame, *bar);
    painter.save();
    keepClearOfLabels(painter, frame);
    QRegion clear = painter.clipRegion();
    for (const WindowBar& each : frame.layout.windows)
        clear -= each.rect.toAlignedRect();
    painter.setClipRegion(clear);
    for (const QRectF& band : bands)
        paintBand(painter, band, frame, colour);
    painter.restore();
    paintWords(painter, frame, bands, colour);
}

} // namespace

extern const Overlay ribbon;
const Overlay ribbon{"ribbon", "Where a window may land", 70, true, paint};

} // namespace lockstep::overlays
