#include "chart/chart_layout.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

struct Row {
    double until = -1e9;
    bool hasLock = false;
    std::vector<std::size_t> windows;
};

TextRun runAt(const LayoutInput& in, double x, double base, const QString& words, double px, QFont::Weight weight, const QColor& colour)
{
    return {{x, base}, words, px, weight, colour, in.measure.width(words, px, weight)};
}

std::vector<LaneId> lanesReading(const TimelineView& view, const Window& window)
{
    std::vector<LaneId> lanes;
    for (std::size_t i = 0; i < view.record().lanes.size(); ++i) {
        const auto lane = static_cast<LaneId>(i);
        if (window.effect != Effect::Informs && window.scope.covers(view.laneReads(lane)))
            lanes.push_back(lane);
    }
    return lanes;
}

/// Locks first, then by begin; each in the first row where it stands clear of the others.
std::vector<Row> rowsOf(const TimelineView& view, const AxisScale& axis)
{
    const std::vector<Window>& windows = view.windows();
    std::vector<std::size_t> order(windows.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const bool lockA = windows[a].effect == Effect::Blocks, lockB = windows[b].effect == Effect::Blocks;
        return lockA != lockB ? lockA : windows[a].begin.earliest < windows[b].begin.earliest;
    });
    std::vector<Row> rows;
    for (const std::size_t i : order) {
        const double from = axis.x(windows[i].begin.earliest);
        const double to = axis.x(windows[i].end.latest);
        const bool isLock = windows[i].effect == Effect::Blocks;
        auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.until + 8 < from && r.hasLock == isLock; });
        if (row == rows.end())
            row = rows.insert(rows.end(), Row{});
        row->until = std::max(row->until, to);
        row->hasLock = isLock;
        row->windows.push_back(i);
    }
    return rows;
}

/// The longest words that fit into the bar, with its length at the right end if there is room for both.
void addBarTexts(WindowBar& bar, const LayoutInput& in, const Window& window, const Dimensions& dim, double roomRight)
{
    const double px = dim.text(window.effect == Effect::Blocks ? 16 : 15);
    const QFont::Weight weight = window.effect == Effect::Blocks ? QFont::DemiBold : QFont::Medium;
    const QColor colour = window.effect == Effect::Blocks ? in.theme.onLock : in.theme.text;
    const double pad = dim.of(13);
    const double base = bar.rect.center().y() + px * 0.36;
    const double room = bar.solidRight - bar.solidLeft - pad - dim.of(12);
    const QString length = window.effect == Effect::Blocks ? QString::fromStdString(windowLength(window)) : QString{};
    const double lengthWidth = length.isEmpty() ? 0 : in.measure.width(length, px, weight) + dim.of(10);
    std::vector<QString> labels;
    for (const std::string& label : windowLabels(in.view, window))
        labels.push_back(labelText(label));
    for (const double taken : {lengthWidth, 0.0}) {
        for (const QString& label : labels) {
            if (in.measure.width(label, px, weight) + taken > room)
                continue;
            bar.texts.push_back(runAt(in, bar.solidLeft + pad, base, label, px, weight, colour));
            if (taken > 0)
                bar.texts.push_back(runAt(in, bar.solidRight - dim.of(2) - lengthWidth, base, length, px, weight, colour));
            return;
        }
    }
    // Too narrow for any words: they stand to the right of it, where nothing else does.
    const QColor beside = window.effect == Effect::Blocks ? in.theme.lock : in.theme.text;
    for (const QString& label : labels) {
        if (bar.rect.right() + pad / 2 + in.measure.width(label, px, weight) <= roomRight) {
            bar.texts.push_back(runAt(in, bar.rect.right() + pad / 2, base, label, px, weight, beside));
            return;
        }
    }
}

bool isMoved(const TimelineView& view, const Window& window)
{
    const Window* was = view.recordedWindow(window.id);
    return was && (was->begin.earliest != window.begin.earliest || was->begin.latest != window.begin.latest
               || was->end.earliest != window.end.earliest || was->end.latest != window.end.latest);
}

/// Where the next thing to the right of x begins: a cut, or the edge.
double freeUntil(const AxisScale& axis, double x)
{
    double until = axis.right();
    for (const Span& cut : axis.quiet()) {
        if (axis.x(cut.begin) > x)
            until = std::min(until, axis.x(cut.begin) - 8);
    }
    return until;
}

double addBars(ChartLayout& out, const LayoutInput& in, const AxisScale& axis, double top)
{
    const std::vector<Row> rows = rowsOf(in.view, axis);
    double y = top;
    for (const Row& row : rows) {
        const double height = out.dim.of(out.dim.compact || rows.size() > 4 ? 24 : row.hasLock ? 32 : 29);
        for (std::size_t n = 0; n < row.windows.size(); ++n) {
            const Window& window = in.view.windows()[row.windows[n]];
            const auto inside = [&](Instant t) { return std::clamp(axis.x(t), axis.left() - 40, axis.right() + 40); };
            WindowBar bar;
            bar.id = window.id;
            bar.effect = window.effect;
            bar.rect = {inside(window.begin.earliest), y, 0, height};
            bar.rect.setRight(std::max(bar.rect.left() + 2, inside(window.end.latest)));
            bar.solidLeft = inside(window.begin.latest);
            bar.solidRight = std::max(bar.solidLeft, inside(window.end.earliest));
            bar.lanes = lanesReading(in.view, window);
            bar.moved = isMoved(in.view, window);
            if (bar.moved) {
                const Window* was = in.view.recordedWindow(window.id);
                bar.recorded = QRectF{QPointF{inside(was->begin.earliest), y}, QPointF{inside(was->end.latest), y + height}};
            }
            const double next = n + 1 < row.windows.size() ? axis.x(in.view.windows()[row.windows[n + 1]].begin.earliest) - 8 : 1e9;
            const bool visible = bar.rect.right() > axis.left() && bar.rect.left() < axis.right();
            WindowBar shown = bar; // words stand in the part that is on screen
            shown.solidLeft = std::max(bar.solidLeft, axis.left());
            shown.solidRight = std::min(bar.solidRight, axis.right());
            if (visible)
                addBarTexts(shown, in, window, out.dim, std::min(next, freeUntil(axis, bar.rect.right())));
            bar.texts = std::move(shown.texts);
            out.windows.push_back(std::move(bar));
        }
        y += height + out.dim.of(5);
    }
    return rows.empty() ? top : y - out.dim.of(5);
}

Span silenceAround(const LaneOrder& order, const Span& cut)
{
    Span silence = cut;
    std::optional<Instant> before, after;
    for (const auto& lane : order) {
        const auto next = std::upper_bound(lane.begin(), lane.end(), cut.begin, [](Instant t, const Placed& p) { return t < p.at; });
        if (next != lane.begin())
            before = std::max(before.value_or((next - 1)->at), (next - 1)->at);
        if (next != lane.end())
            after = std::min(after.value_or(next->at), next->at);
    }
    return {before.value_or(silence.begin), after.value_or(silence.end)};
}

void addGaps(ChartLayout& out, const LayoutInput& in, const AxisScale& axis, double top)
{
    double used = -1e9;
    for (const WindowBar& bar : out.windows) {
        if (bar.rect.right() < axis.right())
            used = std::max(used, bar.rect.right());
        for (const TextRun& words : bar.texts)
            used = words.base.x() > bar.rect.right() ? std::max(used, words.box().right()) : used;
    }
    for (const Span& cut : axis.quiet()) {
        GapBox gap{axis.x(cut.begin), axis.x(cut.end), silenceAround(in.order, cut), {}};
        if (gap.right < axis.left() || gap.left > axis.right())
            continue;
        const QString length = QString::fromStdString(lengthLabel(gap.silence.end - gap.silence.begin));
        const double px = out.dim.text(16), small = out.dim.text(14);
        const auto centred = [&](const QString& words, double size, QFont::Weight weight, double base) {
            const double width = in.measure.width(words, size, weight);
            const double middle = (gap.left + gap.right - width) / 2;
            // A little to the right where the middle would touch what is on the left.
            const double x = used + 10 > middle && used + 10 < middle + 40 ? used + 10 : middle;
            return runAt(in, x, base, words, size, weight, in.theme.mutedText);
        };
        const TextRun first = centred(length, px, QFont::DemiBold, top + out.dim.of(22));
        const TextRun second = centred(QStringLiteral("nothing recorded"), small, QFont::Normal, top + out.dim.of(43));
        const bool clear = first.base.x() > used + 6;
        if (clear)
            gap.texts.push_back(first);
        if (clear && second.base.x() > used + 6)
            gap.texts.push_back(second);
        for (const TextRun& words : gap.texts)
            used = std::max(used, words.box().right());
        out.gaps.push_back(std::move(gap));
    }
}

} // namespace

double layOutStrip(ChartLayout& out, const LayoutInput& in, const AxisScale& axis, double top)
{
    const double y = top + out.dim.of(15);
    const double bars = addBars(out, in, axis, y);
    addGaps(out, in, axis, y);
    if (!out.windows.empty()) {
        const double px = out.dim.text(16);
        out.stripTexts.push_back(runAt(in, out.dim.margin, y + out.dim.of(15), QStringLiteral("What ran"), px, QFont::DemiBold, in.theme.text));
        const auto& windows = in.view.windows();
        const auto moved = std::find_if(windows.begin(), windows.end(), [&](const Window& w) { return isMoved(in.view, w); });
        const bool proposed = std::any_of(windows.begin(), windows.end(), [](const Window& w) { return w.proposed; });
        QString sub = proposed ? QStringLiteral("read from the text") : QString{};
        if (moved != windows.end()) {
            const Millis by = moved->begin.earliest - in.view.recordedWindow(moved->id)->begin.earliest;
            sub = by != Millis{0} ? QStringLiteral("moved here by %1").arg(QString::fromStdString(signedLength(by))) : QStringLiteral("changed here");
        }
        if (!sub.isEmpty())
            out.stripTexts.push_back(runAt(in, out.dim.margin, y + out.dim.of(37), sub, out.dim.text(14), QFont::Normal,
                moved != windows.end() ? in.theme.scenario : in.theme.mutedText));
    }
    double bottom = bars;
    if (!out.windows.empty() || !out.gaps.empty())
        bottom = std::max(bottom, y + out.dim.of(45));
    out.strip = QRectF{QPointF{axis.left(), y}, QPointF{axis.right(), bottom}};
    return bottom + out.dim.of(10);
}

} // namespace lockstep
