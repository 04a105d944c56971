#include "core/finding_words.h"
#include "core/footnote_parts.h"
#include "core/grouped.h"
#include "core/resolve_words.h"
#include "core/wording.h"
#include <algorithm>
#include <array>
#include <map>

namespace lockstep {

namespace {

constexpr std::size_t numbersNamed = 6;

/// Straight quotes as the program's notes have them become the picture's: 'a' -> “a”.
std::string curled(const std::string& text)
{
    constexpr std::string_view afterWord = " .,;:)";
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isQuote = text[i] == '\'' || text[i] == '"';
        const bool opens = i == 0 || text[i - 1] == ' ' || text[i - 1] == '(';
        const bool closes = i + 1 == text.size() || afterWord.find(text[i + 1]) != std::string_view::npos;
        if (isQuote && (opens || closes))
            result += opens ? "\u201C" : "\u201D";
        else
            result += text[i];
    }
    return result;
}

/// "5", "5 and 7", "10 to 12", "2, 4 to 6 and 9", "1, 3, 5, 7, 9, 11 and 4 more".
std::string numbersWords(std::vector<int> numbers)
{
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
            ++last;
        if (parts.size() == numbersNamed) {
            parts.push_back(grouped(static_cast<long long>(numbers.size() - i)) + " more");
            break;
        }
        const bool isStretch = last >= i + 2;
        parts.push_back(std::to_string(numbers[i]) + (isStretch ? " to " + std::to_string(numbers[last]) : ""));
        i = isStretch ? last + 1 : i + 1;
    }
    return listed(parts);
}

/// "row 5", "rows 10 to 12"
std::string rowsWords(const std::vector<int>& numbers, std::string_view unit)
{
    return std::string {unit} + (numbers.size() == 1 ? " " : "s ") + numbersWords(numbers);
}

/// The same thing said of several rows or lines.
struct Doubt {
    std::string sentence; ///< the first, as noted
    std::vector<int> numbers;
    bool isRow = true; ///< else lines of the source
    std::string file = {}; ///< whose lines, where there are several
};

/// A sentence without what it quotes and counts: notes alike share it.
std::string keyOf(const std::string& sentence)
{
    std::string key;
    char quote = 0;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const char c = sentence[i];
        const bool isEdge = c == '\'' || c == '"';
        if (quote == 0 && isEdge && (i == 0 || sentence[i - 1] == ' ' || sentence[i - 1] == '('))
            quote = c;
        else if (quote != 0 && c == quote)
            quote = 0;
        else if (quote == 0 && (c < '0' || c > '9'))
            key += c;
    }
    // What a quoted clock or date is read as differs from row to row; a clock is not like a date.
    constexpr std::string_view readAs = " is read as ";
    if (!key.starts_with(readAs))
        return key;
    const auto has = [&key](char c) { return key.find(c) != std::string::npos; };
    return std::string {readAs} + (has(':') ? "a clock" : "a date") + (has(';') ? ", doubtfully" : "");
}

/// Doubts in the order in which each is first met.
class Doubts {
public:
    void add(const std::string& sentence, int number, bool isRow, const std::string& file = {})
    {
        const auto [found, isNew] = m_byKey.emplace((isRow ? "row " : "line ") + file + ' ' + keyOf(sentence), m_all.size());
        if (isNew)
            m_all.push_back({sentence, {}, isRow, file});
        m_all[found->second].numbers.push_back(number);
    }
    void add(const Problem& problem, const std::string& sentence, const Timeline& timeline)
    {
        const auto file = static_cast<std::size_t>(problem.file);
        add(sentence, problem.line, false, timeline.sources.size() > 1 && file < timeline.sources.size() ? timeline.sources[file].name : std::string{});
    }
    const std::vector<Doubt>& all() const { return m_all; }

private:
    std::vector<Doubt> m_all;
    std::map<std::string, std::size_t> m_byKey;
};

/// "Row 10 repeats the date above", said of one row or of several.
struct Rewording {
    std::string_view note, one, many;
};
constexpr std::array rewordings {
    Rewording {"Its date repeats the row above, ", " repeats the date above, ", " repeat the date above, "},
    Rewording {"This row is in ", " is in ", " are in "},
};

/// "EDT ('4:00 PM EDT'); its clock is shown in CAT." of several rows.
std::string ofSeveral(std::string rest)
{
    const auto open = rest.find(" ('"), close = rest.find("')", open);
    if (open != std::string::npos && close != std::string::npos)
        rest.erase(open, close + 2 - open);
    constexpr std::string_view its = "; its clock is ";
    if (const auto at = rest.find(its); at != std::string::npos)
        rest.replace(at, its.size(), "; their clocks are ");
    return rest;
}

std::string sentenceOf(const Doubt& doubt)
{
    const std::string ofFile = doubt.file.empty() ? std::string{} : " of " + doubt.file;
    const std::string subject = rowsWords(doubt.numbers, doubt.isRow ? "row" : "line") + ofFile;
    const bool isOne = doubt.numbers.size() == 1;
    for (const Rewording& wording : rewordings) {
        if (!doubt.sentence.starts_with(wording.note))
            continue;
        const std::string rest = doubt.sentence.substr(wording.note.size());
        return withCapital(subject) + std::string {isOne ? wording.one : wording.many} + curled(isOne ? rest : ofSeveral(rest));
    }
    // A note about a quoted clock stands alone; another needs its row.
    const char first = doubt.sentence.empty() ? ' ' : doubt.sentence.front();
    const bool standsAlone = first == '\'' || first == '"' || doubt.sentence.starts_with("Row ") || doubt.numbers.front() == 0;
    const std::string number = std::to_string(doubt.numbers.front());
    const std::string lead = standsAlone ? std::string {} : (doubt.isRow ? "Row " : "Line ") + number + ofFile + ": ";
    const std::string sentence = lead + curled(lead.empty() ? doubt.sentence : withSmall(doubt.sentence));
    if (isOne)
        return sentence;
    const std::vector<int> others(doubt.numbers.begin() + 1, doubt.numbers.end());
    return sentence + " Likewise " + rowsWords(others, doubt.isRow ? "row" : "line") + ofFile + '.';
}

std::vector<std::string> sentencesOf(const Doubts& doubts)
{
    std::vector<std::string> sentences;
    std::ranges::transform(doubts.all(), std::back_inserter(sentences), sentenceOf);
    return sentences;
}

/// How a problem was read, where that is said; advice what to write instead has no place under a picture.
std::string readingOf(const Problem& problem)
{
    static constexpr std::array<std::string_view, 4> told {"Read ", "Drawn ", "The row ", "Its "};
    const std::string& said = problem.instead;
    if (std::ranges::none_of(told, [&](std::string_view begin) { return said.starts_with(begin); }))
        return {};
    const auto end = said.find(". ");
    return ' ' + (end == std::string::npos ? said : said.substr(0, end + 1));
}

std::string reversedSentence(const std::vector<ReversedPair>& pairs)
{
    if (pairs.empty())
        return {};
    if (pairs.size() == 1) {
        std::string sentence = reversedWords(pairs.front());
        sentence.pop_back();
        return sentence + "; drawn as stated.";
    }
    std::vector<int> rows;
    std::ranges::transform(pairs, std::back_inserter(rows), &ReversedPair::second);
    return withCapital(rowsWords(rows, "row")) + " lie before the row above; drawn as stated.";
}

/// Rows whose clock a person corrected.
std::set<EventId> correctedRows(const Reading& reading)
{
    std::set<EventId> rows;
    for (const ReadingEntry& entry : reading)
        if (const auto* set = std::get_if<SetClock>(&entry.change); set != nullptr && entry.by == By::Person)
            rows.insert(set->event);
    return rows;
}

} // namespace

std::vector<std::string> contradictionSentences(const Resolved& resolved)
{
    std::set<std::string> aboutOrder;
    for (const ReversedPair& pair : resolved.reversed)
        aboutOrder.insert(reversedWords(pair));
    Doubts doubts;
    for (const Problem& problem : resolved.problems) {
        if (problem.severity != Severity::Note && !aboutOrder.contains(problem.what))
            doubts.add(problem, problem.what + readingOf(problem), resolved.timeline);
    }
    std::vector<std::string> sentences = sentencesOf(doubts);
    if (std::string reversed = reversedSentence(resolved.reversed); !reversed.empty())
        sentences.insert(sentences.begin(), std::move(reversed));
    return sentences;
}

std::vector<std::string> rowSentences(const Timeline& timeline, const Reading& reading, const Resolved& resolved)
{
    const std::set<EventId> corrected = correctedRows(reading);
    Doubts doubts;
    std::set<std::string> said;
    for (const Event& event : timeline.events) {
        for (const std::string& sentence : event.notes) {
            const bool isToldElsewhere = sentence.starts_with(clockSetBack)
                || (corrected.contains(event.id) && sentence.starts_with(clockCorrected));
            if (!isToldElsewhere)
                doubts.add(sentence, event.id, true);
            said.insert(sentence);
        }
    }
    // A date without a year and a missing zone stand with the days.
    for (const Problem& problem : resolved.problems) {
        const bool isTold = said.contains(problem.what)
            || problem.what == resolved.message || (!resolved.yearlessDate.empty() && problem.what.starts_with("'" + resolved.yearlessDate + "' "));
        if (problem.severity == Severity::Note && !isTold)
            doubts.add(problem, problem.what + readingOf(problem), resolved.timeline);
    }
    return sentencesOf(doubts);
}

} // namespace lockstep
