#include "core/compare_words.h"
#include "core/finding_words.h"
#include "core/what_if_edits.h"
#include "core/what_if_finding.h"
#include "core/words.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

std::string withoutDagger(std::string text)
{
    static constexpr std::string_view dagger = "†";
    for (auto at = text.find(dagger); at != std::string::npos; at = text.find(dagger))
        text.erase(at, dagger.size());
    return text;
}

std::vector<EventId> rowsOf(const std::vector<RowPair>& pairs, EventId RowPair::*side)
{
    std::vector<EventId> rows;
    for (const RowPair& pair : pairs)
        rows.push_back(pair.*side);
    return rows;
}

std::string_view isPlural(std::size_t count, std::string_view one, std::string_view many)
{
    return count == 1 ? one : many;
}

/// The sentences of one comparison, in the order they are told.
class Teller {
public:
    Teller(const Comparison& c, const TimelineView& was, const TimelineView& now) : m_c(c), m_was(was), m_now(now) { }

    std::vector<ComparedSentence> all()
    {
        lead();
        happenings();
        for (const ReadChange& change : m_c.outcomes)
            lookUp(change);
        windows();
        for (const ScopeChange& change : m_c.scopes)
            scope(change);
        for (const LaneReadsChange& change : m_c.reads)
            reads(change);
        moves();
        leavings();
        if (m_said.empty())
            say("Nothing differs.");
        return std::move(m_said);
    }

private:
    void say(std::string text, EventId row = 0, WindowId window = {})
    {
        text = withoutDagger(std::move(text));
        const auto isSaid = [&](const ComparedSentence& s) { return s.text == text; };
        if (std::none_of(m_said.begin(), m_said.end(), isSaid))
            m_said.push_back({std::move(text), row, std::move(window)});
    }

    /// What it all comes to: against the record its finding, else how the counts changed.
    void lead()
    {
        if (m_c.isEmpty())
            return;
        if (m_was.isRecord()) {
            for (std::string& sentence : consequenceSentences(m_now))
                say(std::move(sentence));
            return;
        }
        std::vector<OutcomeChange> changes;
        for (const LookUpRow& row : lookUpTable({&m_was, &m_now}))
            changes.push_back({row.ids[1], row.outcomes[0].outcome, row.outcomes[1].outcome});
        if (std::string counted = countedChange(changes); !counted.empty())
            say(counted + '.');
    }
    void happenings()
    {
        if (!m_c.voided.empty())
            say(withCapital(rowsInWords(rowsOf(m_c.voided, &RowPair::now))) + " would not have happened.", m_c.voided.front().now);
        if (!m_c.revived.empty())
            say(withCapital(rowsInWords(rowsOf(m_c.revived, &RowPair::now))) + " would have happened after all.", m_c.revived.front().now);
    }
    void lookUp(const ReadChange& change)
    {
        if (change.now.outcome == Outcome::Void)
            return; // told with what would not have happened
        const std::string now{outcomeOrUnclear(change.now.outcome)};
        const bool wasVoid = change.was.outcome == Outcome::Void;
        say("Row " + std::to_string(change.row.now) + ", " + momentOf(m_now, change.row.now) + ", is " + now
                + (wasVoid ? "." : " instead of " + std::string{outcomeOrUnclear(change.was.outcome)} + '.'),
            change.row.now);
    }
    void windows()
    {
        for (const MovedWindow& moved : m_c.movedWindows)
            for (std::string& sentence : windowSentences(m_now, *windowIn(m_now, moved.window), windowIn(m_was, moved.window)))
                say(std::move(sentence), 0, moved.window);
        for (const WindowId& id : m_c.leftOutWindows)
            if (const Window* window = windowIn(m_was, id))
                say(window->name + ' ' + std::string{isOrAre(window->name)} + " left out.");
        for (const WindowId& id : m_c.takenInWindows) {
            const Window* window = windowIn(m_now, id);
            if (m_now.recordedWindow(id) != nullptr)
                say(window->name + ' ' + std::string{isOrAre(window->name)} + " not left out.", 0, id);
            else
                for (std::string& sentence : windowSentences(m_now, *window, nullptr))
                    say(std::move(sentence), 0, id);
        }
    }
    void scope(const ScopeChange& change)
    {
        say(scopeWhatIf(m_now, *windowIn(m_now, change.window)) + " instead of " + scopeWords(m_was, *windowIn(m_was, change.window)) + '.',
            0, change.window);
    }
    void reads(const LaneReadsChange& change)
    {
        const auto words = [&](const ResourceId& id) { return id.empty() ? "no named copy" : resourceWords(m_now.record(), id); };
        const std::string who = withCapital(laneInSentence(m_now.record().lane(change.lane)));
        say(who + (readsAsPlural(who) ? " read " : " reads ") + words(change.now) + " instead of " + words(change.was) + '.');
    }
    /// Rows that moved by themselves; those a window carried are told with it.
    void moves()
    {
        std::map<Millis, std::vector<RowPair>> byDistance;
        for (const MovedRow& moved : m_c.movedRows)
            if (!isCarried(moved))
                byDistance[moved.by].push_back(moved.row);
        for (const auto& [by, rows] : byDistance) {
            const RowPair first = rows.front();
            if (rows.size() == 1)
                say("Row " + std::to_string(first.now) + " moves to " + momentOf(m_now, first.now) + ", " + distanceWords(by) + '.', first.now);
            else
                say(withCapital(rowsInWords(rowsOf(rows, &RowPair::now))) + " move " + distanceWords(by) + '.', first.now);
        }
    }
    bool isCarried(const MovedRow& moved) const
    {
        return std::any_of(m_c.movedWindows.begin(), m_c.movedWindows.end(), [&](const MovedWindow& m) {
            const Window& window = *windowIn(m_now, m.window);
            return (window.begin.tiedTo == moved.row.now && m.by.begin == moved.by)
                || (window.end.tiedTo == moved.row.now && m.by.end == moved.by);
        });
    }
    void leavings()
    {
        std::vector<EventId> out, in;
        for (const RowPair& row : m_c.leftOut) {
            if (row.now != 0)
                out.push_back(row.now);
            else
                say("The row added at " + momentOf(m_was, row.was) + " is not there.");
        }
        for (const RowPair& row : m_c.takenIn) {
            if (m_now.record().has(row.now))
                in.push_back(row.now);
            else
                say("Row " + std::to_string(row.now) + " is added at " + momentOf(m_now, row.now) + '.', row.now);
        }
        if (!out.empty())
            say(withCapital(rowsInWords(out)) + std::string{isPlural(out.size(), " is", " are")} + " left out.", out.front());
        if (!in.empty())
            say(withCapital(rowsInWords(in)) + std::string{isPlural(in.size(), " is", " are")} + " not left out.", in.front());
    }

    const Comparison& m_c;
    const TimelineView &m_was, &m_now;
    std::vector<ComparedSentence> m_said;
};

} // namespace

std::vector<ComparedSentence> sentencesOf(const Comparison& comparison, const TimelineView& was, const TimelineView& now)
{
    return Teller{comparison, was, now}.all();
}

std::string momentOf(const TimelineView& view, EventId id)
{
    return withoutDagger(momentIn(view, view.common(id).lane, view.at(id)));
}

std::string_view outcomeOrUnclear(Outcome outcome)
{
    return outcome == Outcome::None ? "unclear" : outcomeWords(outcome);
}

} // namespace lockstep
