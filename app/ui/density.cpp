#include "ui/density.h"
#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

/// The lanes that hold rows; none where they are too many.
std::vector<BandId> lanesOf(const Bands& bands)
{
    std::vector<BandId> lanes;
    for (std::size_t i = 0; i < bands.size(); ++i)
        if (const auto id = static_cast<BandId>(i); !bands.lanesIn(id).empty())
            lanes.push_back(id);
    return lanes.size() > mostDensityLanes ? std::vector<BandId>{} : lanes;
}

} // namespace

Density densityOf(const TimelineView& view, const AxisScale& axis, const Bands& bands, const HiddenRows* hidden)
{
    const auto columns = static_cast<std::size_t>(std::max(1.0, std::ceil(axis.right() - axis.left())));
    const std::vector<BandId> lanes = lanesOf(bands);
    Density density{.lanes = std::vector(std::max<std::size_t>(1, lanes.size()), std::vector<int>(columns, 0)), .of = lanes, .most = 0};
    std::vector<std::size_t> rowOf(bands.size(), 0); // a lane that holds only what a what-if adds counts with the first
    for (std::size_t i = 0; i < lanes.size(); ++i)
        rowOf[static_cast<std::size_t>(lanes[i])] = i;
    std::vector<Instant> ends; // where each column ends
    for (std::size_t i = 1; i <= columns; ++i)
        ends.push_back(axis.at(axis.left() + static_cast<double>(i)));
    std::size_t column = 0; // rows mostly follow each other: the last row's column is the first guess
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        const Event& event = view.common(id);
        if (!event.hasInstant || event.lane < 0 || (!view.record().has(id) && view.isDropped(id)) || (hidden && hidden->has(id)))
            continue;
        const Instant at = view.at(id);
        const bool isHere = at < ends[column] && (column == 0 || at >= ends[column - 1]);
        if (!isHere)
            column = std::min(columns - 1, static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), at) - ends.begin()));
        int& count = density.lanes[lanes.empty() ? 0 : rowOf[static_cast<std::size_t>(bands.of(event))]][column];
        density.most = std::max(density.most, ++count);
    }
    return density;
}

} // namespace lockstep
