#include "chart/painting.h"
#include "chart/plain_fill.h"
#include <QPainter>
#include <cmath>

namespace lockstep {

namespace {

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
    const double dash = frame.layout.dim.of(6), step = frame.layout.dim.of(9);
    // One look-up among thousands is what is looked for: its column may be two pixels wide, what it met is not.
    const double wider = std::max(0.0, dash - (run.right - run.left)) / 2, begin = run.left - wider, end = run.right + wider;
    PlainFill fill(painter);
    if (isLock)
        return fill.rect({QPointF{begin, top}, QPointF{end, top + height}}, colour);
    // Counted from the page's edge, so that the gaps of neighbours meet.
    for (double x = std::floor(begin / step) * step; x < end; x += step) {
        const double left = std::max(x, begin), right = std::min(x + dash, end);
        if (right > left)
            fill.rect({QPointF{left, top}, QPointF{right, top + height}}, colour);
    }
}

} // namespace

void paintColumns(QPainter& painter, std::span<const Column> columns, const QColor& colour)
{
    QColor pale = colour;
    pale.setAlphaF(0.45F);
    std::vector<QRectF> others, lookUps;
    for (const Column& column : columns) {
        const double parting = column.rect.bottom() - column.rect.height() * column.lookUpShare;
        others.push_back({column.rect.topLeft(), QPointF{column.rect.right(), parting}});
        lookUps.push_back({QPointF{column.rect.left(), parting}, column.rect.bottomRight()});
    }
    PlainFill fill(painter);
    fill.rects(std::move(others), pale);
    fill.rects(std::move(lookUps), colour);
}

void paintColumns(QPainter& painter, const Frame& frame, const LaneBox& lane, const QRectF& exposed)
{
    std::vector<Column> columns;
    for (const DensityColumn& column : lane.columns) {
        if (column.right < exposed.left() - 1 || column.left > exposed.right() + 1)
            continue;
        const double share = static_cast<double>(column.facts.lookUps) / static_cast<double>(std::max<std::size_t>(1, column.facts.count));
        columns.push_back({{QPointF{column.left, lane.base - column.height}, QPointF{column.right, lane.base}}, share});
    }
    paintColumns(painter, columns, lane.colour);
    for (const Worst& run : worstOf(lane))
        paintWorst(painter, frame, run, lane.base);
}

} // namespace lockstep
