// Decisions that need where things lie now: typed bounds, and a what-if taken as a correction.
#include "chart/drag.h"
#include "core/wall_clock.h"
#include "ui/decisions.h"
#include "ui/edit_labels.h"
#include "ui/typed_time.h"
#include "ui/window_edit.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QCoreApplication>
#include <QUndoStack>
#include <algorithm>

namespace lockstep {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("Decisions", text);
}

/// A moment as so long after a row where the what-if has it: that is where the corrected record will have it.
Point pointInView(const TimelineView& view, Instant at, const std::optional<EventId>& tiedTo)
{
    if (tiedTo)
        return {*tiedTo, at - view.at(*tiedTo)};
    const Point recorded = pointAt(view.record(), at);
    return {recorded.event, at - view.at(recorded.event)};
}

WindowSpec specInView(const TimelineView& view, const Window& window)
{
    WindowSpec spec = specOf(view.record(), window);
    spec.begin.earliest = pointInView(view, window.begin.earliest, window.begin.tiedTo);
    spec.begin.latest = pointInView(view, window.begin.latest, window.begin.tiedTo);
    spec.end.earliest = pointInView(view, window.end.earliest, window.end.tiedTo);
    spec.end.latest = pointInView(view, window.end.latest, window.end.tiedTo);
    return spec;
}

/// True when correcting the row the window is tied to brings the window along.
bool followsItsRow(const TimelineView& view, const Window& window)
{
    const Window* was = view.recordedWindow(window.id);
    // One that a person stated stays where its own bounds put it.
    if (!was || !was->proposed || !window.begin.tiedTo)
        return false;
    const Millis by = window.begin.earliest - was->begin.earliest;
    const bool isRigid = window.end.earliest - was->end.earliest == by && window.end.latest - was->end.latest == by;
    return isRigid && window.scope == was->scope && view.moved(*window.begin.tiedTo) == by;
}

std::set<EventId> movedRows(const TimelineView& view)
{
    std::set<EventId> rows;
    for (const Event& event : view.record().events)
        if (view.moved(event.id) != Millis{0} && !view.isDropped(event.id))
            rows.insert(event.id);
    return rows;
}

std::vector<Change> correctionsOf(const TimelineView& view, const Reading& reading)
{
    const Timeline& record = view.record();
    const std::set<EventId> moved = movedRows(view);
    std::vector<Change> changes = windowsKeptInPlace(record, reading, moved);
    for (const Event& event : record.events) {
        if (!moved.contains(event.id))
            continue;
        const WallTime wall = zoneOf(record, event).wallAt(view.at(event.id));
        const bool isSameDay = dayOf(record, event, wall) == dayOf(record, event, event.local);
        changes.emplace_back(SetClock{event.id, clockOf(wall), isSameDay ? std::nullopt : std::optional{dayOf(record, event, wall)}});
    }
    for (const Window& window : view.windows()) {
        const Window* was = view.recordedWindow(window.id);
        if ((!was || !(*was == window)) && !followsItsRow(view, window))
            changes.emplace_back(SetWindow{specInView(view, window)});
    }
    for (const Window& window : record.windows)
        if (std::ranges::find(view.windows(), window.id, &Window::id) == view.windows().end())
            changes.emplace_back(RemoveWindow{window.id});
    for (std::size_t i = 0; i < record.lanes.size(); ++i)
        if (const ResourceId reads = view.laneReads(static_cast<LaneId>(i)); reads != record.lanes[i].reads)
            changes.emplace_back(SetLaneReads{record.lanes[i].role, reads});
    return changes;
}

} // namespace

QString typeBound(Document& document, const Window& window, bool isBegin, bool latest, const QString& text)
{
    const Bound& bound = isBegin ? window.begin : window.end;
    const Instant from = latest ? bound.latest : bound.earliest;
    const Result<Instant> at = typedInstant(document.view(), from, bytes(text));
    if (!at)
        return shownProblem(at.error());
    Window changed = window;
    Bound& target = isBegin ? changed.begin : changed.end;
    (latest ? target.latest : target.earliest) = *at;
    if (!latest && (bound.isCertain() || target.latest < *at))
        target.latest = *at;
    if (latest && *at < target.earliest)
        target.earliest = *at;
    if (changed.end.earliest < changed.begin.latest)
        return said("A window ends after it begins.");
    const QString label = said("Change the bounds of %1").arg(shown(window.name));
    if (document.isOnRecord()) {
        target.tiedTo.reset();
        target.basis.clear();
        document.read(SetWindow{specOf(document.view().record(), changed)}, label);
        return {};
    }
    const Hit grip = gripOf(window.id, isBegin ? Hit::What::WindowBegin : Hit::What::WindowEnd);
    const std::vector<Edit> edits = moveEditsWithDependants(document.view(), document.scenario(), grip, *at - from);
    document.edit(edits, moveLabel(document.preview(edits), grip));
    return {};
}

QString typeWindow(Document& document, const Window& window, const QString& text)
{
    if (document.isOnRecord())
        return typeBound(document, window, true, false, text);
    const Result<Instant> at = typedInstant(document.view(), window.begin.earliest, bytes(text));
    if (!at)
        return shownProblem(at.error());
    const Hit grip = gripOf(window.id, Hit::What::WindowBar);
    const std::vector<Edit> edits = moveEditsWithDependants(document.view(), document.scenario(), grip, *at - window.begin.earliest);
    document.edit(edits, moveLabel(document.preview(edits), grip));
    return {};
}

bool canCorrectInstead(const Document& document)
{
    // A correction states a clock, and without any clock that would tell when the zero was.
    const bool hasClocks = document.isOpen() && !document.view().record().isElapsed;
    if (!hasClocks || document.isOnRecord() || document.scenario().edits.empty())
        return false;
    return std::ranges::all_of(document.scenario().edits, [](const Edit& edit) {
        return !std::holds_alternative<DropEvent>(edit) && !std::holds_alternative<AddEvent>(edit);
    });
}

void correctInstead(Document& document)
{
    if (!canCorrectInstead(document))
        return;
    const std::vector<Change> changes = correctionsOf(document.view(), document.study().reading);
    const int scenario = document.study().current;
    document.undoStack()->beginMacro(said("Correct the document"));
    document.removeScenario(scenario);
    document.choose(-1);
    document.read(changes, said("Correct the document"));
    document.undoStack()->endMacro();
}

} // namespace lockstep
