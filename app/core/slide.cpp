#include "core/slide.h"
#include "core/finding_words.h"
#include "core/moves.h"
#include <algorithm>

namespace lockstep {
namespace {

Moves movesWith(const TimelineView& view, const Scenario& scenario, const MoveWindow& move)
{
    std::vector<Edit> edits = scenario.edits;
    edits.emplace_back(move);
    return movesOf(view.windows(), edits);
}

template <class Key, class Value> Value valueOf(const std::map<Key, Value>& map, const Key& key)
{
    const auto found = map.find(key);
    return found == map.end() ? Value{} : found->second;
}

} // namespace

MoveWindow distancesOf(const TimelineView& view, const Scenario& scenario, const Window& window)
{
    if (const Window* was = view.recordedWindow(window.id))
        return {window.id, window.begin.earliest - was->begin.earliest, window.end.latest - was->end.latest};
    MoveWindow last{window.id, Millis{0}, Millis{0}};
    for (const Edit& edit : scenario.edits)
        if (const auto* move = std::get_if<MoveWindow>(&edit); move && move->window == window.id)
            last = *move;
    return last;
}

MoveWindow Slide::by(Millis shift) const
{
    return {from.window, from.beginBy + shift, from.endBy + shift};
}

Result<Slide> slideOf(const TimelineView& view, const Scenario& scenario, const WindowId& id)
{
    const Window* window = windowIn(view, id);
    if (window == nullptr)
        return refusal("There is no window '" + id + "' here.");
    Slide slide{.from = distancesOf(view, scenario, *window), .rows = {}, .windows = {id}, .isRigid = true};
    constexpr Millis probe{1}; // any distance carries the same things
    const Moves still = movesWith(view, scenario, slide.by(Millis{0})), slid = movesWith(view, scenario, slide.by(probe));
    for (const auto& [row, by] : slid.events)
        if (by != valueOf(still.events, row))
            slide.rows.insert(row);
    for (const auto& [row, by] : still.events)
        if (by != valueOf(slid.events, row))
            slide.rows.insert(row);
    for (const Window& each : view.windows()) {
        const EdgeShift before = valueOf(still.windows, each.id), after = valueOf(slid.windows, each.id);
        if (after == before)
            continue;
        slide.windows.insert(each.id);
        slide.isRigid = slide.isRigid && after.begin - before.begin == probe && after.end - before.end == probe;
    }
    return slide;
}

} // namespace lockstep
