#include "formats/markdown/entities.h"
#include "formats/markdown/prose.h"
#include "formats/markdown/timeline_reader.h"
#include "formats/markdown/words.h"
#include "formats/text_scan.h"
#include <algorithm>
#include <map>

/// From the head of a row and its text to an event of the draft.
namespace lockstep::markdown {

/// The text without a comma left over from a list of fields.
std::string TimelineReader::eventText(std::string_view text)
{
    auto words = plainWords(withoutLabel(scan::trimmed(text)));
    while (!words.empty() && (words.back() == ',' || words.back() == ';' || words.back() == ' '))
        words.pop_back();
    return words;
}

namespace {

/// Where in a row whose own clock stands in bold another bold clock begins: "<b>22:31</b> it fails; <b>22:36</b> a call".
std::size_t boldRowAt(const TextLine& line, std::size_t textAt, DayOrder order)
{
    const std::string_view text{line.text};
    const auto isBold = [&](std::size_t i) { return i < line.style.size() && line.style[i] == 'b'; };
    const auto clock = text.find_first_of("0123456789");
    if (clock >= textAt || !isBold(clock) || isBold(textAt))
        return std::string_view::npos;
    for (auto at = textAt + 1; at < text.size(); ++at) {
        if (!isBold(at) || isBold(at - 1))
            continue;
        const auto head = readRowHead(text.substr(at), order);
        if (head.hasTime() && at + head.textAt < text.size() && !isBold(at + head.textAt))
            return at;
    }
    return std::string_view::npos;
}

} // namespace

/// Adds the row and those that follow it on the same line.
void TimelineReader::addRows(RowHead head, std::string_view text, const TextLine& line)
{
    for (;;) {
        const auto textAt = static_cast<std::size_t>(text.data() - line.text.data());
        auto second = secondRowAt(text, head);
        if (const auto bold = boldRowAt(line, textAt, m_order); bold != std::string_view::npos)
            second = std::min(second, bold - textAt);
        auto own = scan::trimmed(text.substr(0, second));
        if (second != std::string_view::npos && own.ends_with('-'))
            own = scan::trimmed(own.substr(0, own.size() - 1));
        addEvent(head, own, line.line);
        m_shapes.back().bold = textAt < line.style.size() && line.style[textAt] == 'b';
        m_shapes.back().closed = head.closed;
        // A whole row in bold is stressed, not titled.
        m_shapes.back().bold &= line.style.find(' ', textAt) != std::string::npos;
        m_wantsText = second == std::string_view::npos && isLinkOnly(line, textAt);
        if (second == std::string_view::npos)
            return;
        text = text.substr(second);
        head = readRowHead(text, m_order);
        text = text.substr(std::min(head.textAt, text.size()));
    }
}

DraftEvent& TimelineReader::addEvent(const RowHead& head, std::string_view text, int line)
{
    DraftEvent event;
    event.line = event.lastLine = line;
    event.group = m_group;
    event.source = source(line, line);
    event.text = eventText(text);
    event.written = head.written;
    event.clock = head.clock;
    event.elapsed = head.elapsed;
    event.endClock = head.endClock;
    event.endDate = head.endDate;
    event.approx = head.approx || m_approx;
    event.doubts = head.doubts;
    for (const auto& fault : head.faults)
        m_draft.problems.push_back({Severity::Warning, line, 0, fault.what, "The row is kept without it. " + fault.instead});
    if (head.date) {
        event.date = {{*head.date, head.dateWritten, Where::Row, line}};
        m_day = {{*head.date, head.dateWritten, Where::FirstEvent, line}};
    } else if (head.faults.empty()) {
        event.date = m_day;
    }
    event.zone = statedZone(head.zone, Where::Row, line);
    if (!event.zone)
        event.zone = m_columnZone ? m_columnZone : m_zone;
    m_wantsText = event.text.empty();
    m_textList = -1;
    m_draft.events.push_back(std::move(event));
    m_shapes.emplace_back();
    const RowHead& counted = head.laterDay.empty() && !head.date ? m_countedDay : head;
    m_shapes.back().laterDay = counted.laterDay;
    m_shapes.back().dayNumber = counted.dayNumber;
    m_shapes.back().dayOfWeek = counted.dayOfWeek;
    m_countedDay = {};
    return m_draft.events.open().back();
}

void TimelineReader::refuse(const RowHead& head, int line)
{
    for (const auto& fault : head.faults)
        m_draft.problems.push_back({Severity::Warning, line, 0, fault.what, "The row is not on the chart. " + fault.instead});
    m_rowOpen = m_rowOpen && head.faults.empty();
}

void TimelineReader::warnOfNoClock(int line, const std::string& lacks)
{
    m_draft.problems.push_back({Severity::Warning, line, 0, "This row of the timeline " + lacks + " clock, so it is not on the chart.",
        "Write a time of day at its start."});
}

/// What can only be said once all rows of a section are there.
void TimelineReader::finish(const Section& section, std::size_t first)
{
    for (auto i = first; i < m_draft.events.size(); ++i) {
        auto& event = m_draft.events.open()[i];
        if (event.lastLine > event.line)
            event.source = source(event.line, event.lastLine);
        // "(all times in UTC)" may stand below the rows as well.
        if (!event.zone && event.place.empty() && m_zone && m_zone->where == Where::Sentence)
            event.zone = m_zone;
    }
    warnOfUntimed(section);
}

std::string TimelineReader::source(int first, int last) const
{
    std::string text;
    for (int line = first; line <= last && line <= static_cast<int>(m_sourceLines.size()); ++line) {
        if (line > first)
            text += '\n';
        text += m_sourceLines[static_cast<std::size_t>(line - 1)];
    }
    return text;
}

/// Items of a list of rows that have no clock: they may be rows, and a reader should know that they are not drawn.
void TimelineReader::warnOfUntimed(const Section& section)
{
    std::map<int, int> rowsOfList;
    for (auto at = section.begin; at < section.end; ++at)
        if (m_blocks[at].startsItem && m_rowItems.contains(m_blocks[at].item))
            ++rowsOfList[m_blocks[at].list];
    for (auto at = section.begin; at < section.end; ++at) {
        const auto& block = m_blocks[at];
        const bool mute = block.startsItem && block.quote == 0 && !m_rowItems.contains(block.item) && !block.lines.empty();
        if (mute && rowsOfList[block.list] >= (m_named ? 1 : 2) && !isUsed(at, 0)) {
            const bool none = std::ranges::all_of(block.lines, [](const TextLine& line) { return clocksIn(line).empty(); });
            warnOfNoClock(block.firstLine(), none ? "has no" : "does not begin with its");
        }
    }
}

} // namespace lockstep::markdown
