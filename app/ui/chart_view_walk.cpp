// Walking from row to row with the arrow keys.
#include "ui/chart_view.h"
#include "ui/selection.h"
#include "whatif/document.h"
#include <algorithm>

namespace lockstep {

namespace {

/// Rows that stand on the axis, in order of time; of one moment, in order of the document.
std::vector<EventId> rowsInTime(const TimelineView& view)
{
    std::vector<EventId> rows;
    for (EventId id = 1; id <= view.eventCount(); ++id)
        if (view.event(id).hasInstant && !view.isDropped(id))
            rows.push_back(id);
    std::ranges::stable_sort(rows, {}, [&](EventId id) { return view.at(id); });
    return rows;
}

} // namespace

void ChartView::walkInTime(int step)
{
    const std::vector<EventId> rows = rowsInTime(m_document.view());
    if (rows.empty())
        return;
    const auto current = std::ranges::find(rows, m_selection.current());
    const auto last = static_cast<std::ptrdiff_t>(rows.size()) - 1;
    const std::ptrdiff_t from = current == rows.end() ? (step > 0 ? -1 : last + 1) : current - rows.begin();
    m_selection.choose(rows[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + step, 0, last))]);
}

void ChartView::walkLanes(int step)
{
    const TimelineView& view = m_document.view();
    const EventId current = m_selection.current();
    if (current < 1 || current > view.eventCount())
        return walkInTime(step);
    const auto lanes = static_cast<LaneId>(view.record().lanes.size());
    const std::vector<EventId> rows = rowsInTime(view);
    for (LaneId lane = view.event(current).lane + step; lane >= 0 && lane < lanes; lane += step) {
        EventId nearest = 0;
        for (const EventId id : rows) {
            const bool isNearer = nearest == 0
                || date::abs(view.at(id) - view.at(current)) < date::abs(view.at(nearest) - view.at(current));
            if (view.event(id).lane == lane && isNearer)
                nearest = id;
        }
        if (nearest > 0)
            return m_selection.choose(nearest);
    }
}

} // namespace lockstep
