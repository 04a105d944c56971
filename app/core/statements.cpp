#include "core/statements.h"
#include <algorithm>
#include <set>

namespace lockstep {

namespace {

constexpr std::size_t reach = 5; ///< how many words from "starts" its subject or object may lie

bool isAt(const MarkedText& text, Idea idea, std::size_t word)
{
    return std::any_of(text.mentions.begin(), text.mentions.end(), [&](const Mention& mention) {
        return mention.idea == idea && mention.first <= word && word < mention.first + mention.count;
    });
}

bool isSmallWord(const MarkedText& text, std::size_t word)
{
    return isAt(text, Idea::Article, word) || isAt(text, Idea::Helper, word);
}

bool isWishedFor(const MarkedText& text, const Mention& mention)
{
    return std::any_of(text.mentions.begin(), text.mentions.end(), [&](const Mention& wish) {
        return wish.idea == Idea::Wish && wish.first < mention.first && text.clauseOf(wish) == text.clauseOf(mention);
    });
}

/// Words [first, end) that name something.
struct Phrase {
    std::size_t first = 0, end = 0;
    bool isEmpty() const { return first >= end; }
};

/// "start |backups| in DBs": from a begin word to the next small word that opens another part.
Phrase objectOf(const MarkedText& text, const Mention& begin)
{
    const int clause = text.clauseOf(begin);
    Phrase phrase{.first = begin.first + begin.count, .end = 0};
    const auto inClause
        = [&](std::size_t word) { return word < text.words.size() && text.words[word].clause == clause; };
    while (inClause(phrase.first) && isSmallWord(text, phrase.first))
        ++phrase.first;
    phrase.end = phrase.first;
    while (inClause(phrase.end) && phrase.end - phrase.first <= reach && !isAt(text, Idea::Cut, phrase.end))
        ++phrase.end;
    return phrase;
}

/// "the |nightly vacuum| starts": from the start of the clause to the begin word.
Phrase subjectOf(const MarkedText& text, const Mention& begin)
{
    const int clause = text.clauseOf(begin);
    Phrase phrase{.first = begin.first, .end = begin.first};
    while (phrase.first > 0 && text.words[phrase.first - 1].clause == clause)
        --phrase.first;
    while (phrase.first < phrase.end && isSmallWord(text, phrase.first))
        ++phrase.first;
    while (phrase.first < phrase.end && isSmallWord(text, phrase.end - 1))
        --phrase.end;
    if (phrase.end - phrase.first > reach)
        phrase.first = phrase.end;
    return phrase;
}

/// The last process named within a phrase: of "data integration" it is the integration.
std::string_view processIn(const MarkedText& text, const Phrase& phrase)
{
    std::string_view name;
    for (const Mention& mention : text.mentions) {
        if (mention.idea == Idea::Process && mention.first >= phrase.first
            && mention.first + mention.count <= phrase.end)
            name = mention.name;
    }
    return name;
}

std::vector<std::string> namingWords(const MarkedText& text, const Phrase& phrase)
{
    std::vector<std::string> words;
    for (std::size_t i = phrase.first; i < phrase.end; ++i) {
        const bool isCommon = isSmallWord(text, i) || isAt(text, Idea::Thing, i) || isAt(text, Idea::All, i)
            || isAt(text, Idea::Role, i) || isAt(text, Idea::Cut, i) || isAt(text, Idea::Lock, i)
            || isAt(text, Idea::Seen, i);
        if (!isCommon && text.words[i].folded.size() >= 4)
            words.push_back(text.words[i].folded);
    }
    return words;
}

ProcessRow started(EventId row, const MarkedText& text, const Phrase& phrase)
{
    return{.row = row,
        .process = std::string {processIn(text, phrase)},
        .name = withCapital(text.written(phrase.first, phrase.end - phrase.first)),
        .words = namingWords(text, phrase)};
}

std::optional<ProcessRow> startIn(const MarkedRow& row)
{
    const MarkedText text = row.marks();
    for (const Mention& begin : text.mentions) {
        if (begin.idea != Idea::Begin || text.isNegated(begin) || isWishedFor(text, begin))
            continue;
        const Phrase object = objectOf(text, begin);
        const Phrase subject = subjectOf(text, begin);
        // A named process wins over what merely stands after the word: "The backup starts on time".
        if (!processIn(text, object).empty() || (!object.isEmpty() && processIn(text, subject).empty()))
            return started(row.id, text, object);
        if (!subject.isEmpty())
            return started(row.id, text, subject);
    }
    return {};
}

const Mention* nearestProcess(const MarkedText& text, int clause, std::size_t to)
{
    const Mention* nearest = nullptr;
    const auto distance = [to](const Mention& m) { return m.first < to ? to - m.first : (m.first - to) * 2; };
    for (const Mention& mention : text.mentions) {
        if (mention.idea == Idea::Process && text.clauseOf(mention) == clause
            && (nearest == nullptr || distance(mention) < distance(*nearest)))
            nearest = &mention;
    }
    return nearest;
}

bool hasWhen(const MarkedText& text, int clause)
{
    return std::any_of(text.mentions.begin(), text.mentions.end(),
        [&](const Mention& m) { return m.idea == Idea::When && text.clauseOf(m) == clause; });
}

Phrase clausePhrase(const MarkedText& text, int clause)
{
    const auto isIn = [clause](const Word& word) { return word.clause == clause; };
    const auto first = std::find_if(text.words.begin(), text.words.end(), isIn);
    const auto end = std::find_if_not(first, text.words.end(), isIn);
    return{.first = static_cast<std::size_t>(first - text.words.begin()),
        .end = static_cast<std::size_t>(end - text.words.begin())};
}

/// The clause that says who locks: the lock's own, else a neighbour in the sentence with "when" in it.
int causeClause(const MarkedText& text, const Mention& lock)
{
    const int own = text.clauseOf(lock);
    if (nearestProcess(text, own, lock.first) != nullptr)
        return own;
    for (const int clause : {own - 1, own + 1}) {
        const Phrase phrase = clausePhrase(text, clause);
        if (!phrase.isEmpty() && text.words[phrase.first].sentence == text.sentenceOf(lock) && hasWhen(text, clause))
            return clause;
    }
    return own;
}

/// Of "the orders tables" it is the tables: the last of things that stand side by side.
const Mention* lastInRow(const MarkedText& text, const Mention* thing)
{
    for (const Mention& mention : text.mentions) {
        if (thing != nullptr && mention.idea == Idea::Thing && mention.first == thing->first + thing->count
            && text.clauseOf(mention) == text.clauseOf(*thing))
            thing = &mention;
    }
    return thing;
}

/// What is locked: the first thing with "all" before it, else the one nearest to the lock.
const Mention* thingOf(const MarkedText& text, const Mention& lock, bool& concernsAll)
{
    const Mention* nearest = nullptr;
    const auto distance
        = [&lock](const Mention& m) { return m.first > lock.first ? m.first - lock.first : lock.first - m.first; };
    for (const Mention& mention : text.mentions) {
        if (mention.idea != Idea::Thing || text.clauseOf(mention) != text.clauseOf(lock))
            continue;
        concernsAll = mention.first > 0 && isAt(text, Idea::All, mention.first - 1);
        if (concernsAll)
            return lastInRow(text, &mention);
        if (nearest == nullptr || distance(mention) < distance(*nearest))
            nearest = &mention;
    }
    return lastInRow(text, nearest);
}

std::string pluralOf(std::string_view singular)
{
    const bool hisses = singular.ends_with("x") || singular.ends_with("ch") || singular.ends_with("s");
    return std::string {singular} + (hisses ? "es" : "s");
}

std::string_view sentenceText(const MarkedText& text, int sentence)
{
    const auto isIn = [sentence](const Word& word) { return word.sentence == sentence; };
    const auto first = std::find_if(text.words.begin(), text.words.end(), isIn);
    const auto end = std::find_if_not(first, text.words.end(), isIn);
    return text.written(static_cast<std::size_t>(first - text.words.begin()), static_cast<std::size_t>(end - first));
}

} // namespace

WindowId idOf(const ProcessRow& start)
{
    if (!start.process.empty())
        return start.process;
    std::string id;
    for (const Word& word : wordsOf(start.name))
        id += (id.empty() ? "" : "-") + word.folded;
    return id.empty() ? "lock" : id;
}

std::vector<ProcessRow> startsIn(const std::vector<MarkedRow>& rows)
{
    constexpr std::size_t mostNames = 200; // each is held against all that is said to lock something
    std::vector<ProcessRow> starts;
    std::set<WindowId> names;
    std::set<std::pair<std::string, int>> processes;
    for (const MarkedRow& row : rows) {
        if (!row.has(Idea::Begin) || row.event().kind == Kind::Read || !row.event().hasInstant)
            continue;
        auto start = startIn(row);
        if (!start)
            continue;
        const bool isNewName = names.size() < mostNames && names.insert(idOf(*start)).second;
        const bool isNewProcess = !start->process.empty() && processes.emplace(start->process, row.event().group).second;
        if (isNewName || isNewProcess)
            starts.push_back(std::move(*start));
    }
    return starts;
}

bool saysEnded(const MarkedText& row, std::string_view process)
{
    return std::any_of(row.mentions.begin(), row.mentions.end(), [&](const Mention& end) {
        if (end.idea != Idea::End || row.isNegated(end) || isWishedFor(row, end))
            return false;
        return std::any_of(row.mentions.begin(), row.mentions.end(), [&](const Mention& m) {
            const std::size_t apart = m.first > end.first ? m.first - end.first : end.first - m.first;
            return m.idea == Idea::Process && m.name == process && row.clauseOf(m) == row.clauseOf(end)
                && apart <= reach;
        });
    });
}

std::vector<LockStatement> lockStatementsIn(const MarkedText& text)
{
    std::vector<LockStatement> statements;
    for (const Mention& lock : text.mentions) {
        if (lock.idea != Idea::Lock || text.isNegated(lock) || isWishedFor(text, lock))
            continue;
        LockStatement statement;
        const Mention* thing = thingOf(text, lock, statement.concernsAll);
        if (thing == nullptr)
            continue;
        statement.thing = statement.concernsAll ? "every " + std::string {thing->name} : pluralOf(thing->name);
        const int cause = causeClause(text, lock);
        if (const Mention* process = nearestProcess(text, cause, lock.first); process != nullptr)
            statement.process = process->name;
        statement.words = namingWords(text, clausePhrase(text, cause));
        statement.sentence = sentenceText(text, text.sentenceOf(lock));
        statements.push_back(std::move(statement));
    }
    return statements;
}

} // namespace lockstep
