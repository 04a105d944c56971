#include "core/how_read.h"
#include "core/joined.h"
#include "core/notation.h"
#include "core/resolve_words.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

std::string row(EventId id) { return "row " + std::to_string(id); }

std::string clockText(const Clock& clock) { return clockLabel(WallTime{clock.sinceMidnight()}); }

/// A decision as an inference would say it. Without an answer it is none about how the source is read.
struct Decided {
    std::string about, answer, source;
    EventId row = 0;
};

struct DecidedBy {
    Decided operator()(const SetDate& c) const { return {"date", dateWords(date::local_days{c.firstRow}), c.source}; }
    Decided operator()(const SetZone& c) const { return {c.lane.empty() ? "time zone" : "zone of " + c.lane, c.zone, c.source}; }
    Decided operator()(const SetZoneWords& c) const { return {"offset of '" + c.words + '\'', c.zone, c.source}; }
    Decided operator()(const SetClockAhead& c) const
    {
        return {"clock of " + (c.source.empty() ? "the document" : c.source), lengthLabel(std::chrono::abs(c.by)) + (c.by < Millis{0} ? " slow" : " fast"), c.source};
    }
    Decided operator()(const SetYear& c) const { return {"year", std::to_string(c.year), c.source}; }
    Decided operator()(const SetDayOrder& c) const { return {"dates in digits", c.dayFirst ? "day first" : "month first", c.source}; }
    Decided operator()(const SetEpochUnit& c) const { return {"numbers in place of clocks", std::string{epochWords(c.unit)}, c.source}; }
    Decided operator()(const SetColumns& c) const { return {"columns", c.columns, c.source}; }
    Decided operator()(const SetRowOrder& c) const { return {"order of rows", c.newestFirst ? "newest first" : "oldest first", c.source}; }
    Decided operator()(const SetMidnight& c) const
    {
        return {"day of " + lockstep::row(c.event), c.passed ? "a midnight lies before it" : "no midnight lies before it", {}, c.event};
    }
    Decided operator()(const SetClock& c) const { return {"clock of " + lockstep::row(c.event), clockText(c.clock), {}, c.event}; }
    Decided operator()(const SetFold& c) const { return {"clock of " + lockstep::row(c.event), c.later ? "the later reading" : "the earlier reading", {}, c.event}; }
    Decided operator()(const SetLane& c) const { return {"lane of " + lockstep::row(c.event), c.lane, {}, c.event}; }
    Decided operator()(const SetKind& c) const { return {lockstep::row(c.event), c.kind == Kind::Read ? "a look-up" : "no look-up", {}, c.event}; }
    Decided operator()(const RemoveWindow& c) const { return {"window " + c.window, "left out", {}}; }
    template <class Other> Decided operator()(const Other&) const { return {}; }
};

/// The rows by the lines they stand on; a log has a million of them, and many notes.
class Lines {
    /// Where a row stands.
    struct Stood {
        int file, line;
        EventId id;
        std::pair<int, int> place() const { return {file, line}; }
    };

public:
    explicit Lines(const Timeline& timeline) : m_timeline(timeline)
    {
        m_rows.reserve(timeline.events.size());
        for (const Event& e : timeline.events)
            if (e.line > 0)
                m_rows.push_back({e.file, e.line, e.id});
        if (!std::ranges::is_sorted(m_rows, {}, &Stood::place))
            std::ranges::stable_sort(m_rows, {}, &Stood::place);
    }

    /// None where none stands on the line.
    std::optional<Event> rowOn(int file, int line) const
    {
        auto after = std::ranges::upper_bound(m_rows, std::pair{file, line}, {}, &Stood::place);
        if (line == 0 || after == m_rows.begin())
            return {};
        Stood found = *std::prev(after);
        // Of two events on a line the first.
        for (--after; after != m_rows.begin() && std::prev(after)->place() == found.place();)
            found = *--after;
        std::optional<Event> row = m_timeline.event(found.id);
        return row->file == file && line <= row->lastLine ? row : std::nullopt;
    }

private:
    const Timeline& m_timeline;
    std::vector<Stood> m_rows;
};

int fileNamed(const Timeline& timeline, const std::string& source)
{
    const auto found = std::ranges::find(timeline.sources, source, &Source::name);
    return source.empty() || found == timeline.sources.end() ? 0 : static_cast<int>(found - timeline.sources.begin());
}

class List {
public:
    explicit List(const Resolved& resolved) : m_resolved(resolved), m_timeline(resolved.timeline), m_lines(resolved.timeline) {}

    std::vector<ReadAs> made(const Reading& reading)
    {
        for (const Inference& i : m_resolved.inferences)
            m_all.push_back({i.about, i.answer, i.because, i.line, i.file, rowOn(i.file, i.line), i.rivals, {}, {}});
        for (const ReadingEntry& entry : reading)
            if (entry.by == By::Person)
                addDecision(entry);
        // What a person cannot change stands after what can be.
        std::stable_partition(m_all.begin(), m_all.end(), [](const ReadAs& read) { return !read.rivals.empty() || !read.chosen.empty(); });
        addNotes();
        m_alone.insert(m_alone.end(), std::make_move_iterator(m_all.begin()), std::make_move_iterator(m_all.end()));
        return std::move(m_alone);
    }

private:
    EventId rowOn(int file, int line) const
    {
        const std::optional<Event> row = m_lines.rowOn(file, line);
        return row ? row->id : 0;
    }

    void addDecision(const ReadingEntry& entry)
    {
        const Decided decided = std::visit(DecidedBy{}, entry.change);
        if (decided.answer.empty())
            return;
        ReadAs chosen{decided.about, decided.answer, {}, 0, fileNamed(m_timeline, decided.source), 0, {}, {entry.change}, entry.was};
        if (m_timeline.has(decided.row)) {
            const Event& event = m_timeline.event(decided.row);
            chosen.line = event.line;
            chosen.file = event.file;
            chosen.row = event.id;
        }
        const auto same = std::ranges::find_if(m_all, [&](const ReadAs& read) { return read.about == chosen.about && read.file == chosen.file; });
        if (same == m_all.end())
            return m_alone.push_back(std::move(chosen));
        same->chosen = std::move(chosen.chosen);
        same->was = std::move(chosen.was);
    }

    /// A note on a row stands with the row; one that an inference goes by is told there.
    bool isSaid(const Problem& note, const std::optional<Event>& row) const
    {
        const auto holds = [&](const ReadAs& read) {
            const bool isOfColumns = note.what.starts_with(columnsByHand) && read.about == "columns";
            return read.file == note.file && (isOfColumns || read.because.find(note.what) != std::string::npos);
        };
        const bool isOfRow = row && (std::ranges::count(row->notes, note.what) > 0 || note.what.starts_with("Row " + std::to_string(row->id) + ": "));
        return isOfRow || std::ranges::any_of(m_all, holds) || std::ranges::any_of(m_alone, holds);
    }

    void addNotes()
    {
        std::set<std::pair<int, std::string>> said;
        for (const Problem& note : m_resolved.problems) {
            if (note.severity != Severity::Note || note.what == m_resolved.message)
                continue;
            const std::optional<Event> row = m_lines.rowOn(note.file, note.line);
            if (!isSaid(note, row) && said.emplace(note.file, note.what).second)
                m_all.push_back({{}, {}, note.what, note.line, note.file, row ? row->id : 0, {}, {}, {}});
        }
    }

    const Resolved& m_resolved;
    const Timeline& m_timeline;
    Lines m_lines;
    std::vector<ReadAs> m_all, m_alone;
};

} // namespace

std::vector<ReadAs> howItWasRead(const Resolved& resolved, const Reading& reading) { return List{resolved}.made(reading); }

std::vector<NotUnderstood> notUnderstood(const Draft& draft)
{
    std::vector<NotUnderstood> found;
    for (const Draft* file : filesOf(draft))
        for (const Problem& problem : file->problems) {
            if (problem.severity == Severity::Note || problem.line == 0)
                continue;
            const auto words = std::ranges::find(file->prose, problem.line, &Prose::line);
            found.push_back({problem.line, file->file, words == file->prose.end() ? std::string{} : words->text,
                problem.instead.empty() ? problem.what : problem.what + ' ' + problem.instead});
        }
    return found;
}

} // namespace lockstep
