#include "core/resolve.h"
#include "core/comparable.h"
#include "core/proposals.h"
#include "core/resolve_words.h"
#include "core/scenario.h"
#include <algorithm>

namespace lockstep {

namespace {

void append(std::vector<Problem>& to, const std::vector<Problem>& more)
{
    to.insert(to.end(), more.begin(), more.end());
}

/// Sentences about single rows stand with the row and among the problems, once.
void sayOfRows(const std::vector<RowNote>& notes, const Draft& draft, Resolved& out)
{
    std::set<std::pair<int, std::string>> said;
    for (const Problem& problem : out.problems)
        said.emplace(problem.line, problem.what);
    for (const DraftEvent& e : draft.events)
        for (const std::string& doubt : e.doubts)
            if (said.emplace(e.line, doubt).second)
                out.problems.push_back({Severity::Note, e.line, 0, doubt, {}});
    for (const RowNote& note : notes) {
        out.timeline.events[note.row].notes.push_back(note.sentence);
        out.problems.push_back({Severity::Note, draft.events[note.row].line, 0, note.sentence, {}});
    }
}

/// A month and a day without any year set no date; the document stays undated.
void sayYearless(const Draft& draft, const Calendar& calendar, Resolved& out)
{
    const auto stated = std::ranges::find_if(draft.events, [](const DraftEvent& e) { return e.date.has_value(); });
    if (!calendar.isYearless || stated == draft.events.end())
        return;
    out.yearlessDate = stated->date->written;
    const int line = stated->date->line > 0 ? stated->date->line : stated->line;
    out.problems.push_back({Severity::Note, line, 0, "'" + out.yearlessDate + "' has no year, so it sets no date.", {}});
}

/// Look-ups whose own words contradict the windows; the row itself says it where its outcome is shown.
void sayContradicted(Resolved& out)
{
    const TimelineView view = applied(out.timeline, {});
    for (const Event& event : out.timeline.events) {
        const OutcomeOf found = view.outcome(event.id);
        if (found.note.empty() || (found.outcome != Outcome::None && found.outcome != Outcome::Blocked))
            continue;
        out.problems.push_back({Severity::Note, event.line, 0, "Row " + std::to_string(event.id) + ": " + found.note, {}});
    }
}

/// Without any zone the clocks stand as written: a doubt about every row.
void sayUnzoned(const Understanding& known, Resolved& out)
{
    if (std::string unzoned = unzonedWords(known); !unzoned.empty() && !out.timeline.events.empty())
        out.problems.push_back({Severity::Note, 0, 0, std::move(unzoned), {}});
}

void sayReversed(Resolved& out)
{
    for (const ReversedPair& pair : out.reversed)
        out.problems.push_back({Severity::Warning, out.timeline.event(pair.second).line, 0, reversedWords(pair),
                                "Drawn as stated."});
}

/// The ways to fix what runs backwards are the rivals of drawing it as stated.
void sayRepairs(Resolved& out)
{
    if (out.repairs.empty())
        return;
    Inference order{"order", "drawn as stated", "", {}, 0};
    order.because = out.reversed.empty() ? "A midnight was inferred that no stated duration fits." : rowsBackwards(out.reversed.size()) + ".";
    for (const Repair& repair : out.repairs)
        order.rivals.push_back(repair.what + ' ' + repair.effect);
    out.inferences.push_back(std::move(order));
}

/// Kinds, windows and links: what the words say, then what the reading says.
void addMeaning(const Draft& draft, const Reading& reading, const Corrections& corrections, Timeline& timeline)
{
    recogniseKinds(timeline);
    applyMeaning(corrections, reading, timeline);
    timeline.windows = proposeWindows(timeline, draft.prose);
    applyWindows(reading, timeline);
}

} // namespace

std::vector<ReversedPair> reversedRows(const Timeline& timeline)
{
    std::vector<ReversedPair> found;
    const Event *withZone = nullptr, *withoutZone = nullptr;
    for (const Event& e : timeline.events) {
        if (!e.hasClock || !e.hasInstant)
            continue;
        const Event*& before = e.zoneName.empty() ? withoutZone : withZone;
        if (before && before->group == e.group && e.at < before->at)
            found.push_back({before->id, e.id, before->at - e.at});
        before = &e;
    }
    return found;
}

Resolved resolve(const Draft& draft, const Reading& reading)
{
    const Understanding known = understand(draft, reading);
    Resolved out;
    std::vector<RowNote> notes = known.calendar.notes;
    out.timeline = recordOf(known, notes);
    addMeaning(draft, reading, known.corrections, out.timeline);

    out.reversed = reversedRows(out.timeline);
    out.inferences = zoneInferences(known);
    out.inferences.insert(out.inferences.end(), known.calendar.inferences.begin(), known.calendar.inferences.end());
    const std::vector<Inference> meaning = meaningInferences(out.timeline);
    out.inferences.insert(out.inferences.end(), meaning.begin(), meaning.end());
    out.problems = draft.problems;
    append(out.problems, known.clocks.problems);
    append(out.problems, known.calendar.problems);
    append(out.problems, contradictedZones(known));
    append(out.problems, strayEntries(reading, out.timeline));
    sayOfRows(notes, draft, out);
    sayReversed(out);
    sayUnzoned(known, out);
    sayYearless(draft, known.calendar, out);
    sayContradicted(out);
    std::ranges::stable_sort(out.problems, {}, &Problem::line);
    out.repairs = repairsFor(draft, reading, known, out.timeline);
    sayRepairs(out);
    out.disorder = disorderOf(known, out);
    out.message = messageOf(known, out);
    out.why = whyOf(known, out);
    return out;
}

} // namespace lockstep
