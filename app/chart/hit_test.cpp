#include "chart/hit_test.h"
#include <algorithm>
#include <cmath>
#include <set>

namespace lockstep {

namespace {

constexpr double grip = 6; ///< how far from an edge the hand still holds it

Hit hit(Hit::What what, LaneId lane = -1)
{
    Hit found;
    found.what = what;
    found.lane = lane;
    return found;
}

std::optional<Hit> windowAt(const ChartLayout& layout, QPointF at)
{
    for (const WindowBar& bar : layout.windows) {
        if (at.y() < bar.rect.top() || at.y() > bar.rect.bottom())
            continue;
        if (at.x() < bar.rect.left() - grip || at.x() > bar.rect.right() + grip)
            continue;
        // A short bar is mostly middle, or nobody could move it.
        const double hold = std::min(grip, bar.rect.width() / 4);
        Hit found = hit(Hit::What::WindowBar);
        found.window = bar.id;
        if (at.x() < std::max(bar.rect.left() + hold, std::min(bar.solidLeft, bar.rect.right())) && at.x() < bar.rect.center().x())
            found.what = Hit::What::WindowBegin;
        else if (at.x() > std::min(bar.rect.right() - hold, std::max(bar.solidRight, bar.rect.left())) && at.x() > bar.rect.center().x())
            found.what = Hit::What::WindowEnd;
        return found;
    }
    return std::nullopt;
}

/// The length of a kept measure; or, `onLine`, the line it stands on.
std::optional<Hit> measureAt(const ChartLayout& layout, QPointF at, bool onLine)
{
    constexpr double reach = 4;
    for (const MeasureBox& box : layout.measures) {
        const bool isOnLine = std::abs(at.y() - box.y) <= reach && at.x() >= box.left && at.x() <= box.right;
        if (onLine ? !isOnLine : !box.plate.contains(at))
            continue;
        Hit found = hit(Hit::What::Measure);
        found.measure = box.index;
        return found;
    }
    return std::nullopt;
}

/// Rows drawn as one: a thing to open, unless all of them are at one moment.
Hit rowsHit(const LaneBox& lane, const LaneRows& rows, RowPlace from, RowPlace to)
{
    Hit found = hit(Hit::What::Event, lane.lane);
    found.event = rows.row(from).event;
    const auto last = rows.before(to);
    if (!last || last->at == rows.row(from).at)
        return found;
    found.what = Hit::What::Rows;
    found.rows = {rows.row(from).at, last->at};
    found.count = static_cast<int>(rows.count(from, to));
    return found;
}

std::optional<Hit> columnAt(const ChartLayout& layout, const LaneBox& lane, const LaneRows& rows, QPointF at)
{
    const double above = layout.dim.of(4), below = layout.dim.of(9);
    const auto column = std::ranges::upper_bound(lane.columns, at.x(), {}, &DensityColumn::right);
    const bool isOver = column != lane.columns.end() && column->left <= at.x() && at.y() > lane.base - column->height - above && at.y() < lane.base + below;
    return isOver ? std::optional{rowsHit(lane, rows, column->from, column->to)} : std::nullopt;
}

/// The closest mark within reach, else the column or the label under the point.
std::optional<Hit> eventAt(const ChartLayout& layout, const LaneBox& lane, const LaneRows& rows, QPointF at)
{
    const double reach = layout.dim.of(12);
    const ChartMark* closest = nullptr;
    double distance = reach;
    for (const ChartMark& mark : lane.marks) {
        const double away = std::hypot(mark.centre.x() - at.x(), mark.centre.y() - at.y());
        if (away < distance) {
            distance = away;
            closest = &mark;
        }
    }
    Hit found = hit(Hit::What::Event, lane.lane);
    if (closest && closest->count > 1)
        return rowsHit(lane, rows, closest->from, closest->to);
    if (closest) {
        found.event = closest->event;
        return found;
    }
    if (const auto column = columnAt(layout, lane, rows, at))
        return column;
    for (const ChartLabel& label : lane.labels) {
        if (label.rect.contains(at)) {
            found.event = label.event;
            return found;
        }
    }
    return std::nullopt;
}

} // namespace

Hit hitAt(const ChartLayout& layout, const AxisScale& axis, const ViewRows& rows, QPointF at)
{
    if (const auto window = windowAt(layout, at))
        return *window;
    if (const auto measure = measureAt(layout, at, false))
        return *measure;
    for (const LaneBox& lane : layout.lanes) {
        if (!lane.rect.contains(at))
            continue;
        if (const auto event = eventAt(layout, lane, rows.lane(lane.lane), at))
            return *event;
        if (const auto measure = measureAt(layout, at, true))
            return *measure;
        const int quiet = at.x() >= axis.left() ? axis.quietAt(axis.at(at.x())) : -1;
        Hit found = hit(quiet >= 0 ? Hit::What::Quiet : Hit::What::Lane, lane.lane);
        found.quiet = quiet;
        return found;
    }
    if (layout.strip.contains(at)) {
        const int quiet = axis.quietAt(axis.at(at.x()));
        Hit found = hit(quiet >= 0 ? Hit::What::Quiet : Hit::What::WindowStrip);
        found.quiet = quiet;
        return found;
    }
    if (!layout.rules.empty() && at.y() >= layout.rules.front() && at.y() <= layout.rules.back())
        return hit(Hit::What::Ruler);
    return {};
}

QRectF markRectOf(const ChartLayout& layout, const AxisScale& axis, const TimelineView& view, EventId event)
{
    if (event < 1 || event > view.eventCount() || !view.event(event).hasInstant || (layout.hidden && layout.hidden->has(event)))
        return {};
    const LaneBox* lane = layout.boxOf(view.event(event));
    const double x = axis.x(view.at(event));
    if (!lane || x < axis.left() - 1 || x > axis.right() + 1)
        return {};
    const double radius = layout.dim.of(7);
    QPointF centre{x, lane->base};
    const auto mark = std::find_if(lane->marks.begin(), lane->marks.end(), [event](const ChartMark& m) { return m.event == event; });
    if (mark != lane->marks.end())
        centre = mark->centre;
    return {centre - QPointF{radius, radius}, QSizeF{2 * radius, 2 * radius}};
}

std::set<EventId> eventsIn(const ChartLayout& layout, const ViewRows& rows, const QRectF& rect)
{
    std::set<EventId> events;
    for (const LaneBox& lane : layout.lanes) {
        for (const ChartLabel& label : lane.labels)
            if (label.rect.intersects(rect))
                events.insert(label.event);
        // A mark stands for all rows within its pixel.
        for (const ChartMark& mark : lane.marks) {
            if (!rect.contains(mark.centre))
                continue;
            const LaneRows& placed = rows.lane(lane.lane);
            RowPlace place = mark.from;
            for (int i = 0; i < mark.count && !placed.isEnd(place); ++i, place = placed.next(place))
                events.insert(placed.row(place).event);
        }
        for (const DensityColumn& column : lane.columns) {
            if (!rect.intersects(QRectF{QPointF{column.left, lane.base - column.height}, QPointF{column.right, lane.base}}))
                continue;
            const LaneRows& placed = rows.lane(lane.lane);
            for (RowPlace place = column.from; place != column.to; place = placed.next(place))
                events.insert(placed.row(place).event);
        }
    }
    return events;
}

QRectF labelRectOf(const ChartLayout& layout, EventId event)
{
    for (const LaneBox& lane : layout.lanes) {
        for (const ChartLabel& label : lane.labels) {
            if (label.event == event)
                return label.rect;
        }
    }
    return {};
}

} // namespace lockstep
