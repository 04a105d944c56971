#include "chart/drag.h"
#include "core/wording.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace lockstep {

namespace {

using What = Hit::What;
constexpr auto leastLength = std::chrono::minutes{1};
constexpr auto arrow = " \u2192 ";

const Window* windowIn(const TimelineView& view, const WindowId& id)
{
    const auto found = std::ranges::find(view.windows(), id, &Window::id);
    return found == view.windows().end() ? nullptr : &*found;
}

bool isWindowPart(What what)
{
    return what == What::WindowBar || what == What::WindowBegin || what == What::WindowEnd;
}

const MoveWindow* windowMove(const Scenario& scenario, const WindowId& id)
{
    const MoveWindow* last = nullptr;
    for (const Edit& edit : scenario.edits)
        if (const auto* move = std::get_if<MoveWindow>(&edit); move && move->window == id)
            last = move;
    return last;
}

/// The distances of a window from the record, whichever edits made them.
MoveWindow distancesOf(const TimelineView& view, const Scenario& scenario, const Window& window)
{
    if (const Window* was = view.recordedWindow(window.id))
        return {window.id, window.begin.earliest - was->begin.earliest, window.end.latest - was->end.latest};
    const MoveWindow* move = windowMove(scenario, window.id);
    return move ? *move : MoveWindow{window.id, Millis{0}, Millis{0}};
}

Millis clampedEdge(const Window& window, What what, Millis by)
{
    const Millis length = window.end.earliest - window.begin.latest;
    const Millis room = std::max(Millis{0}, length - Millis{leastLength});
    if (what == What::WindowBegin)
        return std::min(by, room);
    return what == What::WindowEnd ? std::max(by, -room) : by;
}

/// Events and windows that go along with what is grabbed: nothing sticks to itself.
struct Company {
    std::set<EventId> events;
    std::set<WindowId> windows;
};

Company companyOf(const TimelineView& view, const Hit& hit)
{
    Company company;
    const auto addTies = [&](const Window& window) {
        company.windows.insert(window.id);
        for (const Bound* bound : {&window.begin, &window.end})
            if (bound->tiedTo)
                company.events.insert(*bound->tiedTo);
    };
    if (hit.what == What::Event) {
        company.events.insert(hit.event);
        for (const Window& window : view.windows())
            if (window.begin.tiedTo == hit.event || window.end.tiedTo == hit.event)
                addTies(window);
    }
    else if (const Window* window = windowIn(view, hit.window))
        addTies(*window);
    return company;
}

std::vector<Instant> stickyInstants(const TimelineView& view, const Hit& hit)
{
    const Company company = companyOf(view, hit);
    std::vector<Instant> instants;
    for (EventId id = 1; id <= view.eventCount(); ++id)
        if (view.event(id).hasInstant && !view.isDropped(id) && !company.events.contains(id))
            instants.push_back(view.at(id));
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

Stick stickOf(const TimelineView& view, const Hit& hit, const AxisScale& axis, Millis wish)
{
    Stick best;
    const std::vector<Instant> targets = stickyInstants(view, hit);
    for (const Instant grip : gripsOf(view, hit)) {
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

bool isPlural(const std::string& name)
{
    return name.size() > 2 && name.ends_with('s') && !name.ends_with("ss") && !name.ends_with("is") && !name.ends_with("us");
}

std::string subjectOf(const TimelineView& view, const Hit& hit)
{
    if (hit.what == What::Event)
        return "Row " + std::to_string(hit.event);
    const Window* window = windowIn(view, hit.window);
    const std::string name = window && !window->name.empty() ? window->name : std::string{"The window"};
    const bool many = isPlural(name);
    if (hit.what == What::WindowEnd)
        return name + (many ? " end" : " ends");
    return name + (many ? " start" : " starts");
}

Instant recordedInstant(const TimelineView& view, const Hit& hit)
{
    if (hit.what == What::Event)
        return view.at(hit.event) - view.moved(hit.event);
    const Window* was = view.recordedWindow(hit.window);
    if (!was)
        return gripInstant(view, hit);
    return hit.what == What::WindowEnd ? was->end.latest : was->begin.earliest;
}

/// The moment on the clocks of all lanes, each place once: "23:59 Washington, 10:59 Vietnam".
std::string clocksElsewhere(const Timeline& record, Instant at)
{
    std::string text;
    std::set<std::string> seen;
    for (const Lane& lane : record.lanes) {
        if (lane.zoneName.empty() || lane.zone.name() == "UTC")
            continue;
        const std::string label = laneZoneLabel(record, lane);
        if (seen.insert(label).second)
            text += (text.empty() ? "" : ", ") + clockLabel(lane.zone.wallAt(at)) + " " + label;
    }
    // The dagger belongs to the chart, where its footnote stands.
    for (std::size_t dagger = text.find("\u2020"); dagger != std::string::npos; dagger = text.find("\u2020"))
        text.erase(dagger, std::string_view{"\u2020"}.size());
    return text;
}

bool hasZones(const Timeline& record)
{
    return std::ranges::any_of(record.lanes, [](const Lane& lane) { return !lane.zoneName.empty(); });
}

using Counts = std::array<int, 7>;

Counts countsOf(const TimelineView& view)
{
    Counts counts{};
    for (EventId id = 1; id <= view.eventCount(); ++id)
        ++counts[static_cast<std::size_t>(view.outcome(id).outcome)];
    return counts;
}

std::string startedWithCapital(std::string_view words)
{
    std::string text{words};
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
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

Drag dragOf(const TimelineView& view, const Scenario& scenario, const AxisScale& axis, const DragMoment& moment)
{
    if (!canDrag(view, moment.hit))
        return {};
    const Instant grip = gripInstant(view, moment.hit);
    const Millis wish = moment.now - moment.press;
    Drag drag{.edits = {}, .by = date::round<std::chrono::seconds>(wish), .stuckTo = {}};
    if (!moment.isFree) {
        const Stick stick = stickOf(view, moment.hit, axis, wish);
        drag.by = stick.to ? stick.by : toMinute(grip, wish);
        drag.stuckTo = stick.to;
    }
    if (isWindowPart(moment.hit.what))
        drag.by = clampedEdge(*windowIn(view, moment.hit.window), moment.hit.what, drag.by);
    drag.edits = moveEdits(view, scenario, moment.hit, drag.by);
    return drag;
}

std::string outcomeChange(const TimelineView& after)
{
    const Counts was = countsOf(applied(after.record(), {}));
    const Counts now = countsOf(after);
    std::string text;
    for (const Outcome outcome : {Outcome::Blocked, Outcome::PossiblyBlocked, Outcome::Stale, Outcome::PossiblyStale, Outcome::Void}) {
        const auto i = static_cast<std::size_t>(outcome);
        if (was[i] != now[i])
            text += (text.empty() ? "" : " ") + startedWithCapital(outcomeWords(outcome)) + ": " + std::to_string(was[i]) + arrow
                + std::to_string(now[i]) + ".";
    }
    if (!text.empty())
        return text;
    return after.eventCount() > was[static_cast<std::size_t>(Outcome::None)] ? "No look-up changes." : "";
}

std::string dragSentence(const TimelineView& after, const Hit& hit)
{
    if (!canDrag(after, hit))
        return {};
    const Timeline& record = after.record();
    const Instant was = recordedInstant(after, hit);
    const Instant now = gripInstant(after, hit);
    const Zone utc = Zone::utc();
    std::string text = subjectOf(after, hit) + (hit.what == What::Event ? ": " : " ") + clockLabel(utc.wallAt(was)) + arrow
        + clockLabel(utc.wallAt(now)) + (hasZones(record) ? " UTC" : "") + " (" + signedLength(now - was) + ")";
    const std::string elsewhere = clocksElsewhere(record, now);
    text += elsewhere.empty() ? "." : ": " + elsewhere + ".";
    const std::string change = outcomeChange(after);
    return change.empty() ? text : text + " " + change;
}

} // namespace lockstep
