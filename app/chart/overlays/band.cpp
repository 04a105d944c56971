#include "chart/overlay.h"
#include <QPainter>

namespace lockstep::overlays {

namespace {

void paint(QPainter& painter, const Frame& frame)
{
    if (!frame.gesture.band)
        return;
    const QColor line = frame.theme.lane(0);
    QColor fill = line;
    fill.setAlphaF(0.10F);
    QPen pen(line, 1.5);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawRect(*frame.gesture.band);
}

} // namespace

extern const Overlay band;
const Overlay band{"band", "Rows being selected", 76, true, paint};

} // namespace lockstep::overlays
