#include "chart/overlay.h"
#include "chart/painting.h"
#include "core/wording.h"
#include <QPainter>

namespace lockstep::overlays {

namespace {

void paint(QPainter& painter, const Frame& frame)
{
    if (!frame.gesture.rubber)
        return;
    const Span span = *frame.gesture.rubber;
    const QRectF plot = frame.layout.plot();
    const double left = std::max(frame.axis.x(span.begin), frame.axis.left());
    const double right = std::min(frame.axis.x(span.end), frame.axis.right());
    QColor fill = frame.theme.scenario;
    fill.setAlphaF(0.14F);
    painter.setPen(QPen(frame.theme.scenario, 1.5));
    painter.setBrush(fill);
    painter.drawRect(QRectF{QPointF{left, plot.top()}, QPointF{right, plot.bottom()}});
    const QString length = QString::fromStdString(lengthLabel(span.end - span.begin));
    const double px = frame.layout.dim.text(15);
    const double width = frame.measure.width(length, px, QFont::DemiBold);
    if (width + 12 > right - left)
        return;
    const TextRun run{{(left + right - width) / 2, plot.top() + px * 1.3}, length, px, QFont::DemiBold, frame.theme.scenario, width};
    painter.fillRect(QRectF{run.base.x() - 6, run.base.y() - px * 1.05, width + 12, px * 1.4}, frame.theme.background);
    paintTexts(painter, std::span{&run, 1}, frame.measure);
}

} // namespace

extern const Overlay rubber;
const Overlay rubber{"rubber", "Stretch being marked", 75, true, paint};

} // namespace lockstep::overlays
