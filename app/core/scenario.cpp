#include "core/scenario.h"
#include "core/comparable.h"
#include "core/link_faults.h"
#include "core/moves.h"
#include "core/void_rows.h"
#include <algorithm>

namespace lockstep {

namespace {

template <class Windows> auto windowIn(Windows& windows, const WindowId& id)
{
    return std::find_if(windows.begin(), windows.end(), [&](const Window& w) { return w.id == id; });
}

/// The record with the edits of a scenario laid over it, moves still to come.
struct Laid {
    const Timeline& record;
    std::vector<Window> windows;
    std::vector<Event> added;
    std::set<EventId> dropped;
    std::map<LaneId, ResourceId> laneReads;
    std::vector<Problem> problems;

    void passOver(std::string what)
    {
        problems.push_back({.severity = Severity::Warning,
            .line = 0,
            .column = 0,
            .what = std::move(what),
            .instead = "This edit is kept and changes nothing." });
    }
    bool has(EventId id) const
    {
        return record.has(id) || (id > 0 && static_cast<std::size_t>(id) <= record.events.size() + added.size());
    }
    bool isRecorded(const WindowId& id) const { return windowIn(record.windows, id) != record.windows.end(); }
    std::optional<LaneId> laneOf(const std::string& role) const
    {
        const auto found
            = std::find_if(record.lanes.begin(), record.lanes.end(), [&](const Lane& l) { return l.role == role; });
        if (found == record.lanes.end())
            return {};
        return static_cast<LaneId>(found - record.lanes.begin());
    }
    std::optional<Instant> instantOf(const Point& point) const
    {
        if (!record.has(point.event) || !record.event(point.event).hasInstant)
            return {};
        return record.event(point.event).at + point.after;
    }

    void operator()(const MoveEvent& edit);
    void operator()(const MoveWindow& edit);
    void operator()(const SetScope& edit);
    void operator()(const SetReads& edit);
    void operator()(const DropEvent& edit);
    void operator()(const AddEvent& edit);
    void operator()(const DropWindow& edit);
    void operator()(const AddWindow& edit);
};

std::string noRow(EventId id)
{
    return "The timeline has no row " + std::to_string(id) + " with a time.";
}

std::string noWindow(const WindowId& id)
{
    return "The timeline has no window '" + id + "'.";
}

void Laid::operator()(const MoveEvent& edit)
{
    if (!has(edit.event) || (record.has(edit.event) && !record.event(edit.event).hasInstant))
        passOver(noRow(edit.event));
}

void Laid::operator()(const MoveWindow& edit)
{
    if (windowIn(windows, edit.window) == windows.end() && !isRecorded(edit.window))
        passOver(noWindow(edit.window));
}

void Laid::operator()(const SetScope& edit)
{
    const auto window = windowIn(windows, edit.window);
    if (window != windows.end())
        window->scope = edit.scope;
    else if (!isRecorded(edit.window))
        passOver(noWindow(edit.window));
}

void Laid::operator()(const SetReads& edit)
{
    if (const auto lane = laneOf(edit.lane))
        laneReads[*lane] = edit.resource;
    else
        passOver("The timeline has no lane '" + edit.lane + "'.");
}

void Laid::operator()(const DropEvent& edit)
{
    if (has(edit.event))
        dropped.insert(edit.event);
    else
        passOver("The timeline has no row " + std::to_string(edit.event) + ".");
}

void Laid::operator()(const AddEvent& edit)
{
    Event event;
    event.id = static_cast<EventId>(record.events.size() + added.size()) + 1;
    event.text = edit.text;
    event.kind = edit.kind;
    event.reads = edit.reads;
    const auto lane = laneOf(edit.lane);
    const auto at = instantOf(edit.at);
    event.hasInstant = lane && at;
    if (lane && at) {
        event.file = record.event(edit.at.event).file;
        event.isDated = record.event(edit.at.event).isDated;
        event.lane = *lane;
        event.at = *at;
        event.zoneName = record.lane(*lane).zoneName;
        event.local = record.lane(*lane).zone.wallAt(*at);
    } else {
        dropped.insert(event.id);
        passOver(lane ? noRow(edit.at.event) : "The timeline has no lane '" + edit.lane + "'.");
    }
    added.push_back(std::move(event));
}

void Laid::operator()(const DropWindow& edit)
{
    const auto window = windowIn(windows, edit.window);
    if (window != windows.end())
        windows.erase(window);
    else if (!isRecorded(edit.window))
        passOver(noWindow(edit.window));
}

void Laid::operator()(const AddWindow& edit)
{
    const WindowSpec& spec = edit.window;
    if (isRecorded(spec.id))
        return passOver("The record already has a window '" + spec.id + "'.");
    const auto bound = [&](const BoundSpec& from) -> std::optional<Bound> {
        const auto earliest = instantOf(from.earliest), latest = instantOf(from.latest);
        if (!earliest || !latest || *earliest > *latest)
            return {};
        return Bound{.earliest = *earliest, .latest = *latest, .basis = from.basis, .tiedTo = from.tiedTo};
    };
    const auto begin = bound(spec.begin), end = bound(spec.end);
    if (!begin || !end || begin->latest > end->earliest)
        return passOver("The window '" + spec.name + "' has no bounds in order.");
    const Window window{.id = spec.id,
        .name = spec.name,
        .what = spec.what,
        .effect = spec.effect,
        .scope = spec.scope,
        .begin = *begin,
        .end = *end,
        .proposed = false,
        .because = {} };
    const auto same = windowIn(windows, spec.id);
    if (same != windows.end())
        *same = window;
    else
        windows.push_back(window);
}

/// Moves both edges; an end dragged to before its begin stops there.
void shift(Window& window, const EdgeShift& by, std::vector<Problem>& problems)
{
    window.begin.earliest += by.begin;
    window.begin.latest += by.begin;
    window.end.earliest += by.end;
    window.end.latest += by.end;
    if (by.begin == by.end || window.end.earliest >= window.begin.latest)
        return;
    window.end.earliest = std::max(window.end.earliest, window.begin.latest);
    window.end.latest = std::max(window.end.latest, window.begin.latest);
    problems.push_back({.severity = Severity::Warning,
        .line = 0,
        .column = 0,
        .what = window.name + ": this edit would put the end before the begin.",
        .instead = "The end stops at the begin." });
}

/// A window that names a copy says nothing sure about a look-up of no named copy.
void askWhoReadsWhat(const TimelineView& view, std::vector<Problem>& problems)
{
    const auto names
        = [](const Window& w) { return w.effect != Effect::Informs && !w.scope.all && !w.scope.resources.empty(); };
    const auto window = std::find_if(view.windows().begin(), view.windows().end(), names);
    if (window == view.windows().end())
        return;
    std::vector<bool> asks; // by lane: on a long record every row counts
    for (std::size_t lane = 0; lane < view.record().lanes.size(); ++lane)
        asks.push_back(view.laneReads(static_cast<LaneId>(lane)).empty());
    if (std::find(asks.begin(), asks.end(), true) == asks.end())
        return;
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        const Event& event = view.event(id);
        if (event.kind != Kind::Read || !asks[static_cast<std::size_t>(event.lane)] || !event.reads.empty() || !view.happens(id))
            continue;
        const std::string& lane = view.record().lane(event.lane).role;
        problems.push_back({.severity = Severity::Warning,
            .line = 0,
            .column = 0,
            .what = window->name + " concerns only some copies, and " + lane + " has no copy it reads.",
            .instead = "Say which copy each lane reads, such as the master or the mirror." });
        return;
    }
}

/// Its words say refused, and nothing in the record covers it.
bool isUnexplained(const Timeline& record, const Event& event)
{
    const ResourceId reads = event.reads.empty() ? record.lane(event.lane).reads : event.reads.str();
    return record.has(event.id) && outcomeBeside(record, event, event.at, reads, record.windows).outcome == Outcome::Fresh;
}

} // namespace

int TimelineView::eventCount() const
{
    return static_cast<int>(m_record->events.size() + m_added.size());
}

Event TimelineView::event(EventId id) const
{
    if (m_record->has(id))
        return m_record->event(id);
    return loanOf(m_added[static_cast<std::size_t>(id - 1) - m_record->events.size()]);
}

const Event& TimelineView::common(EventId id) const
{
    return m_record->has(id) ? m_record->common(id) : m_added[static_cast<std::size_t>(id - 1) - m_record->events.size()];
}

Instant TimelineView::at(EventId id) const
{
    return (m_record->has(id) ? m_record->at(id) : common(id).at) + moved(id);
}

Millis TimelineView::moved(EventId id) const
{
    const auto found = m_moved.find(id);
    return found == m_moved.end() ? Millis{0} : found->second;
}

bool TimelineView::isDropped(EventId id) const
{
    return m_dropped.contains(id);
}

bool TimelineView::isVoid(EventId id) const
{
    return m_void.contains(id);
}

bool TimelineView::happens(EventId id) const
{
    return !isDropped(id) && !isVoid(id);
}

OutcomeOf TimelineView::outcome(EventId id) const
{
    const Event& asked = event(id);
    if (asked.kind != Kind::Read || !asked.hasInstant)
        return {};
    if (!happens(id))
        return {.outcome = Outcome::Void, .window = {}, .proposed = false, .note = {}};
    return outcomeAt(id, at(id));
}

OutcomeOf TimelineView::outcomeAt(EventId id, Instant at) const
{
    const Event& asked = event(id);
    if (asked.kind != Kind::Read || !asked.hasInstant)
        return {};
    const OutcomeOf found = outcomeBeside(record(), asked, at, readsOf(id), m_windows);
    if (isRecord())
        return besideItsWords(asked, found);
    // What the windows could not tell of the record they cannot tell of a what-if.
    return found.outcome == Outcome::Fresh && asked.saysRefused && isUnexplained(record(), asked) ? besideItsWords(asked, found) : found;
}

ResourceId TimelineView::readsOf(EventId id) const
{
    const Event& asked = event(id);
    return asked.reads.empty() ? laneReads(asked.lane) : asked.reads.str();
}

ResourceId TimelineView::laneReads(LaneId id) const
{
    const auto found = m_laneReads.find(id);
    return found == m_laneReads.end() ? m_record->lane(id).reads : found->second;
}

const Window* TimelineView::recordedWindow(const WindowId& id) const
{
    const auto found = windowIn(m_record->windows, id);
    return found == m_record->windows.end() ? nullptr : &*found;
}

TimelineView applied(const Timeline& record, const Scenario& scenario)
{
    Laid laid{
        .record = record, .windows = record.windows, .added = {}, .dropped = {}, .laneReads = {}, .problems = {}
    };
    for (const Edit& edit : scenario.edits)
        std::visit(laid, edit);
    const Moves moves = movesOf(laid.windows, scenario.edits);
    for (Window& window : laid.windows) {
        if (const auto by = moves.windows.find(window.id); by != moves.windows.end())
            shift(window, by->second, laid.problems);
    }
    TimelineView view;
    view.m_record = &record;
    view.m_edits = scenario.edits.size();
    for (const auto& [event, by] : moves.events) {
        if (laid.has(event))
            view.m_moved.emplace(event, by);
    }
    view.m_dropped = std::move(laid.dropped);
    view.m_added = std::move(laid.added);
    view.m_laneReads = std::move(laid.laneReads);
    view.m_windows = std::move(laid.windows);
    view.m_void = voidRowsOf(view);
    askWhoReadsWhat(view, laid.problems);
    for (const LinkFault& fault : linkFaults(view))
        laid.problems.push_back(problemOf(view, fault));
    view.m_problems = std::move(laid.problems);
    return view;
}

} // namespace lockstep
