#include "chart/overlay.h"
#include "chart/painting.h"
#include "core/wording.h"
#include <QPainter>

namespace lockstep::overlays {

namespace {

void paintClock(QPainter& painter, const Frame& frame, const RulerRow& row, const QString& clock, double x)
{
    const double px = frame.layout.dim.text(15);
    const double width = frame.measure.width(clock, px, QFont::DemiBold);
    const double left = std::clamp(x - width / 2, frame.axis.left(), std::max(frame.axis.left(), frame.axis.right() - width));
    const QRectF pill{left - 6, row.top + 3, width + 12, row.height - 6};
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
    const std::vector<RulerZone> zones = rulerZones(frame.view);
    for (std::size_t i = 0; i < zones.size() && i < frame.layout.rulers.size(); ++i) {
        const WallTime wall = date::floor<std::chrono::seconds>(zones[i].zone.wallAt(at));
        paintClock(painter, frame, frame.layout.rulers[i], QString::fromStdString(clockLabel(wall)), x);
    }
}

} // namespace

extern const Overlay crosshair;
const Overlay crosshair{"crosshair", "Crosshair", 80, true, paint};

} // namespace lockstep::overlays
