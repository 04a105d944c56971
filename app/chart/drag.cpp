#include "chart/drag.h"
#include "core/finding_words.h"
#include "core/link_order.h"
#include "core/slide.h"
#include "whatif/dependants.h"
#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

using What = Hit::What;
constexpr auto leastLength = std::chrono::minutes{1};

bool isWindowPart(What what)
{
    return what == What::WindowBar || what == What::WindowBegin || what == What::WindowEnd;
}

Millis clampedEdge(const Window& window, What what, Millis by)
{
    const Millis length = window.end.earliest - window.begin.latest;
    const Millis room = std::max(Millis{0}, length - Millis{leastLength});
    if (what == What::WindowBegin)
        return std::min(by, room);
    return what == What::WindowEnd ? std::max(by, -room) : by;
}

/// Events and windows that go along with what is grabbed, or may: nothing sticks to itself, nor to where a follower was.
struct Company {
    std::set<EventId> events;
    std::set<WindowId> windows;
};

Company companyOf(const TimelineView& view, const DragMoment& moment)
{
    Company company{.events = moment.together, .windows = {}};
    const auto addTies = [&](const Window& window) {
        company.windows.insert(window.id);
        for (const Bound* bound : {&window.begin, &window.end})
            if (bound->tiedTo)
                company.events.insert(*bound->tiedTo);
    };
    if (moment.hit.what == What::Event)
        company.events.insert(moment.hit.event);
    else if (const Window* window = windowIn(view, moment.hit.window))
        addTies(*window);
    if (!moment.isAlone)
        for (const Link& link : causesFirst(view.record().links))
            if (company.events.contains(link.cause))
                company.events.insert(link.effect);
    const std::set<EventId> moved = company.events;
    const auto isMoved = [&](const Bound& bound) { return bound.tiedTo && moved.contains(*bound.tiedTo); };
    for (const Window& window : view.windows())
        if (isMoved(window.begin) || isMoved(window.end))
            addTies(window);
    return company;
}

/// Of the rows those within a span: no other can be near enough.
std::vector<Instant> stickyInstants(const TimelineView& view, const DragMoment& moment, const std::vector<Span>& near)
{
    const auto isWithin = [&](Instant at) {
        return std::ranges::any_of(near, [&](const Span& span) { return span.begin <= at && at <= span.end; });
    };
    const Company company = companyOf(view, moment);
    std::vector<Instant> instants;
    auto moved = view.movedRows().begin(); // both in order of the rows: on a long record each look into a map counts
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        while (moved != view.movedRows().end() && moved->first < id)
            ++moved;
        const Event& event = view.event(id);
        const Millis by = moved != view.movedRows().end() && moved->first == id ? moved->second : Millis{0};
        if (event.hasInstant && isWithin(event.at + by) && !view.isDropped(id) && !company.events.contains(id))
            instants.push_back(event.at + by);
    }
    for (const Window& window : view.windows())
        if (!company.windows.contains(window.id))
            instants.insert(instants.end(), {window.begin.earliest, window.begin.latest, window.end.earliest, window.end.latest});
    return instants;
}

/// The instants of the grabbed thing that may stick: both ends of a bar, one of anything else.
std::vector<Instant> gripsOf(const TimelineView& view, const Hit& hit)
{
    const Window* window = hit.what == What::WindowBar ? windowIn(view, hit.window) : nullptr;
    if (window)
        return {window->begin.earliest, window->end.earliest, window->end.latest};
    return {gripInstant(view, hit)};
}

struct Stick {
    double pixels = stickyReach;
    Millis by{0};
    std::optional<Instant> to;
};

Stick stickOf(const TimelineView& view, const DragMoment& moment, const AxisScale& axis, Millis wish)
{
    Stick best;
    std::vector<Span> near;
    for (const Instant grip : gripsOf(view, moment.hit)) {
        const double x = axis.x(grip + wish);
        near.push_back({axis.at(x - stickyReach - 1), axis.at(x + stickyReach + 1)});
    }
    const std::vector<Instant> targets = stickyInstants(view, moment, near);
    for (const Instant grip : gripsOf(view, moment.hit)) {
        const double x = axis.x(grip + wish);
        for (const Instant target : targets) {
            const double pixels = std::abs(axis.x(target) - x);
            if (pixels < best.pixels)
                best = {pixels, target - grip, target};
        }
    }
    return best;
}

Millis toMinute(Instant grip, Millis wish)
{
    return date::round<std::chrono::minutes>(grip + wish) - grip;
}

} // namespace

Hit gripOf(EventId id)
{
    Hit hit;
    hit.what = What::Event;
    hit.event = id;
    return hit;
}

Hit gripOf(const WindowId& id, Hit::What part)
{
    Hit hit;
    hit.what = part;
    hit.window = id;
    return hit;
}

bool canDrag(const TimelineView& view, const Hit& hit)
{
    if (hit.what == What::Event)
        return hit.event >= 1 && hit.event <= view.eventCount() && view.event(hit.event).hasInstant && !view.isDropped(hit.event);
    return isWindowPart(hit.what) && windowIn(view, hit.window);
}

Instant gripInstant(const TimelineView& view, const Hit& hit)
{
    if (hit.what == What::Event)
        return view.at(hit.event);
    const Window* window = windowIn(view, hit.window);
    if (!window)
        return {};
    return hit.what == What::WindowEnd ? window->end.latest : window->begin.earliest;
}

std::vector<Edit> moveEdits(const TimelineView& view, const Scenario& scenario, const Hit& hit, Millis by)
{
    if (!canDrag(view, hit))
        return {};
    if (hit.what == What::Event)
        return by == Millis{0} ? std::vector<Edit>{} : std::vector<Edit>{MoveEvent{hit.event, view.moved(hit.event) + by}};
    const Window& window = *windowIn(view, hit.window);
    const Millis allowed = clampedEdge(window, hit.what, by);
    if (allowed == Millis{0})
        return {};
    MoveWindow move = distancesOf(view, scenario, window);
    if (hit.what != What::WindowEnd)
        move.beginBy += allowed;
    if (hit.what != What::WindowBegin)
        move.endBy += allowed;
    return {move};
}

std::vector<Edit> moveEdits(const TimelineView& view, const std::set<EventId>& rows, Millis by)
{
    std::vector<Edit> edits;
    if (by == Millis{0})
        return edits;
    for (const EventId row : rows)
        if (canDrag(view, gripOf(row)))
            edits.emplace_back(MoveEvent{row, view.moved(row) + by});
    return edits;
}

std::vector<Edit> moveEditsWithDependants(
    const TimelineView& view, const Scenario& scenario, const Hit& hit, Millis by, const std::set<EventId>& together)
{
    return withDependants(view, scenario, together.empty() ? moveEdits(view, scenario, hit, by) : moveEdits(view, together, by));
}

std::set<EventId> laterInLane(const TimelineView& view, EventId row)
{
    std::set<EventId> rows;
    const auto order = [&](EventId id) { return std::pair{view.at(id), id}; };
    for (EventId id = 1; id <= view.eventCount(); ++id)
        if (view.event(id).lane == view.event(row).lane && canDrag(view, gripOf(id)) && order(id) >= order(row))
            rows.insert(id);
    return rows;
}

Drag dragOf(const TimelineView& view, const Scenario& scenario, const AxisScale& axis, const DragMoment& moment)
{
    if (!canDrag(view, moment.hit))
        return {};
    const Instant grip = gripInstant(view, moment.hit);
    const Millis wish = moment.now - moment.press;
    Drag drag{.edits = {}, .by = date::round<std::chrono::seconds>(wish), .stuckTo = {}};
    if (!moment.isFree) {
        const Stick stick = stickOf(view, moment, axis, wish);
        drag.by = stick.to ? stick.by : toMinute(grip, wish);
        drag.stuckTo = stick.to;
    }
    if (isWindowPart(moment.hit.what))
        drag.by = clampedEdge(*windowIn(view, moment.hit.window), moment.hit.what, drag.by);
    drag.edits = moment.together.empty() ? moveEdits(view, scenario, moment.hit, drag.by) : moveEdits(view, moment.together, drag.by);
    if (!moment.isAlone)
        drag.edits = withDependants(view, scenario, drag.edits);
    return drag;
}

std::optional<RibbonBand> ribbonBandOf(const TimelineView& view, const Scenario& scenario, const Hit& hit)
{
    const Window* window = hit.what == What::WindowBar ? windowIn(view, hit.window) : nullptr;
    if (window == nullptr || window->effect == Effect::Informs)
        return {};
    const auto slide = slideOf(view, scenario, hit.window);
    if (!slide)
        return {};
    return RibbonBand{.window = hit.window, .span = {window->begin.earliest, window->end.latest}, .ribbon = ribbonOf(view, *window, *slide)};
}

} // namespace lockstep
