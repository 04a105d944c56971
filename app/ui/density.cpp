#include "ui/density.h"
#include <algorithm>
#include <cmath>

namespace lockstep {

Density densityOf(const TimelineView& view, const AxisScale& axis, const HiddenRows* hidden)
{
    const auto columns = static_cast<std::size_t>(std::max(1.0, std::ceil(axis.right() - axis.left())));
    const std::size_t lanes = view.record().lanes.size();
    const bool isOne = lanes == 0 || lanes > mostDensityLanes;
    Density density{.lanes = std::vector(isOne ? 1 : lanes, std::vector<int>(columns, 0)), .most = 0};
    std::vector<Instant> ends; // where each column ends
    for (std::size_t i = 1; i <= columns; ++i)
        ends.push_back(axis.at(axis.left() + static_cast<double>(i)));
    std::size_t column = 0; // rows mostly follow each other: the last row's column is the first guess
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        const Event& event = view.event(id);
        if (!event.hasInstant || event.lane < 0 || (!view.record().has(id) && view.isDropped(id)) || (hidden && hidden->has(id)))
            continue;
        const Instant at = view.at(id);
        const bool isHere = at < ends[column] && (column == 0 || at >= ends[column - 1]);
        if (!isHere)
            column = std::min(columns - 1, static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), at) - ends.begin()));
        int& count = density.lanes[isOne ? 0 : static_cast<std::size_t>(event.lane)][column];
        density.most = std::max(density.most, ++count);
    }
    return density;
}

} // namespace lockstep
