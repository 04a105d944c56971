#include "core/lane_view.h"
#include <algorithm>

namespace lockstep {

namespace {

/// With a line for every lane, so that one of them can be changed; empty again where nothing differs from the record.
template <class Change> LanesShown changed(const Timeline& record, const LanesShown& shown, Change change)
{
    LanesShown all;
    for (const LanePlace& place : lanePlaces(record, shown))
        all.push_back({record.lane(place.lane).role, place.isFolded, place.isHidden});
    change(all);
    const bool isPlain = std::ranges::equal(all, record.lanes, {}, [](const LaneShown& lane) { return lane.lane; }, &Lane::role)
        && std::ranges::none_of(all, [](const LaneShown& lane) { return lane.isFolded || lane.isHidden; });
    return isPlain ? LanesShown{} : all;
}

/// Where the line of a lane is: the lines of lanes of one name stand in the order of those.
std::ptrdiff_t lineOf(const Timeline& record, const LanesShown& shown, LaneId lane)
{
    const std::vector<LanePlace> places = lanePlaces(record, shown);
    return std::ranges::find(places, lane, &LanePlace::lane) - places.begin();
}

} // namespace

std::vector<LanePlace> lanePlaces(const Timeline& record, const LanesShown& shown)
{
    std::vector<LanePlace> places;
    std::vector<bool> isTaken(record.lanes.size());
    for (const LaneShown& line : shown)
        for (std::size_t i = 0; i < record.lanes.size(); ++i)
            if (!isTaken[i] && record.lanes[i].role == line.lane) {
                isTaken[i] = true;
                places.push_back({static_cast<LaneId>(i), line.isFolded, line.isHidden});
                break;
            }
    for (std::size_t i = 0; i < record.lanes.size(); ++i)
        if (!isTaken[i])
            places.push_back({static_cast<LaneId>(i), false, false});
    return places;
}

LanesShown placed(const Timeline& record, const LanesShown& shown, LaneId lane, std::optional<LaneId> before)
{
    const std::ptrdiff_t line = lineOf(record, shown, lane);
    const std::ptrdiff_t to = before ? lineOf(record, shown, *before) : std::ssize(record.lanes);
    return changed(record, shown, [&](LanesShown& all) {
        const auto at = [&](std::ptrdiff_t index) { return all.begin() + index; };
        if (to < line)
            std::rotate(at(to), at(line), at(line + 1));
        else if (to > line)
            std::rotate(at(line), at(line + 1), at(to));
    });
}

LanesShown folded(const Timeline& record, const LanesShown& shown, LaneId lane, bool isFolded)
{
    const auto line = static_cast<std::size_t>(lineOf(record, shown, lane));
    return changed(record, shown, [&](LanesShown& all) { all[line].isFolded = isFolded; });
}

LanesShown hidden(const Timeline& record, const LanesShown& shown, LaneId lane, bool isHidden)
{
    const auto line = static_cast<std::size_t>(lineOf(record, shown, lane));
    return changed(record, shown, [&](LanesShown& all) { all[line].isHidden = isHidden; });
}

std::set<std::string> hiddenLanes(const LanesShown& shown)
{
    std::set<std::string> names;
    for (const LaneShown& lane : shown)
        if (lane.isHidden)
            names.insert(lane.lane);
    return names;
}

LanesShown withoutHidden(const Timeline& record, const LanesShown& shown)
{
    return changed(record, shown, [](LanesShown& all) {
        for (LaneShown& lane : all)
            lane.isHidden = false;
    });
}

} // namespace lockstep
