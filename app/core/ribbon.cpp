#include "core/ribbon.h"
#include "core/comparable.h"
#include <algorithm>

namespace lockstep {
namespace {

bool concerns(const Window& window, const ResourceId& resource)
{
    return window.scope.covers(resource) || (resource.empty() && !window.scope.resources.empty());
}

/// The distances that leave a window clear of stretches it would touch, each open at its begin and closed at its end.
std::vector<Clearance> between(std::vector<std::pair<Millis, Millis>> touching)
{
    std::ranges::sort(touching);
    std::vector<Clearance> clearances;
    std::optional<Millis> after;
    for (const auto& [from, to] : touching) {
        if (!after || from > *after)
            clearances.push_back({.after = after, .upTo = from});
        after = after ? std::max(*after, to) : to;
    }
    clearances.push_back({.after = after, .upTo = {}});
    return clearances;
}

} // namespace

bool Ribbon::isFree(Millis by) const
{
    return std::ranges::any_of(clearances, [&](const Clearance& clearance) { return clearance.holds(by); });
}

Ribbon ribbonOf(const TimelineView& view, const Window& window, const Slide& slide)
{
    Ribbon ribbon;
    const Instant begin = window.begin.earliest, end = window.end.latest;
    const EventId row = clockRowOf(view.record(), window);
    const Event* clock = row != 0 ? &view.common(row) : nullptr;
    std::vector<std::pair<Millis, Millis>> touching;
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        const Event& event = view.common(id);
        if (event.kind != Kind::Read || !event.hasInstant || !view.happens(id) || !concerns(window, view.readsOf(id)))
            continue;
        const bool isApart = clock != nullptr && !areComparable(*clock, event);
        const bool isElsewhere = clock == nullptr || clock->zoneName != event.zoneName;
        if (isApart || (isElsewhere && !event.offsetKnown))
            ribbon.unsure.push_back(id);
        if (isApart)
            continue;
        const Instant at = view.at(id);
        if (!slide.rows.contains(id)) {
            if (end > begin)
                touching.emplace_back(at - end, at - begin);
        } else if (at >= begin && at < end)
            return {.clearances = {}, .unsure = std::move(ribbon.unsure)};
    }
    ribbon.clearances = between(std::move(touching));
    return ribbon;
}

} // namespace lockstep
