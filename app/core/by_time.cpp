#include "core/by_time.h"
#include <algorithm>

namespace lockstep {

std::vector<EventId> byTime(const TimelineView& view, std::vector<EventId> rows)
{
    // Each is asked once, not at every comparison; a log is in order as it is.
    std::vector<Instant> at;
    at.reserve(rows.size());
    for (const EventId id : rows)
        at.push_back(view.at(id));
    if (std::ranges::is_sorted(at))
        return rows;
    std::vector<std::size_t> order(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return at[i]; });
    std::vector<EventId> sorted;
    sorted.reserve(rows.size());
    for (const std::size_t i : order)
        sorted.push_back(rows[i]);
    return sorted;
}

} // namespace lockstep
