#include "core/sweep_nights.h"
#include "core/wording.h"
#include "core/words.h"
#include <algorithm>

namespace lockstep {
namespace {

/// What lanes of one region read, of what the window concerns.
struct Night {
    std::size_t region = 0;
    std::set<ResourceId> resources;
    std::string clockOf; ///< what the lane's clock is called
};

std::optional<std::size_t> regionOf(const Activity& activity, const Lane& lane, Instant at)
{
    const auto sameZone = [&](const ActivityRegion& region) { return region.zone == lane.zone; };
    const auto sameOffset = [&](const ActivityRegion& region) { return region.zone.offsetAt(at) == lane.zone.offsetAt(at); };
    auto found = std::ranges::find_if(activity.regions, sameZone);
    if (found == activity.regions.end())
        found = std::ranges::find_if(activity.regions, sameOffset);
    if (lane.zoneName.empty() || found == activity.regions.end())
        return {};
    return static_cast<std::size_t>(found - activity.regions.begin());
}

bool hasLookUps(const TimelineView& view, LaneId lane)
{
    for (EventId id = 1; id <= view.eventCount(); ++id)
        if (view.common(id).lane == lane && view.common(id).kind == Kind::Read && view.happens(id))
            return true;
    return false;
}

Result<std::vector<Night>> nightsOf(const TimelineView& view, const Sweep& sweep, const Activity& activity)
{
    std::vector<Night> nights;
    std::map<ResourceId, std::pair<std::size_t, std::string>> readIn;
    for (std::size_t i = 0; i < view.record().lanes.size(); ++i) {
        const auto id = static_cast<LaneId>(i);
        const Lane& lane = view.record().lane(id);
        if (!hasLookUps(view, id))
            continue;
        const auto region = regionOf(activity, lane, sweep.window.begin.earliest);
        if (!region)
            return refusal("No region of the activity has the clock of " + lane.role + ".", "Add its place to the activity.");
        const ResourceId reads = view.laneReads(id);
        if (reads.empty())
            return refusal("Which copy " + lane.role + " reads is not known.", "Say it in the lane's panel.");
        if (!sweep.window.scope.covers(reads))
            continue; // no night gives a copy a window it does not have
        const auto [other, isNew] = readIn.try_emplace(reads, *region, lane.role);
        if (other->second.first != *region)
            return refusal(other->second.second + " and " + lane.role + " read " + resourceWords(view.record(), reads)
                    + " from two regions, so no night suits both.", "Let one of them read another copy.");
        auto night = std::ranges::find(nights, *region, &Night::region);
        if (night == nights.end())
            night = nights.insert(nights.end(), Night{.region = *region, .resources = {}, .clockOf = clockName(lane)});
        night->resources.insert(reads);
    }
    if (nights.size() < 2)
        return refusal("All look-ups come from one region, so one window is enough.", "Take the start that is least for it.");
    // What nobody looks up still needs its window: any night suits it.
    for (const Resource& resource : view.record().resources)
        if (sweep.window.scope.covers(resource.id) && !readIn.contains(resource.id))
            nights.front().resources.insert(resource.id);
    return nights;
}

/// The same hour of the day before, the day or the day after: whichever is nearest to where the window lies.
Instant nearest(Instant start, Instant now)
{
    const auto distance = [&](Instant at) { return at > now ? at - now : now - at; };
    constexpr Millis day = std::chrono::hours{24};
    return std::min({start, start - day, start + day}, [&](Instant a, Instant b) { return distance(a) < distance(b); });
}

std::string freeId(const TimelineView& view, const std::string& wanted)
{
    const auto isTaken = [&](const std::string& id) { return std::ranges::find(view.windows(), id, &Window::id) != view.windows().end() || view.recordedWindow(id); };
    std::string id = wanted;
    for (int number = 2; isTaken(id); ++number)
        id = wanted + ' ' + std::to_string(number);
    return id;
}

/// A row that bounds can be counted from.
EventId anchorRow(const TimelineView& view, const Window& window)
{
    const auto isPlaced = [&](EventId id) { return view.record().has(id) && view.record().common(id).hasInstant; };
    if (window.begin.tiedTo && isPlaced(*window.begin.tiedTo))
        return *window.begin.tiedTo;
    const auto& events = view.record().events;
    return std::ranges::find_if(events, &Event::hasInstant)->id;
}

WindowSpec windowFor(const TimelineView& view, const Window& like, const Night& night, Instant start, const std::string& basis)
{
    std::vector<std::string> names;
    for (const ResourceId& id : night.resources) {
        const auto known = std::ranges::find(view.record().resources, id, &Resource::id);
        names.push_back(known == view.record().resources.end() ? id : known->name);
    }
    const EventId row = anchorRow(view, like);
    const Millis by = start - like.begin.earliest;
    const auto at = [&](Instant bound) { return Point{.event = row, .after = bound + by - view.record().event(row).at}; };
    const std::string name = listed(names) + ' ' + withSmall(like.name);
    return {.id = freeId(view, name), .name = withCapital(name), .what = {}, .effect = like.effect, .scope = Scope::of(night.resources),
        .begin = {.earliest = at(like.begin.earliest), .latest = at(like.begin.latest), .basis = basis, .tiedTo = {}},
        .end = {.earliest = at(like.end.earliest), .latest = at(like.end.latest), .basis = "as long as " + withSmall(like.name), .tiedTo = {}}};
}

} // namespace

Result<std::vector<Edit>> onePerRegion(const TimelineView& view, const Sweep& sweep, const Activity& activity)
{
    const std::vector<std::size_t> starts = leastPerRegion(sweep);
    if (starts.size() < 2)
        return refusal("No activity of several regions is chosen.", "Choose one first.");
    const auto nights = nightsOf(view, sweep, activity);
    if (!nights)
        return tl::unexpected{nights.error()};
    std::vector<Edit> edits;
    for (const Night& night : *nights) {
        const Instant start = nearest(sweep.starts[starts[night.region]].at, sweep.window.begin.earliest);
        if (edits.empty()) {
            edits.emplace_back(sweep.slide.by(start - sweep.window.begin.earliest));
            edits.emplace_back(SetScope{sweep.window.id, Scope::of(night.resources)});
            continue;
        }
        const std::string clock = clockLabel(view.record(), activity.regions[night.region].zone.wallAt(start));
        edits.emplace_back(AddWindow{windowFor(view, sweep.window, night, start, clock + " in " + night.clockOf)});
    }
    return edits;
}

} // namespace lockstep
