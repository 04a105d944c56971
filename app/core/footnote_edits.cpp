#include "core/assumption.h"
#include "core/finding_words.h"
#include "core/footnote_parts.h"
#include "core/what_if_edits.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

std::string row(EventId id)
{
    return "row " + std::to_string(id);
}

std::string clockText(const Clock& clock)
{
    return clockLabel(WallTime {clock.sinceMidnight()});
}

std::string fromWhat(const ReadingEntry& entry)
{
    return entry.was.empty() ? "" : " from " + entry.was;
}

/// A decision about the reading, as one sentence.
struct Said {
    const ReadingEntry& entry;

    std::string operator()(const SetTitle&) const { return {}; }
    std::string operator()(const SetDate&) const { return {}; } // stands with the days
    std::string operator()(const SetZone& c) const
    {
        const std::string whole = c.source.empty() ? "the document" : c.source;
        return "The zone of " + (c.lane.empty() ? whole : c.lane) + " was set" + fromWhat(entry) + " to "
            + c.zone + '.';
    }
    std::string operator()(const SetClockAhead&) const { return {}; } // stands with the sources
    static std::string where(const std::string& source) { return source.empty() ? std::string{} : " of " + source; }
    std::string operator()(const SetZoneWords& c) const
    {
        return "\u201C" + c.words + "\u201D" + where(c.source) + " was set" + fromWhat(entry) + " to " + c.zone + '.';
    }
    std::string operator()(const SetYear& c) const
    {
        return "The year of dates without one" + where(c.source) + " was set" + fromWhat(entry) + " to " + std::to_string(c.year) + '.';
    }
    std::string operator()(const SetDayOrder& c) const
    {
        return "Dates in digits" + where(c.source) + " were set to " + (c.dayFirst ? "day" : "month") + " first.";
    }
    std::string operator()(const SetEpochUnit& c) const
    {
        return "Numbers in place of clocks" + where(c.source) + " were set to " + std::string{epochWords(c.unit)} + '.';
    }
    std::string operator()(const SetColumns& c) const { return "The columns" + where(c.source) + " were named by hand: " + c.columns + '.'; }
    std::string operator()(const SetRowOrder& c) const
    {
        return "The rows" + where(c.source) + " were set to " + (c.newestFirst ? "newest" : "oldest") + " first.";
    }
    std::string operator()(const SetMidnight& c) const
    {
        return std::string{c.passed ? "A midnight" : "No midnight"} + " was set before " + row(c.event) + '.';
    }
    std::string operator()(const SetClock& c) const
    {
        return "The clock of " + row(c.event) + " was corrected" + fromWhat(entry) + " to " + clockText(c.clock) + '.';
    }
    std::string operator()(const SetLane& c) const
    {
        return "The lane of " + row(c.event) + " was set" + fromWhat(entry) + " to " + c.lane + '.';
    }
    std::string operator()(const SetKind& c) const
    {
        return withCapital(row(c.event))
            + (c.kind == Kind::Read ? " was marked as a look-up." : " was marked as no look-up.");
    }
    std::string operator()(const SetEventReads& c) const
    {
        return withCapital(row(c.event)) + " was said to read " + c.resource + '.';
    }
    std::string operator()(const SetLaneReads&) const { return {}; } // told of all lanes together
    std::string operator()(const SetResource&) const { return {}; }
    std::string operator()(const SetWindow&) const { return {}; } // told of all windows together
    std::string operator()(const RemoveWindow& c) const
    {
        return "\u201C" + c.window + "\u201D was taken out by hand.";
    }
    std::string operator()(const SetLink&) const { return {}; }
    std::string operator()(const RemoveLink&) const { return {}; }
    std::string operator()(const SetAnchor&) const { return {}; }
    std::string operator()(const RemoveAnchor&) const { return {}; }
    std::string operator()(const SetMetric&) const { return {}; }
    std::string operator()(const RemoveMetric&) const { return {}; }
    std::string operator()(const SetFold& c) const
    {
        return withCapital(row(c.event)) + " was set to the " + (c.later ? "later" : "earlier") + " of its two times.";
    }
};

struct Shift {
    Millis begin {0}, end {0};
    bool isRigid() const { return begin == end; }
};

Shift shiftOf(const TimelineView& view, const Window& window)
{
    const Window* recorded = view.recordedWindow(window.id);
    if (recorded == nullptr)
        return {};
    return{.begin = window.begin.earliest - recorded->begin.earliest, .end = window.end.latest - recorded->end.latest};
}

/// Rows tied to a window that moved as far as it did.
std::vector<EventId> rowsWith(const TimelineView& view, const Window& window, Millis by)
{
    std::set<EventId> rows;
    for (const Bound* bound : {&window.begin, &window.end}) {
        if (bound->tiedTo && view.moved(*bound->tiedTo) == by)
            rows.insert(*bound->tiedTo);
    }
    return {rows.begin(), rows.end()};
}

/// "row 2 by +29 min, and the lock with it, as long as recorded (60 to 65 min)"
std::string movedWindow(const TimelineView& view, const Window& window, const Shift& by, std::set<EventId>& told)
{
    const std::string name = lockName(view, window);
    if (!by.isRigid()) {
        std::string text;
        if (by.begin != Millis {0})
            text = "the begin of " + name + " by " + signedLength(by.begin);
        if (by.end != Millis {0})
            text += (text.empty() ? "" : " and ") + ("the end of " + name) + " by " + signedLength(by.end);
        return text + " (now " + windowLength(window) + ')';
    }
    const std::vector<EventId> rows = rowsWith(view, window, by.begin);
    told.insert(rows.begin(), rows.end());
    const std::string length = ", as long as recorded (" + windowLength(window) + ')';
    if (rows.empty())
        return name + " by " + signedLength(by.begin) + length;
    return rowsInWords(rows) + " by " + signedLength(by.begin) + ", and " + name
        + (rows.size() == 1 ? " with it" : " with them") + length;
}

std::string movedSentence(const TimelineView& view)
{
    std::vector<std::string> parts;
    std::set<EventId> told;
    for (const Window& window : view.windows()) {
        const Shift by = shiftOf(view, window);
        if (by.begin != Millis {0} || by.end != Millis {0})
            parts.push_back(movedWindow(view, window, by, told));
    }
    std::map<Millis, std::vector<EventId>> alone;
    for (const auto& [id, by] : view.movedRows()) {
        if (!told.contains(id))
            alone[by].push_back(id);
    }
    for (const auto& [by, rows] : alone)
        parts.push_back(rowsInWords(rows) + " by " + signedLength(by));
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "Moved: " : "; ") + part;
    return text.empty() ? text : text + '.';
}

/// "The bank reads the master, the client the mirror."; "The bank and the client read the mirror."
std::string readsSentence(const TimelineView& view)
{
    std::vector<std::pair<ResourceId, std::vector<std::string>>> readers;
    for (std::size_t i = 0; i < view.record().lanes.size(); ++i) {
        const LaneId lane = static_cast<LaneId>(i);
        const ResourceId reads = view.laneReads(lane);
        if (reads.empty())
            continue;
        auto known = std::find_if(readers.begin(), readers.end(), [&](const auto& r) { return r.first == reads; });
        if (known == readers.end())
            known = readers.insert(readers.end(), {reads, {}});
        known->second.push_back(laneInSentence(view.record().lane(lane)));
    }
    std::string text;
    for (const auto& [resource, lanes] : readers) {
        const std::string who = listed(lanes);
        const std::string verb = isOrAre(who) == "are" ? " read " : " reads ";
        text += (text.empty() ? withCapital(who) : ", " + who) + (text.empty() || verb == " read " ? verb : " ")
            + resourceWords(view.record(), resource);
    }
    return text.empty() ? text : text + '.';
}

/// "The lock and the integration were set by hand."
std::string windowsSentence(const TimelineView& view, const Reading& reading)
{
    std::vector<std::string> names;
    for (const Window& window : view.windows()) {
        const bool isByHand = std::any_of(reading.begin(), reading.end(), [&](const ReadingEntry& entry) {
            const auto* set = std::get_if<SetWindow>(&entry.change);
            return set != nullptr && entry.by == By::Person && set->window.id == window.id;
        });
        if (isByHand)
            names.push_back(lockName(view, window));
    }
    const std::string who = listed(names);
    return names.empty() ? std::string{} : withCapital(who) + ' ' + std::string{wasOrWere(who)} + " set by hand.";
}

std::string scopeSentence(const TimelineView& view)
{
    const Window* window = lockEditsOf(view).narrowed;
    if (window == nullptr)
        return {};
    return withCapital(lockName(view, *window)) + (isOrAre(lockName(view, *window)) == "are" ? " cover " : " covers ") + (window->scope.all ? "" : "only ")
        + scopeWords(view, *window) + '.';
}

/// "Added: the mirror backups, 19:57 to between 20:57 and 21:02 UTC."
std::string addedSentence(const TimelineView& view)
{
    std::vector<std::string> added;
    for (const Window& window : view.windows()) {
        if (view.recordedWindow(window.id) == nullptr)
            added.push_back(windowInSentence(window) + ", " + boundsLabel(view.record(), window) + " UTC");
    }
    const int rows = view.eventCount() - static_cast<int>(view.record().events.size());
    if (rows > 0)
        added.push_back(counted(rows, "row"));
    return added.empty() ? std::string{} : "Added: " + listed(added) + '.';
}

std::string droppedSentence(const TimelineView& view)
{
    std::vector<EventId> rows;
    for (const EventId id : view.droppedRows()) {
        if (view.record().has(id))
            rows.push_back(id);
    }
    return rows.empty() ? std::string {} : "Left out: " + rowsInWords(rows) + '.';
}

/// "Would not have happened: rows 4 to 11, 14 and 15."
std::string voidRowsSentence(const TimelineView& view)
{
    const std::vector<EventId> rows {view.voidRows().begin(), view.voidRows().end()};
    return rows.empty() ? std::string {} : "Would not have happened: " + rowsInWords(rows) + '.';
}

} // namespace

std::vector<std::string> readingSentences(const TimelineView& view, const Reading& reading)
{
    std::vector<std::string> sentences;
    if (view.isRecord())
        sentences.push_back(readsSentence(view)); // a what-if says it with its moves
    sentences.push_back(windowsSentence(view, reading));
    sentences.erase(std::remove(sentences.begin(), sentences.end(), std::string{}), sentences.end());
    for (const ReadingEntry& entry : reading) {
        if (entry.by != By::Person)
            continue;
        if (std::string sentence = std::visit(Said {entry}, entry.change); !sentence.empty())
            sentences.push_back(std::move(sentence));
    }
    return sentences;
}

std::vector<std::string> movedSentences(const TimelineView& view)
{
    std::vector<std::string> sentences {
        movedSentence(view), assumptionSentence(view), scopeSentence(view), readsSentence(view), addedSentence(view),
        droppedSentence(view), voidRowsSentence(view)};
    for (const Problem& problem : view.problems())
        sentences.push_back(problem.what);
    sentences.push_back("Everything else stands as recorded.");
    sentences.erase(std::remove(sentences.begin(), sentences.end(), std::string {}), sentences.end());
    return sentences;
}

} // namespace lockstep
