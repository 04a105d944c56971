#include "chart/overlay.h"
#include "chart/painting.h"
#include "core/wording.h"
#include <QPainter>

namespace lockstep::overlays {

namespace {

/// A tick or a day that the clock would half cover is not shown beside it.
void hideUnder(QPainter& painter, const Frame& frame, std::span<const TextRun> runs, const QRectF& pill)
{
    for (const TextRun& run : runs) {
        if (run.box().adjusted(-3, 0, 3, 0).intersects(pill))
            painter.fillRect(run.box().adjusted(-1, -2, 1, 3), frame.theme.background);
    }
}

void paintClock(QPainter& painter, const Frame& frame, std::size_t index, const QString& clock, double x)
{
    const RulerRow& row = frame.layout.rulers[index];
    const double px = frame.layout.dim.text(15);
    const double width = frame.measure.width(clock, px, QFont::DemiBold);
    const double least = frame.axis.left() + 6; // clear of the ruler's first day
    const double left = std::clamp(x - width / 2, least, std::max(least, frame.axis.right() - width));
    const QRectF pill{left - 6, row.top + 3, width + 12, row.height - 6};
    hideUnder(painter, frame, row.texts, pill);
    if (frame.layout.moment)
        hideUnder(painter, frame, std::span{&frame.layout.moment->texts[index], 1}, pill);
    for (const MeasureBox& measure : frame.layout.measures)
        for (const MeasureTip* tip : {&measure.begin, &measure.end})
            if (index < tip->clocks.size() && tip->clocks[index].plate.intersects(pill))
                painter.fillRect(tip->clocks[index].plate.adjusted(-1, -1, 1, 1), frame.theme.background);
    painter.setPen(Qt::NoPen);
    painter.setBrush(frame.theme.text);
    painter.drawRoundedRect(pill, 4, 4);
    const TextRun run{{left, row.top + row.height / 2 + px * 0.36}, clock, px, QFont::DemiBold, frame.theme.background, width};
    paintTexts(painter, std::span{&run, 1}, frame.measure);
}

void paint(QPainter& painter, const Frame& frame)
{
    if (!frame.gesture.crosshair)
        return;
    const Instant at = *frame.gesture.crosshair;
    const double x = frame.axis.x(at);
    if (x < frame.axis.left() || x > frame.axis.right() || frame.layout.rulers.empty())
        return;
    QColor faint = frame.theme.text;
    faint.setAlphaF(0.45F);
    painter.setPen(QPen(faint, 1));
    painter.drawLine(QPointF{x, frame.layout.rulers.front().top}, QPointF{x, frame.layout.plot().bottom()});
    for (std::size_t i = 0; i < frame.layout.rulers.size(); ++i) {
        const WallTime wall = date::floor<std::chrono::seconds>(frame.layout.rulers[i].zone.wallAt(at));
        paintClock(painter, frame, i, QString::fromStdString(clockLabel(frame.view.record(), wall)), x);
    }
}

} // namespace

extern const Overlay crosshair;
const Overlay crosshair{"crosshair", "Crosshair", 80, true, paint};

} // namespace lockstep::overlays
