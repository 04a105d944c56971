#include "chart/measure_layout.h"
#include "chart/measure_clocks.h"
#include "chart/measure_room.h"
#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

constexpr double beside = 7;

/// What an end is held at, from above.
double footOf(const MeasurePage& page, const MeasureEnd& end)
{
    if (const auto* row = std::get_if<EventId>(&end)) {
        const LaneBox* lane = page.layout.boxOf(page.view.event(*row));
        return lane != nullptr ? lane->base : page.rulersEnd();
    }
    if (const auto* edge = std::get_if<WindowEdge>(&end)) {
        const auto bar = std::ranges::find(page.layout.windows, edge->window, &WindowBar::id);
        return bar != page.layout.windows.end() ? bar->rect.bottom() : page.rulersEnd();
    }
    return page.rulersEnd();
}

/// Everything but the height of the line and the place of its length.
std::optional<MeasureBox> outlineOf(const MeasurePage& page, const Measure& measure)
{
    MeasureBox box;
    box.measure = measure;
    box.taken = takeMeasure(page.view, measure);
    if (!box.taken.hasPlace || page.layout.lanes.empty())
        return std::nullopt;
    const MeasureTaken& taken = box.taken;
    const auto x = [&](Instant at) { return page.axis.x(at); };
    box.begin.outer = x(taken.begin.earliest);
    box.begin.inner = x(taken.begin.latest);
    box.end.outer = x(std::max(taken.begin.latest, taken.end.latest));
    box.end.inner = x(taken.end.earliest);
    if (box.end.outer < page.axis.left() || box.begin.outer > page.axis.right())
        return std::nullopt;
    box.left = std::max(box.begin.outer, page.axis.left());
    box.right = std::min(box.end.outer, page.axis.right());
    for (MeasureTip* tip : {&box.begin, &box.end})
        tip->isInView = page.isInView(tip->outer);
    box.begin.foot = footOf(page, taken.isTurned ? measure.to : measure.from);
    box.end.foot = footOf(page, taken.isTurned ? measure.from : measure.to);
    const QString words = QString::fromStdString(lengthWords(taken));
    box.length = {{}, words, page.px(), QFont::DemiBold, page.theme.text, page.texts.width(words, page.px(), QFont::DemiBold)};
    box.plate = {0, 0, box.length.width + 2 * beside, std::round(page.px() * 1.5)};
    addClocks(page, box);
    return box;
}

/// Where the length may stand along the line: in its middle, then elsewhere on it; of a short line beside it.
std::vector<double> leftsFor(const MeasurePage& page, const MeasureBox& box)
{
    constexpr double line = 16; // of the line to be seen on both sides
    const double wide = box.plate.width(), room = box.right - box.left;
    std::vector<double> lefts;
    if (room >= wide + 2 * line)
        for (const double share : {0.5, 0.35, 0.65, 0.2, 0.8})
            lefts.push_back(box.left + line + (room - wide - 2 * line) * share);
    else
        lefts = {box.right + beside, box.left - beside - wide};
    for (double& left : lefts)
        left = std::clamp(left, page.axis.left(), std::max(page.axis.left(), page.axis.right() - wide));
    return lefts;
}

void putAt(MeasureBox& box, double left, double y)
{
    box.y = y;
    box.plate.moveTopLeft({left, y - box.plate.height() / 2});
    box.length.base = {left + beside, y + box.length.px * 0.36};
}

/// Between what its ends are held at, but in line with a measure that goes on where this one stops.
double heightWanted(const MeasurePage& page, const MeasureBox& box, double top)
{
    for (const MeasureBox& other : page.layout.measures)
        if (std::abs(other.right - box.left) < 1 || std::abs(other.left - box.right) < 1)
            return other.y;
    return (std::max(box.begin.foot, top) + std::max(box.end.foot, top)) / 2;
}

/// `kept`: the height it had a frame ago.
void place(const MeasurePage& page, MeasureBox& box, const MeasureRoom& room, std::optional<double> kept)
{
    const double wanted = heightWanted(page, box, room.top());
    const std::vector<double> lefts = leftsFor(page, box);
    std::optional<MeasureRoom::Place> best;
    double left = lefts.front();
    for (std::size_t i = 0; i < lefts.size(); ++i) {
        MeasureRoom::Place found = room.find({lefts[i], box.plate.width(), box.plate.height(), box.left, box.right, wanted, kept});
        found.cost += static_cast<double>(i) * 12;
        if (best && found.cost >= best->cost)
            continue;
        best = found;
        left = lefts[i];
    }
    putAt(box, left, best->y);
}

std::optional<double> heightBefore(const ChartLayout* before, const Measure& measure)
{
    if (before == nullptr)
        return std::nullopt;
    const auto found = std::ranges::find(before->measures, measure, &MeasureBox::measure);
    return found == before->measures.end() ? std::nullopt : std::optional{found->y};
}

} // namespace

void layOutMeasures(ChartLayout& out, const LayoutInput& in, const AxisScale& axis)
{
    if (in.content.measures.empty() || out.lanes.empty())
        return;
    const MeasurePage page{in.view, axis, out, in.measure, in.theme};
    MeasureRoom room(out);
    for (std::size_t i = 0; i < in.content.measures.size(); ++i) {
        std::optional<MeasureBox> box = outlineOf(page, in.content.measures[i]);
        if (!box)
            continue;
        box->index = static_cast<int>(i);
        place(page, *box, room, heightBefore(in.before, box->measure));
        room.take(*box);
        out.measures.push_back(*std::move(box));
    }
    keepClocksWithRoom(out, page);
}

std::optional<MeasureBox> measureBox(const Frame& frame, const Measure& measure)
{
    const MeasurePage page{frame.view, frame.axis, frame.layout, frame.measure, frame.theme};
    std::optional<MeasureBox> box = outlineOf(page, measure);
    if (!box)
        return std::nullopt;
    keepClearOfMoment(page, *box);
    const auto kept = std::ranges::find(frame.layout.measures, measure, &MeasureBox::measure);
    if (kept != frame.layout.measures.end()) {
        box->index = kept->index;
        putAt(*box, kept->plate.left(), kept->y);
        return box;
    }
    MeasureRoom room(frame.layout);
    for (const MeasureBox& other : frame.layout.measures)
        room.take(other);
    place(page, *box, room, std::nullopt);
    return box;
}

} // namespace lockstep
