#include "whatif/edits.h"
#include "core/moves.h"
#include "whatif/tied_rows.h"
#include <algorithm>

namespace lockstep {

namespace {

template <class E, class Same> void removeEdits(std::vector<Edit>& edits, Same same)
{
    edits.erase(std::remove_if(edits.begin(), edits.end(),
                    [&](const Edit& edit) {
                        const auto* one = std::get_if<E>(&edit);
                        return one && same(*one);
                    }),
        edits.end());
}

const AddWindow* addedWindow(const std::vector<Edit>& edits, const WindowId& id)
{
    for (const auto& edit : edits) {
        if (const auto* added = std::get_if<AddWindow>(&edit); added && added->window.id == id)
            return added;
    }
    return nullptr;
}

/// Lays one edit over a list. Whether a move is idle is decided afterwards, when all are in place.
struct Lay {
    const Timeline& record;
    std::vector<Edit>& edits;

    void removeEditsOfWindow(const WindowId& id) const
    {
        removeEdits<MoveWindow>(edits, [&](const MoveWindow& e) { return e.window == id; });
        removeEdits<SetScope>(edits, [&](const SetScope& e) { return e.window == id; });
        removeEdits<DropWindow>(edits, [&](const DropWindow& e) { return e.window == id; });
    }
    void removeMoveOf(std::optional<EventId> event) const
    {
        removeEdits<MoveEvent>(edits, [&](const MoveEvent& e) { return e.event == event; });
    }
    std::vector<Window> windowsNow() const { return applied(record, {{}, {}, edits}).windows(); }

    void operator()(const MoveEvent& edit) const
    {
        for (const auto& window : windowsNow()) {
            if (window.begin.tiedTo == edit.event && window.end.tiedTo && window.end.tiedTo != edit.event)
                tieEndToWindow(window);
        }
        removeMoveOf(edit.event);
        edits.emplace_back(edit);
    }
    /// Where the row at a window's end was moved by itself, the window keeps that length, so that a move of its
    /// begin carries both rigidly.
    void tieEndToWindow(const Window& window) const
    {
        const bool movedItself = std::any_of(edits.begin(), edits.end(), [&](const Edit& e) {
            const auto* move = std::get_if<MoveEvent>(&e);
            return move && move->event == window.end.tiedTo;
        });
        if (!movedItself)
            return;
        const auto moves = movesOf(windowsNow(), edits);
        const auto found = moves.windows.find(window.id);
        const auto now = found == moves.windows.end() ? EdgeShift{} : found->second;
        (*this)(MoveWindow{window.id, now.begin, now.end});
    }
    void operator()(const MoveWindow& edit) const
    {
        removeEdits<MoveWindow>(edits, [&](const MoveWindow& e) { return e.window == edit.window; });
        // A window carries the rows it is tied to, also those that were moved by themselves before.
        for (const auto& window : windowsNow()) {
            if (window.id == edit.window) {
                removeMoveOf(window.begin.tiedTo);
                removeMoveOf(window.end.tiedTo);
            }
        }
        edits.emplace_back(edit);
    }
    void operator()(const SetScope& edit) const
    {
        removeEdits<SetScope>(edits, [&](const SetScope& e) { return e.window == edit.window; });
        if (scopeWithout(edit.window) != edit.scope)
            edits.emplace_back(edit);
    }
    void operator()(const SetReads& edit) const
    {
        removeEdits<SetReads>(edits, [&](const SetReads& e) { return e.lane == edit.lane; });
        const auto lane = std::find_if(record.lanes.begin(), record.lanes.end(), [&](const Lane& l) { return l.role == edit.lane; });
        if (lane == record.lanes.end() || lane->reads != edit.resource)
            edits.emplace_back(edit);
    }
    void operator()(const DropEvent& edit) const
    {
        removeMoveOf(edit.event);
        removeEdits<DropEvent>(edits, [&](const DropEvent& e) { return e.event == edit.event; });
        edits.emplace_back(edit);
    }
    void operator()(const AddEvent& edit) const { edits.emplace_back(edit); }
    void operator()(const DropWindow& edit) const
    {
        const bool onlyAdded = addedWindow(edits, edit.window) != nullptr;
        removeEditsOfWindow(edit.window);
        removeEdits<AddWindow>(edits, [&](const AddWindow& e) { return e.window.id == edit.window; });
        if (!onlyAdded)
            edits.emplace_back(edit);
    }
    void operator()(const AddWindow& edit) const
    {
        removeEditsOfWindow(edit.window.id);
        removeEdits<AddWindow>(edits, [&](const AddWindow& e) { return e.window.id == edit.window.id; });
        edits.emplace_back(edit);
    }

    std::optional<Scope> scopeWithout(const WindowId& id) const
    {
        if (const auto* added = addedWindow(edits, id))
            return added->window.scope;
        const auto window = std::find_if(record.windows.begin(), record.windows.end(), [&](const Window& w) { return w.id == id; });
        return window == record.windows.end() ? std::nullopt : std::optional{window->scope};
    }
};

bool isMove(const Edit& edit)
{
    return std::holds_alternative<MoveEvent>(edit) || std::holds_alternative<MoveWindow>(edit);
}

/// Takes away each move without which everything lies where it lies with it. Only ties make a move idle that has a
/// distance, so only windows and the rows they are tied to are looked at closely.
void removeIdleMoves(const Timeline& record, std::vector<Edit>& edits)
{
    const std::set<EventId> tied = tiedRows(record, edits);
    const auto isTied = [&](const Edit& edit) {
        const auto* move = std::get_if<MoveEvent>(&edit);
        return std::holds_alternative<MoveWindow>(edit) || (move && tied.contains(move->event));
    };
    const auto stays = [&](const Edit& edit) {
        const auto* move = std::get_if<MoveEvent>(&edit);
        return move && move->by == Millis{0} && !isTied(edit);
    };
    edits.erase(std::remove_if(edits.begin(), edits.end(), stays), edits.end());
    std::vector<Edit> close;
    std::copy_if(edits.begin(), edits.end(), std::back_inserter(close), isTied);
    if (close.empty())
        return;
    const auto windows = applied(record, {{}, {}, edits}).windows();
    const auto wanted = movesOf(windows, close);
    for (std::size_t i = 0; i < close.size();) {
        auto without = close;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
        const auto moves = movesOf(windows, without);
        if (moves.events != wanted.events || moves.windows != wanted.windows) {
            ++i;
            continue;
        }
        edits.erase(std::find(edits.begin(), edits.end(), close[i]));
        close = std::move(without);
    }
}

/// Lays the moves of rows that no window is tied to: each stands for itself, so they are laid all at once.
/// Answers with the edits that are left.
std::vector<Edit> layFreeMoves(const Timeline& record, std::vector<Edit>& laid, const std::vector<Edit>& edits)
{
    auto withAdded = laid;
    withAdded.insert(withAdded.end(), edits.begin(), edits.end());
    const std::set<EventId> tied = tiedRows(record, withAdded);
    std::map<EventId, Millis> free;
    std::vector<Edit> rest;
    for (const auto& edit : edits) {
        const auto* move = std::get_if<MoveEvent>(&edit);
        if (move && !tied.contains(move->event))
            free[move->event] = move->by;
        else
            rest.push_back(edit);
    }
    removeEdits<MoveEvent>(laid, [&](const MoveEvent& e) { return free.contains(e.event); });
    for (const auto& [event, by] : free)
        laid.emplace_back(MoveEvent{event, by});
    return rest;
}

/// A row that was only added and is dropped again leaves nothing, unless it numbers one added after it.
void removeDroppedAdditions(const Timeline& record, std::vector<Edit>& edits)
{
    const auto isAddition = [](const Edit& edit) { return std::holds_alternative<AddEvent>(edit); };
    for (;;) {
        const auto last = std::find_if(edits.rbegin(), edits.rend(), isAddition);
        if (last == edits.rend())
            return;
        const auto added = std::count_if(edits.begin(), edits.end(), isAddition);
        const Edit drop = DropEvent{static_cast<EventId>(record.events.size()) + static_cast<EventId>(added)};
        if (std::find(edits.begin(), edits.end(), drop) == edits.end())
            return;
        edits.erase(std::next(last).base());
        edits.erase(std::find(edits.begin(), edits.end(), drop));
    }
}

} // namespace

Scenario withEdits(const Timeline& record, Scenario scenario, const std::vector<Edit>& edits)
{
    auto laid = scenario.edits;
    // A row that is dropped or added here in the same step is laid in its turn.
    const bool areMoves = std::all_of(edits.begin(), edits.end(), isMove);
    for (const auto& edit : areMoves ? layFreeMoves(record, laid, edits) : edits)
        std::visit(Lay{record, laid}, edit);
    if (std::any_of(edits.begin(), edits.end(), isMove))
        removeIdleMoves(record, laid);
    if (std::any_of(edits.begin(), edits.end(), [](const Edit& e) { return std::holds_alternative<DropEvent>(e); }))
        removeDroppedAdditions(record, laid);
    scenario.edits = std::move(laid);
    return scenario;
}

} // namespace lockstep
