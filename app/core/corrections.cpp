#include "core/corrections.h"
#include <algorithm>

namespace lockstep {

namespace {

/// Each entry lands on its shelf; the rest is applied in order once the record stands.
struct Sorter {
    Corrections& c;
    const Draft& file;
    void operator()(const SetTitle& s) { c.title = s.title; }
    void operator()(const SetDate& s)
    {
        if (isNamed(file, s.source))
            c.firstRow = s.firstRow;
    }
    void operator()(const SetZone& s)
    {
        if (!s.lane.empty() || isNamed(file, s.source))
            c.zones[s.lane] = s.zone;
    }
    void operator()(const SetClockAhead& s)
    {
        if (isNamed(file, s.source))
            c.clockAhead = s.by;
    }
    void operator()(const SetZoneWords& s)
    {
        if (isNamed(file, s.source))
            c.zoneWords[s.words] = s.zone;
    }
    void operator()(const SetYear& s)
    {
        if (isNamed(file, s.source))
            c.year = s.year;
    }
    void operator()(const SetDayOrder& s)
    {
        if (isNamed(file, s.source))
            c.dayFirst = s.dayFirst;
    }
    void operator()(const SetEpochUnit& s)
    {
        if (isNamed(file, s.source))
            c.epochUnit = s.unit;
    }
    void operator()(const SetColumns& s)
    {
        if (isNamed(file, s.source))
            c.columns = s.columns;
    }
    void operator()(const SetRowOrder& s)
    {
        if (isNamed(file, s.source))
            c.newestFirst = s.newestFirst;
    }
    void operator()(const SetMidnight& s) { c.midnights[s.event] = s.passed; }
    void operator()(const SetClock& s) { c.clocks[s.event] = s; }
    void operator()(const SetLane& s) { c.lanes[s.event] = s.lane; }
    void operator()(const SetKind& s) { c.kinds[s.event] = s.kind; }
    void operator()(const SetEventReads& s) { c.eventReads[s.event] = s.resource; }
    void operator()(const SetLaneReads& s) { c.laneReads[s.lane] = s.resource; }
    void operator()(const SetFold& s) { c.folds[s.event] = s.later; }
    template <class Other> void operator()(const Other&) {}
};

/// Replaces the element that is about the same thing, or adds one.
template <class T, class IsSame> void put(std::vector<T>& all, T value, IsSame isSame)
{
    const auto found = std::ranges::find_if(all, isSame);
    if (found == all.end())
        all.push_back(std::move(value));
    else
        *found = std::move(value);
}

struct MeaningSetter {
    Timeline& t;
    void operator()(const SetResource& s)
    {
        put(t.resources, s.resource, [&](const Resource& r) { return r.id == s.resource.id; });
    }
    void operator()(const SetLink& s)
    {
        if (t.has(s.link.cause) && t.has(s.link.effect))
            put(t.links, s.link,
                [&](const Link& l) { return l.cause == s.link.cause && l.effect == s.link.effect; });
    }
    void operator()(const RemoveLink& s)
    {
        std::erase_if(t.links, [&](const Link& l) { return l.cause == s.cause && l.effect == s.effect; });
    }
    template <class Other> void operator()(const Other&) {}
};

std::optional<Instant> resolvedPoint(const Point& p, const Timeline& t)
{
    if (!t.has(p.event) || !t.event(p.event).hasInstant)
        return {};
    return t.event(p.event).at + p.after;
}

std::optional<Bound> resolvedBound(const BoundSpec& spec, const Timeline& t)
{
    const auto earliest = resolvedPoint(spec.earliest, t);
    const auto latest = resolvedPoint(spec.latest, t);
    if (!earliest || !latest)
        return {};
    Bound bound{*earliest, std::max(*earliest, *latest), spec.basis, spec.tiedTo};
    if (bound.tiedTo && !t.has(*bound.tiedTo))
        bound.tiedTo.reset();
    return bound;
}

struct WindowSetter {
    Timeline& t;
    void operator()(const SetWindow& s)
    {
        const auto begin = resolvedBound(s.window.begin, t);
        const auto end = resolvedBound(s.window.end, t);
        if (!begin || !end || end->latest < begin->earliest)
            return;
        const WindowSpec& w = s.window;
        Window window{w.id, w.name, w.what, w.effect, w.scope, *begin, *end, false, {}};
        put(t.windows, std::move(window), [&](const Window& other) { return other.id == w.id; });
    }
    void operator()(const RemoveWindow& s)
    {
        std::erase_if(t.windows, [&](const Window& w) { return w.id == s.window; });
    }
    template <class Other> void operator()(const Other&) {}
};

struct MomentSetter {
    Timeline& t;
    void operator()(const SetAnchor& s)
    {
        if (t.has(s.anchor.event))
            put(t.anchors, s.anchor, [&](const Anchor& a) { return a.name == s.anchor.name; });
    }
    void operator()(const RemoveAnchor& s)
    {
        std::erase_if(t.anchors, [&](const Anchor& a) { return a.name == s.anchor; });
    }
    void operator()(const SetMetric& s)
    {
        put(t.metrics, s.metric, [&](const MetricDefinition& d) { return d.id == s.metric.id; });
    }
    void operator()(const RemoveMetric& s)
    {
        std::erase_if(t.metrics, [&](const MetricDefinition& d) { return d.id == s.metric; });
    }
    template <class Other> void operator()(const Other&) {}
};

bool hasLane(const Timeline& t, const std::string& role)
{
    return role.empty() || std::ranges::find(t.lanes, role, &Lane::role) != t.lanes.end();
}

/// The rows and the lane an entry names.
struct NameChecker {
    const Timeline& t;
    std::vector<Problem>& problems;

    void row(EventId id)
    {
        if (!t.has(id))
            problems.push_back({Severity::Warning, 0, 0,
                                "A correction names row " + std::to_string(id) + ", which the document does not have.",
                                "It is kept and does nothing."});
    }
    void lane(const std::string& role)
    {
        if (!hasLane(t, role))
            problems.push_back({Severity::Warning, 0, 0, "There is no lane named \"" + role + "\".",
                                "The choice made for it is kept and does nothing."});
    }
    void source(const std::string& name)
    {
        if (!name.empty() && std::ranges::find(t.sources, name, &Source::name) == t.sources.end())
            problems.push_back({Severity::Warning, 0, 0, "There is no file named \"" + name + "\" on this timeline.",
                                "The choice made for it is kept and does nothing."});
    }
    void operator()(const SetDate& s) { source(s.source); }
    void operator()(const SetClockAhead& s) { source(s.source); }
    void operator()(const SetZoneWords& s) { source(s.source); }
    void operator()(const SetYear& s) { source(s.source); }
    void operator()(const SetDayOrder& s) { source(s.source); }
    void operator()(const SetEpochUnit& s) { source(s.source); }
    void operator()(const SetColumns& s) { source(s.source); }
    void operator()(const SetRowOrder& s) { source(s.source); }
    void operator()(const SetMidnight& s) { row(s.event); }
    void operator()(const SetZone& s)
    {
        lane(s.lane);
        source(s.source);
    }
    void operator()(const SetLaneReads& s) { lane(s.lane); }
    void operator()(const SetClock& s) { row(s.event); }
    void operator()(const SetLane& s) { row(s.event); }
    void operator()(const SetKind& s) { row(s.event); }
    void operator()(const SetEventReads& s) { row(s.event); }
    void operator()(const SetFold& s) { row(s.event); }
    void operator()(const SetAnchor& s) { row(s.anchor.event); }
    void operator()(const SetLink& s)
    {
        row(s.link.cause);
        row(s.link.effect);
    }
    void operator()(const RemoveLink& s)
    {
        row(s.cause);
        row(s.effect);
    }
    void operator()(const SetWindow& s)
    {
        for (const EventId id : {s.window.begin.earliest.event, s.window.begin.latest.event,
                                 s.window.end.earliest.event, s.window.end.latest.event})
            if (!t.has(id))
                return row(id);
        const auto begin = resolvedBound(s.window.begin, t), end = resolvedBound(s.window.end, t);
        if (begin && end && end->latest < begin->earliest)
            problems.push_back({Severity::Warning, t.event(s.window.end.latest.event).line, 0,
                                "The window '" + s.window.name + "' ends before it begins.",
                                "It is kept and left out of the picture.", t.event(s.window.end.latest.event).file});
        for (const BoundSpec* bound : {&s.window.begin, &s.window.end})
            if (resolvedPoint(bound->latest, t) < resolvedPoint(bound->earliest, t))
                problems.push_back({Severity::Warning, t.event(bound->latest.event).line, 0,
                                    "The limits of one end of '" + s.window.name + "' contradict each other.",
                                    "Read as the later of the two.", t.event(bound->latest.event).file});
    }
    template <class Other> void operator()(const Other&) {}
};

} // namespace

bool isNamed(const Draft& file, const std::string& source)
{
    return source.empty() ? file.file == 0 : source == file.sourceName;
}

std::string nameInReading(const Draft& file) { return file.file == 0 ? std::string{} : file.sourceName; }

Corrections correctionsOf(const Reading& reading, const Draft& file)
{
    Corrections corrections;
    for (const ReadingEntry& entry : reading)
        std::visit(Sorter{corrections, file}, entry.change);
    return corrections;
}

void applyMeaning(const Corrections& corrections, const Reading& reading, Timeline& timeline)
{
    for (const auto& [id, kind] : corrections.kinds)
        if (timeline.has(id))
            timeline.change(id, [kind = kind](Event& row) { row.kind = kind; });
    for (const auto& [id, resource] : corrections.eventReads)
        if (timeline.has(id))
            timeline.change(id, [resource = resource](Event& row) { row.reads = resource; });
    for (Lane& lane : timeline.lanes)
        if (const auto found = corrections.laneReads.find(lane.role); found != corrections.laneReads.end())
            lane.reads = found->second;
    for (const ReadingEntry& entry : reading)
        std::visit(MeaningSetter{timeline}, entry.change);
}

void applyWindows(const Reading& reading, Timeline& timeline)
{
    for (const ReadingEntry& entry : reading)
        std::visit(WindowSetter{timeline}, entry.change);
}

void applyMoments(const Reading& reading, Timeline& timeline)
{
    for (const ReadingEntry& entry : reading)
        std::visit(MomentSetter{timeline}, entry.change);
}

std::vector<Problem> strayEntries(const Reading& reading, const Timeline& timeline)
{
    std::vector<Problem> problems;
    for (const ReadingEntry& entry : reading)
        std::visit(NameChecker{timeline, problems}, entry.change);
    return problems;
}

} // namespace lockstep
