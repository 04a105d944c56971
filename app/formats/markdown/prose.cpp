#include "formats/markdown/prose.h"
#include "formats/clock_text.h"
#include "formats/date_words.h"
#include "formats/markdown/entities.h"
#include "formats/markdown/row_head.h"
#include "formats/text_scan.h"
#include <algorithm>

namespace lockstep::markdown {

namespace {

/// Whether a sentence ends at this full stop, question or exclamation mark.
bool endsSentence(std::string_view text, std::size_t at)
{
    if (text[at] != '.' && text[at] != '!' && text[at] != '?')
        return false;
    auto next = text.find_first_not_of(".!?\"')]*_", at);
    if (next == std::string_view::npos)
        return true;
    if (text[next] != ' ')
        return false;
    next = text.find_first_not_of(' ', next);
    if (next == std::string_view::npos)
        return true;
    // "12. März": an ordinal before its month.
    scan::Cursor month{text, next};
    if (text[at] == '.' && at > 0 && scan::isDigit(text[at - 1]) && takeMonth(month).month > 0)
        return false;
    // "v. 2.2", "e.g. the": what follows an abbreviation is small or a digit.
    return scan::isUpper(text[next]) || static_cast<unsigned char>(text[next]) >= 0xC3;
}

} // namespace

std::vector<Prose> sentencesOf(const std::vector<TextLine>& lines)
{
    std::vector<Prose> sentences;
    std::string pending;
    int pendingLine = 0;
    const auto flush = [&] {
        if (auto words = plainWords(pending); !words.empty())
            sentences.push_back({pendingLine, std::move(words)});
        pending.clear();
    };
    for (const auto& line : lines) {
        if (!pending.empty())
            pending += ' ';
        for (std::size_t at = 0; at < line.text.size(); ++at) {
            if (pending.empty() && line.text[at] == ' ')
                continue;
            if (pending.empty())
                pendingLine = line.line;
            pending += line.text[at];
            if (endsSentence(line.text, at) && at + 1 < line.text.size() && line.text[at + 1] == ' ')
                flush();
        }
        if (!line.text.empty() && endsSentence(line.text, line.text.size() - 1))
            flush();
    }
    flush();
    return sentences;
}

bool isLinkOnly(const TextLine& line, std::size_t from)
{
    std::size_t letters = 0;
    for (auto at = from; at < line.text.size(); ++at) {
        if (line.style[at] == 'l' || !scan::isWordChar(line.text[at]))
            continue;
        if (!scan::isUpper(line.text[at]) || ++letters > 3)
            return false;
    }
    return true;
}

std::vector<SeenClock> clocksIn(const TextLine& line)
{
    std::vector<SeenClock> seen;
    const std::string_view text{line.text};
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!scan::isDigit(text[at]) || line.style[at] == 'l' || line.style[at] == 'c')
            continue;
        const bool inside = at > 0
            && (scan::isWordChar(text[at - 1]) || std::string_view{".:/-_=&?#$@,"}.find(text[at - 1]) != std::string_view::npos);
        const auto reading = inside ? Result<ClockReading>{tl::unexpected{Problem{}}} : readClock(text.substr(at));
        if (reading) {
            const auto written = text.substr(at, reading->length);
            const bool strong = written.find(':') != std::string_view::npos || written.find_first_of("mM") != std::string_view::npos;
            if (strong)
                seen.push_back({line.line, reading->clock, readRowHead(text.substr(at)).zone});
            at += reading->length - 1;
            continue;
        }
        while (at + 1 < text.size() && scan::isDigit(text[at + 1]))
            ++at;
    }
    return seen;
}

} // namespace lockstep::markdown
