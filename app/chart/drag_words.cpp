// What a drag says while it lasts.
#include "chart/drag.h"
#include "core/finding_words.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

using What = Hit::What;
constexpr auto arrow = " \u2192 ";

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
            text += (text.empty() ? "" : ", ") + clockLabel(record, lane.zone.wallAt(at)) + " " + label;
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

using Rows = std::set<EventId>;

Rows rowsWith(const TimelineView& view, Outcome outcome)
{
    Rows rows;
    for (EventId id = 1; id <= view.eventCount(); ++id)
        if (view.outcome(id).outcome == outcome)
            rows.insert(id);
    return rows;
}

/// "row 3", "rows 3, 4 and 8" of those in `rows` that are not in `others`.
std::string namedRows(const Rows& rows, const Rows& others)
{
    std::vector<std::string> numbers;
    for (const EventId id : rows)
        if (!others.contains(id))
            numbers.push_back(std::to_string(id));
    return (numbers.size() == 1 ? "row " : "rows ") + listed(numbers);
}

/// "3 \u2192 1", and of as many but other look-ups "3 \u2192 3, row 3 no longer, row 13 now".
std::string countChange(const Rows& was, const Rows& now)
{
    constexpr std::size_t mostNamed = 4; // more are a list nobody reads during a drag
    const std::string counts = std::to_string(was.size()) + arrow + std::to_string(now.size());
    if (was.size() != now.size())
        return counts;
    const auto gone = std::ranges::count_if(was, [&](EventId id) { return !now.contains(id); });
    if (static_cast<std::size_t>(gone) > mostNamed)
        return counts + ", not the same look-ups";
    return counts + ", " + namedRows(was, now) + " no longer, " + namedRows(now, was) + " now";
}

std::string startedWithCapital(std::string_view words)
{
    std::string text{words};
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

/// What a dragged row takes along: "The impact and row 7 move with it."
std::string companyOf(const TimelineView& view, EventId row)
{
    std::vector<std::string> moved, ends;
    const auto add = [](std::vector<std::string>& names, const std::string& name) {
        if (std::ranges::find(names, name) == names.end())
            names.push_back(name);
    };
    for (const Window& window : view.windows()) {
        if (window.begin.tiedTo == row) {
            add(moved, windowInSentence(window));
            if (window.end.tiedTo && *window.end.tiedTo != row && view.moved(*window.end.tiedTo) != Millis{0})
                add(moved, "row " + std::to_string(*window.end.tiedTo));
        } else if (window.end.tiedTo == row) {
            add(ends, windowInSentence(window));
        }
    }
    std::string text;
    if (!moved.empty())
        text += " " + startedWithCapital(listed(moved)) + (moved.size() > 1 || readsAsPlural(moved.front()) ? " move" : " moves") + " with it.";
    if (!ends.empty())
        text += " " + startedWithCapital(listed(ends)) + (ends.size() > 1 || readsAsPlural(ends.front()) ? " end" : " ends") + " with it.";
    return text;
}

} // namespace

std::string outcomeChange(const TimelineView& after)
{
    const TimelineView before = applied(after.record(), {});
    std::string text;
    for (const Outcome outcome : {Outcome::Blocked, Outcome::PossiblyBlocked, Outcome::Stale, Outcome::PossiblyStale, Outcome::Void}) {
        const Rows was = rowsWith(before, outcome);
        const Rows now = rowsWith(after, outcome);
        if (was != now)
            text += (text.empty() ? "" : " ") + startedWithCapital(outcomeWords(outcome)) + ": " + countChange(was, now) + ".";
    }
    if (!text.empty())
        return text;
    const bool hasLookUps = static_cast<int>(rowsWith(before, Outcome::None).size()) < after.eventCount();
    return hasLookUps ? "No look-up changes." : "";
}

std::string dragSentence(const TimelineView& after, const Hit& hit)
{
    if (!canDrag(after, hit))
        return {};
    const Timeline& record = after.record();
    const Instant was = recordedInstant(after, hit);
    const Instant now = gripInstant(after, hit);
    const Zone utc = Zone::utc();
    std::string text = subjectOf(after, hit) + (hit.what == What::Event ? ": " : " ") + clockLabel(record, utc.wallAt(was)) + arrow
        + clockLabel(record, utc.wallAt(now)) + (hasZones(record) ? " UTC" : "") + " (" + signedLength(now - was) + ")";
    const std::string elsewhere = clocksElsewhere(record, now);
    text += elsewhere.empty() ? "." : ": " + elsewhere + ".";
    if (hit.what == What::Event)
        text += companyOf(after, hit.event);
    const std::string change = outcomeChange(after);
    return change.empty() ? text : text + " " + change;
}

} // namespace lockstep
