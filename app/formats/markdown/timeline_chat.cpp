#include "formats/markdown/timeline_reader.h"
#include "formats/markdown/words.h"
#include "formats/text_scan.h"
#include <algorithm>

/// Rows whose moment stands in a line of its own, or beside the name of who speaks.
namespace lockstep::markdown {

namespace {

constexpr std::size_t mostNameWords = 4;

/// "Maria Lopez", "@ann", "ops-bot": who writes in a chat.
bool isName(std::string_view text)
{
    if (text.empty() || text.size() > 40 || wordCount(text) > mostNameWords)
        return false;
    if (text.find_first_of(".:;,!?") != std::string_view::npos)
        return false;
    if (wordCount(text) == 1)
        return text.starts_with('@') || scan::isLetter(text.front());
    return scan::isLetter(text.front()) && !(text.front() >= 'a' && text.front() <= 'z');
}

/// The name before the moment of its line, without the signs between them.
std::string_view nameBefore(std::string_view text)
{
    text = scan::trimmed(text);
    for (bool moved = true; moved;) {
        const auto before = text.size();
        for (const std::string_view sign : {"-", "\xE2\x80\x94", "\xE2\x80\x93", "[", "(", "|", "\xE2\x80\xA2", "\xC2\xB7", ","})
            if (text.ends_with(sign))
                text = scan::trimmed(text.substr(0, text.size() - sign.size()));
        moved = text.size() != before;
    }
    return text;
}

/// "Posted 5 years ago. Jun 04, 2019 - 14:14 CEST" from its date on.
std::string_view withoutPosted(std::string_view text)
{
    scan::Cursor c{text};
    if (!c.takeAnyWord({"posted", "published", "updated", "added", "published on", "posted on"}))
        return text;
    const auto ago = text.find(" ago");
    if (ago != std::string_view::npos)
        c.at = ago + 4;
    c.take('.') || c.take(',') || c.take(':');
    c.skipBlanks();
    return c.rest();
}

/// "Resolved - ...": a post that begins with the state of the incident.
bool beginsWithState(std::string_view text)
{
    const auto dash = text.find(" - ");
    return dash != std::string_view::npos && isOneOf("incident-state", text.substr(0, dash));
}

/// Whether the first line of a paragraph names the incident whose posts stand below it.
bool isTitleOfPosts(const Block& block, std::size_t stampAt)
{
    return stampAt > 1 && !beginsWithState(block.lines.front().text) && beginsWithState(block.lines[1].text);
}

/// "20.04" may be any number.
bool isMomentAlone(const RowHead& head, std::string_view text) { return head.clock && !(head.dotted && !head.date) && head.textAt >= text.size(); }

} // namespace

/// "Maria Lopez  10:42 AM", "ann - 12/03/2021 10:42", or the name alone above its moment.
std::optional<TimelineReader::Speaker> TimelineReader::speakerAt(const Block& block, std::size_t i) const
{
    const std::string_view text{block.lines[i].text};
    for (auto at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        const auto head = readRowHead(text.substr(at), m_order);
        if (!isMomentAlone(head, text.substr(at)))
            continue;
        const auto name = nameBefore(text.substr(0, at));
        return isName(name) ? std::optional{Speaker{head, std::string{name}, i + 1}} : std::nullopt;
    }
    if (i + 1 >= block.lines.size() || !isName(scan::trimmed(text)))
        return {};
    const auto head = readRowHead(block.lines[i + 1].text, m_order);
    if (!isMomentAlone(head, block.lines[i + 1].text))
        return {};
    return Speaker{head, std::string{scan::trimmed(text)}, i + 2};
}

/// What people wrote in a chat, each below the line with name and time.
void TimelineReader::chat(std::size_t at)
{
    const auto& block = m_blocks[at];
    if (block.item >= 0)
        return;
    m_rowOpen = m_rowOpen && m_draft.events.back().text.empty();
    for (std::size_t i = 0; i < block.lines.size();) {
        if (const auto speaker = speakerAt(block, i)) {
            addEvent(speaker->head, {}, block.lines[i].line).role = speaker->name;
            for (; i < speaker->textAt; ++i)
                use(at, i);
            m_rowOpen = true;
            continue;
        }
        const auto head = readRowHead(block.lines[i].text, m_order);
        if (head.date && !head.hasTime() && head.textAt >= block.lines[i].text.size())
            dayLine(block.lines[i], Where::DayLine);
        else if (m_rowOpen && i + 1 < block.lines.size() && isMomentAlone(head, block.lines[i].text)) {
            const Name speaker = m_draft.events.back().role; // who goes on below another time
            addEvent(head, {}, block.lines[i].line).role = speaker;
            use(at, i);
        }
        else if (m_rowOpen)
            continueRow(at, i);
        ++i;
    }
}

/// "Resolved - Mail is delivered again." with "Feb 12, 16:51 EST" below it; a paragraph may hold several.
void TimelineReader::momentBelow(std::size_t at)
{
    const auto& block = m_blocks[at];
    if (readRowHead(block.lines.front().text, m_order).clock)
        return;
    std::size_t begin = 0;
    for (std::size_t i = 1; i < block.lines.size(); ++i) {
        const auto stamp = withoutPosted(block.lines[i].text);
        const auto head = readRowHead(stamp, m_order);
        if (!isMomentAlone(head, stamp))
            continue;
        if (i == begin + 1 && isName(scan::trimmed(block.lines[begin].text)) && i + 1 < block.lines.size())
            return; // who speaks in a chat
        if (begin == 0 && isTitleOfPosts(block, i))
            begin = 1;
        addEvent(head, {}, block.lines[begin].line);
        for (; begin < i; ++begin)
            continueRow(at, begin);
        use(at, i);
        m_draft.events.open().back().lastLine = block.lines[i].line;
        begin = i + 1;
    }
    m_wantsText = false;
}

} // namespace lockstep::markdown
