#include "chart/measure_clocks.h"
#include "core/wording.h"
#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

/// "03:30", "04:30 to 04:35".
QString clockWords(const Timeline& record, const Zone& zone, const EndPlace& end)
{
    const auto words = [&](Instant at) { return clockLabel(record, WallTime{date::floor<std::chrono::seconds>(zone.wallAt(at))}); };
    return QString::fromStdString(end.earliest == end.latest ? words(end.earliest) : words(end.earliest) + " to " + words(end.latest));
}

/// A row with a date and no clock has none to show.
bool hasClock(const TimelineView& view, const EndPlace& end)
{
    return end.footing == 0 || view.event(end.footing).hasClock || end.earliest == end.latest;
}

double widestClock(const MeasurePage& page, const EndPlace& end)
{
    double widest = 0;
    for (const RulerRow& row : page.layout.rulers)
        widest = std::max(widest, page.texts.width(clockWords(page.view.record(), row.zone, end), page.px(), QFont::DemiBold));
    return widest + 10;
}

/// The clocks of one end, their middle at x as far as the chart's edges let it be there.
std::vector<MeasureClock> clocksAt(const MeasurePage& page, const EndPlace& end, double x)
{
    std::vector<MeasureClock> clocks;
    const double wide = widestClock(page, end);
    const double left = std::clamp(x - wide / 2, page.axis.left() + 1, std::max(page.axis.left() + 1, page.axis.right() - wide));
    for (const RulerRow& row : page.layout.rulers) {
        const QString words = clockWords(page.view.record(), row.zone, end);
        const double width = page.texts.width(words, page.px(), QFont::DemiBold);
        const QRectF plate{left, row.top + 3, wide, row.height - 6};
        clocks.push_back({plate, {{plate.center().x() - width / 2, row.top + row.height / 2 + page.px() * 0.36}, words, page.px(), QFont::DemiBold, row.colour, width}});
    }
    return clocks;
}

double middleOf(const MeasureTip& tip) { return (tip.outer + tip.inner) / 2; }

/// What no clock may hide: the boxed moment, and the ticks that tell a day together with it.
std::vector<QRectF> keptOnRulers(const MeasurePage& page)
{
    std::vector<QRectF> kept;
    if (page.layout.moment)
        kept.push_back(page.layout.moment->box);
    for (const RulerRow& row : page.layout.rulers)
        for (const TextRun& day : row.texts) {
            if (day.weight != QFont::DemiBold || day.base.x() < page.axis.left())
                continue;
            QRectF both = day.box();
            for (const TextRun& tick : row.texts)
                if (std::abs(tick.box().right() - day.box().left()) < page.layout.dim.of(12))
                    both |= tick.box();
            kept.push_back(both);
        }
    return kept;
}

const QRectF* firstMet(const std::vector<MeasureClock>& clocks, const std::vector<QRectF>& others)
{
    const auto met = std::ranges::find_if(others, [&](const QRectF& other) {
        return std::ranges::any_of(clocks, [&](const MeasureClock& clock) { return other.intersects(clock.plate); });
    });
    return met == others.end() ? nullptr : &*met;
}

/// Where the clocks are, else a little beside; none where there is no room.
std::vector<MeasureClock> withRoom(const MeasurePage& page, const std::vector<MeasureClock>& clocks, const std::vector<QRectF>& taken)
{
    const QRectF* met = clocks.empty() ? nullptr : firstMet(clocks, taken);
    if (met == nullptr)
        return clocks;
    const QRectF& plate = clocks.front().plate;
    if (std::abs(met->center().x() - plate.center().x()) < 1)
        return {}; // that moment is told there already
    const double right = met->right() + 3 - plate.left(), left = met->left() - 3 - plate.right();
    const bool isRightNearer = right < -left;
    for (const double aside : {isRightNearer ? right : left, isRightNearer ? left : right}) {
        const QRectF there = plate.translated(aside, 0);
        if (std::abs(aside) > plate.width() * 0.75 || there.left() < page.axis.left() || there.right() > page.axis.right())
            continue;
        std::vector<MeasureClock> moved = clocks;
        for (MeasureClock& clock : moved) {
            clock.plate.translate(aside, 0);
            clock.text.base.rx() += aside;
        }
        if (firstMet(moved, taken) == nullptr)
            return moved;
    }
    return {};
}

void hideTicksUnder(ChartLayout& out, const MeasurePage& page, const std::vector<MeasureClock>& clocks)
{
    for (std::size_t i = 0; i < clocks.size(); ++i)
        std::erase_if(out.rulers[i].texts, [&](const TextRun& run) {
            return run.box().right() > page.axis.left() && run.box().adjusted(-3, 0, 3, 0).intersects(clocks[i].plate);
        });
}

} // namespace

void addClocks(const MeasurePage& page, MeasureBox& box)
{
    double begin = middleOf(box.begin), end = middleOf(box.end);
    const double apart = (widestClock(page, box.taken.begin) + widestClock(page, box.taken.end)) / 2 + 3;
    const bool isPoint = box.taken.begin.earliest == box.taken.end.latest;
    if (const double lacks = apart - (end - begin); lacks > 0 && !isPoint) {
        begin -= lacks / 2;
        end += lacks / 2;
    }
    if (box.begin.isInView && hasClock(page.view, box.taken.begin))
        box.begin.clocks = clocksAt(page, box.taken.begin, begin);
    if (box.end.isInView && hasClock(page.view, box.taken.end) && !isPoint)
        box.end.clocks = clocksAt(page, box.taken.end, end);
}

void keepClearOfMoment(const MeasurePage& page, MeasureBox& box)
{
    if (!page.layout.moment)
        return;
    for (MeasureTip* tip : {&box.begin, &box.end})
        tip->clocks = withRoom(page, tip->clocks, {page.layout.moment->box});
}

void keepClocksWithRoom(ChartLayout& out, const MeasurePage& page)
{
    std::vector<QRectF> taken = keptOnRulers(page);
    for (MeasureBox& box : out.measures)
        for (MeasureTip* tip : {&box.begin, &box.end}) {
            tip->clocks = withRoom(page, tip->clocks, taken);
            hideTicksUnder(out, page, tip->clocks);
            for (const MeasureClock& clock : tip->clocks)
                taken.push_back(clock.plate.adjusted(-3, 0, 3, 0));
        }
}

} // namespace lockstep
