#include "formats/clock_zone.h"
#include "formats/date_words.h"
#include "formats/markdown/prose.h"
#include "formats/markdown/timeline_reader.h"
#include "formats/markdown/words.h"
#include "formats/markdown/zone_phrase.h"
#include <algorithm>

/// The days and zones that stand between the rows.
namespace lockstep::markdown {

/// "March 12, 2026: Discovery" is an event of that day, unless rows with clocks follow below it.
bool TimelineReader::isDayOfOneEvent(std::size_t at, const RowHead& head) const
{
    auto rest = scan::Cursor{m_blocks[at].lines.front().text, head.textAt};
    takeWeekday(rest);
    if (m_within != Within::Text || scan::trimmed(rest.rest()).empty())
        return false;
    for (auto next = at + 1; next < m_end && m_blocks[next].kind != BlockKind::Heading; ++next) {
        const auto& block = m_blocks[next];
        const auto hasClock = [&](const TextLine& text) { return readRowHead(text.text, m_order).hasTime(); };
        if (std::ranges::any_of(block.lines, hasClock)
            || std::ranges::any_of(block.rows, [&](const TableRow& row) { return std::ranges::any_of(row.cells, hasClock); }))
            return false;
    }
    return true;
}

/// A heading of a day alone is an event of that day where the others hold clocks and words follow below it.
bool TimelineReader::isEventOfDay(std::size_t at) const
{
    const auto next = at + 1;
    return m_momentHeadings && next < m_end && m_blocks[next].kind == BlockKind::Paragraph
        && !readRowHead(m_blocks[next].lines.front().text, m_order).hasTime();
}

/// Takes the day a heading or a line of its own states.
void TimelineReader::dayLine(const TextLine& text, Where where)
{
    const auto date = findDate(text.text, 0, m_order);
    if (!date)
        return;
    m_day = {{date->date, text.text.substr(date->begin, date->length), where, text.line}};
}

/// A line or paragraph that is no row: a day, or a sentence about the clocks of the document.
void TimelineReader::standalone(std::size_t at)
{
    const auto& block = m_blocks[at];
    const auto& first = block.lines.front();
    const bool label = first.text.find(':') < 20;
    const auto rest = label ? std::string_view{first.text}.substr(first.text.find(':') + 1) : std::string_view{};
    const auto whole = label && !scan::trimmed(rest).empty() ? rest : std::string_view{first.text};
    const auto head = readRowHead(whole, m_order);
    const bool onlyDate = head.date && !head.hasTime() && head.textAt >= whole.size();
    const bool shortLine = wordCount(first.text) <= 6 && (first.text.ends_with(':') || first.style.find(' ') == std::string::npos);
    if (block.lines.size() == 1 && (onlyDate || shortLine)) {
        const auto before = m_day;
        dayLine(first, Where::DayLine);
        if (m_day != before) {
            m_used.insert({at, 0});
            if (const auto zone = zoneOfHead(first.text); !zone.empty())
                m_zone = statedZone(zone, Where::DayLine, first.line);
            return;
        }
    }
    if (block.lines.size() == 1 && wordCount(first.text) <= 3 && isZoneAbbreviation(headingWords(first.text.substr(0, first.text.find(':')))))
        m_zone = statedZone(std::string{headingWords(first.text.substr(0, first.text.find(':')))}, Where::DayLine, first.line);
    for (const auto& sentence : sentencesOf(block.lines)) {
        if (const auto colon = sentence.text.find(':'); colon != std::string::npos && isOneOf("column-date", sentence.text.substr(0, colon)))
            dayLine({sentence.line, sentence.text, std::string(sentence.text.size(), ' ')}, Where::DayLine);
        if (holdsOneOf("clocks", sentence.text) && holdsOneOf("approximate", sentence.text))
            m_approx = true;
        if (const auto zone = zoneOfSentence(sentence.text); !zone.empty() && wordCount(sentence.text) <= 20)
            m_zone = statedZone(zone, Where::Sentence, sentence.line);
    }
}

} // namespace lockstep::markdown
