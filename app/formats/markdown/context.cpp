#include "formats/markdown/context.h"
#include "formats/markdown/dates_around.h"
#include "core/places.h"
#include "formats/clock_zone.h"
#include "formats/markdown/entities.h"
#include "formats/markdown/prose.h"
#include "formats/markdown/timeline_reader.h"
#include "formats/markdown/words.h"
#include "formats/markdown/zone_phrase.h"
#include <algorithm>
#include <span>

namespace lockstep::markdown {

namespace {

using Date = Stated<StatedDate>;
using ZoneWords = Stated<std::string>;

/// Calls back with each heading above a block whose section holds it, nearest first, until one answers.
template <class Answer> auto fromHeadingsAbove(const std::vector<Block>& blocks, std::size_t at, Answer answer)
{
    int level = 7;
    for (auto i = at; i-- > 0;) {
        const auto& block = blocks[i];
        if (block.kind != BlockKind::Heading || block.level >= level)
            continue;
        level = block.level;
        if (auto found = answer(block.lines.front()))
            return found;
    }
    // A title that is no heading of this section still speaks for the whole document.
    for (const auto& block : blocks)
        if (block.kind == BlockKind::Heading)
            return answer(block.lines.front());
    return decltype(answer(blocks.front().lines.front())){};
}

bool isClockOfRow(const SeenClock& seen, std::span<const DraftEvent> rows)
{
    return std::ranges::any_of(rows, [&](const DraftEvent& row) { return row.clock == seen.clock || row.endClock == seen.clock; });
}

bool isProse(const Block& block) { return block.kind == BlockKind::Paragraph; }

/// Where the part of the document begins that holds the section: below the heading above its own.
std::size_t partOf(const std::vector<Block>& blocks, const Section& section)
{
    const auto isHeading = [&](std::size_t i) { return blocks[i].kind == BlockKind::Heading; };
    auto own = section.begin;
    if (section.hasHeading && own > 0)
        --own;
    const int level = own < blocks.size() && isHeading(own) ? blocks[own].level : 7;
    for (auto i = own; i-- > 0;)
        if (isHeading(i) && blocks[i].level < level)
            return i;
    return 0;
}

/// "EAT" and "East African Time" say the same.
bool isSameZone(const std::string& one, const std::string& other)
{
    const auto first = placesFor(one), second = placesFor(other);
    return one == other || (!first.empty() && !second.empty() && first.front().zone == second.front().zone);
}

/// The zone right behind a date: "on April 12, 2021, PST (UTC-7)".
std::string zoneBehind(std::string_view text)
{
    scan::Cursor cursor{text};
    cursor.take(',');
    cursor.skipBlanks();
    return std::string{takeZone(cursor, true)};
}

} // namespace

std::optional<Date> DocumentContext::titleDate(const Section& section) const
{
    return fromHeadingsAbove(m_blocks, section.begin, [&](const TextLine& line) -> std::optional<Date> {
        const auto date = findDate(line.text, 0, m_order);
        if (!date)
            return {};
        return Date{date->date, line.text.substr(date->begin, date->length), Where::Title, line.line};
    });
}

/// The zone a heading above the rows speaks of, or holds in brackets.
std::optional<ZoneWords> DocumentContext::titleZone(const Section& section, std::string (*zoneIn)(std::string_view)) const
{
    return fromHeadingsAbove(m_blocks, section.begin, [&](const TextLine& line) -> std::optional<ZoneWords> {
        auto zone = zoneIn(line.text);
        if (zone.empty())
            return {};
        return ZoneWords{zone, zone, Where::Title, line.line};
    });
}

/// The one date of the sentences above the timeline; of several, the first beside a clock. Below the timeline only
/// a sentence that repeats a clock of the rows counts: a due date is no date of the incident.
std::optional<Date> DocumentContext::summaryDate(const Section& section, const Draft& draft, std::size_t first,
                                                 std::size_t begin, std::size_t end) const
{
    std::optional<Date> only, besideClock;
    bool several = false;
    const auto rows = std::span{draft.events}.subspan(first);
    for (auto i = begin; i < end; ++i) {
        // A run that no heading names may hold the sentences above its first row.
        const bool above = !section.hasHeading && !rows.empty() && m_blocks[i].lastLine() < rows.front().line;
        if (!isProse(m_blocks[i]) || (i >= section.begin && i < section.end && !above))
            continue;
        for (const auto& sentence : sentencesOf(m_blocks[i].lines)) {
            const TextLine line{sentence.line, sentence.text, std::string(sentence.text.size(), ' ')};
            const auto found = findDate(line.text, 0, m_order);
            if (!found || isOtherDay(std::string_view{line.text}.substr(0, found->begin)))
                continue;
            const auto clocks = clocksIn(line);
            const bool repeats = std::ranges::any_of(clocks, [&](const SeenClock& c) { return isClockOfRow(c, rows); });
            if (i >= section.end && !repeats)
                continue;
            const Date date{found->date, line.text.substr(found->begin, found->length), Where::Summary, line.line};
            if (!clocks.empty() && !besideClock)
                besideClock = date;
            several |= only && only->value != date.value;
            if (!only)
                only = date;
        }
    }
    return besideClock ? besideClock : several ? std::nullopt : only;
}

/// Of a document with several incidents, what stands in the part of this one comes first.
std::optional<Date> DocumentContext::nearestSummaryDate(const Section& section, const Draft& draft, std::size_t first) const
{
    if (auto date = summaryDate(section, draft, first, partOf(m_blocks, section), section.begin))
        return date;
    return summaryDate(section, draft, first, 0, m_blocks.size());
}

/// The one zone that clocks in the sentences of the document carry.
std::optional<ZoneWords> DocumentContext::summaryZone(const Section& section, const Draft& draft, std::size_t first) const
{
    std::optional<ZoneWords> zone;
    const auto rows = std::span{draft.events}.subspan(first);
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        if (!isProse(m_blocks[i]) || (i >= section.begin && i < section.end))
            continue;
        for (const auto& line : m_blocks[i].lines)
            for (const auto& clock : clocksIn(line)) {
                if (clock.zone.empty() || (i >= section.end && !isClockOfRow(clock, rows)))
                    continue;
                if (zone && !isSameZone(zone->value, clock.zone))
                    return {};
                if (!zone)
                    zone = ZoneWords{clock.zone, clock.zone, Where::Summary, clock.line};
            }
    }
    if (zone)
        return zone;
    auto rowsBegin = section.begin; // a run that no heading names may hold the sentences above its first row
    while (!section.hasHeading && !rows.empty() && rowsBegin < section.end && m_blocks[rowsBegin].lastLine() < rows.front().line)
        ++rowsBegin;
    // Lines of "Key: value" without a blank line between them are one sentence to the eye of a parser only.
    for (std::size_t i = 0; i < rowsBegin; ++i)
        for (const auto& line : isProse(m_blocks[i]) ? m_blocks[i].lines : std::vector<TextLine>{})
            if (auto words = holdsOneOf("timeline", line.text) ? zoneOfHead(line.text) : zoneOfSentence(line.text); !words.empty() && wordCount(line.text) <= 12)
                return ZoneWords{words, words, Where::Summary, line.line};
    for (std::size_t i = 0; i < rowsBegin; ++i)
        for (const auto& sentence : isProse(m_blocks[i]) ? sentencesOf(m_blocks[i].lines) : std::vector<Prose>{})
            if (auto words = zoneOfSentence(sentence.text); !words.empty() && wordCount(sentence.text) <= 12)
                return ZoneWords{words, words, Where::Summary, sentence.line};
    for (std::size_t i = 0; i < rowsBegin; ++i)
        for (const auto& sentence : isProse(m_blocks[i]) ? sentencesOf(m_blocks[i].lines) : std::vector<Prose>{})
            if (const auto date = findDate(sentence.text, 0, m_order))
                if (auto words = zoneBehind(std::string_view{sentence.text}.substr(date->begin + date->length)); !words.empty())
                    return ZoneWords{words, words, Where::Summary, sentence.line};
    return {};
}

/// "| **Date** | 2023-08-30 |": what the second of two cells says, in a table beside the timeline, by the name in the first.
template <class Read> auto DocumentContext::labelled(const Section& section, std::string_view key, Read read) const
{
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        if (m_blocks[i].kind != BlockKind::Table || (i >= section.begin && i < section.end))
            continue;
        for (const auto& row : m_blocks[i].rows)
            if (row.cells.size() == 2 && isOneOf(key, row.cells[0].text))
                if (auto found = read(row.cells[1]))
                    return found;
    }
    return decltype(read(TextLine{})){};
}

/// "Incident date: 14 June 2023" in a line of its own, in the part of the section before the whole document.
std::optional<Date> DocumentContext::incidentDate(const Section& section) const
{
    const auto within = [&](std::size_t begin, std::size_t end) -> std::optional<Date> {
        for (auto i = begin; i < end; ++i) {
            if (!isProse(m_blocks[i]))
                continue;
            for (const auto& line : m_blocks[i].lines) {
                const auto colon = std::min(line.text.find(':'), line.text.size());
                const auto date = isOneOf("incident-date", line.text.substr(0, colon)) ? findDate(line.text, colon, m_order) : std::nullopt;
                if (date)
                    return Date{date->date, line.text.substr(date->begin, date->length), Where::Summary, line.line};
            }
        }
        return {};
    };
    const auto own = within(partOf(m_blocks, section), section.begin);
    return own ? own : within(0, section.begin);
}

std::optional<Date> DocumentContext::labelledDate(const Section& section) const
{
    return labelled(section, "column-date", [&](const TextLine& cell) -> std::optional<Date> {
        const auto date = findDate(cell.text, 0, m_order);
        if (!date || date->begin != 0)
            return {};
        return Date{date->date, cell.text.substr(0, date->length), Where::FrontMatter, cell.line};
    });
}

std::optional<ZoneWords> DocumentContext::labelledZone(const Section& section) const
{
    return labelled(section, "column-zone", [](const TextLine& cell) { return statedZone(findZone(cell.text).words, Where::FrontMatter, cell.line); });
}

std::optional<Date> DocumentContext::dateAround(const Section& section, const Draft& draft, std::size_t first) const
{
    if (auto date = incidentDate(section))
        return date;
    if (auto date = titleDate(section))
        return date;
    if (auto date = labelledDate(section); date && !m_matter.date)
        return date;
    return m_matter.date ? m_matter.date : nearestSummaryDate(section, draft, first);
}

void DocumentContext::complete(Draft& draft, std::size_t first, const Section& section) const
{
    const auto rows = std::span{draft.events}.subspan(first);
    const auto dated = [](const DraftEvent& e) { return e.date.has_value(); };
    const auto placed = [](const DraftEvent& e) { return e.zone || !e.place.empty(); };
    if (!std::ranges::all_of(rows, dated)) {
        const auto date = dateAround(section, draft, first);
        // Rows above the first dated one, and all where none is: a row below one already took its date.
        for (auto& row : rows) {
            if (row.date)
                break;
            row.date = date;
        }
    }
    if (std::ranges::all_of(rows, placed))
        return;
    std::optional<ZoneWords> zone;
    if (const auto stated = std::ranges::find_if(rows, placed); stated != rows.end()) {
        const bool agree = std::ranges::all_of(rows, [&](const DraftEvent& e) { return !placed(e) || (e.zone && stated->zone && e.zone->value == stated->zone->value); });
        if (agree) {
            zone = stated->zone;
            zone->where = Where::FirstEvent;
        }
    } else {
        zone = titleZone(section, zoneOfSentence);
        if (!zone && !m_matter.zone.empty())
            zone = ZoneWords{m_matter.zone, m_matter.zone, Where::FrontMatter, m_matter.zoneLine};
        if (!zone)
            zone = labelledZone(section);
        if (!zone)
            zone = summaryZone(section, draft, first);
        if (!zone)
            zone = titleZone(section, zoneInBrackets);
    }
    for (auto& row : rows)
        if (!placed(row))
            row.zone = zone;
}

std::string titleOf(const std::vector<Block>& blocks, const FrontMatter& matter, const std::vector<Section>& timelines)
{
    const auto isSection = [](std::string_view words) { return beginsWithOneOf("section", words) || holdsOneOf("timeline", words); };
    const auto firstRow = timelines.empty() ? blocks.size() : timelines.front().begin;
    const auto isHeading = [](const Block& b) { return b.kind == BlockKind::Heading && b.lines.size() == 1; };
    for (const auto& block : blocks)
        if (isHeading(block) && block.level == 1)
            return plainWords(block.lines.front().text);
    if (!matter.title.empty())
        return plainWords(matter.title);
    for (std::size_t i = 0; i < std::min(firstRow, blocks.size()); ++i) {
        const auto words = isHeading(blocks[i]) ? headingWords(blocks[i].lines.front().text) : std::string_view{};
        if (!words.empty() && !isSection(words))
            return plainWords(blocks[i].lines.front().text);
    }
    // Plain text: a short first line of its own.
    if (blocks.empty() || firstRow == 0 || blocks.front().kind != BlockKind::Paragraph || blocks.front().lines.size() != 1)
        return {};
    const auto words = headingWords(blocks.front().lines.front().text);
    const bool title = wordCount(words) <= 12 && !words.ends_with('.') && !words.ends_with(':') && !isSection(words);
    return title && clocksIn(blocks.front().lines.front()).empty() ? plainWords(blocks.front().lines.front().text) : std::string{};
}

} // namespace lockstep::markdown
