// Walking from row to row with the arrow keys.
#include "ui/chart_view.h"
#include "ui/selection.h"
#include "ui/sight.h"
#include "whatif/document.h"
#include <algorithm>
#include <cstdlib>

namespace lockstep {

namespace {

/// A row that has a place on the axis and is in sight.
class OnAxis {
public:
    OnAxis(const TimelineView& view, const Sight& sight) : m_view(view), m_hidden(sight.hidden().get()) {}
    bool operator()(EventId id) const { return m_view.event(id).hasInstant && !m_view.isDropped(id) && !(m_hidden && m_hidden->has(id)); }

private:
    const TimelineView& m_view;
    const HiddenRows* m_hidden;
};

/// In order of time; rows of one moment in order of the document.
bool isBefore(const TimelineView& view, EventId a, EventId b)
{
    const Instant atA = view.at(a), atB = view.at(b);
    return atA != atB ? atA < atB : a < b;
}

/// The next row from one on, or the one before it; from 0 on the first, or the last. One look at each row: a sorted list
/// of a million would cost more than the step. 0 for none.
EventId neighbour(const TimelineView& view, const OnAxis& isOnAxis, EventId from, bool isForward)
{
    EventId best = 0;
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        if (id == from || !isOnAxis(id) || (from > 0 && isBefore(view, from, id) != isForward))
            continue;
        if (best == 0 || isBefore(view, id, best) == isForward)
            best = id;
    }
    return best;
}

/// The row of a lane that is closest in time; 0 for none.
EventId nearestIn(const TimelineView& view, const Bands& bands, const OnAxis& isOnAxis, BandId lane, Instant to)
{
    EventId best = 0;
    for (EventId id = 1; id <= view.eventCount(); ++id)
        if (bands.of(view.event(id)) == lane && isOnAxis(id) && (best == 0 || date::abs(view.at(id) - to) < date::abs(view.at(best) - to)))
            best = id;
    return best;
}

} // namespace

void ChartView::walkInTime(int step)
{
    const TimelineView& view = m_document.view();
    const OnAxis isOnAxis(view, m_sight);
    const EventId current = m_selection.current();
    // Home and End ask for more steps than there are rows.
    const bool isFromRow = current >= 1 && current <= view.eventCount() && isOnAxis(current) && std::abs(step) == 1;
    const bool isForward = isFromRow || std::abs(step) == 1 ? step > 0 : step < 0;
    if (const EventId row = neighbour(view, isOnAxis, isFromRow ? current : 0, isForward); row > 0)
        m_selection.choose(row);
}

void ChartView::walkLanes(int step)
{
    const TimelineView& view = m_document.view();
    const OnAxis isOnAxis(view, m_sight);
    const EventId current = m_selection.current();
    if (current < 1 || current > view.eventCount())
        return walkInTime(step);
    const Bands& bands = *m_document.bands();
    const std::vector<BandId> lanes = lanesInSight();
    const auto here = std::ranges::find(lanes, bands.of(view.event(current)));
    if (here == lanes.end())
        return walkInTime(step);
    for (auto at = here - lanes.begin() + step; at >= 0 && at < std::ssize(lanes); at += step)
        if (const EventId row = nearestIn(view, bands, isOnAxis, lanes[static_cast<std::size_t>(at)], view.at(current)); row > 0)
            return m_selection.choose(row);
}

} // namespace lockstep
