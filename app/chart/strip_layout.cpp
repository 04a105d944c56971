#include "chart/chart_layout.h"
#include "chart/strip_words.h"
#include "core/wording.h"
#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

struct Row {
    double height = 0;
    double until = -1e9;
    bool hasLock = false;
    std::vector<std::size_t> windows;
};

TextRun runAt(const LayoutInput& in, double x, double base, const QString& words, double px, QFont::Weight weight, const QColor& colour)
{
    return {{x, base}, words, px, weight, colour, in.measure.width(words, px, weight)};
}

/// The lanes all of whose rows are of readers: over others a window's tint would say what is not so.
std::vector<BandId> lanesReading(const Bands& bands, const TimelineView& view, const Window& window)
{
    const auto reads = [&](LaneId lane) { return window.effect != Effect::Informs && window.scope.covers(view.laneReads(lane)); };
    std::vector<BandId> lanes;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const auto lane = static_cast<BandId>(i);
        if (!bands.lanesIn(lane).empty() && std::ranges::all_of(bands.lanesIn(lane), reads))
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

bool isMoved(const TimelineView& view, const Window& window)
{
    const Window* was = view.recordedWindow(window.id);
    return was && (was->begin.earliest != window.begin.earliest || was->begin.latest != window.begin.latest
               || was->end.earliest != window.end.earliest || was->end.latest != window.end.latest);
}

/// What is free on both sides of x: up to the next cut, or the edge.
std::pair<double, double> freeAround(const AxisScale& axis, const QRectF& bar)
{
    double from = axis.left(), until = axis.right();
    for (const Span& cut : axis.quiet()) {
        if (axis.x(cut.begin) > bar.right())
            until = std::min(until, axis.x(cut.begin) - 8);
        if (axis.x(cut.end) < bar.left())
            from = std::max(from, axis.x(cut.end) + 8);
    }
    return {from, until};
}

/// While a lock is dragged its end may come to lie in a cut, where five minutes are no pixel wide: the hatching
/// that says "may have ended" then takes some of the cut's own width, which is to no scale.
double rightOf(const AxisScale& axis, const Bound& end, double solidRight, double right)
{
    constexpr double leastHatch = 10;
    const int cut = axis.quietAt(end.latest);
    if (end.isCertain() || cut < 0 || right - solidRight >= leastHatch)
        return right;
    return std::max(right, std::min(solidRight + leastHatch, axis.x(axis.quiet()[static_cast<std::size_t>(cut)].end)));
}

/// The bar of a window, as if its row began at 0.
WindowBar barOf(const LayoutInput& in, const AxisScale& axis, const Window& window, double height)
{
    const auto inside = [&](Instant t) { return std::clamp(axis.x(t), axis.left() - 40, axis.right() + 40); };
    WindowBar bar;
    bar.id = window.id;
    bar.effect = window.effect;
    bar.rect = {inside(window.begin.earliest), 0, 0, height};
    bar.rect.setRight(std::max(bar.rect.left() + 2, inside(window.end.latest)));
    bar.solidLeft = inside(window.begin.latest);
    bar.solidRight = std::max(bar.solidLeft, inside(window.end.earliest));
    bar.rect.setRight(rightOf(axis, window.end, bar.solidRight, bar.rect.right()));
    bar.lanes = lanesReading(in.facts.rows.bands(), in.view, window);
    bar.moved = isMoved(in.view, window);
    if (bar.moved) {
        const Window* was = in.view.recordedWindow(window.id);
        bar.recorded = QRectF{QPointF{inside(was->begin.earliest), 0}, QPointF{inside(was->end.latest), height}};
    }
    return bar;
}

void addWordsOf(const Row& row, std::size_t n, std::vector<WindowBar>& bars, const LayoutInput& in, const AxisScale& axis, const Dimensions& dim)
{
    WindowBar& bar = bars[row.windows[n]];
    if (bar.rect.right() <= axis.left() || bar.rect.left() >= axis.right())
        return;
    auto [from, until] = freeAround(axis, bar.rect);
    if (n > 0) {
        const WindowBar& before = bars[row.windows[n - 1]];
        from = std::max(from, before.rect.right() + 8);
        for (const TextRun& words : before.texts)
            from = std::max(from, words.box().right() + 8);
    }
    if (bar.recorded && bar.recorded->right() < bar.rect.left())
        from = std::max(from, bar.recorded->right() + 8);
    if (bar.recorded && bar.recorded->left() > bar.rect.right())
        until = std::min(until, bar.recorded->left() - 8);
    double below = in.size.width() - dim.margin;
    if (n + 1 < row.windows.size()) {
        below = bars[row.windows[n + 1]].rect.left() - 8;
        until = std::min(until, below);
    }
    const BarRoom room{from, until, below, std::max(bar.solidLeft, axis.left()), std::min(bar.solidRight, axis.right()),
        std::min(bar.rect.right(), axis.right())};
    addBarWords(bar, in, dim, in.view.windows()[row.windows[n]], room);
}

/// How far the words of a row's bars reach below it where a lower row stands in their way: so much it grows.
double wordsBelow(const Row& row, const std::vector<Row>& rows, const std::vector<WindowBar>& bars)
{
    double lowest = row.height;
    for (const std::size_t i : row.windows) {
        for (const TextRun& words : bars[i].texts) {
            const auto inTheWay = [&](std::size_t other) {
                QRectF taken = bars[other].rect;
                for (const TextRun& run : bars[other].texts)
                    taken = taken.united(run.box());
                return taken.left() < words.box().right() + 8 && taken.right() > words.box().left() - 8;
            };
            const bool blocked = std::any_of(rows.begin(), rows.end(),
                [&](const Row& r) { return &r > &row && std::any_of(r.windows.begin(), r.windows.end(), inTheWay); });
            if (blocked)
                lowest = std::max(lowest, words.base.y() + words.px * 0.3);
        }
    }
    return lowest;
}

/// Places the bars and their words; returns the lowest end of them.
double addBars(ChartLayout& out, const LayoutInput& in, const AxisScale& axis, double top)
{
    std::vector<Row> rows = rowsOf(in.view, axis);
    std::vector<WindowBar> bars(in.view.windows().size());
    for (Row& row : rows) {
        row.height = out.dim.of(out.dim.compact || rows.size() > 4 ? 24 : row.hasLock ? 32 : 29);
        for (const std::size_t i : row.windows)
            bars[i] = barOf(in, axis, in.view.windows()[i], row.height);
        for (std::size_t n = 0; n < row.windows.size(); ++n)
            addWordsOf(row, n, bars, in, axis, out.dim);
    }
    double y = top, lowest = top;
    for (const Row& row : rows) {
        const double step = wordsBelow(row, rows, bars) + out.dim.of(5);
        for (const std::size_t i : row.windows) {
            WindowBar& bar = bars[i];
            bar.rect.translate(0, y);
            if (bar.recorded)
                bar.recorded->translate(0, y);
            if (bar.plate)
                bar.plate->translate(0, y);
            for (TextRun& words : bar.texts) {
                words.base.ry() += y;
                lowest = std::max(lowest, words.base.y() + words.px * 0.3);
            }
            lowest = std::max(lowest, bar.rect.bottom());
        }
        y += step;
    }
    for (const Row& row : rows) {
        for (const std::size_t i : row.windows)
            out.windows.push_back(std::move(bars[i]));
    }
    return lowest;
}

/// Windows of the record that the what-if leaves out stay as ghosts, in a row of their own; returns its lower end.
double addLeftOut(ChartLayout& out, const LayoutInput& in, const AxisScale& axis, double top)
{
    const double height = out.dim.of(24), gap = out.dim.of(5);
    double y = top;
    for (const Window& window : in.view.record().windows) {
        const auto& windows = in.view.windows();
        if (std::ranges::find(windows, window.id, &Window::id) != windows.end())
            continue;
        const auto inside = [&](Instant t) { return std::clamp(axis.x(t), axis.left() - 40, axis.right() + 40); };
        out.leftOut.push_back({window.effect, {QPointF{inside(window.begin.earliest), y}, QPointF{inside(window.end.latest), y + height}}});
        y += height + gap;
    }
    return std::max(y, top) - gap;
}

/// What was done to the windows of a what-if: "Backups moved by +29 min". At most two lines.
QStringList changesOf(const LayoutInput& in, double width, double px)
{
    QStringList said;
    for (const Window& window : in.view.record().windows)
        if (std::ranges::find(in.view.windows(), window.id, &Window::id) == in.view.windows().end())
            said += QStringLiteral("%1 left out").arg(labelText(window.name));
    for (const Window& window : in.view.windows()) {
        if (in.view.recordedWindow(window.id) == nullptr)
            said += QStringLiteral("%1 added").arg(labelText(window.name));
        if (!isMoved(in.view, window))
            continue;
        const Millis by = window.begin.earliest - in.view.recordedWindow(window.id)->begin.earliest;
        const QString name = labelText(window.name);
        const QString length = QString::fromStdString(signedLength(by)).replace(u' ', QChar::Nbsp);
        said += by != Millis{0} ? QStringLiteral("%1 moved by %2").arg(name, length)
                                : QStringLiteral("%1 changed").arg(name);
    }
    return in.measure.wrapped(said.join(QStringLiteral(", ")), width, 2, px);
}

/// Whose windows these are: the program read them in the text, or a person set them.
QString originOf(const std::vector<Window>& windows)
{
    const auto proposed = static_cast<std::size_t>(std::count_if(windows.begin(), windows.end(), [](const Window& w) { return w.proposed; }));
    if (proposed == windows.size())
        return QStringLiteral("read from the text");
    return proposed == 0 ? QStringLiteral("set by hand") : QStringLiteral("some set by hand");
}

void addStripHead(ChartLayout& out, const LayoutInput& in, double top)
{
    const double px = out.dim.text(16), small = out.dim.text(14);
    out.stripTexts.push_back(runAt(in, out.dim.margin, top + out.dim.of(15), QStringLiteral("What ran"), px, QFont::DemiBold, in.theme.text));
    QStringList lines = changesOf(in, out.dim.header - out.dim.margin - out.dim.of(8), small);
    const QColor colour = lines.isEmpty() ? in.theme.mutedText : in.theme.scenario;
    if (lines.isEmpty())
        lines += originOf(in.view.windows());
    double y = top + out.dim.of(37);
    for (const QString& line : lines) {
        out.stripTexts.push_back(runAt(in, out.dim.margin, y, line, small, QFont::Normal, colour));
        y += small * 1.28;
    }
}

} // namespace

double layOutStrip(ChartLayout& out, const LayoutInput& in, const AxisScale& axis, double top)
{
    const double y = top + out.dim.of(15);
    double bottom = addBars(out, in, axis, y);
    bottom = addLeftOut(out, in, axis, out.windows.empty() ? y : bottom + out.dim.of(5));
    const bool hasWindows = !out.windows.empty() || !out.leftOut.empty();
    if (hasWindows)
        addStripHead(out, in, y);
    if (hasWindows || !axis.quiet().empty())
        bottom = std::max({bottom, y + out.dim.of(45), addSilences(out, in, axis, y, bottom)});
    for (const TextRun& words : out.stripTexts)
        bottom = std::max(bottom, words.base.y() + words.px * 0.3);
    if (in.before && std::abs(in.before->strip.top() - y) < 0.5)
        bottom = std::max(bottom, in.before->strip.bottom()); // a line less of words moves no lane
    out.strip = QRectF{QPointF{axis.left(), y}, QPointF{axis.right(), bottom}};
    return bottom + out.dim.of(10);
}

} // namespace lockstep
