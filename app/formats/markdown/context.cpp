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

namespace lockstep::markdown {

namespace {

using Date = Stated<StatedDate>;
using ZoneWords = Stated<std::string>;

bool isClockOfRow(const SeenClock& seen, std::span<const DraftEvent> rows)
{
    return std::ranges::any_of(rows, [&](const DraftEvent& row) { return row.clock == seen.clock || row.endClock == seen.clock; });
}

/// "EAT" and "East African Time" say the same.
bool isSameZone(const std::string& one, const std::string& other)
{
    const auto first = placesFor(one), second = placesFor(other);
    return one == other || (!first.empty() && !second.empty() && first.front().zone == second.front().zone);
}

/// The first of some facts that stands in a part of the document.
template <class Fact> std::optional<Fact> firstIn(const std::vector<SaidAround::At<Fact>>& facts, std::size_t begin, std::size_t end)
{
    const auto first = std::ranges::lower_bound(facts, begin, {}, &SaidAround::At<Fact>::block);
    return first != facts.end() && first->block < end ? std::optional{first->fact} : std::nullopt;
}

} // namespace

/// Calls back with each heading above a block whose section holds it, nearest first, until one answers.
template <class Answer> auto DocumentContext::fromHeadingsAbove(std::size_t at, Answer answer) const
{
    for (auto heading = m_outline.before(at); heading; heading = m_outline.above(*heading))
        if (auto found = answer(m_blocks[*heading].lines.front()))
            return found;
    // A title that is no heading of this section still speaks for the whole document.
    const auto title = m_outline.first();
    return title ? answer(m_blocks[*title].lines.front()) : decltype(answer(TextLine{})){};
}

std::optional<Date> DocumentContext::titleDate(const Section& section) const
{
    return fromHeadingsAbove(section.begin, [&](const TextLine& line) -> std::optional<Date> {
        const auto date = findDate(line.text, 0, m_order);
        if (!date)
            return {};
        return Date{date->date, line.text.substr(date->begin, date->length), Where::Title, line.line};
    });
}

/// The zone a heading above the rows speaks of, or holds in brackets.
std::optional<ZoneWords> DocumentContext::titleZone(const Section& section, std::string (*zoneIn)(std::string_view)) const
{
    return fromHeadingsAbove(section.begin, [&](const TextLine& line) -> std::optional<ZoneWords> {
        auto zone = zoneIn(line.text);
        if (zone.empty())
            return {};
        return ZoneWords{zone, zone, Where::Title, line.line};
    });
}

/// Where the part of the document begins that holds the section: below the heading above its own.
std::size_t DocumentContext::partOf(const Section& section) const
{
    return m_outline.above(section.hasHeading && section.begin > 0 ? section.begin - 1 : section.begin).value_or(0);
}

/// Where the rows of the section begin: a run that no heading names may hold the sentences above its first row.
std::size_t DocumentContext::rowsBegin(const Section& section, std::span<const DraftEvent> rows) const
{
    auto begin = section.begin;
    while (!section.hasHeading && !rows.empty() && begin < section.end && m_blocks[begin].lastLine() < rows.front().line)
        ++begin;
    return begin;
}

/// The one date of the sentences above the timeline; of several, the first beside a clock. Below the timeline only
/// a sentence that repeats a clock of the rows counts: a due date is no date of the incident.
std::optional<Date> DocumentContext::summaryDate(const Section& section, std::span<const DraftEvent> rows, std::size_t begin, std::size_t end) const
{
    std::optional<Date> only;
    bool several = false;
    const auto& dates = m_said.dates();
    const auto firstRow = rowsBegin(section, rows);
    for (auto said = std::ranges::lower_bound(dates, begin, {}, &SaidAround::At<SaidAround::DatedSentence>::block); said != dates.end() && said->block < end; ++said) {
        if (said->block >= firstRow && said->block < section.end)
            continue;
        const auto& clocks = said->fact.clocks;
        if (said->block >= section.end && std::ranges::none_of(clocks, [&](const SeenClock& c) { return isClockOfRow(c, rows); }))
            continue;
        if (!clocks.empty())
            return said->fact.date;
        several |= only && only->value != said->fact.date.value;
        if (!only)
            only = said->fact.date;
    }
    return several ? std::nullopt : only;
}

/// Of a document with several incidents, what stands in the part of this one comes first.
std::optional<Date> DocumentContext::nearestSummaryDate(const Section& section, std::span<const DraftEvent> rows)
{
    m_said.readOutside(rowsBegin(section, rows), section.end);
    if (auto date = summaryDate(section, rows, partOf(section), section.begin))
        return date;
    return summaryDate(section, rows, 0, m_blocks.size());
}

/// The one zone that clocks in the sentences of the document carry.
std::optional<ZoneWords> DocumentContext::summaryZone(const Section& section, std::span<const DraftEvent> rows)
{
    const auto firstRow = rowsBegin(section, rows);
    m_said.readOutside(firstRow, section.end);
    std::optional<ZoneWords> zone;
    for (const auto& [block, clock] : m_said.zonedClocks()) {
        if (block >= section.begin && (block < section.end || !isClockOfRow(clock, rows)))
            continue;
        if (zone && !isSameZone(zone->value, clock.zone))
            return {};
        if (!zone)
            zone = ZoneWords{clock.zone, clock.zone, Where::Summary, clock.line};
    }
    return zone ? zone : m_said.zoneAbove(firstRow);
}

/// "Incident date: 14 June 2023" in a line of its own, in the part of the section before the whole document.
std::optional<Date> DocumentContext::incidentDate(const Section& section) const
{
    const auto own = firstIn(m_said.incidentDates(), partOf(section), section.begin);
    return own ? own : firstIn(m_said.incidentDates(), 0, section.begin);
}

/// What a table beside the timeline says.
template <class Fact> std::optional<Fact> DocumentContext::labelled(const std::vector<SaidAround::At<Fact>>& facts, const Section& section) const
{
    const auto above = firstIn(facts, 0, section.begin);
    return above ? above : firstIn(facts, section.end, m_blocks.size());
}

std::optional<Date> DocumentContext::dateAround(const Section& section, Draft& draft, std::size_t first)
{
    const auto rows = std::span{draft.events.open()}.subspan(first);
    m_said.readOutside(rowsBegin(section, rows), section.end);
    if (auto date = incidentDate(section))
        return date;
    if (auto date = titleDate(section))
        return date;
    if (m_matter.date)
        return m_matter.date;
    const auto date = labelled(m_said.labelledDates(), section);
    return date ? date : nearestSummaryDate(section, rows);
}

void DocumentContext::complete(Draft& draft, std::size_t first, const Section& section)
{
    const auto rows = std::span{draft.events.open()}.subspan(first);
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
        if (!zone) {
            m_said.readOutside(rowsBegin(section, rows), section.end);
            zone = labelled(m_said.labelledZones(), section);
        }
        if (!zone)
            zone = summaryZone(section, rows);
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
