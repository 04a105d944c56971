#include "chart/measure_room.h"
#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

constexpr double step = 3; // pixels between heights that are tried
constexpr double covered = 2000, crossed = 60, away = 0.15; // what each costs; away: for each pixel

/// How many obstacles lie across each height: begins and ends are noted, and summed once.
class Counts {
public:
    Counts(double top, std::size_t steps) : m_top(top), m_changes(steps + 1, 0) {}

    void add(double from, double to)
    {
        const auto last = static_cast<double>(m_changes.size() - 1);
        const double begin = std::clamp(std::ceil((from - m_top) / step), 0.0, last), end = std::clamp(std::ceil((to - m_top) / step), 0.0, last);
        if (end <= begin)
            return;
        ++m_changes[static_cast<std::size_t>(begin)];
        --m_changes[static_cast<std::size_t>(end)];
    }
    int next(std::size_t i) { return m_sum += m_changes[i]; }

private:
    double m_top;
    std::vector<int> m_changes;
    int m_sum = 0;
};

} // namespace

MeasureRoom::MeasureRoom(const ChartLayout& layout)
{
    if (layout.lanes.empty())
        return;
    m_top = layout.lanes.front().rect.top() + 2;
    m_bottom = layout.lanes.back().rect.bottom() - 2;
    const double radius = layout.dim.of(13);
    for (const LaneBox& lane : layout.lanes) {
        m_obstacles.push_back({{lane.rect.left(), lane.base - radius, lane.rect.width(), 2 * radius}, false});
        for (const ChartLabel& label : lane.labels) {
            m_obstacles.push_back({label.rect.adjusted(-3, 0, 3, 0), true});
            for (qsizetype i = 1; i < label.leader.size(); ++i)
                m_obstacles.push_back({QRectF{label.leader[i - 1], label.leader[i]}.normalized().adjusted(-2, -2, 2, 2), false});
        }
        for (const TextRun& more : lane.more)
            m_obstacles.push_back({more.box(), true});
        for (const ChartMark& mark : lane.marks)
            m_obstacles.push_back({{mark.centre - QPointF{radius, radius}, QSizeF{2 * radius, 2 * radius}}, true});
        for (const DensityColumn& column : lane.columns)
            m_obstacles.push_back({{QPointF{column.left, lane.base - column.height}, QPointF{column.right, lane.base}}, true});
    }
}

MeasureRoom::Place MeasureRoom::find(const Wish& wish) const
{
    const double half = wish.plateHeight / 2;
    const double top = m_top + half, bottom = std::max(top, m_bottom - half);
    const auto steps = static_cast<std::size_t>((bottom - top) / step) + 1;
    Counts covers(top, steps), crosses(top, steps);
    for (const Obstacle& obstacle : m_obstacles) {
        const QRectF& rect = obstacle.rect;
        if (rect.left() < wish.plateLeft + wish.plateWidth && rect.right() > wish.plateLeft)
            covers.add(rect.top() - half, rect.bottom() + half);
        const bool isInWay = rect.left() < wish.right && rect.right() > wish.left;
        if (isInWay && (obstacle.isWords || rect.width() > rect.height()))
            crosses.add(rect.top() - 1, rect.bottom() + 1);
    }
    Place best{.y = bottom, .cost = std::numeric_limits<double>::max()};
    for (std::size_t i = 0; i < steps; ++i) {
        const double y = top + static_cast<double>(i) * step;
        const int over = covers.next(i), through = crosses.next(i);
        const bool stays = wish.kept && std::abs(*wish.kept - y) < step / 2 && over == 0;
        const double cost = stays ? -1 : covered * over + crossed * through + away * std::abs(y - wish.y);
        if (cost < best.cost)
            best = {.y = stays ? *wish.kept : y, .cost = cost};
    }
    return best;
}

void MeasureRoom::take(const MeasureBox& box)
{
    m_obstacles.push_back({box.plate.adjusted(-4, -2, 4, 2), true});
    m_obstacles.push_back({{box.left, box.y - 4, box.right - box.left, 8}, true});
}

} // namespace lockstep
