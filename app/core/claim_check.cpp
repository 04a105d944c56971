#include "core/claim_check.h"
#include "core/claim_parts.h"
#include "core/comparable.h"
#include "core/finding_words.h"
#include "core/lengths.h"
#include "core/limits.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

constexpr std::size_t tellingLetters = 6; ///< shorter words are shared by chance

bool isCommon(const MarkedText& text, std::size_t word)
{
    return std::ranges::any_of(text.mentions, [&](const Mention& m) {
        const bool names = m.idea == Idea::Process || m.idea == Idea::Past;
        return !names && m.first <= word && word < m.first + m.count;
    });
}

/// Whether a sentence shares a telling word with a row.
bool sharesWord(const MarkedText& text, int sentence, const MarkedText& row)
{
    for (std::size_t i = 0; i < text.words.size(); ++i) {
        const Word& word = text.words[i];
        if (word.sentence == sentence && word.folded.size() >= tellingLetters && !isCommon(text, i)
            && std::ranges::find(row.words, word.folded, &Word::folded) != row.words.end())
            return true;
    }
    return false;
}

bool names(const MarkedText& text, int sentence, std::string_view process)
{
    return std::ranges::any_of(text.mentions, [&](const Mention& m) {
        return m.idea == Idea::Process && m.name == process && text.sentenceOf(m) == sentence;
    });
}

} // namespace

std::string_view verdictWords(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Holds: return "holds";
    case Verdict::DoesNotHold: return "does not hold";
    case Verdict::CannotBeTold: break;
    }
    return "cannot be told";
}

CheckedClaim claimed(const ClaimText& said, std::string_view written, const std::string& about)
{
    const std::string place = said.row > 0 ? "Row " + std::to_string(said.row) : "Line " + std::to_string(said.line);
    return {.written = std::string{written}, .says = place + " says \u201C" + std::string{written} + "\u201D of " + about + '.',
        .shows = {}, .line = said.line, .file = said.file};
}

std::string processOf(const Window& window)
{
    const MarkedText name = marked(window.name);
    const Mention* process = name.find(Idea::Process);
    return process == nullptr ? std::string{} : std::string{process->name};
}

bool isDaily(const MarkedText& text, std::size_t at)
{
    return longestMention(text, Idea::Daily, at) != nullptr || longestMention(text, Idea::Daily, at + 1) != nullptr;
}

std::vector<EventId> rowsBehind(const Timeline& timeline, const Window& window)
{
    std::set<EventId> rows;
    for (const Bound* bound : {&window.begin, &window.end}) {
        if (bound->tiedTo)
            rows.insert(*bound->tiedTo);
        // What limits a bound without tying it: the rows at its very limits.
        for (const Instant limit : {bound->earliest, bound->latest})
            if (!bound->tiedTo)
                for (const Event& event : timeline.events)
                    if (event.kind == Kind::Read && event.hasInstant && event.at == limit)
                        rows.insert(event.id);
    }
    return {rows.begin(), rows.end()};
}

std::string nameOf(const Timeline& timeline, const Window& window)
{
    return lockName(applied(timeline, {}), window);
}

const Window* processWindow(const ClaimText& said, int sentence)
{
    const std::vector<Window>& windows = said.timeline.windows;
    const auto named = std::ranges::find_if(windows, [&](const Window& window) {
        const std::string process = processOf(window);
        return !process.empty() && names(said.text, sentence, process);
    });
    if (named != windows.end())
        return &*named;
    const auto shared = std::ranges::find_if(windows, [&](const Window& window) {
        return window.begin.tiedTo && sharesWord(said.text, sentence, marked(said.timeline.event(*window.begin.tiedTo).text));
    });
    return shared == windows.end() ? nullptr : &*shared;
}

std::vector<CheckedClaim> checkClaims(const Timeline& timeline, const std::vector<Prose>& prose)
{
    std::vector<CheckedClaim> found;
    const auto check = [&](const ClaimText& said) {
        checkLengths(said, found);
        checkDaily(said, found);
        checkShares(said, found);
    };
    if (timeline.windows.empty())
        return found;
    for (const Prose& sentence : prose)
        check({timeline, marked(sentence.text), sentence.line, sentence.file, 0});
    const bool isStory = timeline.events.size() <= limits::rowsForMoments;
    for (const Event& event : timeline.events)
        if (isStory && event.kind != Kind::Read)
            check({timeline, marked(event.text), event.line, event.file, event.id});
    std::ranges::stable_sort(found, {}, [](const CheckedClaim& c) { return std::pair{c.file, c.line}; });
    return found;
}

} // namespace lockstep
