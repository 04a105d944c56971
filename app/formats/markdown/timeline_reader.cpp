#include "formats/markdown/timeline_reader.h"
#include "formats/markdown/prose.h"
#include "formats/markdown/row_words.h"
#include "formats/markdown/words.h"
#include "formats/markdown/zone_phrase.h"
#include "formats/text_scan.h"
#include <algorithm>

namespace lockstep::markdown {

TimelineReader::TimelineReader(Draft& draft, const std::vector<Block>& blocks, std::vector<std::string_view> sourceLines, DayOrder order)
    : m_draft(draft), m_blocks(blocks), m_sourceLines(std::move(sourceLines)), m_order(order)
{
}

std::size_t TimelineReader::read(const Section& section, int group)
{
    const auto first = m_draft.events.size();
    const auto problemsBefore = m_draft.problems.size();
    for (const auto within : {Within::Text, Within::Ends, Within::Below, Within::Chat, Within::Code, Within::Quotes}) {
        // Without a heading that says so, what stands at the start of a line is a row, or several of one other kind.
        if (!section.hasHeading && (within == Within::Text || within == Within::Ends ? (within == Within::Text) == section.lastResort : !section.lastResort))
            continue;
        m_draft.problems.resize(problemsBefore);
        pass(section, group, within);
        const bool doubtful = section.lastResort && (within == Within::Code || within == Within::Ends);
        const auto least = doubtful ? 3U : section.lastResort || within == Within::Below || within == Within::Chat ? 2U : 1U;
        if (m_draft.events.size() >= first + least)
            break;
        m_draft.events.open().resize(first);
        m_shapes.resize(first);
    }
    if (m_draft.events.size() > first)
        finish(section, first);
    return m_draft.events.size() - first;
}

void TimelineReader::pass(const Section& section, int group, Within within)
{
    m_within = within;
    m_group = group;
    m_named = section.hasHeading;
    m_end = section.end;
    m_day.reset();
    m_countedDay = {};
    m_zone.reset();
    m_approx = false;
    m_wantsText = m_rowOpen = false;
    m_textList = -1;
    const auto isMoment = [&](const Block& b) { return b.kind == BlockKind::Heading && readRowHead(b.lines.front().text, m_order).hasTime(); };
    m_momentHeadings = std::count_if(m_blocks.begin() + static_cast<std::ptrdiff_t>(section.begin), m_blocks.begin() + static_cast<std::ptrdiff_t>(section.end), isMoment) >= 2;
    const Block* above = section.begin > 0 ? &m_blocks[section.begin - 1] : nullptr;
    const bool isBelowHeading = above && above->kind == BlockKind::Heading && above->level > 1;
    if (section.hasHeading || isBelowHeading) {
        const TextLine& heading = section.hasHeading ? section.heading : above->lines.front();
        m_approx = section.hasHeading && holdsOneOf("approximate", heading.text);
        m_zone = statedZone(zoneOfHead(heading.text), Where::Heading, heading.line);
        dayLine(heading, Where::Heading);
    }
    m_bareHours = section.hasHeading && holdsBareHours(section);
    for (auto at = section.begin; at < section.end; ++at) {
        const auto& block = m_blocks[at];
        if (block.kind == BlockKind::Code && m_within != Within::Code)
            continue;
        const bool other = (m_within == Within::Code && block.kind != BlockKind::Code) || (m_within == Within::Quotes && block.quote == 0);
        if ((section.lastResort && other) || (m_within == Within::Code && isLog(at, section)))
            continue;
        if (block.kind == BlockKind::Table)
            table(at);
        else if (block.kind == BlockKind::Heading && block.lines.size() == 1)
            heading(at);
        else
            paragraph(at);
    }
}

/// A code block below a sentence that calls it a log: "The relevant part of the gateway log:".
bool TimelineReader::isLog(std::size_t at, const Section& section) const
{
    if (m_blocks[at].kind != BlockKind::Code || at == section.begin || m_blocks[at - 1].kind != BlockKind::Paragraph)
        return false;
    const auto& above = m_blocks[at - 1].lines.back().text;
    return above.ends_with(':') && holdsOneOf("log", above);
}

void TimelineReader::heading(std::size_t at)
{
    const auto& line = m_blocks[at].lines.front();
    m_wantsText = m_rowOpen = false;
    if (m_within == Within::Ends && endLine(at, 0))
        return;
    auto head = readRowHead(line.text, m_order);
    if (head.hasTime() || (head.date && head.closed && (isDayOfOneEvent(at, head) || isEventOfDay(at)))) {
        addRows(head, std::string_view{line.text}.substr(head.textAt), line);
        m_used.insert({at, 0});
        return;
    }
    refuse(head, line.line);
    if (!countedDay(line))
        dayLine(line, Where::Heading);
    if (const auto zone = zoneOfHead(line.text); !zone.empty())
        m_zone = statedZone(zone, Where::Heading, line.line);
}

void TimelineReader::paragraph(std::size_t at)
{
    const auto& block = m_blocks[at];
    if (block.quote > 0 && m_within != Within::Quotes && m_within != Within::Chat) {
        if (block.lines.size() == 1 && readRowHead(block.lines.front().text, m_order).date)
            standalone(at);
        return;
    }
    m_rowLines = false;
    if (m_within == Within::Chat)
        return chat(at);
    if (m_within == Within::Below)
        return momentBelow(at);
    m_rowOpen = false;
    const auto told = takePendingText(at);
    if (told == block.lines.size())
        return;
    for (auto i = told; i < block.lines.size(); ++i)
        line(at, i);
    if (!m_rowLines)
        standalone(at);
    else if (!isUsed(at, 0) && block.kind == BlockKind::Paragraph && block.item < 0 && m_within == Within::Text
        && scan::trimmed(block.lines.front().text).starts_with('?'))
        warnOfNoClock(block.firstLine());
}

void TimelineReader::use(std::size_t at, std::size_t i)
{
    m_used.insert({at, i});
    m_rowItems.insert(m_blocks[at].item);
    m_rowLines = true;
}

/// Reads one line as a row, as the continuation of the row above it in the same block, or not at all.
void TimelineReader::line(std::size_t at, std::size_t i)
{
    const auto& block = m_blocks[at];
    const auto& text = block.lines[i];
    if (m_within == Within::Ends ? endLine(at, i) : fieldLine(at, i))
        return;
    auto head = readRowHead(text.text, m_order);
    if (m_bareHours && !head.hasTime())
        head = bareHoursHead(text.text).value_or(head);
    if (m_within != Within::Ends && acceptable(head, block, i)) {
        use(at, i);
        addRows(head, std::string_view{text.text}.substr(head.textAt), text);
        m_rowOpen = true;
        return;
    }
    const bool faulty = !head.hasTime() && !head.faults.empty();
    if (faulty && (i == 0 || (m_rowLines && block.item < 0))) {
        use(at, i);
        refuse(head, text.line);
        return;
    }
    if (block.item < 0 && block.lines.size() > 1 && countedDay(text)) {
        use(at, i);
        m_rowOpen = false;
        return;
    }
    if (block.item < 0 && block.lines.size() > 1 && isDayLine(text.text)) {
        use(at, i);
        dayLine(text, Where::DayLine);
        if (const auto zone = zoneOfHead(text.text); !zone.empty())
            m_zone = statedZone(zone, Where::DayLine, text.line);
        m_rowOpen = false;
        return;
    }
    if (m_rowOpen && (block.kind != BlockKind::Code || text.text.starts_with(' ') || text.text.starts_with('\t')))
        continueRow(at, i);
}

/// A row of fields around its clock; a line that begins like one but has no clock is reported.
bool TimelineReader::fieldLine(std::size_t at, std::size_t i)
{
    const auto& text = m_blocks[at].lines[i];
    const auto field = readFieldRow(text.text, m_order);
    if (!field) {
        const auto role = scan::trimmed(std::string_view{text.text}.substr(0, std::min(text.text.find(':'), text.text.size())));
        if (!m_roles.contains(role) || readRowHead(text.text, m_order).hasTime())
            return false;
        use(at, i);
        m_rowOpen = false;
        m_draft.problems.push_back({Severity::Warning, text.line, 0, "This row of the timeline has no clock, so it is not on the chart.",
            "Write a time of day between its commas."});
        return true;
    }
    use(at, i);
    m_rowOpen = field->head.hasTime();
    if (!field->head.hasTime()) {
        refuse(field->head, text.line);
        return true;
    }
    auto& event = addEvent(field->head, std::string_view{text.text}.substr(field->textAt), text.line);
    event.role = field->role;
    event.person = field->person;
    event.place = field->place;
    if (field->head.zone.empty() && !event.place.empty())
        event.zone.reset();
    if (!field->role.empty())
        m_roles.insert(field->role);
    return true;
}

/// "Detected: 10:40 UTC": what happened, then when.
bool TimelineReader::endLine(std::size_t at, std::size_t i)
{
    const auto& text = m_blocks[at].lines[i];
    const auto row = readEndRow(text.text, m_order);
    if (!row || (i > 0 && m_blocks[at].item >= 0))
        return false;
    // Without a heading that names them, "Duration: 10:00" is no row.
    if (!m_named && !row->labelled && m_blocks[at].kind != BlockKind::Heading)
        return false;
    use(at, i);
    // "1. Issues reported (12:00)": the number of a heading is no part of what happened; of "Update 2" nothing is.
    scan::Cursor words{row->text};
    if (m_blocks[at].kind == BlockKind::Heading && words.takeNumber(1, 2) >= 0)
        words.take('.') || (words.at = 0);
    tell(row->head, words.rest(), text.line);
    m_rowOpen = false;
    return true;
}

/// Adds a row whose words stand before its moment. "Update 2" and "Comment by Kim" only lead to what is told below.
void TimelineReader::tell(const RowHead& head, std::string_view words, int line)
{
    const auto unnumbered = words.substr(0, words.find_last_not_of("0123456789# ") + 1);
    if (isOneOf("numbered-note", unnumbered)) {
        addEvent(head, {}, line);
        return;
    }
    scan::Cursor name{words};
    const bool signedBy = takeByLine(name);
    auto& event = addEvent(head, signedBy ? std::string_view{} : words, line);
    if (signedBy)
        event.role = scan::trimmed(name.rest());
}

void TimelineReader::continueRow(std::size_t at, std::size_t i)
{
    const auto& text = m_blocks[at].lines[i];
    auto& event = m_draft.events.open().back();
    use(at, i);
    event.text += (event.text.empty() ? "" : " ") + eventText(text.text);
    event.lastLine = text.line;
}

/// Whether a moment at the start of a line makes it a row here; in prose a clock is none.
bool TimelineReader::acceptable(const RowHead& head, const Block& block, std::size_t i) const
{
    if (!head.hasTime() && !head.date)
        return false;
    const bool onlyDate = !head.hasTime();
    if (onlyDate && isDayAlone(block.lines[i].text, head))
        return false; // a day line
    if (onlyDate && !head.closed && !(block.item >= 0 && head.date->year))
        return false; // "3 May was a Tuesday"
    if (block.kind == BlockKind::Code)
        return true;
    if (isHeadOfRows(head, block))
        return false;
    if (block.item >= 0 && i > 0)
        return head.closed && !head.led;
    if (i > 0 && !m_rowLines && !holdsRows(block))
        return false;
    return m_named || block.item >= 0 || !(head.led || (head.dotted && !head.date));
}

/// "**March 05 15:22 UTC (lasting 4 hours)**": a line of its own in bold that names an incident and tells nothing of it.
bool TimelineReader::isHeadOfRows(const RowHead& head, const Block& block) const
{
    const auto& line = block.lines.front();
    const auto rest = scan::trimmed(std::string_view{line.text}.substr(std::min(head.textAt, line.text.size())));
    return head.date && block.lines.size() == 1 && rest.starts_with('(') && rest.ends_with(')') && line.style.find(' ') == std::string::npos;
}

/// Whether a paragraph whose first line is no row ("??:?? - it begins") holds rows below it all the same.
bool TimelineReader::holdsRows(const Block& block) const
{
    const auto rows = std::ranges::count_if(block.lines, [&](const TextLine& text) {
        const auto head = readRowHead(text.text, m_order);
        return head.hasTime() && !head.led;
    });
    return rows >= 2 && 2 * static_cast<std::size_t>(rows) >= block.lines.size();
}

/// Whether a list begins here that the row right above it leads to: "10:05 Plan:" with its points below.
bool TimelineReader::isAnnouncedList(std::size_t at) const
{
    const auto& block = m_blocks[at];
    if (at == 0 || !block.startsItem || m_blocks[at - 1].depth >= block.depth || m_draft.events.empty())
        return false;
    const auto& row = m_draft.events.back();
    return row.group == m_group && row.text.ends_with(":") && block.firstLine() == row.lastLine + 1;
}

/// The paragraph, or the list, below a row that has no words of its own, and the list below one that ends in a colon.
/// Returns how many lines it took: rows may follow a list without a blank line.
std::size_t TimelineReader::takePendingText(std::size_t at)
{
    const auto& block = m_blocks[at];
    if (m_textList >= 0 && block.list != m_textList)
        m_textList = -1;
    if (!m_wantsText && m_textList < 0 && !isAnnouncedList(at))
        return 0;
    const auto isRow = [&](const TextLine& line) { return readFieldRow(line.text, m_order) || readRowHead(line.text, m_order).hasTime(); };
    const auto& first = block.lines.front();
    const auto taken = static_cast<std::size_t>(std::ranges::find_if(block.lines, isRow) - block.lines.begin());
    if (taken == 0)
        return 0;
    const bool moreBelow = at + 1 < m_end && m_blocks[at + 1].kind == BlockKind::Paragraph;
    if (m_textList < 0 && moreBelow && block.lines.size() == 1 && wordCount(first.text) <= 2 && isLinkOnly(first, 0))
        return 0; // "Chat", a link to what was said: the words follow
    auto& event = m_draft.events.open().back();
    std::string words;
    for (std::size_t i = 0; i < taken; ++i) {
        words += (i > 0 ? " " : "") + block.lines[i].text;
        m_used.insert({at, i});
    }
    event.text += (event.text.empty() ? "" : m_textList >= 0 ? "; " : " ") + eventText(words);
    event.lastLine = block.lines[taken - 1].line;
    m_textList = block.item >= 0 ? block.list : -1;
    if (block.item >= 0)
        m_rowItems.insert(block.item);
    m_wantsText = false;
    return taken;
}

} // namespace lockstep::markdown
