#include "chart/painting.h"
#include <QPainter>
#include <cmath>

namespace lockstep {

namespace {

/// To whole pixels of the device, so that columns meet without a seam and nothing is blended.
QRectF snapped(const QPainter& painter, const QRectF& rect)
{
    const QTransform& to = painter.deviceTransform();
    const auto at = [](double place, double scale, double shift) { return (std::round(place * scale + shift) - shift) / scale; };
    const double left = at(rect.left(), to.m11(), to.dx()), right = at(rect.right(), to.m11(), to.dx());
    const double top = at(rect.top(), to.m22(), to.dy()), bottom = at(rect.bottom(), to.m22(), to.dy());
    return {QPointF{left, top}, QPointF{right, bottom}};
}

bool isPossible(Outcome outcome)
{
    return outcome == Outcome::PossiblyBlocked || outcome == Outcome::PossiblyStale;
}

/// A stretch of neighbouring columns whose worst look-ups met the same.
struct Worst {
    Outcome outcome = Outcome::None;
    double left = 0, right = 0;
};

std::vector<Worst> worstOf(const LaneBox& lane)
{
    std::vector<Worst> runs;
    for (const DensityColumn& column : lane.columns) {
        const Outcome outcome = column.facts.worst;
        if (!column.facts.isRinged || outcome == Outcome::Void)
            continue;
        if (!runs.empty() && runs.back().outcome == outcome && column.left - runs.back().right < 1)
            runs.back().right = column.right;
        else
            runs.push_back({outcome, column.left, column.right});
    }
    return runs;
}

void paintWorst(QPainter& painter, const Frame& frame, const Worst& run, double base)
{
    const bool isLock = run.outcome == Outcome::Blocked || run.outcome == Outcome::PossiblyBlocked;
    const double height = frame.layout.dim.of(isPossible(run.outcome) ? 2 : 4);
    const QColor& colour = isLock ? frame.theme.lock : frame.theme.mutedText;
    const double top = base + frame.layout.dim.of(4);
    if (isLock)
        return painter.fillRect(snapped(painter, {QPointF{run.left, top}, QPointF{run.right, top + height}}), colour);
    // Counted from the page's edge, so that the gaps of neighbours meet.
    const double dash = frame.layout.dim.of(6), step = frame.layout.dim.of(9);
    for (double x = std::floor(run.left / step) * step; x < run.right; x += step) {
        const double left = std::max(x, run.left), right = std::min(x + dash, run.right);
        if (right > left)
            painter.fillRect(snapped(painter, {QPointF{left, top}, QPointF{right, top + height}}), colour);
    }
}

} // namespace

void paintColumn(QPainter& painter, const QRectF& rect, double lookUpShare, const QColor& colour)
{
    QColor pale = colour;
    pale.setAlphaF(0.45F);
    const double parting = rect.bottom() - rect.height() * lookUpShare;
    const QRectF whole = snapped(painter, rect);
    const QRectF lookUps = snapped(painter, {QPointF{rect.left(), parting}, rect.bottomRight()});
    painter.fillRect(QRectF{whole.topLeft(), QPointF{whole.right(), lookUps.top()}}, pale);
    painter.fillRect(lookUps, colour);
}

void paintColumns(QPainter& painter, const Frame& frame, const LaneBox& lane)
{
    for (const DensityColumn& column : lane.columns) {
        const double share = static_cast<double>(column.facts.lookUps) / static_cast<double>(std::max<std::size_t>(1, column.facts.count));
        paintColumn(painter, {QPointF{column.left, lane.base - column.height}, QPointF{column.right, lane.base}}, share, lane.colour);
    }
    for (const Worst& run : worstOf(lane))
        paintWorst(painter, frame, run, lane.base);
}

} // namespace lockstep
