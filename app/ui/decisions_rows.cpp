// Rows and windows that a what-if adds, leaves out or has as recorded again.
#include "core/wording.h"
#include "ui/decisions.h"
#include "ui/edit_labels.h"
#include "ui/window_edit.h"
#include "ui/words.h"
#include "whatif/document.h"
#include "whatif/edits.h"
#include <QCoreApplication>
#include <algorithm>

namespace lockstep {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("Decisions", text);
}

std::string roleOf(const Document& document, LaneId lane)
{
    return document.resolved().timeline.lane(lane).role;
}

/// What a window is called: "Backups 2" where "Backups" is taken.
std::string freeName(const TimelineView& view, const std::string& wish)
{
    const auto isTaken = [&](const std::string& name) { return std::ranges::find(view.windows(), name, &Window::name) != view.windows().end(); };
    for (int number = 2;; ++number)
        if (const std::string name = wish + ' ' + std::to_string(number); !isTaken(name))
            return name;
}

Bound shiftedFree(Bound bound, Millis by)
{
    return {.earliest = bound.earliest + by, .latest = bound.latest + by, .basis = std::move(bound.basis), .tiedTo = {}};
}

} // namespace

QString addRow(Document& document, LaneId lane, Instant at, const QString& text, Kind kind)
{
    const QString words = text.simplified();
    if (words.isEmpty())
        return said("Type what happens there.");
    const Timeline& record = document.resolved().timeline;
    const AddEvent added{roleOf(document, lane), bytes(words), pointAt(record, at), kind, {}};
    document.edit({added}, said("Add \u201c%1\u201d").arg(shownText(added.text)));
    return {};
}

void dropRows(Document& document, const std::set<EventId>& rows)
{
    std::vector<Edit> edits;
    for (const EventId id : rows)
        if (id >= 1 && id <= document.view().eventCount() && !document.view().isDropped(id))
            edits.emplace_back(DropEvent{id});
    if (!edits.empty())
        document.edit(edits, said("Leave %1 out").arg(rowsNamed(rows)));
}

void duplicateRow(Document& document, EventId id)
{
    constexpr auto later = std::chrono::minutes{5};
    const TimelineView& view = document.view();
    const Event& event = view.event(id);
    if (!event.hasInstant)
        return;
    const AddEvent copy{roleOf(document, event.lane), event.text, pointAt(view.record(), view.at(id) + later), event.kind, event.reads};
    document.edit({copy}, said("Duplicate row %1").arg(id));
}

void putRowsBack(Document& document, const std::set<EventId>& rows)
{
    const Scenario back = withRowsPutBack(document.resolved().timeline, document.scenario(), rows);
    document.setEdits(back.edits, said("Put %1 back").arg(rowsNamed(rows)));
}

void restateRow(Document& document, EventId id, const AddEvent& stated)
{
    const Scenario changed = withAddedRow(document.resolved().timeline, document.scenario(), id, stated);
    document.setEdits(changed.edits, said("Change row %1").arg(id));
}

void dropWindow(Document& document, const WindowId& id)
{
    const auto& windows = document.view().windows();
    const auto window = std::ranges::find(windows, id, &Window::id);
    if (window != windows.end())
        document.edit({DropWindow{id}}, said("Leave %1 out").arg(shown(window->name)));
}

WindowId duplicateWindow(Document& document, const Window& window)
{
    const TimelineView& view = document.view();
    Window copy = window;
    copy.id = freeWindowId(view);
    copy.name = freeName(view, window.name);
    const Millis by = window.end.latest - window.begin.earliest;
    copy.begin = shiftedFree(window.begin, by);
    copy.end = shiftedFree(window.end, by);
    document.edit({AddWindow{specOf(view.record(), copy)}}, said("Duplicate %1").arg(shown(window.name)));
    return copy.id;
}

void putWindowBack(Document& document, const WindowId& id)
{
    const Scenario back = withWindowPutBack(document.resolved().timeline, document.scenario(), id);
    const Window* recorded = document.view().recordedWindow(id);
    document.setEdits(back.edits, said("Put %1 back").arg(recorded ? shown(recorded->name) : QString{}));
}

} // namespace lockstep
