#include "whatif/edits.h"
#include "core/moves.h"
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

/// Takes away each move without which everything lies where it lies with it.
void removeIdleMoves(const Timeline& record, std::vector<Edit>& edits)
{
    const Scenario laid{{}, {}, edits};
    const auto windows = applied(record, laid).windows();
    const auto wanted = movesOf(windows, edits);
    for (std::size_t i = 0; i < edits.size();) {
        auto without = edits;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
        const auto moves = isMove(edits[i]) ? movesOf(windows, without) : Moves{};
        if (isMove(edits[i]) && moves.events == wanted.events && moves.windows == wanted.windows)
            edits = std::move(without);
        else
            ++i;
    }
}

} // namespace

Scenario withEdits(const Timeline& record, Scenario scenario, const std::vector<Edit>& edits)
{
    auto laid = scenario.edits;
    for (const auto& edit : edits)
        std::visit(Lay{record, laid}, edit);
    if (std::any_of(edits.begin(), edits.end(), isMove))
        removeIdleMoves(record, laid);
    scenario.edits = std::move(laid);
    return scenario;
}

} // namespace lockstep
