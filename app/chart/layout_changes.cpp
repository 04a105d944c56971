#include "chart/layout_changes.h"
#include <algorithm>

namespace lockstep {

namespace {

/// Beyond its centre: rings, what marks a selection, the badge of a row that is added, a flag above it.
constexpr double aroundMark = 44;
constexpr double aroundText = 8; ///< descenders, plates under words

bool isSamePage(const ChartLayout& was, const ChartLayout& now)
{
    const auto sameLane = [](const LaneBox& a, const LaneBox& b) { return a.lane == b.lane && a.rect == b.rect && a.base == b.base; };
    return was.size == now.size && was.dim.scale == now.dim.scale && was.dim.compact == now.dim.compact && was.isWhatIf == now.isWhatIf
        && was.shown == now.shown && was.pixelsPerMinute == now.pixelsPerMinute && was.strip == now.strip && was.rules == now.rules
        && was.gridLines == now.gridLines && was.gaps == now.gaps && was.moment == now.moment && was.footTop == now.footTop
        && std::ranges::equal(was.lanes, now.lanes, sameLane);
}

class Changes {
public:
    Changes(const ChartLayout& was, const ChartLayout& now) : m_was(was), m_now(now) { }

    std::vector<QRectF> found()
    {
        compare(m_was.head, m_now.head);
        compare(m_was.stripTexts, m_now.stripTexts);
        for (std::size_t i = 0; i < std::min(m_was.rulers.size(), m_now.rulers.size()); ++i)
            compare(m_was.rulers[i].texts, m_now.rulers[i].texts);
        if (m_was.windows != m_now.windows || m_was.leftOut != m_now.leftOut)
            addWindows();
        for (std::size_t i = 0; i < m_now.lanes.size(); ++i)
            compareLanes(m_was.lanes[i], m_now.lanes[i]);
        if (m_was.legend != m_now.legend || m_was.foot != m_now.foot)
            m_rects.push_back({QPointF{0, m_now.plot().bottom()}, QPointF{m_now.size.width(), m_now.size.height()}});
        return std::move(m_rects);
    }

private:
    void add(const QRectF& rect, double around) { m_rects.push_back(rect.adjusted(-around, -around, around, around)); }

    void addTexts(const std::vector<TextRun>& runs, const std::vector<TextRun>& others)
    {
        for (const TextRun& run : runs)
            if (std::ranges::find(others, run) == others.end())
                add(run.box(), aroundText);
    }

    void compare(const std::vector<TextRun>& was, const std::vector<TextRun>& now)
    {
        if (was == now)
            return;
        addTexts(was, now);
        addTexts(now, was);
    }

    /// A window's tint, edges and ghost go through all lanes.
    void addWindows()
    {
        QRectF all;
        const QRectF plot = m_now.plot();
        for (const ChartLayout* layout : {&m_was, &m_now}) {
            for (const WindowBar& bar : layout->windows) {
                const auto& others = layout == &m_was ? m_now.windows : m_was.windows;
                if (std::ranges::find(others, bar) != others.end())
                    continue;
                all |= bar.rect | bar.recorded.value_or(bar.rect);
                for (const TextRun& run : bar.texts)
                    all |= run.box();
            }
            for (const LeftOutWindow& gone : layout->leftOut)
                all |= gone.rect;
        }
        add({QPointF{all.left(), plot.top()}, QPointF{all.right(), plot.bottom()}}, aroundText);
    }

    void add(const ChartMark& mark)
    {
        const double left = std::min(mark.centre.x(), mark.recorded.value_or(mark.centre.x()));
        const double right = std::max({mark.centre.x(), mark.recorded.value_or(mark.centre.x()), mark.until});
        add(QRectF{QPointF{left, mark.centre.y()}, QPointF{right, mark.centre.y()}}, aroundMark);
    }

    void add(const ChartLabel& label)
    {
        add(label.rect | label.leader.boundingRect(), aroundText);
        addTexts(label.texts, {});
    }

    void add(const DensityColumn& column, double base)
    {
        add(QRectF{QPointF{column.left, base - column.height}, QPointF{column.right, base}}, aroundText);
    }

    template <class Part, class Add> void compareParts(const LaneBox& lane, const std::vector<Part>& was, const std::vector<Part>& now, Add addOne)
    {
        if (was.size() != now.size())
            return add(lane.rect, aroundText);
        for (std::size_t i = 0; i < now.size(); ++i)
            if (was[i] != now[i]) {
                addOne(was[i]);
                addOne(now[i]);
            }
    }

    void compareLanes(const LaneBox& was, const LaneBox& now)
    {
        compare(was.header, now.header);
        compare(was.more, now.more);
        compareParts(now, was.marks, now.marks, [&](const ChartMark& mark) { add(mark); });
        compareParts(now, was.labels, now.labels, [&](const ChartLabel& label) { add(label); });
        compareParts(now, was.columns, now.columns, [&](const DensityColumn& column) { add(column, now.base); });
    }

    const ChartLayout& m_was;
    const ChartLayout& m_now;
    std::vector<QRectF> m_rects;
};

} // namespace

std::optional<std::vector<QRectF>> changesBetween(const ChartLayout& was, const ChartLayout& now)
{
    if (!isSamePage(was, now) || was.rulers.size() != now.rulers.size())
        return {};
    return Changes{was, now}.found();
}

} // namespace lockstep
