#include "whatif/decisions.h"
#include "core/wording.h"
#include <algorithm>
#include <tuple>

namespace lockstep {

namespace {

/// What a decision is about: a sort of thing, a name and up to two rows.
using Thing = std::tuple<std::string_view, std::string, EventId, EventId>;

struct ThingOf {
    Thing operator()(const SetTitle&) const { return {"title", {}, 0, 0}; }
    Thing operator()(const SetDate& c) const { return {"date", c.source, 0, 0}; }
    Thing operator()(const SetZone& c) const { return c.lane.empty() ? Thing{"document zone", c.source, 0, 0} : Thing{"zone", c.lane, 0, 0}; }
    Thing operator()(const SetClockAhead& c) const { return {"clock ahead", c.source, 0, 0}; }
    Thing operator()(const SetZoneWords& c) const { return {"zone words", c.source + '\n' + c.words, 0, 0}; }
    Thing operator()(const SetYear& c) const { return {"year", c.source, 0, 0}; }
    Thing operator()(const SetDayOrder& c) const { return {"day order", c.source, 0, 0}; }
    Thing operator()(const SetEpochUnit& c) const { return {"epoch unit", c.source, 0, 0}; }
    Thing operator()(const SetColumns& c) const { return {"columns", c.source, 0, 0}; }
    Thing operator()(const SetRowOrder& c) const { return {"row order", c.source, 0, 0}; }
    Thing operator()(const SetMidnight& c) const { return {"midnight", {}, c.event, 0}; }
    Thing operator()(const SetClock& c) const { return {"clock", {}, c.event, 0}; }
    Thing operator()(const SetLane& c) const { return {"lane", {}, c.event, 0}; }
    Thing operator()(const SetKind& c) const { return {"kind", {}, c.event, 0}; }
    Thing operator()(const SetEventReads& c) const { return {"reads", {}, c.event, 0}; }
    Thing operator()(const SetLaneReads& c) const { return {"lane reads", c.lane, 0, 0}; }
    Thing operator()(const SetResource& c) const { return {"resource", c.resource.id, 0, 0}; }
    Thing operator()(const SetWindow& c) const { return {"window", c.window.id, 0, 0}; }
    Thing operator()(const RemoveWindow& c) const { return {"window", c.window, 0, 0}; }
    Thing operator()(const SetLink& c) const { return {"link", {}, c.link.cause, c.link.effect}; }
    Thing operator()(const RemoveLink& c) const { return {"link", {}, c.cause, c.effect}; }
    Thing operator()(const SetAnchor& c) const { return {"anchor", c.anchor.name, 0, 0}; }
    Thing operator()(const RemoveAnchor& c) const { return {"anchor", c.anchor, 0, 0}; }
    Thing operator()(const SetMetric& c) const { return {"metric", c.metric.id, 0, 0}; }
    Thing operator()(const RemoveMetric& c) const { return {"metric", c.metric, 0, 0}; }
    Thing operator()(const SetFold& c) const { return {"fold", {}, c.event, 0}; }
};

std::string_view kindWords(Kind kind)
{
    switch (kind) {
    case Kind::Action:
        return "action";
    case Kind::Schedule:
        return "schedule";
    case Kind::Read:
        return "look-up";
    case Kind::Message:
        return "message";
    case Kind::Detection:
        return "detection";
    case Kind::Recovery:
        return "recovery";
    }
    return {};
}

std::string_view linkWords(LinkKind kind)
{
    switch (kind) {
    case LinkKind::Triggers:
        return "triggers";
    case LinkKind::RespondsTo:
        return "responds to";
    case LinkKind::ScheduledAfter:
        return "scheduled after";
    }
    return {};
}

std::string named(const std::string& name, const char* none)
{
    return name.empty() ? none : name;
}

struct WasBefore {
    const Resolved& before;
    const Timeline& t = before.timeline;

    const Lane* lane(const std::string& role) const
    {
        const auto found = std::find_if(t.lanes.begin(), t.lanes.end(), [&](const Lane& l) { return l.role == role; });
        return found == t.lanes.end() ? nullptr : &*found;
    }
    std::string window(const WindowId& id) const
    {
        const auto found = std::find_if(t.windows.begin(), t.windows.end(), [&](const Window& w) { return w.id == id; });
        return found == t.windows.end() ? std::string{} : found->name + ", " + boundsLabel(t, *found);
    }

    std::string operator()(const SetTitle&) const { return t.title; }
    const Source* source(const std::string& name) const
    {
        const auto found = std::find_if(t.sources.begin(), t.sources.end(), [&](const Source& s) { return name.empty() || s.name == name; });
        return found == t.sources.end() ? nullptr : &*found;
    }
    std::string operator()(const SetDate& c) const
    {
        const auto* file = source(c.source);
        if (!file || !file->dated || !t.has(file->firstRow))
            return "no date";
        return dayLabel(t, t.event(file->firstRow).local);
    }
    std::string operator()(const SetClockAhead& c) const
    {
        const auto* file = source(c.source);
        return file && file->clockAhead != Millis{0} ? signedLength(file->clockAhead) : std::string{};
    }
    std::string operator()(const SetZone& c) const
    {
        if (const auto* one = lane(c.lane))
            return named(one->zoneName, "no zone");
        const bool none = t.sources.size() < 2
            && std::all_of(t.lanes.begin(), t.lanes.end(), [](const Lane& l) { return l.zoneName.empty(); });
        return none ? "no zone" : std::string{};
    }
    /// What the program took it to be, for what only an inference tells.
    std::string answer(std::string_view about, const std::string& fileName) const
    {
        const auto file = fileName.empty() ? 0 : source(fileName) ? static_cast<int>(source(fileName) - t.sources.data()) : -1;
        const auto found = std::find_if(before.inferences.begin(), before.inferences.end(),
            [&](const Inference& i) { return i.about == about && i.file == file; });
        return found == before.inferences.end() ? std::string{} : found->answer;
    }
    std::string operator()(const SetZoneWords& c) const
    {
        for (const Event& e : t.events)
            if (e.written.view().find(c.words) != std::string_view::npos && !e.zoneName.empty())
                return e.zoneName.str();
        for (const Lane& l : t.lanes)
            if (l.place == c.words || l.zoneWritten == c.words)
                return named(l.zoneName, "no zone");
        return {};
    }
    std::string operator()(const SetYear& c) const { return answer("year", c.source); }
    std::string operator()(const SetDayOrder& c) const { return answer("dates in digits", c.source); }
    std::string operator()(const SetEpochUnit& c) const { return answer("numbers in place of clocks", c.source); }
    std::string operator()(const SetColumns&) const { return {}; }
    std::string operator()(const SetRowOrder& c) const { return c.newestFirst ? "oldest first" : "newest first"; }
    std::string operator()(const SetMidnight& c) const
    {
        return c.passed ? "the same day" : "the day after";
    }
    std::string operator()(const SetClock& c) const
    {
        if (!t.has(c.event))
            return {};
        return t.event(c.event).hasClock ? clockLabel(t, t.event(c.event).local) : "no clock";
    }
    std::string operator()(const SetLane& c) const { return t.has(c.event) ? t.lane(t.event(c.event).lane).role : std::string{}; }
    std::string operator()(const SetKind& c) const
    {
        return t.has(c.event) ? std::string{kindWords(t.event(c.event).kind)} : std::string{};
    }
    std::string operator()(const SetEventReads& c) const { return t.has(c.event) ? named(t.event(c.event).reads, "not named") : std::string{}; }
    std::string operator()(const SetLaneReads& c) const
    {
        const auto* one = lane(c.lane);
        return one ? named(one->reads, "not named") : std::string{};
    }
    std::string operator()(const SetResource& c) const
    {
        const auto found
            = std::find_if(t.resources.begin(), t.resources.end(), [&](const Resource& r) { return r.id == c.resource.id; });
        return found == t.resources.end() ? std::string{} : found->name;
    }
    std::string operator()(const SetWindow& c) const { return window(c.window.id); }
    std::string operator()(const RemoveWindow& c) const { return window(c.window); }
    std::string link(EventId cause, EventId effect) const
    {
        const auto found
            = std::find_if(t.links.begin(), t.links.end(), [&](const Link& l) { return l.cause == cause && l.effect == effect; });
        return found == t.links.end() ? std::string{} : std::string{linkWords(found->kind)};
    }
    std::string operator()(const SetLink& c) const { return link(c.link.cause, c.link.effect); }
    std::string operator()(const RemoveLink& c) const { return link(c.cause, c.effect); }
    std::string anchor(const std::string& name) const
    {
        const auto found = std::find_if(t.anchors.begin(), t.anchors.end(), [&](const Anchor& a) { return a.name == name; });
        return found == t.anchors.end() ? std::string{} : "row " + std::to_string(found->event);
    }
    std::string metric(const std::string& id) const
    {
        const auto found = std::find_if(t.metrics.begin(), t.metrics.end(), [&](const MetricDefinition& d) { return d.id == id; });
        return found == t.metrics.end() ? std::string{} : found->name + ", " + found->from + " to " + found->to;
    }
    std::string operator()(const SetAnchor& c) const { return anchor(c.anchor.name); }
    std::string operator()(const RemoveAnchor& c) const { return anchor(c.anchor); }
    std::string operator()(const SetMetric& c) const { return metric(c.metric.id); }
    std::string operator()(const RemoveMetric& c) const { return metric(c.metric); }
    std::string operator()(const SetFold& c) const { return c.later ? "earlier" : "later"; }
};

} // namespace

bool sameThing(const Change& a, const Change& b)
{
    return std::visit(ThingOf{}, a) == std::visit(ThingOf{}, b);
}

std::string was(const Change& change, const Resolved& before)
{
    return std::visit(WasBefore{before}, change);
}

Reading withDecision(Reading reading, const Change& change, const Resolved& before)
{
    ReadingEntry entry{change, By::Person, was(change, before)};
    const auto earlier
        = std::find_if(reading.begin(), reading.end(), [&](const ReadingEntry& e) { return sameThing(e.change, change); });
    if (earlier != reading.end()) {
        if (earlier->change == change && earlier->by == By::Person)
            return reading;
        entry.was = earlier->was.empty() ? entry.was : earlier->was;
    }
    const auto same = [&](const ReadingEntry& e) { return sameThing(e.change, change); };
    reading.erase(std::remove_if(reading.begin(), reading.end(), same), reading.end());
    reading.push_back(std::move(entry));
    return reading;
}

bool sameRecord(const Resolved& a, const Resolved& b)
{
    return a.timeline == b.timeline && a.inferences == b.inferences && a.reversed == b.reversed;
}

} // namespace lockstep
