// What a drag says while it lasts.
#include "chart/drag_words.h"
#include "core/finding_words.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

using What = Hit::What;

namespace {

constexpr auto arrow = " \u2192 ";

bool isPlural(const std::string& name)
{
    return name.size() > 2 && name.ends_with('s') && !name.ends_with("ss") && !name.ends_with("is") && !name.ends_with("us");
}

} // namespace

std::string subjectOf(const DragState& state)
{
    const TimelineView& view = state.after;
    const Hit& hit = state.hit;
    if (hit.what == What::Event && state.together.size() > 1)
        return "Row " + std::to_string(hit.event) + " and " + std::to_string(state.together.size() - 1) + " more";
    if (hit.what == What::Event)
        return "Row " + std::to_string(hit.event);
    const Window* window = windowIn(view, hit.window);
    const std::string name = window && !window->name.empty() ? window->name : std::string{"The window"};
    const bool many = isPlural(name);
    if (hit.what == What::WindowEnd)
        return name + (many ? " end" : " ends");
    return name + (many ? " start" : " starts");
}

Instant recordedInstant(const DragState& state)
{
    const TimelineView& view = state.after;
    const Hit& hit = state.hit;
    if (hit.what == What::Event)
        return view.at(hit.event) - view.moved(hit.event);
    const Window* was = view.recordedWindow(hit.window);
    if (!was)
        return gripInstant(state.before ? *state.before : view, hit);
    return hit.what == What::WindowEnd ? was->end.latest : was->begin.earliest;
}

namespace {

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

std::string rowsNamed(const std::vector<EventId>& rows)
{
    std::vector<std::string> numbers;
    for (const EventId id : rows)
        numbers.push_back(std::to_string(id));
    return (numbers.size() == 1 ? "row " : "rows ") + listed(numbers);
}

/// "3 \u2192 1", and of as many but other look-ups "3 \u2192 3, row 3 no longer, row 13 now".
std::string countChange(const OutcomeShift& shift)
{
    const std::string counts = std::to_string(shift.was) + arrow + std::to_string(shift.now);
    if (shift.was != shift.now)
        return counts;
    if (shift.goneRows.empty()) // more are a list nobody reads during a drag
        return counts + ", not the same look-ups";
    return counts + ", " + rowsNamed(shift.goneRows) + " no longer, " + rowsNamed(shift.comeRows) + " now";
}

std::string startedWithCapital(std::string_view words)
{
    std::string text{words};
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

} // namespace

std::string companyOf(const DragState& state)
{
    const TimelineView& view = state.after;
    const std::set<EventId> rows = state.together.empty() ? std::set{state.hit.event} : state.together;
    const auto isAmong = [&](const std::optional<EventId>& row) { return row && rows.contains(*row); };
    std::vector<std::string> moved, ends;
    const auto add = [](std::vector<std::string>& names, const std::string& name) {
        if (std::ranges::find(names, name) == names.end())
            names.push_back(name);
    };
    for (const Window& window : view.windows()) {
        if (isAmong(window.begin.tiedTo)) {
            add(moved, windowInSentence(window));
            if (window.end.tiedTo && !isAmong(window.end.tiedTo) && view.moved(*window.end.tiedTo) != Millis{0})
                add(moved, "row " + std::to_string(*window.end.tiedTo));
        } else if (isAmong(window.end.tiedTo)) {
            add(ends, windowInSentence(window));
        }
    }
    const std::string with = rows.size() > 1 ? " with them." : " with it.";
    std::string text;
    if (!moved.empty())
        text += startedWithCapital(listed(moved)) + (moved.size() > 1 || readsAsPlural(moved.front()) ? " move" : " moves") + with;
    if (!ends.empty())
        text += (text.empty() ? "" : " ") + startedWithCapital(listed(ends)) + (ends.size() > 1 || readsAsPlural(ends.front()) ? " end" : " ends") + with;
    return text;
}

std::string followersOf(const DragState& state)
{
    const TimelineView& view = state.after;
    std::set<EventId> followers;
    for (const Link& link : view.record().links)
        if (view.moved(link.effect) != Millis{0} && view.moved(link.effect) == view.moved(link.cause))
            followers.insert(link.effect);
    followers.erase(state.hit.event);
    for (const EventId id : state.together)
        followers.erase(id);
    if (followers.empty())
        return {};
    const bool one = followers.size() == 1;
    return startedWithCapital(rowsInWords({followers.begin(), followers.end()})) + (one ? " follows; Shift leaves it." : " follow; Shift leaves them.");
}

std::string outcomeChange(const TimelineView& after, const LiveOutcomes& outcomes)
{
    const OutcomeShifts shifts = outcomes.shifts(after);
    std::string text;
    for (const Outcome outcome : {Outcome::Blocked, Outcome::PossiblyBlocked, Outcome::Stale, Outcome::PossiblyStale, Outcome::Void})
        if (const OutcomeShift& shift = shifts[static_cast<std::size_t>(outcome)]; shift.isChange())
            text += (text.empty() ? "" : " ") + startedWithCapital(outcomeWords(outcome)) + ": " + countChange(shift) + ".";
    if (text.empty() && outcomes.hasLookUps())
        return "No look-up changes.";
    return text;
}

std::string outcomeChange(const TimelineView& after)
{
    return outcomeChange(after, LiveOutcomes{after.record()});
}

std::string dragSentence(const TimelineView& after, const Hit& hit)
{
    return dragSentence(after, hit, LiveOutcomes{after.record()});
}

std::string dragSentence(const TimelineView& after, const Hit& hit, const LiveOutcomes& outcomes)
{
    return dragSentence({.after = after, .hit = hit, .outcome = outcomeChange(after, outcomes)});
}

std::string dragSentence(const DragState& state)
{
    const TimelineView& after = state.after;
    const Hit& hit = state.hit;
    if (!canDrag(after, hit))
        return {};
    const Timeline& record = after.record();
    const Instant was = recordedInstant(state);
    const Instant now = gripInstant(after, hit);
    const Zone utc = Zone::utc();
    std::string text = subjectOf(state) + (hit.what == What::Event ? ": " : " ") + clockLabel(record, utc.wallAt(was)) + arrow
        + clockLabel(record, utc.wallAt(now)) + (hasZones(record) ? " UTC" : "") + " (" + signedLength(now - was) + ")";
    const std::string elsewhere = clocksElsewhere(record, now);
    text += elsewhere.empty() ? "." : ": " + elsewhere + ".";
    const std::string company = hit.what == What::Event ? companyOf(state) : std::string{};
    for (const std::string& more : {company, followersOf(state), state.outcome})
        text += more.empty() ? "" : " " + more;
    return text;
}

} // namespace lockstep
