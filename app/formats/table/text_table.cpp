#include "formats/table/text_table.h"
#include "core/limits.h"
#include "formats/importer.h"
#include "formats/markdown/prose.h"
#include "formats/markdown/words.h"
#include "formats/markdown/zone_phrase.h"
#include "formats/table/date_parts.h"
#include "formats/table/names.h"
#include "formats/table/records.h"
#include "formats/text_scan.h"
#include <algorithm>

namespace lockstep::table {

namespace {

constexpr std::size_t recordsAbove = 40; ///< a head stands within the first records

/// The cells of a record that are looked at.
int cellsOf(const Table& table, std::size_t record)
{
    return static_cast<int>(std::min(table.cells(record), limits::tableColumns));
}

std::size_t filledCells(const Table& table, std::size_t record)
{
    std::size_t filled = 0;
    for (int i = 0; i < cellsOf(table, record); ++i)
        filled += table.cell(record, i).empty() ? 0 : 1;
    return filled;
}

bool holdsMoment(const Table& table, std::size_t record)
{
    for (int i = 0; i < cellsOf(table, record); ++i) {
        const auto cell = table.cell(record, i);
        const auto head = momentOf(cell, {});
        if (isWhole(head, cell) || epochOf(cell))
            return true;
    }
    return false;
}

bool namesMoment(const Table& table, std::size_t record)
{
    for (int i = 0; i < cellsOf(table, record); ++i) {
        const auto name = headName(table.cell(record, i));
        if (fit("column-time", name) > 1 || fit("column-date", name) > 1)
            return true;
    }
    return false;
}

struct Frame {
    std::size_t first = 0; ///< the first record of the table: its head, or a row
    bool hasHead = false;
};

/// The head is the first record of a row's shape that names times; else the first of that shape, if it holds none.
Frame frameOf(const Table& table, std::size_t columns)
{
    std::optional<std::size_t> shaped;
    for (std::size_t record = 0; record < std::min(table.size(), recordsAbove); ++record) {
        const bool isComment = table.cell(record, 0).starts_with('#') && table.cells(record) < columns;
        const auto filled = filledCells(table, record);
        if (isComment || table.cells(record) * 3 < columns * 2 || filled < 2 || filled * 2 < std::min(columns, limits::tableColumns))
            continue;
        if (holdsMoment(table, record))
            return {shaped.value_or(record), shaped.has_value()};
        if (namesMoment(table, record))
            return {record, true};
        if (!shaped)
            shaped = record;
    }
    return {shaped.value_or(0), shaped.has_value()};
}

std::string_view withoutMark(std::string_view line)
{
    const auto at = line.find_first_not_of("#/;* \t\"");
    return scan::trimmed(line.substr(std::min(at, line.size())));
}

/// The lines above the head: a title, a date, the zone of all times.
void readAbove(const Table& table, std::size_t records, Around& around)
{
    for (std::size_t record = 0; record < records; ++record) {
        std::string text;
        for (int i = 0; i < cellsOf(table, record); ++i)
            if (const auto cell = withoutMark(table.cell(record, i)); !cell.empty())
                text += (text.empty() ? "" : ", ") + std::string{cell};
        const int line = table.line(record);
        if (text.empty())
            continue;
        if (around.title.empty() && markdown::wordCount(text) <= 14)
            around.title = text;
        if (const auto date = findDate(text); date && !around.date)
            around.date = {{date->date, text.substr(date->begin, date->length), Where::Title, line}};
        if (auto zone = text.size() <= limits::placeBytes ? markdown::zoneOfSentence(text) : std::string{}; !zone.empty() && !around.zone)
            around.zone = {{zone, zone, Where::Title, line}};
        around.prose.push_back({line, text});
    }
}

Sheet sheetOf(const Table& table, const Frame& frame)
{
    Sheet sheet{table, {}, frame.first, 0};
    std::size_t columns = 0;
    for (auto record = frame.first; record < std::min(table.size(), frame.first + 200); ++record)
        columns = std::max(columns, static_cast<std::size_t>(cellsOf(table, record)));
    if (frame.hasHead) {
        sheet.body = frame.first + 1;
        sheet.headLine = table.line(frame.first);
    }
    for (std::size_t i = 0; i < columns; ++i) {
        const auto name = frame.hasHead ? table.cell(frame.first, static_cast<int>(i)) : std::string_view{};
        sheet.heads.emplace_back(name.empty() ? std::to_string(i + 1) : std::string{i == 0 && name.size() > 1 && name.front() == '#' ? name.substr(1) : name});
    }
    return sheet;
}

/// The same text with a first line "sep=;" blanked out.
Text withoutSeparatorLine(const Text& text)
{
    if (!text.starts_with("sep=") || text.size() <= 5 || text.view()[5] != '\n')
        return text;
    auto plain = text.str();
    plain.replace(0, 5, 5, ' ');
    return plain;
}

/// Whether the head is one of an export, whatever its names: three or more columns, each a word or three.
bool hasShortHeads(const Sheet& sheet)
{
    const auto isShort = [](const std::string& head) { return head.size() <= 40 && !head.empty() && !scan::isDigit(head.front()) && markdown::wordCount(head) <= 3; };
    return sheet.headLine > 0 && sheet.heads.size() >= 3 && std::ranges::all_of(sheet.heads, isShort);
}

/// "|---|:--:|" under the head, or a head framed in bars: a table of Markdown, which its own reader knows better.
bool isMarkdownTable(std::string_view text)
{
    bool isHead = true;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        at = end + 1;
        if (line.find('|') == std::string_view::npos)
            continue;
        const auto first = line.find_first_not_of(" \t");
        line = line.substr(first, line.find_last_not_of(" \t\r") + 1 - first);
        const bool isRule = line.find_first_not_of("|:- \t") == std::string_view::npos && line.find("--") != std::string_view::npos;
        if (isRule || (isHead && line.size() > 2 && line.front() == '|' && line.back() == '|'))
            return true;
        isHead = false;
    }
    return false;
}

} // namespace

Result<Draft> readTextTable(const Text& text, std::string_view chosen)
{
    auto cut = cutOf(text);
    Around around;
    const auto table = withJoinedDates(recordsOf(withoutSeparatorLine(text), cut.delimiter, around.problems), cut.columns);
    if (cut.columns < 2 || table.size() == 0)
        return refusal("No columns were found in " + std::string{sourcePlaceholder} + ".", "Part them by commas, semicolons, tabs or bars.");
    const auto frame = frameOf(table, cut.columns);
    readAbove(table, frame.first, around);
    return readSheet(sheetOf(table, frame), std::move(around), chosen);
}

int textTableConfidence(std::string_view head, bool withTabs)
{
    // The last line may be cut.
    const auto lastLine = head.rfind('\n');
    const Text text = head.size() < (64u << 10) || lastLine == std::string_view::npos ? head : head.substr(0, lastLine + 1);
    auto cut = cutOf(text);
    if (cut.columns < 2 || (cut.delimiter == '\t') != withTabs || (cut.delimiter == '|' && isMarkdownTable(text)))
        return 0;
    std::vector<Problem> ignored;
    const auto table = withJoinedDates(recordsOf(withoutSeparatorLine(text), cut.delimiter, ignored, 200), cut.columns);
    const auto frame = frameOf(table, cut.columns);
    const auto sheet = sheetOf(table, frame);
    const auto columns = columnsOf(sheet, {});
    if (table.size() <= sheet.body || !columns || !columns->hasMoments() || frame.first > table.size() / 2)
        return 0;
    const int clock = columns->clocks.empty() ? columns->date.column : columns->clocks.front().column;
    const bool hasNames = frame.hasHead && namesMoment(table, frame.first) && cut.share >= 0.6;
    // Without names a list of sentences with commas looks alike, unless each begins with its moment.
    const bool isRegular = cut.share >= 0.9 && table.size() >= 2 && (clock == 0 || cut.delimiter != ',' || hasShortHeads(sheet));
    return hasNames ? 90 : isRegular && cut.delimiter != '|' ? 60 : 0;
}

} // namespace lockstep::table
