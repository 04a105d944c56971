#include "formats/markdown/said_around.h"
#include "formats/clock_zone.h"
#include "formats/markdown/dates_around.h"
#include "formats/markdown/timeline_reader.h"
#include "formats/markdown/words.h"
#include "formats/markdown/zone_phrase.h"
#include <algorithm>

namespace lockstep::markdown {

namespace {

constexpr int shortSentence = 12; ///< words; a longer one tells what happened, not how to read the clocks

/// The zone right behind a date: "on April 12, 2021, PST (UTC-7)".
std::string zoneBehind(std::string_view text)
{
    scan::Cursor cursor{text};
    cursor.take(',');
    cursor.skipBlanks();
    return std::string{takeZone(cursor, true)};
}

template <class Kept> bool isWanted(const std::optional<Kept>& kept, std::size_t block) { return !kept || kept->block > block; }

} // namespace

void SaidAround::readOutside(std::size_t begin, std::size_t end)
{
    if (!m_isBegun) {
        m_isBegun = true;
        read(0, begin);
        read(end, m_blocks.size());
        m_leftBegin = begin;
        m_leftEnd = end;
        return;
    }
    if (m_leftBegin >= m_leftEnd || (begin <= m_leftBegin && m_leftEnd <= end))
        return;
    read(m_leftBegin, m_leftEnd);
    m_leftBegin = m_leftEnd = 0;
    const auto inOrder = [](auto& facts) { std::ranges::stable_sort(facts, {}, [](const auto& fact) { return fact.block; }); };
    inOrder(m_dates);
    inOrder(m_zonedClocks);
    inOrder(m_incidentDates);
    inOrder(m_labelledDates);
    inOrder(m_labelledZones);
}

std::optional<SaidAround::ZoneWords> SaidAround::zoneAbove(std::size_t block) const
{
    for (const auto* said : {&m_zoneOfLine, &m_zoneOfSentence, &m_zoneBehindDate})
        if (*said && (*said)->block < block)
            return (*said)->fact;
    return {};
}

void SaidAround::read(std::size_t begin, std::size_t end)
{
    for (auto at = begin; at < end; ++at) {
        if (m_blocks[at].kind == BlockKind::Table)
            readTable(at);
        if (m_blocks[at].kind != BlockKind::Paragraph)
            continue;
        for (const auto& line : m_blocks[at].lines)
            readLine(at, line);
        for (const auto& sentence : sentencesOf(m_blocks[at].lines))
            readSentence(at, sentence);
    }
}

void SaidAround::readLine(std::size_t at, const TextLine& line)
{
    for (auto& clock : clocksIn(line))
        if (!clock.zone.empty())
            m_zonedClocks.push_back({at, std::move(clock)});
    const auto colon = std::min(line.text.find(':'), line.text.size());
    if (isOneOf("incident-date", line.text.substr(0, colon)))
        if (const auto date = findDate(line.text, colon, m_order))
            m_incidentDates.push_back({at, {date->date, line.text.substr(date->begin, date->length), Where::Summary, line.line}});
    // Lines of "Key: value" without a blank line between them are one sentence to the eye of a parser only.
    if (isWanted(m_zoneOfLine, at))
        if (auto words = holdsOneOf("timeline", line.text) ? zoneOfHead(line.text) : zoneOfSentence(line.text); !words.empty() && wordCount(line.text) <= shortSentence)
            m_zoneOfLine = {at, {words, words, Where::Summary, line.line}};
}

void SaidAround::readSentence(std::size_t at, const Prose& sentence)
{
    if (isWanted(m_zoneOfSentence, at))
        if (auto words = zoneOfSentence(sentence.text); !words.empty() && wordCount(sentence.text) <= shortSentence)
            m_zoneOfSentence = {at, {words, words, Where::Summary, sentence.line}};
    const auto found = findDate(sentence.text, 0, m_order);
    if (!found)
        return;
    const std::string_view text = sentence.text;
    if (isWanted(m_zoneBehindDate, at))
        if (auto words = zoneBehind(text.substr(found->begin + found->length)); !words.empty())
            m_zoneBehindDate = {at, {words, words, Where::Summary, sentence.line}};
    if (isOtherDay(text.substr(0, found->begin)))
        return;
    const Date date{found->date, sentence.text.substr(found->begin, found->length), Where::Summary, sentence.line};
    m_dates.push_back({at, {date, clocksIn({sentence.line, sentence.text, std::string(sentence.text.size(), ' ')})}});
}

void SaidAround::readTable(std::size_t at)
{
    for (const auto& row : m_blocks[at].rows) {
        if (row.cells.size() != 2)
            continue;
        const auto& name = row.cells[0].text;
        const auto& value = row.cells[1];
        if (isOneOf("column-date", name))
            if (const auto date = findDate(value.text, 0, m_order); date && date->begin == 0)
                m_labelledDates.push_back({at, {date->date, value.text.substr(0, date->length), Where::FrontMatter, value.line}});
        if (isOneOf("column-zone", name))
            if (auto zone = statedZone(findZone(value.text).words, Where::FrontMatter, value.line))
                m_labelledZones.push_back({at, std::move(*zone)});
    }
}

} // namespace lockstep::markdown
