// What the hands of the chart move together: one row, several, or a window and its edges.
#include "chart/drag.h"
#include "ui/chart_view.h"
#include "ui/selection.h"
#include "ui/sight.h"
#include "ui/selection_part.h"
#include "whatif/document.h"
#include <algorithm>

namespace lockstep {

/// Rows that move with the selected one; empty where it moves alone.
std::set<EventId> ChartView::draggedTogether() const
{
    std::set<EventId> rows;
    for (const EventId id : m_selection.events())
        if (canDrag(m_document.view(), gripOf(id)))
            rows.insert(id);
    return rows.size() > 1 ? rows : std::set<EventId>{};
}

void ChartView::beginDrag(double x)
{
    viewport()->setCursor(Qt::ClosedHandCursor);
    if (m_hit.what != Hit::What::Event) {
        m_selection.choosePart(m_hit.window, partOf(m_hit.what));
        return m_drag.start(m_hit, x);
    }
    if (m_pressKeys & Qt::AltModifier)
        chooseLater(m_hit.event);
    else if (!m_selection.events().contains(m_hit.event))
        m_selection.choose(m_hit.event);
    m_drag.start(m_hit, x, draggedTogether());
}

void ChartView::chooseLater(EventId id)
{
    std::set<EventId> rows = laterInLane(m_document.view(), id);
    std::erase_if(rows, [this](EventId row) { return m_sight.isHidden(row); });
    m_selection.choose(std::move(rows), id);
}

void ChartView::nudgeSelected(Millis by)
{
    if (m_selection.current() > 0)
        m_drag.nudge(gripOf(m_selection.current()), by, draggedTogether());
    else if (!m_selection.window().empty())
        m_drag.nudge(gripOf(m_selection.window(), hitOf(m_selection.part())), by);
}

std::set<EventId> ChartView::inBand(QPointF to, bool adds) const
{
    std::set<EventId> rows = m_scene.eventsIn(QRectF{sceneAt(m_pressPos), to}.normalized());
    if (adds)
        rows.insert(m_selection.events().begin(), m_selection.events().end());
    return rows;
}

void ChartView::drawBand(QPointF to, bool adds)
{
    m_scene.setBand(QRectF{sceneAt(m_pressPos), to}.normalized());
    m_scene.setSelection(inBand(to, adds));
}

void ChartView::chooseBand(QPointF to)
{
    const std::set<EventId> rows = inBand(to, m_pressKeys & Qt::ControlModifier);
    if (rows.empty())
        m_selection.clear();
    else
        m_selection.choose(rows, *rows.rbegin());
    showSelection();
}

/// Ctrl+A: the rows of the lane, and where they are chosen already, all rows.
void ChartView::chooseMore()
{
    const TimelineView& view = m_document.view();
    const EventId current = m_selection.current();
    const Bands& bands = *m_document.bands();
    constexpr BandId nowhere = -1;
    const BandId here = current > 0 && current <= view.eventCount() ? bands.of(view.event(current)) : nowhere;
    std::set<EventId> lane, all;
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        if (!canDrag(view, gripOf(id)) || m_sight.isHidden(id))
            continue;
        all.insert(id);
        if (bands.of(view.event(id)) == here)
            lane.insert(id);
    }
    const std::set<EventId>& rows = lane.empty() || std::ranges::includes(m_selection.events(), lane) ? all : lane;
    if (!rows.empty())
        m_selection.choose(rows, rows.contains(current) ? current : *rows.begin());
}

/// With a window chosen, its begin or its end; else from row to row.
void ChartView::walkSideways(int step)
{
    if (m_selection.window().empty())
        return walkInTime(step);
    m_selection.choosePart(m_selection.window(), step < 0 ? Selection::Part::Begin : Selection::Part::End);
}

} // namespace lockstep
