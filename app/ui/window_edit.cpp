#include "ui/window_edit.h"
#include <algorithm>

namespace lockstep {

namespace {

/// The row that bounds tied to none are measured from: the first with a time, of those that keep theirs.
std::optional<Event> measuredFrom(const Timeline& record, const std::set<EventId>& corrected)
{
    const auto found = std::ranges::find_if(record.events, [&](const Event& e) { return e.hasInstant && !corrected.contains(e.id); });
    return found == record.events.end() ? std::nullopt : std::optional<Event>{*found};
}

/// False for a statement that a later one has replaced, or whose window is gone.
bool isInForce(const SetWindow& set, const Reading& reading, const Timeline& record)
{
    const SetWindow* last = nullptr;
    for (const ReadingEntry& entry : reading)
        if (const auto* other = std::get_if<SetWindow>(&entry.change); other && other->window.id == set.window.id)
            last = other;
    return last == &set && std::ranges::find(record.windows, set.window.id, &Window::id) != record.windows.end();
}

BoundSpec boundOf(const Timeline& record, const Bound& bound)
{
    return {.earliest = pointAt(record, bound.earliest, bound.tiedTo),
        .latest = pointAt(record, bound.latest, bound.tiedTo),
        .basis = bound.basis,
        .tiedTo = bound.tiedTo};
}

BoundSpec boundAtRow(const TimelineView& view, EventId id)
{
    const bool isEvidence = view.event(id).kind == Kind::Read;
    if (isEvidence)
        return boundOf(view.record(), {.earliest = view.at(id), .latest = view.at(id), .basis = {}, .tiedTo = {}});
    return {.earliest = {id, Millis{0}}, .latest = {id, Millis{0}}, .basis = {}, .tiedTo = id};
}

std::optional<EventId> rowAt(const TimelineView& view, Instant at)
{
    for (EventId id = 1; id <= static_cast<EventId>(view.record().events.size()); ++id)
        if (view.event(id).hasInstant && view.event(id).kind != Kind::Read && view.record().event(id).at == at)
            return id;
    return std::nullopt;
}

} // namespace

Point pointAt(const Timeline& record, Instant at, std::optional<EventId> tiedTo)
{
    if (tiedTo && record.has(*tiedTo))
        return {*tiedTo, at - record.event(*tiedTo).at};
    const std::optional<Event> row = measuredFrom(record, {});
    return row ? Point{row->id, at - row->at} : Point{};
}

std::vector<Change> windowsKeptInPlace(const Timeline& record, const Reading& reading, const std::set<EventId>& corrected)
{
    const std::optional<Event> other = measuredFrom(record, corrected);
    std::vector<Change> changes;
    for (const ReadingEntry& entry : reading) {
        const auto* set = std::get_if<SetWindow>(&entry.change);
        if (!set || !other || !isInForce(*set, reading, record))
            continue;
        WindowSpec spec = set->window;
        for (BoundSpec* bound : {&spec.begin, &spec.end})
            for (Point* point : {&bound->earliest, &bound->latest})
                if (!bound->tiedTo && corrected.contains(point->event) && record.has(point->event))
                    *point = {other->id, record.event(point->event).at + point->after - other->at};
        if (!(spec == set->window))
            changes.emplace_back(SetWindow{spec});
    }
    return changes;
}

WindowSpec specOf(const Timeline& record, const Window& window)
{
    return {.id = window.id,
        .name = window.name,
        .what = window.what,
        .effect = window.effect,
        .scope = window.scope,
        .begin = boundOf(record, window.begin),
        .end = boundOf(record, window.end)};
}

WindowSpec windowBetween(const TimelineView& view, EventId one, EventId other)
{
    if (view.at(other) < view.at(one))
        std::swap(one, other);
    return {.id = freeWindowId(view),
        .name = "Lock",
        .what = {},
        .effect = Effect::Blocks,
        .scope = Scope::everything(),
        .begin = boundAtRow(view, one),
        .end = boundAtRow(view, other)};
}

WindowSpec windowOver(const TimelineView& view, Span span)
{
    const Bound begin{.earliest = span.begin, .latest = span.begin, .basis = {}, .tiedTo = rowAt(view, span.begin)};
    const Bound end{.earliest = span.end, .latest = span.end, .basis = {}, .tiedTo = rowAt(view, span.end)};
    return {.id = freeWindowId(view),
        .name = "Lock",
        .what = {},
        .effect = Effect::Blocks,
        .scope = Scope::everything(),
        .begin = boundOf(view.record(), begin),
        .end = boundOf(view.record(), end)};
}

WindowId freeWindowId(const TimelineView& view)
{
    for (int number = 1;; ++number) {
        const WindowId id = "window " + std::to_string(number);
        if (std::ranges::none_of(view.windows(), [&](const Window& window) { return window.id == id; }))
            return id;
    }
}

} // namespace lockstep
