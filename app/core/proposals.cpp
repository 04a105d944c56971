#include "core/proposals.h"
#include "core/comparable.h"
#include "core/lock_end.h"
#include <algorithm>
#include <array>

namespace lockstep {

namespace {

/// All that is read of a document before windows are made of it.
struct Words {
    const Timeline& timeline;
    std::vector<MarkedRow> rows;
    std::vector<LockStatement> statements;
    std::vector<Claim> claims;
    std::vector<ProcessRow> starts;
};

/// Whether a row with such a word is worth keeping: most rows open and close nothing.
bool opensOrCloses(const MarkedRow& row)
{
    constexpr std::array ideas{Idea::Begin, Idea::End, Idea::Lock, Idea::Unlock, Idea::Breaks, Idea::Restores};
    return std::any_of(ideas.begin(), ideas.end(), [&](Idea idea) { return row.has(idea); });
}

Words wordsOfDocument(const Timeline& timeline, const std::vector<Prose>& prose)
{
    Words words{.timeline = timeline, .rows = {}, .statements = {}, .claims = {}, .starts = {}};
    const auto take = [&words](const MarkedText& text, int line, int file, EventId row) {
        for (LockStatement& statement : lockStatementsIn(text)) {
            statement.line = line;
            statement.file = file;
            statement.row = row;
            words.statements.push_back(std::move(statement));
        }
        for (Claim& claim : claimsIn(text))
            words.claims.push_back(std::move(claim));
    };
    for (const Event& event : timeline.events) {
        // What a look-up was answered ("account locked") is evidence, no statement of what locks.
        if (event.kind == Kind::Read)
            continue;
        const MarkedText marks = marked(event.text);
        take(marks, event.line, event.file, event.id);
        MarkedRow row{.timeline = &timeline, .id = event.id, .ideas = 0};
        for (const Mention& mention : marks.mentions)
            row.ideas |= std::uint64_t{1} << static_cast<unsigned>(mention.idea);
        if (opensOrCloses(row))
            words.rows.push_back(row);
    }
    for (const Prose& sentence : prose)
        take(marked(sentence.text), sentence.line, sentence.file, 0);
    // What comes first and what after is told by a document's order, and by the clocks of several.
    if (timeline.sources.size() > 1)
        std::ranges::stable_sort(words.rows, {}, [](const MarkedRow& row) {
            const Event event = row.event();
            return std::pair{!event.hasInstant, event.at};
        });
    words.starts = startsIn(words.rows);
    return words;
}

/// "migracion" and "migraciones" name the same thing.
bool alike(const std::string& a, const std::string& b)
{
    const auto& [shorter, longer] = a.size() < b.size() ? std::tie(a, b) : std::tie(b, a);
    return longer.starts_with(shorter)
        && (longer.size() == shorter.size() || (shorter.size() >= 5 && longer.size() - shorter.size() <= 3));
}

bool speaksOf(const LockStatement& statement, const ProcessRow& start)
{
    if (!start.process.empty() || !statement.process.empty())
        return start.process == statement.process;
    return std::any_of(start.words.begin(), start.words.end(), [&](const std::string& word) {
        return std::any_of(statement.words.begin(), statement.words.end(),
            [&](const std::string& other) { return alike(word, other); });
    });
}

std::string quoted(std::string_view text)
{
    constexpr std::size_t most = 120;
    if (text.size() <= most)
        return "\u201C" + std::string {text} + "\u201D";
    const auto cut = text.rfind(' ', most);
    return "\u201C" + std::string {text.substr(0, cut == std::string_view::npos ? 0 : cut)} + " \u2026\u201D";
}

std::string placeOf(const LockStatement& statement, const Timeline& timeline)
{
    if (statement.row != 0)
        return "Row " + std::to_string(statement.row);
    const std::string line = "Line " + std::to_string(statement.line);
    return timeline.sources.size() < 2 ? line : line + " of " + timeline.sources[static_cast<std::size_t>(statement.file)].name;
}

Bound tiedBound(const Event& event)
{
    Bound bound = Bound::certain(event.at);
    bound.tiedTo = event.id;
    bound.basis = "row " + std::to_string(event.id);
    return bound;
}

std::vector<Claim> claimsAbout(const Words& words, const std::string& process)
{
    std::vector<Claim> about;
    std::copy_if(words.claims.begin(), words.claims.end(), std::back_inserter(about), [&](const Claim& claim) {
        return claim.processes.empty() || process.empty()
            || std::find(claim.processes.begin(), claim.processes.end(), process) != claim.processes.end();
    });
    return about;
}

std::optional<Window> lockFrom(
    const Words& words, const ProcessRow& start, const std::vector<const LockStatement*>& said)
{
    const Event& begin = words.timeline.event(start.row);
    const auto end = lockEnd(words.timeline, words.rows, claimsAbout(words, start.process), start);
    if (!end)
        return {};
    const auto wide = std::find_if(said.begin(), said.end(), [](const LockStatement* s) { return s->concernsAll; });
    const LockStatement& statement = wide == said.end() ? *said.front() : **wide;
    Window window{.id = idOf(start),
        .name = start.name,
        .what = statement.thing,
        .effect = Effect::Blocks,
        .scope = Scope::everything(),
        .begin = tiedBound(begin),
        .end = *end,
        .proposed = true,
        .because = {}};
    window.because = "Row " + std::to_string(start.row) + " starts it. ";
    window.because += placeOf(statement, words.timeline) + " says what it does: " + quoted(statement.sentence) + ".";
    return window;
}

bool has(const std::vector<Window>& windows, const WindowId& id)
{
    return std::any_of(windows.begin(), windows.end(), [&](const Window& w) { return w.id == id; });
}

/// Rows that start what the document says locks something.
void addStartedLocks(const Words& words, std::vector<Window>& windows)
{
    std::set<WindowId> tried; // of several incidents only the first start counts
    for (const ProcessRow& start : words.starts) {
        if (!tried.insert(idOf(start)).second)
            continue;
        std::vector<const LockStatement*> said;
        for (const LockStatement& statement : words.statements) {
            if (speaksOf(statement, start))
                said.push_back(&statement);
        }
        if (said.empty())
            continue;
        if (auto window = lockFrom(words, start, said))
            windows.push_back(std::move(*window));
    }
}

/// Rows that lock something themselves: "lock all accounts for the migration". A row that only finds a lock is none.
void addLockingRow(const Words& words, std::vector<Window>& windows)
{
    for (const LockStatement& statement : words.statements) {
        if (statement.row == 0 || !words.timeline.common(statement.row).hasInstant)
            continue;
        const MarkedText marks = marked(words.timeline.event(statement.row).text);
        if (marks.has(Idea::Notice) || marks.has(Idea::Detects))
            continue;
        ProcessRow start{.row = statement.row, .process = statement.process, .name = "Lock", .words = {}};
        if (const Mention* process = marks.find(Idea::Process); process != nullptr) {
            start.process = process->name;
            start.name = withCapital(marks.written(process->first, process->count));
        }
        if (auto window = lockFrom(words, start, {&statement})) {
            windows.push_back(std::move(*window));
            return;
        }
    }
}

void addProcesses(const Words& words, std::vector<Window>& windows)
{
    std::set<std::pair<std::string, int>> tried;
    for (const ProcessRow& start : words.starts) {
        const Event& begin = words.timeline.event(start.row);
        if (start.process.empty() || has(windows, start.process) || !tried.emplace(start.process, begin.group).second)
            continue;
        const auto end = std::find_if(words.rows.begin(), words.rows.end(), [&](const MarkedRow& row) {
            return row.has(Idea::End) && isAfter(row.event(), begin) && saysEnded(row.marks(), start.process);
        });
        if (end == words.rows.end())
            continue;
        windows.push_back({.id = start.process,
            .name = start.name,
            .what = {},
            .effect = Effect::Informs,
            .scope = Scope::everything(),
            .begin = tiedBound(begin),
            .end = tiedBound(end->event()),
            .proposed = true,
            .because = "Row " + std::to_string(begin.id) + " starts it and row " + std::to_string(end->event().id)
                + " ends it."});
    }
}

bool clearlySays(const MarkedRow& row, Idea idea, Idea other)
{
    if (!row.has(idea) || row.has(other))
        return false;
    const MarkedText text = row.marks();
    return !text.isNegated(*text.find(idea));
}

/// "The monitoring shouts about failed logins": it was noticed then, and broke before.
bool onlyNotices(const MarkedText& text)
{
    const Mention* breaks = text.find(Idea::Breaks);
    return breaks != nullptr && std::any_of(text.mentions.begin(), text.mentions.end(), [&](const Mention& m) {
        return (m.idea == Idea::Notice || m.idea == Idea::Detects) && text.clauseOf(m) == text.clauseOf(*breaks);
    });
}

/// The last row of the incident before this one.
std::optional<Event> rowBefore(const Timeline& timeline, const Event& event)
{
    std::optional<Event> before;
    for (const Event& other : timeline.events) {
        if (other.hasInstant && isAfter(event, other) && (!before || other.at >= before->at))
            before = other;
    }
    return before;
}

/// Where something breaks. What a row only notices began after the row before it; with none before, nobody knows.
std::optional<Bound> impactBegin(const Timeline& timeline, const MarkedRow& breaks)
{
    Bound begin = tiedBound(breaks.event());
    if (!onlyNotices(breaks.marks()))
        return begin;
    const std::optional<Event> before = rowBefore(timeline, breaks.event());
    if (!before)
        return {};
    begin.earliest = before->at;
    begin.basis = "row " + std::to_string(before->id) + "; row " + std::to_string(breaks.id) + " notices it";
    return begin;
}

/// From the first row that breaks something to the first of its incident that restores it; only if both are clear:
/// nothing breaks again later, and no more of it is guessed than known.
void addImpact(const Words& words, std::vector<Window>& windows)
{
    const auto breaks = std::find_if(words.rows.begin(), words.rows.end(), [](const MarkedRow& row) {
        return row.event().hasInstant && clearlySays(row, Idea::Breaks, Idea::Restores);
    });
    if (breaks == words.rows.end())
        return;
    const Event begin = breaks->event();
    const auto restores = std::find_if(breaks, words.rows.end(), [&](const MarkedRow& row) {
        return isAfter(row.event(), begin) && clearlySays(row, Idea::Restores, Idea::Breaks) && !row.has(Idea::Begin);
    });
    if (restores == words.rows.end())
        return;
    const Event end = restores->event();
    const bool breaksAgain = std::any_of(restores + 1, words.rows.end(), [&](const MarkedRow& row) {
        return row.event().group == begin.group && clearlySays(row, Idea::Breaks, Idea::Restores);
    });
    const auto from = impactBegin(words.timeline, *breaks);
    if (breaksAgain || !from || from->latest - from->earliest > end.at - begin.at)
        return;
    windows.push_back({.id = "impact",
        .name = "Impact",
        .what = {},
        .effect = Effect::Informs,
        .scope = Scope::everything(),
        .begin = *from,
        .end = tiedBound(end),
        .proposed = true,
        .because = "Row " + std::to_string(begin.id) + (from->isCertain() ? " says" : " notices") + " that something broke, row "
            + std::to_string(end.id) + " says that it was back."});
}

} // namespace

std::vector<Window> proposeWindows(const Timeline& timeline, const std::vector<Prose>& prose)
{
    const Words words = wordsOfDocument(timeline, prose);
    std::vector<Window> windows;
    addStartedLocks(words, windows);
    if (windows.empty())
        addLockingRow(words, windows);
    const bool isLocked = !windows.empty();
    addProcesses(words, windows);
    if (!isLocked)
        addImpact(words, windows);
    return windows;
}

} // namespace lockstep
