// Edits taken back one thing at a time, and rows that were added.
#include "whatif/edits.h"
#include <algorithm>

namespace lockstep {

namespace {

/// Whether an edit moves, resizes, narrows or leaves out this window.
bool isOfWindow(const Edit& edit, const WindowId& id)
{
    const auto* move = std::get_if<MoveWindow>(&edit);
    const auto* scope = std::get_if<SetScope>(&edit);
    const auto* drop = std::get_if<DropWindow>(&edit);
    return (move && move->window == id) || (scope && scope->window == id) || (drop && drop->window == id);
}

template <class Edits> auto additionOf(const Timeline& record, Edits& edits, EventId row)
{
    auto number = static_cast<EventId>(record.events.size());
    return std::find_if(edits.begin(), edits.end(),
        [&](const Edit& edit) { return std::holds_alternative<AddEvent>(edit) && ++number == row; });
}

} // namespace

Scenario withRowsPutBack(const Timeline& record, Scenario scenario, const std::set<EventId>& rows)
{
    const auto isDropped = [&](const Edit& edit) {
        const auto* drop = std::get_if<DropEvent>(&edit);
        return drop && rows.contains(drop->event);
    };
    scenario.edits.erase(std::remove_if(scenario.edits.begin(), scenario.edits.end(), isDropped), scenario.edits.end());
    std::vector<Edit> back;
    for (const EventId row : rows)
        back.emplace_back(MoveEvent{row, Millis{0}});
    return withEdits(record, std::move(scenario), back);
}

Scenario withWindowPutBack(const Timeline& record, Scenario scenario, const WindowId& window)
{
    std::vector<Edit> back{MoveWindow{window, Millis{0}, Millis{0}}};
    scenario = withEdits(record, std::move(scenario), back);
    const auto isIts = [&](const Edit& edit) { return isOfWindow(edit, window); };
    scenario.edits.erase(std::remove_if(scenario.edits.begin(), scenario.edits.end(), isIts), scenario.edits.end());
    return scenario;
}

const AddEvent* addedRow(const Timeline& record, const Scenario& scenario, EventId row)
{
    const auto found = additionOf(record, scenario.edits, row);
    return found == scenario.edits.end() ? nullptr : &std::get<AddEvent>(*found);
}

Scenario withAddedRow(const Timeline& record, Scenario scenario, EventId row, const AddEvent& stated)
{
    const auto found = additionOf(record, scenario.edits, row);
    if (found == scenario.edits.end())
        return scenario;
    *found = stated;
    return withEdits(record, std::move(scenario), {MoveEvent{row, Millis{0}}});
}

} // namespace lockstep
