#include "core/comparable.h"
#include <algorithm>

namespace lockstep {

bool areAllComparable(const Timeline& timeline)
{
    const Event* first = nullptr;
    for (EventId id = 1; timeline.has(id); ++id) {
        const Event& event = timeline.common(id);
        if (!event.hasInstant)
            continue;
        if (first == nullptr)
            first = &event;
        if (!areComparable(*first, event))
            return false;
    }
    return true;
}

EventId clockRowOf(const Timeline& timeline, const Window& window)
{
    for (const Bound* bound : {&window.begin, &window.end})
        if (bound->tiedTo && timeline.has(*bound->tiedTo))
            return *bound->tiedTo;
    return 0;
}

bool isInUtc(const Timeline& timeline, const Window& window)
{
    const EventId row = clockRowOf(timeline, window);
    return std::ranges::any_of(timeline.lanes, [](const Lane& l) { return !l.zoneName.empty(); })
        && (row == 0 || !timeline.common(row).zoneName.empty());
}

OutcomeOf outcomeBeside(const Timeline& timeline, const Event& event, Instant at, const ResourceId& resource,
    const std::vector<Window>& windows)
{
    const auto isApart = [&](const Window& window) {
        const EventId row = clockRowOf(timeline, window);
        return window.effect != Effect::Informs && row != 0 && !areComparable(timeline.common(row), event);
    };
    const auto apart = std::ranges::find_if(windows, isApart);
    if (apart == windows.end())
        return outcomeOf(at, resource, windows);
    std::vector<Window> beside;
    std::ranges::remove_copy_if(windows, std::back_inserter(beside), isApart);
    OutcomeOf found = outcomeOf(at, resource, beside);
    if (found.outcome == Outcome::Fresh) {
        const bool haveZones = !event.zoneName.empty() && !timeline.common(clockRowOf(timeline, *apart)).zoneName.empty();
        found = {.outcome = Outcome::None, .window = {}, .proposed = false,
            .note = "It cannot be set against " + apart->name + (haveZones ? ": one of their files has no date." : ": one of their clocks has no time zone.")};
    }
    return found;
}

} // namespace lockstep
