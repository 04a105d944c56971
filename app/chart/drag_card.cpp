// What a drag shows beside the pointer.
#include "chart/drag_words.h"
#include "core/assumption.h"
#include "core/finding_words.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

using What = Hit::What;

bool isDated(const Timeline& record, WallTime was, WallTime now)
{
    return date::floor<date::days>(was) != date::floor<date::days>(now) && !dayLabel(record, now).empty();
}

std::string withoutDagger(std::string text)
{
    constexpr std::string_view dagger = "\u2020";
    for (std::size_t at = text.find(dagger); at != std::string::npos; at = text.find(dagger))
        text.erase(at, dagger.size());
    return text;
}

/// What is grabbed before and after: of an uncertain end both its ends.
struct Stretch {
    Instant wasFrom, wasTo, nowFrom, nowTo;
};

const Window* recordedWindow(const DragState& state)
{
    const Window* recorded = state.after.recordedWindow(state.hit.window);
    return recorded || !state.before ? recorded : windowIn(*state.before, state.hit.window);
}

Stretch stretchOf(const DragState& state)
{
    const Instant was = recordedInstant(state), now = gripInstant(state.after, state.hit);
    const Window* window = state.hit.what == What::WindowEnd ? windowIn(state.after, state.hit.window) : nullptr;
    const Window* recorded = window ? recordedWindow(state) : nullptr;
    if (!recorded)
        return {was, was, now, now};
    return {recorded->end.earliest, recorded->end.latest, window->end.earliest, window->end.latest};
}

DragCard::Clock clockOf(const Timeline& record, const std::string& place, const Zone& zone, const Stretch& at)
{
    const WallTime was = zone.wallAt(at.wasTo), now = zone.wallAt(at.nowTo);
    const bool withDay = isDated(record, was, now);
    const auto words = [&](Instant from, Instant to) {
        const WallTime wall = zone.wallAt(to);
        const std::string first = from == to ? std::string{} : clockLabel(record, zone.wallAt(from)) + " to ";
        return first + clockLabel(record, wall) + (withDay ? ", " + dayLabel(record, wall) : std::string{});
    };
    return {place, words(at.wasFrom, at.wasTo), words(at.nowFrom, at.nowTo), signedLength(now - was)};
}

/// The lane whose clock the grabbed thing goes by; -1 for none.
LaneId ownLane(const TimelineView& after, const Hit& hit)
{
    if (hit.what == What::Event)
        return after.event(hit.event).lane;
    const Window* window = windowIn(after, hit.window);
    return window ? laneOf(after, *window).value_or(-1) : -1;
}

bool hasClock(const Lane& lane)
{
    return !lane.zoneName.empty() && lane.zone.name() != "UTC";
}

/// The clock of the lane the grabbed thing belongs to, UTC, and each other place once.
std::vector<DragCard::Clock> clocksOf(const DragState& state)
{
    const Timeline& record = state.after.record();
    const Stretch at = stretchOf(state);
    const LaneId own = ownLane(state.after, state.hit);
    std::vector<DragCard::Clock> clocks;
    bool hasZones = false;
    for (std::size_t i = 0; i < record.lanes.size(); ++i) {
        const Lane& lane = record.lanes[i];
        hasZones = hasZones || !lane.zoneName.empty();
        if (!hasClock(lane))
            continue;
        const std::string place = withoutDagger(laneZoneLabel(record, lane));
        if (std::ranges::find(clocks, place, &DragCard::Clock::place) == clocks.end())
            clocks.push_back(clockOf(record, place, lane.zone, at));
        if (static_cast<LaneId>(i) == own)
            std::rotate(clocks.begin(), std::ranges::find(clocks, place, &DragCard::Clock::place), clocks.end());
    }
    const bool ownFirst = own >= 0 && hasClock(record.lane(own));
    clocks.insert(clocks.begin() + (ownFirst ? 1 : 0), clockOf(record, hasZones ? "UTC" : "", Zone::utc(), at));
    return clocks;
}

std::string titleOf(const DragState& state)
{
    const Stretch at = stretchOf(state);
    const Millis by = at.nowTo - at.wasTo;
    const std::string distance = by == Millis{0} ? "where recorded" : lengthLabel(date::abs(by)) + (by < Millis{0} ? " earlier" : " later");
    return subjectOf(state) + (state.hit.what == What::Event ? ": " : " ") + distance;
}

/// "Backups last 45 to 50 min, before 60 to 65 min." of a window that was resized.
std::string lengthNote(const DragState& state)
{
    const Window* window = windowIn(state.after, state.hit.window);
    const Window* recorded = window ? recordedWindow(state) : nullptr;
    if (!recorded || windowLength(*window) == windowLength(*recorded))
        return {};
    return window->name + (readsAsPlural(window->name) ? " last " : " lasts ") + windowLength(*window) + ", before " + windowLength(*recorded) + ".";
}

/// "row 12", "the end of the backups": what lies at a moment, of what does not move along.
std::string nameOf(const DragState& state, Instant at)
{
    const TimelineView& view = state.after;
    for (EventId id = 1; id <= view.eventCount(); ++id)
        if (view.event(id).hasInstant && view.at(id) == at && view.moved(id) == Millis{0} && !view.isDropped(id) && id != state.hit.event)
            return "row " + std::to_string(id);
    for (const Window& window : view.windows()) {
        if (window.id == state.hit.window)
            continue;
        if (at == window.begin.earliest || at == window.begin.latest)
            return "the begin of " + windowInSentence(window);
        if (at == window.end.earliest || at == window.end.latest)
            return "the end of " + windowInSentence(window);
    }
    return {};
}

} // namespace

DragCard dragCard(const DragState& state)
{
    if (!canDrag(state.after, state.hit))
        return {};
    DragCard card{.title = titleOf(state), .clocks = clocksOf(state), .notes = {}};
    const bool isRow = state.hit.what == What::Event;
    const std::string stuck = state.stuckTo ? nameOf(state, *state.stuckTo) : std::string{};
    const std::set<EventId> rows = state.together.empty() && isRow ? std::set{state.hit.event} : state.together;
    for (const std::string& note : {isRow ? companyOf(state) : lengthNote(state), stuck.empty() ? stuck : "Held at " + stuck + ". Ctrl lets go.",
             followersOf(state), state.outcome, assumptionSentence(state.after, rows)})
        if (!note.empty())
            card.notes.push_back(note);
    return card;
}

} // namespace lockstep
