#include "ui/selection.h"
#include <utility>

namespace lockstep {

void Selection::toggle(EventId id)
{
    std::set<EventId> events = m_events;
    if (events.erase(id) == 0) {
        events.insert(id);
        return become(std::move(events), id, {}, -1);
    }
    const EventId current = events.empty() ? 0 : *events.rbegin();
    become(std::move(events), current, {}, -1);
}

void Selection::become(std::set<EventId> events, EventId current, WindowId window, LaneId lane, Part part, std::optional<Measure> measure)
{
    if (m_events == events && m_current == current && m_window == window && m_lane == lane && m_part == part && m_measure == measure)
        return;
    m_events = std::move(events);
    m_current = current;
    m_window = std::move(window);
    m_lane = lane;
    m_part = part;
    m_measure = std::move(measure);
    emit changed();
}

} // namespace lockstep
