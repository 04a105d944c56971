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

/// Half a day or more: two clocks no longer tell which way and how far.
bool isFar(Millis by)
{
    return by <= -std::chrono::hours {12} || by >= std::chrono::hours {12};
}

/// "at 23:59 in Washington† instead of 23:30", on the clock of the row the window begins with, else on UTC;
/// "365 days later, at 23:30 in Washington†" where it is far.
std::string beginWords(const TimelineView& view, const Window& now, const Window& then)
{
    const auto lane = laneOf(view, now);
    const Instant at = now.begin.earliest, was = then.begin.earliest;
    const std::string where = " at " + (lane ? momentIn(view, *lane, at) : utcMoment(at));
    if (isFar(at - was))
        return ' ' + distanceWords(at - was) + ',' + where;
    return where + " instead of " + (lane ? clockIn(view, *lane, was) : clockLabel(Zone::utc().wallAt(was)));
}

void say(std::vector<std::string>& sentences, std::vector<std::string> more)
{
    sentences.insert(sentences.end(), more.begin(), more.end());
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
    for (const auto& [id, by] : view.movedRows()) {
        if (!carried.contains(id))
            alone.push_back(id);
    }
    return alone;
}

/// Of rows that moved, those that did not follow a cause moved as far.
std::vector<EventId> leadersOf(const TimelineView& view, const std::vector<EventId>& moved)
{
    std::set<EventId> leaders {moved.begin(), moved.end()};
    for (const Link& link : view.record().links) {
        if (view.moved(link.cause) != Millis {0} && view.moved(link.cause) == view.moved(link.effect))
            leaders.erase(link.effect);
    }
    return {leaders.begin(), leaders.end()};
}

/// "Row 3 moves to 10:40 in Vietnam, and 10 rows follow.", "4 rows move."
std::string movedRowsSentence(const TimelineView& view)
{
    const std::vector<EventId> moved = movedAlone(view);
    if (moved.empty())
        return {};
    const std::vector<EventId> leaders = leadersOf(view, moved);
    if (leaders.size() != 1)
        return counted(static_cast<int>(moved.size()), "row") + (moved.size() == 1 ? " moves." : " move.");
    const EventId id = leaders.front();
    const int others = static_cast<int>(moved.size()) - 1;
    const std::string far = isFar(view.moved(id)) ? ", " + distanceWords(view.moved(id)) : std::string {};
    return "Row " + std::to_string(id) + " moves to " + momentIn(view, view.common(id).lane, view.at(id)) + far
        + (others == 0 ? "." : ", and " + counted(others, "row") + (others == 1 ? " follows." : " follow."));
}

void sayRows(const TimelineView& view, std::vector<std::string>& sentences)
{
    if (std::string moved = movedRowsSentence(view); !moved.empty())
        sentences.push_back(std::move(moved));
    const auto isRecorded = [&view](EventId id) { return view.record().has(id); };
    const std::set<EventId>& gone = view.droppedRows();
    const auto dropped = std::count_if(gone.begin(), gone.end(), isRecorded);
    const auto added = view.eventCount() - static_cast<int>(view.record().events.size() + gone.size()) + static_cast<int>(dropped);
    if (dropped == 1)
        sentences.push_back("Row " + std::to_string(*std::find_if(gone.begin(), gone.end(), isRecorded)) + " is left out.");
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

std::string voidSentence(const TimelineView& view)
{
    const std::set<EventId>& rows = view.voidRows();
    if (rows.empty())
        return {};
    return (rows.size() == 1 ? "Row " + std::to_string(*rows.begin()) : std::to_string(rows.size()) + " rows") + " would not have happened.";
}

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

std::string scopeWhatIf(const TimelineView& view, const Window& window)
{
    const std::string_view does = window.effect == Effect::Blocks ? "lock" : "concern";
    return window.name + verb(window, does) + (window.scope.all ? " " : " only ") + scopeWords(view, window);
}

std::string distanceWords(Millis by)
{
    return spelledLength(by < Millis {0} ? -by : by) + (by < Millis {0} ? " earlier" : " later");
}

std::vector<std::string> windowSentences(const TimelineView& view, const Window& window, const Window* was)
{
    if (was == nullptr)
        return {window.effect == Effect::Blocks
                ? window.name + verb(window, "lock") + ' ' + scopeWords(view, window) + " from "
                    + utcMoment(window.begin.earliest) + '.'
                : window.name + verb(window, "start") + " at " + utcMoment(window.begin.earliest) + '.'};
    const Millis begin = window.begin.earliest - was->begin.earliest, end = window.end.latest - was->end.latest;
    std::vector<std::string> sentences;
    if (begin != Millis {0})
        sentences.push_back(window.name + verb(window, "start") + beginWords(view, window, *was) + '.');
    if (end != begin && end != Millis {0})
        sentences.push_back(window.name + verb(window, "end") + ' ' + distanceWords(end) + '.');
    return sentences;
}

std::vector<std::string> editSentences(const TimelineView& view)
{
    std::vector<std::string> sentences;
    const LockEdits edits = lockEditsOf(view);
    for (const Window* window : ordered(view)) {
        if (isMoved(view, *window))
            say(sentences, windowSentences(view, *window, view.recordedWindow(window->id)));
    }
    for (const Window& recorded : view.record().windows) {
        if (windowIn(view, recorded.id) == nullptr)
            sentences.push_back(recorded.name + ' ' + std::string {isOrAre(recorded.name)} + " left out.");
    }
    // Without a moved lock the headline itself names the new scope.
    if (edits.narrowed != nullptr && edits.moved)
        sentences.push_back(scopeWhatIf(view, *edits.narrowed) + '.');
    sayReads(view, sentences);
    sayRows(view, sentences);
    return sentences;
}

} // namespace lockstep
