#include "core/finding.h"
#include "core/finding_words.h"
#include "core/footnote_parts.h"
#include "core/resolve.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

constexpr std::size_t lineLength = 195; ///< characters that fit across a picture
constexpr std::size_t mostLines = 3;    ///< above the line on rows

/// Sentences laid into lines, and how many had no room.
struct Packed {
    std::vector<std::string> lines;
    std::size_t left = 0;
};

/// reserve: characters kept free at the end of the last line.
Packed packed(const std::vector<std::string>& sentences, std::size_t most, std::size_t reserve = 0)
{
    Packed result;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const std::size_t room = lineLength - (result.lines.size() == most ? reserve : 0);
        const bool fits = !result.lines.empty() && characters(result.lines.back()) + 1 + characters(sentences[i]) <= room;
        const bool isTooLong = result.lines.size() + 1 == most && characters(sentences[i]) + reserve > lineLength;
        if (!fits && (result.lines.size() == most || (isTooLong && reserve > 0 && i > 0))) {
            result.left = sentences.size() - i;
            break;
        }
        if (fits)
            result.lines.back() += ' ' + sentences[i];
        else
            result.lines.push_back(sentences[i]);
    }
    return result;
}

/// Fills lines with sentences; what has no room is counted, with `already` left out before.
std::vector<std::string> filled(const std::vector<std::string>& sentences, std::size_t most, std::size_t already)
{
    Packed result = packed(sentences, most);
    if (result.left + already == 0)
        return result.lines;
    constexpr std::size_t roomForCount = 34;
    result = packed(sentences, most, roomForCount);
    const std::string count = counted(static_cast<int>(result.left + already), "more note") + " in the program.";
    if (result.lines.empty() || characters(result.lines.back()) + roomForCount > lineLength)
        result.lines.push_back(count);
    else
        result.lines.back() += ' ' + count;
    return result.lines;
}

/// ", lines 14 to 28" of a file's rows; empty where no line stands behind any.
std::string linesOf(const Timeline& timeline, int file)
{
    int first = 0, last = 0;
    for (const Event& event : timeline.events) {
        if (event.line == 0 || event.file != file)
            continue;
        first = first == 0 ? event.line : std::min(first, event.line);
        last = std::max({last, event.line, event.lastLine});
    }
    if (first == 0)
        return {};
    return first == last ? ", line " + std::to_string(first)
                         : ", lines " + std::to_string(first) + " to " + std::to_string(last);
}

/// " (clock set back by 40 s)" of a file whose clock was fast.
std::string clockOf(const Source& source)
{
    return source.clockAhead == Millis{0} ? std::string{} : " (clock set " + setBackWords(source.clockAhead) + ')';
}

/// "Small numbers are the rows. Sources: bank.log, lines 2 to 9; chat.md, lines 4 to 20 (clock set back by 40 s)."
std::string sourcesLine(const Timeline& timeline)
{
    std::string lines = "Small numbers are the rows. Sources: ", names = "Sources: ";
    for (std::size_t i = 0; i < timeline.sources.size(); ++i) {
        const std::string name = timeline.sources[i].name, clock = clockOf(timeline.sources[i]);
        lines += (i == 0 ? "" : "; ") + name + linesOf(timeline, static_cast<int>(i)) + clock;
        names += (i == 0 ? "" : ", ") + name + clock;
    }
    return (characters(lines) < lineLength ? lines : names) + '.';
}

/// "Small numbers are the rows of the timeline in postmortem.md, lines 14 to 28."
std::string rowsLine(const Timeline& timeline)
{
    if (timeline.sources.size() > 1)
        return sourcesLine(timeline);
    std::string line = "Small numbers are the rows of the timeline";
    if (const std::string name = sourceNames(timeline); !name.empty() && name != "-")
        line += " in " + name;
    if (!timeline.sources.empty())
        line += linesOf(timeline, 0) + clockOf(timeline.sources.front());
    return line + '.';
}

} // namespace

std::vector<std::string> footnotes(
    const TimelineView& view, const Scenario& scenario, const Reading& reading, const Resolved& resolved)
{
    // A day's inferences take at most two lines, so that what contradicts the document always has one.
    const Packed days = packed(daySentences(view.record(), reading, resolved), mostLines - 1);
    std::vector<std::string> lines = days.lines;
    std::vector<std::string> sentences;
    const auto add = [&sentences](const std::vector<std::string>& more) {
        sentences.insert(sentences.end(), more.begin(), more.end());
    };
    if (scenario.edits.empty()) {
        add(contradictionSentences(resolved));
        add(boundSentences(view));
        add(rowSentences(view.record(), reading, resolved));
        add(readingSentences(view, reading));
    } else {
        add(movedSentences(view));
        add(readingSentences(view, reading));
        add(contradictionSentences(resolved));
    }
    const std::vector<std::string> middle = filled(sentences, mostLines - lines.size(), days.left);
    lines.insert(lines.end(), middle.begin(), middle.end());
    lines.push_back(rowsLine(view.record()));
    return lines;
}

} // namespace lockstep
