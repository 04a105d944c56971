#include "chart/moment_flags.h"
#include "chart/hit_test.h"
#include "formats/text_for.h"
#include <algorithm>
#include <array>

namespace lockstep {

namespace {

constexpr double textSize = 14;

/// All that a flag must not cover.
std::vector<QRectF> obstaclesOf(const ChartLayout& layout)
{
    std::vector<QRectF> all;
    for (const LaneBox& lane : layout.lanes) {
        for (const ChartLabel& label : lane.labels)
            all.push_back(label.rect);
        for (const TextRun& more : lane.more)
            all.push_back(more.box());
        const double radius = layout.dim.of(13);
        for (const ChartMark& mark : lane.marks)
            all.push_back(QRectF{mark.centre - QPointF{radius, radius}, QSizeF{2 * radius, 2 * radius}});
    }
    for (const GapBox& gap : layout.gaps)
        for (const TextRun& text : gap.texts)
            all.push_back(text.box());
    return all;
}

/// Where a flag of this size could stand, the best first: in the mark's lane near it, else over the rulers.
std::vector<QRectF> placesFor(const Frame& frame, const QRectF& lane, QPointF mark, QSizeF size)
{
    const double clear = frame.layout.dim.of(16);
    std::vector<QRectF> places;
    const std::array<double, 3> lefts{mark.x() - 8, mark.x() - size.width() + 8, mark.x() - size.width() / 2};
    const auto add = [&](double top) {
        for (const double left : lefts)
            if (left >= frame.axis.left() && left + size.width() <= frame.axis.right())
                places.emplace_back(QPointF{left, top}, size);
    };
    for (double away = clear; away < lane.height(); away += 6) {
        if (mark.y() - away - size.height() >= lane.top())
            add(mark.y() - away - size.height());
        if (mark.y() + away + size.height() <= lane.bottom())
            add(mark.y() + away);
    }
    for (auto ruler = frame.layout.rulers.rbegin(); ruler != frame.layout.rulers.rend(); ++ruler)
        add(ruler->top + (ruler->height - size.height()) / 2);
    return places;
}

QSizeF sizeOf(const Frame& frame, const QString& name)
{
    const double px = frame.layout.dim.text(textSize);
    return {frame.measure.width(name, px, QFont::DemiBold) + 14, px + 7};
}

} // namespace

std::vector<MomentFlag> momentFlags(const Frame& frame)
{
    std::vector<MomentFlag> flags;
    std::vector<QRectF> taken = obstaclesOf(frame.layout);
    for (const Anchor& moment : frame.gesture.moments) {
        if (moment.event < 1 || moment.event > frame.view.eventCount())
            continue;
        const QRectF mark = markRectOf(frame.layout, frame.axis, frame.view, moment.event);
        const LaneBox* lane = frame.layout.boxOf(frame.view.event(moment.event));
        if (mark.isEmpty() || lane == nullptr)
            continue;
        MomentFlag flag{{}, mark.center(), QString::fromStdString(forLabel(moment.name)), moment.proposed};
        const auto isFree = [&](const QRectF& place) {
            return std::ranges::none_of(taken, [&](const QRectF& other) { return other.adjusted(-2, -1, 2, 1).intersects(place); });
        };
        const std::vector<QRectF> places = placesFor(frame, lane->rect, flag.mark, sizeOf(frame, flag.name));
        const auto free = std::ranges::find_if(places, isFree);
        if (free == places.end())
            continue; // its ring still shows it, and the panel names it
        flag.box = *free;
        taken.push_back(flag.box);
        flags.push_back(std::move(flag));
    }
    return flags;
}

} // namespace lockstep
