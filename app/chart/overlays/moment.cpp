#include "chart/overlay.h"
#include "chart/painting.h"
#include <QPainter>
#include <algorithm>

namespace lockstep::overlays {

namespace {

bool isLockEdge(const Frame& frame, double x)
{
    return std::any_of(frame.layout.windows.begin(), frame.layout.windows.end(),
        [x](const WindowBar& bar) { return bar.effect == Effect::Blocks && std::abs(bar.rect.left() - x) < 2; });
}

/// The lane the moment belongs to: the last with a mark at it.
const LaneBox* laneOf(const Frame& frame, double x)
{
    const LaneBox* last = nullptr;
    for (const LaneBox& lane : frame.layout.lanes) {
        const bool here = std::any_of(lane.marks.begin(), lane.marks.end(), [x](const ChartMark& m) { return std::abs(m.centre.x() - x) < 1; });
        last = here ? &lane : last;
    }
    return last;
}

/// Where the leader of a mark at x begins.
double leaderTop(const LaneBox& lane, double x)
{
    for (const ChartLabel& label : lane.labels) {
        if (!label.leader.isEmpty() && std::abs(label.leader.back().x() - x) < 1)
            return label.leader.front().y();
    }
    return lane.base;
}

/// From below the words it would pass first: no stub above them.
double clearTop(const LaneBox& lane, double x)
{
    double top = lane.rect.top();
    for (const ChartLabel& label : lane.labels) {
        if (label.rect.left() - 4 < x && label.rect.right() + 4 > x)
            top = std::max(top, label.rect.bottom() + 3);
    }
    return top;
}

void paint(QPainter& painter, const Frame& frame)
{
    if (!frame.layout.moment)
        return;
    const double x = frame.layout.moment->x;
    const double strip = frame.layout.strip.top();
    painter.setPen(QPen(frame.theme.lock, 2));
    painter.drawLine(QPointF{x, frame.layout.moment->box.bottom() + 1}, QPointF{x, strip});
    if (isLockEdge(frame, x))
        return;
    const LaneBox* last = laneOf(frame, x);
    if (!last)
        return;
    QPen dotted(frame.theme.lock, 1.7);
    dotted.setDashPattern({1.1, 2.2});
    painter.setPen(dotted);
    keepClearOfLabels(painter, frame);
    for (const LaneBox& lane : frame.layout.lanes) {
        if (&lane == last) {
            painter.drawLine(QPointF{x, lane.rect.top() - frame.layout.dim.of(8)}, QPointF{x, std::max(lane.rect.top(), leaderTop(lane, x))});
            return;
        }
        painter.drawLine(QPointF{x, clearTop(lane, x)}, QPointF{x, lane.rect.bottom()});
    }
}

} // namespace

extern const Overlay moment;
const Overlay moment{"moment", "The same moment on every clock", -20, false, paint};

} // namespace lockstep::overlays
