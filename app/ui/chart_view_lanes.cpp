// Lanes by hand: dragged by their head, folded by a double click on it, moved by keys.
#include "chart/drag.h"
#include "ui/chart_view.h"
#include "ui/pinned_lanes.h"
#include "ui/selection.h"
#include "ui/sight.h"
#include "whatif/document.h"
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <utility>

namespace lockstep {

std::vector<BandId> ChartView::lanesInSight() const
{
    std::vector<BandId> lanes;
    for (const LanePlace& place : m_scene.content().lanes)
        if (!m_scene.laneRect(place.lane).isEmpty())
            lanes.push_back(place.lane);
    return lanes;
}

std::optional<BandId> ChartView::currentLane() const
{
    if (!m_document.isOpen())
        return {};
    if (m_selection.lane() >= 0 && m_document.bands()->areRecorded())
        return m_selection.lane();
    const EventId row = m_selection.current();
    return row >= 1 && row <= m_document.view().eventCount() ? std::optional{m_document.bands()->of(m_document.view().event(row))} : std::nullopt;
}

bool ChartView::isLanePinned(BandId lane) const
{
    const auto& lanes = m_scene.content().lanes;
    const auto place = std::ranges::find(lanes, lane, &LanePlace::lane);
    return place != lanes.end() && place->isPinned;
}

bool ChartView::canMoveLane(BandId lane, int step) const
{
    const std::vector<BandId> lanes = lanesInSight();
    const auto at = std::ranges::find(lanes, lane);
    if (at == lanes.end() || at == (step < 0 ? lanes.begin() : std::prev(lanes.end())))
        return false;
    return isLanePinned(*std::next(at, step)) == isLanePinned(lane);
}

void ChartView::moveLane(BandId lane, int step)
{
    if (!canMoveLane(lane, step))
        return;
    const std::vector<BandId> lanes = lanesInSight();
    const auto at = std::ranges::find(lanes, lane) - lanes.begin();
    const auto before = static_cast<std::size_t>(step < 0 ? at - 1 : at + 2);
    emit laneMoved(lane, before < lanes.size() ? std::optional{lanes[before]} : std::nullopt);
}

void ChartView::drawLane(double y)
{
    const std::vector<BandId> lanes = lanesInSight();
    const auto above = std::ranges::count_if(lanes, [&](BandId lane) { return m_scene.laneRect(lane).center().y() < y; });
    const auto pins = std::ranges::count_if(lanes, [&](BandId lane) { return isLanePinned(lane); });
    m_laneDrop = static_cast<std::size_t>(isLanePinned(m_hit.lane) ? std::min(above, pins) : std::max(above, pins));
    viewport()->setCursor(Qt::ClosedHandCursor);
    viewport()->update();
}

void ChartView::finishLane()
{
    const std::vector<BandId> lanes = lanesInSight();
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
    const std::vector<BandId> lanes = m_laneDrop ? lanesInSight() : std::vector<BandId>{};
    if (lanes.empty())
        return;
    const bool isLast = *m_laneDrop >= lanes.size();
    const QRectF lane = m_scene.laneRect(isLast ? lanes.back() : lanes[*m_laneDrop]);
    const double y = isLast ? lane.bottom() + 3 : lane.top() - 4;
    painter.setPen(QPen(palette().highlight().color(), 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF{lane.left(), y}, QPointF{lane.right(), y});
}

QPointF ChartView::sceneAt(QPoint viewPos) const
{
    return m_pinned->covers(viewPos) ? m_pinned->sceneAt(viewPos) : mapToScene(viewPos);
}

QRect ChartView::inView(const QRectF& scenePart) const
{
    return m_pinned->holds(scenePart) ? m_pinned->inView(scenePart) : mapFromScene(scenePart).boundingRect();
}

void ChartView::followPinned()
{
    m_pinned->follow(verticalScrollBar()->value());
}

void ChartView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    followPinned();
}

/// A lane of the record has decisions of its own; any other is the rows it holds.
void ChartView::clickLane(BandId lane)
{
    if (m_document.bands()->areRecorded())
        return m_selection.chooseLane(lane);
    const TimelineView& view = m_document.view();
    std::set<EventId> rows;
    for (EventId id = 1; id <= view.eventCount(); ++id)
        if (m_document.bands()->of(view.event(id)) == lane && canDrag(view, gripOf(id)) && !m_sight.isHidden(id))
            rows.insert(rows.end(), id);
    if (!rows.empty())
        m_selection.choose(rows, *rows.begin());
}

} // namespace lockstep
