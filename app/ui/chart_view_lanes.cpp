// Lanes by hand: dragged by their head, folded by a double click on it, moved by keys.
#include "ui/chart_view.h"
#include "ui/selection.h"
#include "whatif/document.h"
#include <QPainter>
#include <algorithm>
#include <utility>

namespace lockstep {

std::vector<LaneId> ChartView::lanesInSight() const
{
    std::vector<LaneId> lanes;
    for (const LanePlace& place : m_scene.content().lanes)
        if (!m_scene.laneRect(place.lane).isEmpty())
            lanes.push_back(place.lane);
    return lanes;
}

std::optional<LaneId> ChartView::currentLane() const
{
    if (!m_document.isOpen())
        return {};
    if (m_selection.lane() >= 0)
        return m_selection.lane();
    const EventId row = m_selection.current();
    return row >= 1 && row <= m_document.view().eventCount() ? std::optional{m_document.view().event(row).lane} : std::nullopt;
}

bool ChartView::canMoveLane(LaneId lane, int step) const
{
    const std::vector<LaneId> lanes = lanesInSight();
    return !lanes.empty() && std::ranges::find(lanes, lane) != lanes.end() && lane != (step < 0 ? lanes.front() : lanes.back());
}

void ChartView::moveLane(LaneId lane, int step)
{
    if (!canMoveLane(lane, step))
        return;
    const std::vector<LaneId> lanes = lanesInSight();
    const auto at = std::ranges::find(lanes, lane) - lanes.begin();
    const auto before = static_cast<std::size_t>(step < 0 ? at - 1 : at + 2);
    emit laneMoved(lane, before < lanes.size() ? std::optional{lanes[before]} : std::nullopt);
}

void ChartView::drawLane(double y)
{
    const std::vector<LaneId> lanes = lanesInSight();
    m_laneDrop = static_cast<std::size_t>(std::ranges::count_if(lanes, [&](LaneId lane) { return m_scene.laneRect(lane).center().y() < y; }));
    viewport()->setCursor(Qt::ClosedHandCursor);
    viewport()->update();
}

void ChartView::finishLane()
{
    const std::vector<LaneId> lanes = lanesInSight();
    const std::size_t drop = std::exchange(m_laneDrop, std::nullopt).value_or(lanes.size());
    viewport()->update();
    const auto at = static_cast<std::size_t>(std::ranges::find(lanes, m_hit.lane) - lanes.begin());
    if (drop == at || drop == at + 1)
        return; // where it is
    emit laneMoved(m_hit.lane, drop < lanes.size() ? std::optional{lanes[drop]} : std::nullopt);
}

/// Where the dragged lane would go: a line between two lanes.
void ChartView::paintLaneDrop(QPainter& painter) const
{
    const std::vector<LaneId> lanes = m_laneDrop ? lanesInSight() : std::vector<LaneId>{};
    if (lanes.empty())
        return;
    const bool isLast = *m_laneDrop >= lanes.size();
    const QRectF lane = m_scene.laneRect(isLast ? lanes.back() : lanes[*m_laneDrop]);
    const double y = isLast ? lane.bottom() + 3 : lane.top() - 4;
    painter.setPen(QPen(palette().highlight().color(), 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF{lane.left(), y}, QPointF{lane.right(), y});
}

} // namespace lockstep
