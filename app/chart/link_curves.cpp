#include "chart/link_curves.h"
#include "chart/hit_test.h"
#include "core/link_faults.h"
#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

bool isWanted(const Link& link, const std::set<EventId>& selected)
{
    const bool cause = selected.contains(link.cause), effect = selected.contains(link.effect);
    return selected.size() < 2 ? cause || effect : cause && effect;
}

/// Between lanes an S that leaves and arrives upright; within one lane an arc below its base line.
QPainterPath curve(const ChartLayout& layout, QPointF from, QPointF to, double room)
{
    const double clear = layout.dim.of(10); // of the mark itself
    const double down = to.y() - from.y();
    const bool sameLane = std::abs(down) < 3 * clear;
    const double way = sameLane || down > 0 ? 1 : -1;
    const QPointF begin = from + QPointF{0, way * clear}, end = to + QPointF{0, sameLane ? clear : -way * clear};
    constexpr double deepest = 0.75; // of its controls is what a curve reaches
    const double bend = sameLane ? std::min(std::clamp(std::abs(to.x() - from.x()) * 0.3, 8.0, layout.dim.of(34)), std::max(4.0, room - clear) / deepest)
                                 : (end.y() - begin.y()) * 0.5;
    QPainterPath path{begin};
    path.cubicTo(begin + QPointF{0, bend}, end + QPointF{0, sameLane ? bend : -bend}, end);
    return path;
}

} // namespace

std::vector<LinkCurve> linkCurves(const ChartLayout& layout, const AxisScale& axis, const TimelineView& view, const std::set<EventId>& selected)
{
    std::vector<LinkCurve> curves;
    for (const Link& link : view.record().links) {
        const bool isFault = faultOf(view, link).has_value();
        if (!isFault && !isWanted(link, selected))
            continue;
        const QRectF cause = markRectOf(layout, axis, view, link.cause), effect = markRectOf(layout, axis, view, link.effect);
        if (cause.isEmpty() || effect.isEmpty() || link.cause == link.effect)
            continue;
        const LaneBox* lane = layout.boxOf(view.event(link.cause));
        const double room = lane ? lane->rect.bottom() - cause.center().y() : 0;
        const QPainterPath path = curve(layout, cause.center(), effect.center(), room);
        curves.push_back({.link = link, .path = path, .direction = -path.angleAtPercent(1), .isFault = isFault,
            .isIdle = !view.happens(link.cause) || !view.happens(link.effect)});
    }
    return curves;
}

std::string inWords(const LinkCurve& curve)
{
    std::string words = "link: " + std::to_string(curve.link.cause) + " to " + std::to_string(curve.link.effect);
    if (curve.link.onlyIfCauseFailed)
        words += ", dashed";
    if (curve.isFault)
        words += ", before its cause";
    return words + (curve.isIdle ? ", pale" : "");
}

std::optional<QPointF> linkHandle(const ChartLayout& layout, const AxisScale& axis, const TimelineView& view, const std::set<EventId>& selected)
{
    if (selected.size() != 1 || !view.record().has(*selected.begin()))
        return {};
    const QRectF mark = markRectOf(layout, axis, view, *selected.begin());
    const LaneBox* lane = layout.boxOf(view.event(*selected.begin()));
    if (mark.isEmpty() || !lane)
        return {};
    // On the ring of the selection, where neither labels nor a ghost's arrow lie; beside the other marks rather than on one.
    const double ring = layout.dim.of(15), diagonal = std::sqrt(0.5), enough = layout.dim.of(14) * 0.8 + linkHandleRadius;
    const auto room = [&](QPointF at) {
        double nearest = enough;
        for (const ChartMark& other : lane->marks)
            if (other.event != *selected.begin())
                nearest = std::min(nearest, std::hypot(other.centre.x() - at.x(), other.centre.y() - at.y()));
        return nearest;
    };
    std::vector<QPointF> places;
    for (const QPointF way : {QPointF{diagonal, diagonal}, QPointF{0, 1}, QPointF{-diagonal, diagonal}, QPointF{diagonal, -diagonal}, QPointF{-diagonal, -diagonal}})
        places.push_back(mark.center() + ring * way);
    return *std::ranges::max_element(places, {}, room); // the first of those with enough
}

} // namespace lockstep
