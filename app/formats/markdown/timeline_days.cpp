#include "formats/clock_zone.h"
#include "formats/date_words.h"
#include "formats/markdown/prose.h"
#include "formats/markdown/row_words.h"
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

namespace {

/// "Día 13/03/2024", "Log opened Tue May 14 2024" from the date on.
std::string_view withoutDayWord(std::string_view text)
{
    text = scan::trimmed(text);
    while (text.starts_with('-'))
        text = scan::trimmed(text.substr(1));
    const auto date = findDate(text);
    if (!date)
        return text;
    const auto word = scan::trimmed(text.substr(0, date->begin));
    return isOneOf("column-date", word) || isOneOf("log-day", word) ? text.substr(date->begin) : text;
}

} // namespace

/// Takes the day a heading or a line of its own states.
void TimelineReader::dayLine(const TextLine& text, Where where)
{
    const auto date = findDate(text.text, 0, m_order);
    if (!date)
        return;
    m_day = {{date->date, text.text.substr(date->begin, date->length), where, text.line}};
    m_countedDay = {}; // "Day 2" and then "5 March": the date tells
}

/// "Tuesday, March 5", "Wed May 15 2024 ---", "2022-09-14, all times in UTC", "13/03/2024 (hora de Madrid)": a day and
/// what speaks of its clocks, and no event.
bool TimelineReader::isDayAlone(std::string_view text, const RowHead& head)
{
    if (!head.date || head.hasTime())
        return false;
    auto rest = scan::trimmed(text.substr(std::min(head.textAt, text.size())));
    const bool bracketed = rest.starts_with('(') && rest.ends_with(')');
    return rest.empty() || rest.find_first_not_of("-=*") == std::string_view::npos || !(bracketed ? zoneOfHead(rest) : zoneOfSentence(rest)).empty();
}

/// "Day 2", "Tuesday:" in a line of its own: a day without a date, for the rows below it.
bool TimelineReader::countedDay(const TextLine& text)
{
    const auto head = dayWithoutDate(headingWords(text.text));
    if (!head || findDate(text.text, 0, m_order)) // "2025-07-26 Saturday"
        return false;
    m_countedDay = *head;
    return true;
}

/// The same with a word such as "Day" or "Log opened" before it.
bool TimelineReader::isDayLine(std::string_view text) const
{
    const auto day = withoutDayWord(text);
    return isDayAlone(day, readRowHead(day, m_order));
}

/// Whether lines of the section begin with four digits that never step back: "0412 The plan arrives".
bool TimelineReader::holdsBareHours(const Section& section) const
{
    int rows = 0, last = -1;
    for (auto at = section.begin; at < section.end; ++at)
        for (const auto& line : m_blocks[at].lines) {
            const auto head = bareHoursHead(line.text);
            if (!head || readRowHead(line.text, m_order).date)
                continue;
            const int time = head->clock->hour * 60 + head->clock->minute;
            if (time < last)
                return false;
            last = time;
            ++rows;
        }
    return rows >= 3;
}

/// A line or paragraph that is no row: a day, or a sentence about the clocks of the document.
void TimelineReader::standalone(std::size_t at)
{
    const auto& block = m_blocks[at];
    const auto& first = block.lines.front();
    if (block.lines.size() == 1 && countedDay(first)) {
        m_used.insert({at, 0});
        return;
    }
    const bool label = first.text.find(':') < 20;
    const auto rest = label ? std::string_view{first.text}.substr(first.text.find(':') + 1) : std::string_view{};
    const auto whole = label && !scan::trimmed(rest).empty() ? rest : std::string_view{first.text};
    const bool onlyDate = isDayLine(whole);
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
        if (const auto zone = zoneOfSentence(sentence.text); !zone.empty() && wordCount(sentence.text) <= 20) {
            m_zone = statedZone(zone, Where::Sentence, sentence.line);
            dayLine({sentence.line, sentence.text, std::string(sentence.text.size(), ' ')}, Where::DayLine);
        }
    }
}

} // namespace lockstep::markdown
