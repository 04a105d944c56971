#include "ui/window_edit.h"
#include <algorithm>

namespace lockstep {

namespace {

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
    return {.earliest = {id, Millis{0}},
        .latest = {id, Millis{0}},
        .basis = {},
        .tiedTo = isEvidence ? std::nullopt : std::optional{id}};
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
    const Event* best = nullptr;
    for (const Event& event : record.events)
        if (event.hasInstant && event.at <= at && (!best || event.at > best->at))
            best = &event;
    if (!best && !record.events.empty())
        best = &record.events.front();
    return best ? Point{best->id, at - best->at} : Point{};
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
