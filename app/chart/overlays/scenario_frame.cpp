#include "chart/overlay.h"
#include <QPainter>

namespace lockstep::overlays {

namespace {

void paint(QPainter& painter, const Frame& frame)
{
    if (!frame.layout.isWhatIf)
        return;
    QPen pen(frame.theme.scenario, 2.4);
    pen.setDashPattern({4.6, 2.6});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF{QPointF{10, 10}, QPointF{frame.layout.size.width() - 10, frame.layout.size.height() - 10}}, 8, 8);
}

} // namespace

extern const Overlay scenario_frame;
const Overlay scenario_frame{"scenario_frame", "Frame of a what-if", 50, false, paint};

} // namespace lockstep::overlays
