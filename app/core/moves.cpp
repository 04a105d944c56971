#include "core/moves.h"

namespace lockstep {

namespace {

/// An edit's distance and its place in the list. What ties bring comes before every edit.
struct EventMove {
    Millis by{0};
    int place = -1;
};
struct WindowMove {
    EdgeShift by;
    int place = -1;
};

struct Wanted {
    std::map<EventId, EventMove> events;
    std::map<WindowId, WindowMove> windows;
};

Wanted wantedBy(const std::vector<Edit>& edits)
{
    Wanted wanted;
    int place = 0;
    for (const Edit& edit : edits) {
        if (const auto* event = std::get_if<MoveEvent>(&edit))
            wanted.events[event->event] = {.by = event->by, .place = place};
        if (const auto* window = std::get_if<MoveWindow>(&edit))
            wanted.windows[window->window]
                = {.by = {.begin = window->beginBy, .end = window->endBy}, .place = place};
        ++place;
    }
    return wanted;
}

const EventMove* moveOfTied(const Bound& bound, const Wanted& wanted)
{
    if (!bound.tiedTo)
        return nullptr;
    const auto found = wanted.events.find(*bound.tiedTo);
    return found == wanted.events.end() ? nullptr : &found->second;
}

EdgeShift shiftOf(const Window& window, const Wanted& wanted)
{
    const auto own = wanted.windows.find(window.id);
    const bool hasOwn = own != wanted.windows.end();
    EdgeShift shift = hasOwn ? own->second.by : EdgeShift{};
    const auto decides = [&](const EventMove* move) { return move && (!hasOwn || move->place > own->second.place); };
    const EventMove* begin = moveOfTied(window.begin, wanted);
    if (decides(begin))
        shift = {.begin = begin->by, .end = shift.end + begin->by - shift.begin};
    const EventMove* end = moveOfTied(window.end, wanted);
    if (decides(end))
        shift.end = end->by;
    return shift;
}

/// Lets an edge carry the event it is tied to. True when that event had not been moved yet.
bool carry(const Bound& bound, Millis by, Wanted& wanted)
{
    if (!bound.tiedTo || by == Millis{0})
        return false;
    return wanted.events.try_emplace(*bound.tiedTo, EventMove{.by = by, .place = -1}).second;
}

} // namespace

Moves movesOf(const std::vector<Window>& windows, const std::vector<Edit>& edits)
{
    Wanted wanted = wantedBy(edits);
    // Each round moves at least one more event, so the rounds end.
    for (bool moved = true; moved;) {
        moved = false;
        for (const Window& window : windows) {
            const EdgeShift shift = shiftOf(window, wanted);
            moved = carry(window.begin, shift.begin, wanted) || moved;
            moved = carry(window.end, shift.end, wanted) || moved;
        }
    }
    Moves moves;
    for (const auto& [event, move] : wanted.events) {
        if (move.by != Millis{0})
            moves.events.emplace(event, move.by);
    }
    for (const Window& window : windows) {
        const EdgeShift shift = shiftOf(window, wanted);
        if (shift != EdgeShift{})
            moves.windows.emplace(window.id, shift);
    }
    return moves;
}

} // namespace lockstep
