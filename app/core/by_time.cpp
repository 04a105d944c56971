#include "core/by_time.h"
#include <algorithm>

namespace lockstep {

std::vector<EventId> byTime(const TimelineView& view, std::vector<EventId> rows)
{
    // Each is asked once, not at every comparison; a log is in order as it is.
    std::vector<std::pair<Instant, EventId>> placed;
    placed.reserve(rows.size());
    for (const EventId id : rows)
        placed.emplace_back(view.at(id), id);
    constexpr auto at = &std::pair<Instant, EventId>::first;
    if (std::ranges::is_sorted(placed, {}, at))
        return rows;
    std::ranges::stable_sort(placed, {}, at);
    std::ranges::transform(placed, rows.begin(), &std::pair<Instant, EventId>::second);
    return rows;
}

} // namespace lockstep
