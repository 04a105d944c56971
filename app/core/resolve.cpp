#include "core/resolve.h"
#include "core/anchors.h"
#include "core/comparable.h"
#include "core/joined.h"
#include "core/newest_first.h"
#include "core/notation.h"
#include "core/proposals.h"
#include "core/resolve_words.h"
#include "core/scenario.h"
#include "core/words.h"
#include <algorithm>
#include <map>

namespace lockstep {

namespace {

template <class T> void append(std::vector<T>& to, const std::vector<T>& more)
{
    to.insert(to.end(), more.begin(), more.end());
}

template <class T> void append(std::vector<T>& to, std::vector<T>&& more)
{
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Sentences about single rows stand with the row and among the problems, once.
void sayOfRows(const ReadFile& file, Resolved& out)
{
    const Draft& draft = file.known.draft;
    std::set<std::pair<int, std::string>> said;
    for (const Problem& problem : out.problems)
        if (problem.file == draft.file)
            said.emplace(problem.line, problem.what);
    for (const DraftEvent& e : draft.events)
        for (const std::string& doubt : e.doubts)
            if (said.emplace(e.line, doubt).second)
                out.problems.push_back({Severity::Note, e.line, 0, doubt, {}});
    for (const RowNote& note : file.notes) {
        out.timeline.change(rowNumber(draft, note.row), [&](Event& row) { row.notes.push_back(note.sentence); });
        out.problems.push_back({Severity::Note, draft.events[note.row].line, 0, note.sentence, {}});
    }
}

/// A month and a day without any year set no date; the document stays undated.
void sayYearless(const ReadFile& file, Resolved& out)
{
    const DraftRows& events = file.known.draft.events;
    const auto stated = std::ranges::find_if(events, [](const DraftEvent& e) { return e.date.has_value(); });
    if (!file.known.calendar.isYearless || stated == events.end())
        return;
    const std::string& written = stated->date->written;
    if (file.known.company.isAlone)
        out.yearlessDate = written;
    const int line = stated->date->line > 0 ? stated->date->line : stated->line;
    out.problems.push_back({Severity::Note, line, 0, "'" + written + "' has no year, so it sets no date.", {}});
}

/// Look-ups whose own words contradict the windows; the row itself says it where its outcome is shown.
void sayContradicted(Resolved& out)
{
    const TimelineView view = applied(out.timeline, {});
    for (const Event& event : out.timeline.events) {
        const OutcomeOf found = view.outcome(event.id);
        if (found.note.empty() || (found.outcome != Outcome::None && found.outcome != Outcome::Blocked))
            continue;
        out.problems.push_back({Severity::Note, event.line, 0, "Row " + std::to_string(event.id) + ": " + found.note, {}, event.file});
    }
}

/// Without any zone the clocks stand as written: a doubt about every row.
void sayUnzoned(const Understanding& known, Resolved& out)
{
    if (std::string unzoned = unzonedWords(known); !unzoned.empty() && !out.timeline.events.empty())
        out.problems.push_back({Severity::Note, 0, 0, std::move(unzoned), {}});
}

void sayReversed(const std::vector<ReversedPair>& reversed, Resolved& out)
{
    for (const ReversedPair& pair : reversed)
        out.problems.push_back({Severity::Warning, out.timeline.event(pair.second).line, 0, reversedWords(pair),
                                "Drawn as stated."});
}

/// The ways to fix what runs backwards are the rivals of drawing it as stated.
void sayRepairs(const ReadFile& file, const Resolved& own, Resolved& out)
{
    if (own.repairs.empty())
        return;
    const bool isAlone = file.known.company.isAlone;
    const int line = own.reversed.empty() ? 0 : out.timeline.event(own.reversed.front().second).line;
    Inference order{isAlone ? "order" : "order of " + file.known.draft.sourceName, "drawn as stated", "", {}, line, file.known.draft.file};
    order.because = own.reversed.empty() ? "A midnight was inferred that no stated duration fits." : rowsBackwards(own.reversed.size()) + ".";
    for (const Repair& repair : own.repairs)
        order.rivals.push_back({withSmall(repair.what) + ' ' + repair.effect, repair.changes});
    out.inferences.push_back(std::move(order));
}

/// The prose of all files, each sentence with its file.
std::vector<Prose> proseOf(const std::vector<ReadFile>& files)
{
    std::vector<Prose> all;
    for (const ReadFile& file : files)
        for (const Prose& sentence : file.known.draft.prose)
            all.push_back({sentence.line, sentence.text, file.known.draft.file});
    return all;
}

/// Kinds, windows, links and moments: what the words say, then what the reading says.
void addMeaning(const std::vector<ReadFile>& files, const Reading& reading, Timeline& timeline)
{
    recogniseKinds(timeline);
    applyMeaning(files.front().known.corrections, reading, timeline);
    timeline.windows = proposeWindows(timeline, proseOf(files));
    applyWindows(reading, timeline);
    nameMoments(reading, timeline);
}

/// All that `say` adds to a list is about a file.
template <class T, class Say> void about(const ReadFile& file, std::vector<T>& list, Say say)
{
    const auto before = static_cast<std::ptrdiff_t>(list.size());
    say();
    std::for_each(list.begin() + before, list.end(), [&](T& added) { added.file = file.known.draft.file; });
}

/// Whether a note says of its row what the one before says of the row above: one choice for both.
bool goesOn(const RowNote& before, const RowNote& note)
{
    return note.isOfDay && before.isOfDay && note.row == before.row + 1 && note.sentence == before.sentence && note.rivals.size() == before.rivals.size();
}

/// What was decided about single rows and could have been otherwise.
std::vector<Inference> rowInferences(const ReadFile& file)
{
    std::vector<Inference> inferences;
    const RowNote* before = nullptr;
    EventId first = 0;
    for (const RowNote& note : file.notes) {
        if (note.rivals.empty())
            continue;
        const EventId id = rowNumber(file.known.draft, note.row);
        if (before != nullptr && goesOn(*before, note)) {
            Inference& same = inferences.back();
            same.about = "days of rows " + std::to_string(first) + " to " + std::to_string(id);
            for (std::size_t i = 0; i < note.rivals.size(); ++i)
                append(same.rivals[i].changes, note.rivals[i].changes);
        } else {
            first = id;
            inferences.push_back({.about = (note.isOfDay ? "day of row " : "clock of row ") + std::to_string(id), .answer = note.answer,
                .because = note.sentence, .rivals = note.rivals, .line = file.known.draft.events[note.row].line});
        }
        before = &note;
    }
    return inferences;
}

void addInferences(const ReadFile& file, Resolved& out)
{
    about(file, out.inferences, [&] {
        append(out.inferences, zoneInferences(file.known));
        append(out.inferences, file.known.calendar.inferences);
        append(out.inferences, notationInferences(file.known));
        append(out.inferences, rowInferences(file));
    });
}

void addProblems(const ReadFile& file, Resolved& out)
{
    about(file, out.problems, [&] {
        append(out.problems, file.known.draft.problems);
        append(out.problems, file.known.clocks.problems);
        append(out.problems, file.known.calendar.problems);
        append(out.problems, contradictedZones(file.known));
    });
}

/// What the order of a file's rows tells of it: what runs backwards, and the ways to mend that.
/// record: the file's own, which of a single file is the whole timeline.
Resolved orderOf(const ReadFile& file, const Timeline& record, const Reading& reading)
{
    Resolved own;
    own.reversed = reversedRows(record);
    own.repairs = repairsFor(file.known.draft, reading, file.known, record);
    own.disorder = disorderOf(file.known, own, record);
    return own;
}

void sayOfFile(const ReadFile& file, const Resolved& own, Resolved& out)
{
    about(file, out.problems, [&] {
        sayOfRows(file, out);
        sayReversed(own.reversed, out);
        sayUnzoned(file.known, out);
        sayYearless(file, out);
    });
    append(out.reversed, own.reversed);
    append(out.repairs, own.repairs);
    if (out.disorder.empty() && !own.disorder.empty())
        out.disorder = file.known.company.isAlone ? own.disorder : file.known.draft.sourceName + ": " + own.disorder;
}

/// Gives the memory back; assigned an empty list, a vector keeps it.
template <class T> void drop(T& held) { held = T{}; }

/// What was found out of single rows stands in the record by now; a log has a million of them.
void dropRows(ReadFile& file)
{
    drop(file.notes);
    drop(file.known.calendar.notes);
    drop(file.known.calendar.local);
    drop(file.known.calendar.endLocal);
    drop(file.known.lanes.laneOf);
    drop(file.known.clocks.clockOf);
    drop(file.known.clocks.overridden);
}

} // namespace

std::vector<ReversedPair> reversedRows(const Timeline& timeline)
{
    /// Comparable rows of one incident.
    struct Sequence {
        Steps steps;
        EventId last = 0;
        Instant at;
    };
    std::map<std::pair<int, bool>, Sequence> sequences;
    const auto eachRow = [&](auto look) {
        for (const Event& e : timeline.events)
            if (e.hasClock && e.hasInstant)
                look(e, sequences[{e.group, e.zoneName.empty()}]);
    };
    eachRow([](const Event& e, Sequence& sequence) { sequence.steps.take(e.at.time_since_epoch()); });
    std::vector<ReversedPair> found;
    eachRow([&](const Event& e, Sequence& sequence) {
        const EventId above = std::exchange(sequence.last, e.id);
        const Instant before = std::exchange(sequence.at, e.at);
        const bool isUpwards = sequence.steps.areNewestFirst();
        if (above != 0 && (isUpwards ? before < e.at : e.at < before))
            found.push_back(isUpwards ? ReversedPair{e.id, above, e.at - before} : ReversedPair{above, e.id, before - e.at});
    });
    std::ranges::sort(found, {}, &ReversedPair::second);
    return found;
}

Resolved resolve(const Draft& draft, const Reading& reading)
{
    const std::optional<Draft> again = readAgain(draft, reading);
    std::vector<ReadFile> files = readFiles(again ? *again : draft, reading);
    Resolved out;
    out.timeline = joined(files);
    for (const ReadFile& file : files)
        addInferences(file, out);
    for (const ReadFile& file : files)
        addProblems(file, out);
    append(out.problems, strayEntries(reading, out.timeline));
    append(out.problems, undatedFiles(out.timeline));
    std::vector<Resolved> orders;
    for (const ReadFile& file : files) {
        orders.push_back(orderOf(file, files.size() == 1 ? out.timeline : file.record, reading));
        sayOfFile(file, orders.back(), out);
    }
    for (ReadFile& file : files)
        dropRows(file);

    addMeaning(files, reading, out.timeline);
    append(out.inferences, meaningInferences(out.timeline));
    append(out.inferences, momentInferences(out.timeline));
    out.claims = checkClaims(out.timeline, proseOf(files));
    sayContradicted(out);
    std::ranges::stable_sort(out.problems, {}, [](const Problem& p) { return std::pair{p.file, p.line}; });
    for (std::size_t i = 0; i < files.size(); ++i)
        sayRepairs(files[i], orders[i], out);
    out.message = messageOf(files, out);
    out.why = whyOf(files, out);
    return out;
}

} // namespace lockstep
