#include "core/lane_view.h"
#include <algorithm>

namespace lockstep {

namespace {

/// With a line for every lane, so that one of them can be changed; without any where nothing differs from the record.
/// Lines of lanes by something else stay as they are.
template <class Change> LanesShown changed(const Bands& bands, const LanesShown& shown, Change change)
{
    std::vector<LaneShown> all;
    std::vector<std::string> names;
    for (const LanePlace& place : lanePlaces(bands, shown))
        all.push_back({bands.lane(place.lane).role, place.isFolded, place.isHidden, place.isPinned, bands.by()});
    for (std::size_t i = 0; i < bands.size(); ++i)
        names.push_back(bands.lane(static_cast<BandId>(i)).role);
    change(all);
    const bool isPlain = std::ranges::equal(all, names, {}, &LaneShown::lane)
        && std::ranges::none_of(all, [](const LaneShown& lane) { return lane.isFolded || lane.isHidden || lane.isPinned; });
    LanesShown next = shown;
    std::erase_if(next.lines, [&](const LaneShown& lane) { return lane.by == bands.by(); });
    if (!isPlain)
        next.lines.insert(next.lines.end(), all.begin(), all.end());
    return next;
}

/// Where the line of a lane is: the lines of lanes of one name stand in the order of those.
std::ptrdiff_t lineOf(const Bands& bands, const LanesShown& shown, BandId lane)
{
    const std::vector<LanePlace> places = lanePlaces(bands, shown);
    return std::ranges::find(places, lane, &LanePlace::lane) - places.begin();
}

LanesShown with(bool LaneShown::*flag, const Bands& bands, const LanesShown& shown, BandId lane, bool isSet)
{
    const auto line = static_cast<std::size_t>(lineOf(bands, shown, lane));
    return changed(bands, shown, [&](std::vector<LaneShown>& all) { all[line].*flag = isSet; });
}

} // namespace

std::vector<LanePlace> lanePlaces(const Bands& bands, const LanesShown& shown)
{
    std::vector<LanePlace> places;
    std::vector<bool> isTaken(bands.size());
    for (const LaneShown& line : shown.lines)
        for (std::size_t i = 0; line.by == bands.by() && i < bands.size(); ++i)
            if (const auto id = static_cast<BandId>(i); !isTaken[i] && bands.lane(id).role == line.lane) {
                isTaken[i] = true;
                places.push_back({id, line.isFolded, line.isHidden, line.isPinned});
                break;
            }
    for (std::size_t i = 0; i < bands.size(); ++i)
        if (!isTaken[i])
            places.push_back({static_cast<BandId>(i)});
    std::stable_partition(places.begin(), places.end(), [](const LanePlace& place) { return place.isPinned; });
    return places;
}

LanesShown placed(const Bands& bands, const LanesShown& shown, BandId lane, std::optional<BandId> before)
{
    const std::ptrdiff_t line = lineOf(bands, shown, lane);
    const std::ptrdiff_t to = before ? lineOf(bands, shown, *before) : std::ssize(lanePlaces(bands, shown));
    return changed(bands, shown, [&](std::vector<LaneShown>& all) {
        const auto at = [&](std::ptrdiff_t index) { return all.begin() + index; };
        if (to < line)
            std::rotate(at(to), at(line), at(line + 1));
        else if (to > line)
            std::rotate(at(line), at(line + 1), at(to));
    });
}

LanesShown folded(const Bands& bands, const LanesShown& shown, BandId lane, bool isFolded)
{
    return with(&LaneShown::isFolded, bands, shown, lane, isFolded);
}

LanesShown hidden(const Bands& bands, const LanesShown& shown, BandId lane, bool isHidden)
{
    return with(&LaneShown::isHidden, bands, shown, lane, isHidden);
}

LanesShown pinned(const Bands& bands, const LanesShown& shown, BandId lane, bool isPinned)
{
    return with(&LaneShown::isPinned, bands, shown, lane, isPinned);
}

std::set<std::string> hiddenLanes(const LanesShown& shown)
{
    std::set<std::string> names;
    for (const LaneShown& lane : shown.lines)
        if (lane.isHidden && lane.by == shown.by)
            names.insert(lane.lane);
    return names;
}

LanesShown withoutHidden(const Bands& bands, const LanesShown& shown)
{
    return changed(bands, shown, [](std::vector<LaneShown>& all) {
        for (LaneShown& lane : all)
            lane.isHidden = false;
    });
}

} // namespace lockstep
