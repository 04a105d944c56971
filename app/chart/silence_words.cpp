#include "chart/strip_words.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

/// From the event before a cut to the event after it; where there is none, from or to the window there.
Span silenceAround(const LayoutInput& in, const Span& cut)
{
    std::optional<Instant> before, after, ended, begins;
    for (const LaneRows& lane : in.facts.allRows()) {
        const RowPlace next = lane.after(cut.begin);
        if (const auto last = lane.before(next))
            before = std::max(before.value_or(last->at), last->at);
        if (!lane.isEnd(next))
            after = std::min(after.value_or(lane.row(next).at), lane.row(next).at);
    }
    for (const Window& window : in.view.windows()) {
        if (window.end.latest <= cut.begin)
            ended = std::max(ended.value_or(window.end.latest), window.end.latest);
        if (window.begin.earliest >= cut.end)
            begins = std::min(begins.value_or(window.begin.earliest), window.begin.earliest);
    }
    return {before.value_or(ended.value_or(cut.begin)), after.value_or(begins.value_or(cut.end))};
}

/// While a gesture goes on the cuts stay where they were: nothing is said of one into which a row or a window was moved.
bool isSilent(const LayoutInput& in, const Span& cut)
{
    const bool hasRow = std::any_of(in.facts.allRows().begin(), in.facts.allRows().end(), [&](const LaneRows& lane) {
        const RowPlace next = lane.after(cut.begin);
        return !lane.isEnd(next) && lane.row(next).at < cut.end;
    });
    const std::vector<Window>& windows = in.view.windows();
    return !hasRow && std::none_of(windows.begin(), windows.end(),
        [&](const Window& w) { return w.begin.earliest < cut.end && w.end.latest > cut.begin; });
}

/// One way of telling a silence: lines with the height of their base line above the strip's top.
struct Telling {
    struct Line {
        QString words;
        double px, base;
        QFont::Weight weight;
    };
    std::vector<Line> lines;
};

/// Finds a place for the words of one cut after another.
class Silences {
public:
    Silences(const LayoutInput& in, const Dimensions& dim, double left, double right, double top, double bottom)
        : m_in(in), m_dim(dim), m_left(left), m_right(right), m_top(top), m_bottom(bottom)
    {
    }

    void tell(GapBox& gap, StripRoom& clear, StripRoom& overGhosts)
    {
        const QString length = QString::fromStdString(lengthLabel(gap.silence.end - gap.silence.begin));
        const std::vector<Telling> all = tellings(length);
        for (const auto& [room, overCut] : {std::pair{&clear, true}, {&clear, false}, {&overGhosts, false}}) {
            for (const Telling& telling : all) {
                if (!place(gap, telling, *room, overCut))
                    continue;
                for (const TextRun& words : gap.texts) {
                    clear.block(words.box());
                    overGhosts.block(words.box());
                }
                return;
            }
        }
    }

private:
    std::vector<Telling> tellings(const QString& length) const
    {
        const QString nothing = QStringLiteral("nothing"), recorded = QStringLiteral("recorded");
        const double px = m_dim.text(16), small = m_dim.text(14);
        const auto at = [&](double y) { return m_top + m_dim.of(y); };
        const auto of = [&](double y) { return Telling{{{length, px, y, QFont::DemiBold}}}; };
        std::vector<Telling> all;
        for (const double y : {22.0, 50.0}) // beside the first row of bars, then below it
            all.push_back({{{length, px, at(y), QFont::DemiBold}, {nothing + u' ' + recorded, small, at(y) + small * 1.5, QFont::Normal}}});
        all.push_back({{{length, px, at(18), QFont::DemiBold}, {nothing, small, at(18) + small * 1.35, QFont::Normal},
            {recorded, small, at(18) + small * 2.6, QFont::Normal}}});
        const QString whole = length + QStringLiteral(", ") + nothing + u' ' + recorded;
        for (const double y : {22.0, 57.0})
            all.push_back({{{whole, small, at(y), QFont::Medium}}});
        all.push_back(of(at(22)));
        all.push_back(of(at(57)));
        const double below = m_bottom + px * 1.2;
        all.push_back({{{whole, small, below, QFont::Medium}}});
        all.push_back(of(below));
        all.push_back(of(below + px * 1.3));
        return all;
    }

    /// From the middle outwards: no farther than all of the cut stays under the words, or at least a part of it.
    bool place(GapBox& gap, const Telling& telling, const StripRoom& room, bool overCut) const
    {
        double widest = 0;
        std::vector<TextRun> runs;
        for (const Telling::Line& line : telling.lines) {
            runs.push_back({{0, line.base}, line.words, line.px, line.weight, m_in.theme.mutedText, m_in.measure.width(line.words, line.px, line.weight)});
            widest = std::max(widest, runs.back().width);
        }
        const double middle = (gap.left + gap.right) / 2;
        const double most = std::max(0.0, overCut ? widest / 2 - (gap.right - gap.left) / 2 : widest / 2 + m_dim.of(20));
        for (double away = 0; away <= most; away += 2) {
            for (const double at : {middle + away, middle - away}) {
                if (at - widest / 2 < m_left || at + widest / 2 > m_right)
                    continue;
                for (TextRun& run : runs)
                    run.base.setX(std::clamp(middle - run.width / 2, at - widest / 2, at + widest / 2 - run.width));
                if (std::any_of(runs.begin(), runs.end(), [&](const TextRun& run) { return !room.isFree(run.box()); }))
                    continue;
                gap.texts = runs;
                return true;
            }
        }
        return false;
    }

    const LayoutInput& m_in;
    const Dimensions& m_dim;
    double m_left, m_right, m_top, m_bottom;
};

} // namespace

StripRoom::StripRoom(const ChartLayout& layout, bool withGhosts)
{
    constexpr double far = 1e5, edge = 2;
    for (const WindowBar& bar : layout.windows) {
        m_blocked.push_back(bar.rect);
        for (const TextRun& words : bar.texts)
            m_blocked.push_back(words.box());
        if (bar.effect == Effect::Blocks)
            m_blocked.push_back(QRectF{bar.rect.bottomLeft(), QPointF{bar.rect.right(), far}});
        if (!withGhosts || !bar.recorded)
            continue;
        m_blocked.push_back(QRectF{bar.recorded->topLeft(), QSizeF{edge, far}});
        m_blocked.push_back(QRectF{bar.recorded->topRight(), QSizeF{edge, far}});
    }
}

bool StripRoom::isFree(const QRectF& words) const
{
    constexpr double aside = 9, above = 1;
    const QRectF wanted = words.adjusted(-aside, -above, aside, above);
    return std::none_of(m_blocked.begin(), m_blocked.end(), [&](const QRectF& r) { return r.intersects(wanted); });
}

double addSilences(ChartLayout& out, const LayoutInput& in, const AxisScale& axis, double top, double bottom)
{
    StripRoom clear(out, true), overGhosts(out, false);
    Silences silences(in, out.dim, axis.left() - out.dim.of(40), in.size.width() - out.dim.margin, top, bottom);
    double lowest = top;
    for (const Span& cut : axis.quiet()) {
        GapBox gap{axis.x(cut.begin), axis.x(cut.end), silenceAround(in, cut), {}};
        if (gap.right < axis.left() || gap.left > axis.right())
            continue;
        if (isSilent(in, cut))
            silences.tell(gap, clear, overGhosts);
        for (const TextRun& words : gap.texts)
            lowest = std::max(lowest, words.base.y() + words.px * 0.3);
        out.gaps.push_back(std::move(gap));
    }
    return lowest;
}

} // namespace lockstep
