#include "core/what_if_edits.h"
#include "core/finding_words.h"
#include "core/vocabulary.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

bool sameEnds(const Bound& a, const Bound& b)
{
    return a.earliest == b.earliest && a.latest == b.latest;
}

bool isMoved(const TimelineView& view, const Window& window)
{
    const Window* recorded = view.recordedWindow(window.id);
    return recorded == nullptr || !sameEnds(recorded->begin, window.begin) || !sameEnds(recorded->end, window.end);
}

/// Locks first, the rest as the view has them.
std::vector<const Window*> ordered(const TimelineView& view)
{
    std::vector<const Window*> windows;
    for (const Window& window : view.windows())
        windows.push_back(&window);
    std::stable_partition(windows.begin(), windows.end(), [](const Window* w) { return w->effect == Effect::Blocks; });
    return windows;
}

std::string verb(const Window& window, std::string_view stem)
{
    return ' ' + std::string {stem} + (readsAsPlural(window.name) ? "" : "s");
}

std::string utcMoment(Instant at)
{
    return clockLabel(Zone::utc().wallAt(at)) + " UTC";
}

/// "at 23:59 in Washington† instead of 23:30", on the clock of the row the window begins with, else on UTC.
std::string beginWords(const TimelineView& view, const Window& now, const Window& then)
{
    const auto lane = laneOf(view, now);
    const Instant at = now.begin.earliest, was = then.begin.earliest;
    if (!lane)
        return " at " + utcMoment(at) + " instead of " + clockLabel(Zone::utc().wallAt(was));
    return " at " + momentIn(view, *lane, at) + " instead of " + clockIn(view, *lane, was);
}

std::string distanceWords(Millis by)
{
    return ' ' + spelledLength(by < Millis {0} ? -by : by) + (by < Millis {0} ? " earlier" : " later");
}

void sayWindow(const TimelineView& view, const Window& window, std::vector<std::string>& sentences)
{
    const Window* recorded = view.recordedWindow(window.id);
    if (recorded == nullptr) {
        sentences.push_back(window.effect == Effect::Blocks
                ? window.name + verb(window, "lock") + ' ' + scopeWords(view, window) + " from "
                    + utcMoment(window.begin.earliest) + '.'
                : window.name + verb(window, "start") + " at " + utcMoment(window.begin.earliest) + '.');
        return;
    }
    const Millis begin = window.begin.earliest - recorded->begin.earliest,
                 end = window.end.latest - recorded->end.latest;
    if (begin != Millis {0})
        sentences.push_back(window.name + verb(window, "start") + beginWords(view, window, *recorded) + '.');
    if (end != begin && end != Millis {0})
        sentences.push_back(window.name + verb(window, "end") + distanceWords(end) + '.');
}

/// Rows that moved on their own, not with a window they are tied to.
std::vector<EventId> movedAlone(const TimelineView& view)
{
    std::set<EventId> carried;
    for (const Window& window : view.windows()) {
        for (const Bound* bound : {&window.begin, &window.end}) {
            if (bound->tiedTo && isMoved(view, window))
                carried.insert(*bound->tiedTo);
        }
    }
    std::vector<EventId> alone;
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        if (view.moved(id) != Millis {0} && !carried.contains(id))
            alone.push_back(id);
    }
    return alone;
}

void sayRows(const TimelineView& view, std::vector<std::string>& sentences)
{
    const std::vector<EventId> moved = movedAlone(view);
    if (moved.size() == 1) {
        const EventId id = moved.front();
        sentences.push_back(
            "Row " + std::to_string(id) + " moves to " + momentIn(view, view.event(id).lane, view.at(id)) + '.');
    } else if (!moved.empty()) {
        sentences.push_back(std::to_string(moved.size()) + " rows move.");
    }
    int dropped = 0, added = 0;
    EventId last = 0;
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        const bool isRecorded = view.record().has(id);
        if (view.isDropped(id) && isRecorded) {
            ++dropped;
            last = id;
        }
        if (!isRecorded && !view.isDropped(id))
            ++added;
    }
    if (dropped == 1)
        sentences.push_back("Row " + std::to_string(last) + " is left out.");
    if (dropped > 1)
        sentences.push_back(std::to_string(dropped) + " rows are left out.");
    if (added > 0)
        sentences.push_back(counted(added, "row") + (added == 1 ? " is added." : " are added."));
}

void sayReads(const TimelineView& view, std::vector<std::string>& sentences)
{
    for (std::size_t i = 0; i < view.record().lanes.size(); ++i) {
        const LaneId lane = static_cast<LaneId>(i);
        const ResourceId reads = view.laneReads(lane);
        if (reads == view.record().lane(lane).reads || reads.empty())
            continue;
        const std::string who = withCapital(laneInSentence(view.record().lane(lane)));
        sentences.push_back(
            who + (readsAsPlural(who) ? " read " : " reads ") + resourceWords(view.record(), reads) + '.');
    }
}

} // namespace

LockEdits lockEditsOf(const TimelineView& view)
{
    LockEdits edits;
    for (const Window* window : ordered(view)) {
        const Window* recorded = view.recordedWindow(window->id);
        const bool locks = window->effect == Effect::Blocks;
        if (isMoved(view, *window)) {
            edits.moved = edits.moved || locks;
            if (!edits.begin)
                edits.begin = window->begin.earliest;
        }
        if (locks && recorded != nullptr && recorded->scope != window->scope && edits.narrowed == nullptr)
            edits.narrowed = window;
    }
    for (const Window& recorded : view.record().windows)
        edits.moved = edits.moved || (recorded.effect == Effect::Blocks && windowIn(view, recorded.id) == nullptr);
    return edits;
}

std::vector<std::string> editSentences(const TimelineView& view)
{
    std::vector<std::string> sentences;
    const LockEdits edits = lockEditsOf(view);
    for (const Window* window : ordered(view)) {
        if (isMoved(view, *window))
            sayWindow(view, *window, sentences);
    }
    for (const Window& recorded : view.record().windows) {
        if (windowIn(view, recorded.id) == nullptr)
            sentences.push_back(recorded.name + ' ' + std::string {isOrAre(recorded.name)} + " left out.");
    }
    // Without a moved lock the headline itself names the new scope.
    if (edits.narrowed != nullptr && edits.moved)
        sentences.push_back(edits.narrowed->name + verb(*edits.narrowed, "lock")
            + (edits.narrowed->scope.all ? " " : " only ") + scopeWords(view, *edits.narrowed) + '.');
    sayReads(view, sentences);
    sayRows(view, sentences);
    return sentences;
}

} // namespace lockstep
