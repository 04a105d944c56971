#include "core/finding.h"
#include "core/finding_words.h"
#include "core/footnote_parts.h"
#include "core/resolve.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

constexpr std::size_t lineLength = 195; ///< characters that fit across a picture
constexpr std::size_t middleLines = 3;  ///< between the line on days and zones and the one on rows

/// Fills lines with sentences; what has no room is counted.
std::vector<std::string> packed(const std::vector<std::string>& sentences)
{
    std::vector<std::string> lines;
    std::size_t taken = 0;
    for (const std::string& sentence : sentences) {
        const bool fits = !lines.empty() && characters(lines.back()) + 1 + characters(sentence) <= lineLength;
        if (!fits && lines.size() == middleLines)
            break;
        if (fits)
            lines.back() += ' ' + sentence;
        else
            lines.push_back(sentence);
        ++taken;
    }
    if (taken < sentences.size())
        lines.push_back(counted(static_cast<int>(sentences.size() - taken), "more note") + " in the program.");
    return lines;
}

/// "Small numbers are the rows of the timeline in postmortem.md, lines 14 to 28."
std::string rowsLine(const Timeline& timeline)
{
    int first = 0, last = 0;
    for (const Event& event : timeline.events) {
        if (event.line == 0)
            continue;
        first = first == 0 ? event.line : std::min(first, event.line);
        last = std::max({last, event.line, event.lastLine});
    }
    std::string line = "Small numbers are the rows of the timeline";
    if (!timeline.sourceName.empty() && timeline.sourceName != "-")
        line += " in " + timeline.sourceName;
    if (first != 0)
        line += first == last ? ", line " + std::to_string(first)
                              : ", lines " + std::to_string(first) + " to " + std::to_string(last);
    return line + '.';
}

} // namespace

std::vector<std::string> footnotes(
    const TimelineView& view, const Scenario& scenario, const Reading& reading, const Resolved& resolved)
{
    std::vector<std::string> lines = packed(daySentences(view.record(), reading, resolved));
    std::vector<std::string> sentences;
    const auto add = [&sentences](const std::vector<std::string>& more) {
        sentences.insert(sentences.end(), more.begin(), more.end());
    };
    if (scenario.edits.empty()) {
        add(boundSentences(view));
        add(rowSentences(view.record()));
        add(readingSentences(view, reading));
    } else {
        add(movedSentences(view));
        add(readingSentences(view, reading));
    }
    const std::vector<std::string> middle = packed(sentences);
    lines.insert(lines.end(), middle.begin(), middle.end());
    lines.push_back(rowsLine(view.record()));
    return lines;
}

} // namespace lockstep
