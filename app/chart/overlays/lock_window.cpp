#include "chart/overlay.h"
#include "chart/painting.h"
#include "chart/plain_fill.h"
#include <QPainter>
#include <algorithm>

namespace lockstep::overlays {

namespace {

/// The lowest edge of the lanes the window concerns, in whatever order they stand; its own bar when it concerns none.
double bottomOf(const Frame& frame, const WindowBar& bar)
{
    double bottom = bar.rect.bottom();
    for (const BandId id : bar.lanes)
        if (const LaneBox* lane = frame.layout.laneBox(id))
            bottom = std::max(bottom, lane->rect.bottom());
    return bottom;
}

void paintHatchedLanes(QPainter& painter, const Frame& frame, const WindowBar& bar, double left, double right)
{
    QColor faint = frame.theme.lock;
    faint.setAlphaF(0.42F);
    const double strip = frame.layout.lanes.empty() ? bar.rect.bottom() : frame.layout.lanes.front().rect.top();
    paintHatch(painter, {QPointF{left, bar.rect.bottom()}, QPointF{right, strip}}, faint, 1.4, 10.5);
    const double bottom = bottomOf(frame, bar);
    for (const BandId id : bar.lanes) {
        const LaneBox* lane = frame.layout.laneBox(id);
        const double gap = lane && lane->rect.bottom() == bottom ? 0 : frame.layout.dim.of(8);
        if (lane)
            paintHatch(painter, lane->rect.adjusted(left - lane->rect.left(), 0, right - lane->rect.right(), gap), faint, 1.4, 10.5);
    }
}

void paintLock(QPainter& painter, const Frame& frame, const WindowBar& bar)
{
    const double bottom = bottomOf(frame, bar);
    const double top = bar.rect.bottom();
    const QColor colour = frame.theme.lock;
    QColor soft = colour;
    soft.setAlphaF(0.65F);
    const bool beginsUncertain = bar.solidLeft > bar.rect.left(), endsUncertain = bar.solidRight < bar.rect.right();
    if (beginsUncertain)
        paintHatchedLanes(painter, frame, bar, bar.rect.left(), std::min(bar.solidLeft, bar.rect.right()));
    if (endsUncertain)
        paintHatchedLanes(painter, frame, bar, std::max(bar.solidRight, bar.rect.left()), bar.rect.right());
    PlainFill fill(painter);
    if (beginsUncertain) {
        fill.dashes(bar.rect.left(), top, bottom, 2, 6, 4, colour);
        fill.line(bar.solidLeft, top, bottom, 1.2, soft);
    } else {
        fill.line(bar.rect.left(), top, bottom, 2.5, colour);
    }
    if (endsUncertain) {
        fill.line(bar.solidRight, top, bottom, 1.2, soft);
        fill.dashes(bar.rect.right(), top, bottom, 2, 6, 4, colour);
    } else {
        fill.line(bar.rect.right(), top, bottom, 1.5, soft);
    }
}

void paint(QPainter& painter, const Frame& frame)
{
    keepClearOfLabels(painter, frame);
    for (const WindowBar& bar : frame.layout.windows) {
        if (bar.effect == Effect::Blocks)
            paintLock(painter, frame, bar);
    }
}

} // namespace

extern const Overlay lock_window;
const Overlay lock_window{"lock_window", "Edges of the lock", -30, false, paint};

} // namespace lockstep::overlays
