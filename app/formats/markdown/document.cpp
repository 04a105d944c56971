#include "formats/markdown/document.h"
#include "formats/importer.h"
#include "formats/markdown/actors.h"
#include "formats/markdown/context.h"
#include "formats/markdown/dates_around.h"
#include "formats/markdown/later_days.h"
#include "formats/markdown/prose.h"
#include "formats/markdown/timeline_reader.h"
#include <algorithm>
#include <set>

namespace lockstep::markdown {

namespace {

std::vector<std::string_view> linesOf(std::string_view document)
{
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at <= document.size();) {
        const auto end = std::min(document.find('\n', at), document.size());
        lines.push_back(document.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// Every sentence outside the rows: claims such as "at least 1 hour" are found there.
std::vector<Prose> proseOf(const std::vector<Block>& blocks, const TimelineReader& reader)
{
    std::vector<Prose> prose;
    const auto add = [&](const std::vector<TextLine>& lines) {
        auto sentences = sentencesOf(lines);
        std::ranges::move(sentences, std::back_inserter(prose));
    };
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        const auto& block = blocks[at];
        if (block.kind == BlockKind::Table)
            for (std::size_t row = 0; row < block.rows.size(); ++row)
                for (const auto& cell : reader.isUsed(at, row) || block.rows[row].head ? std::vector<TextLine>{} : block.rows[row].cells)
                    add({cell});
        if (block.kind != BlockKind::Paragraph)
            continue;
        std::vector<TextLine> run;
        for (std::size_t i = 0; i < block.lines.size(); ++i)
            if (!reader.isUsed(at, i))
                run.push_back(block.lines[i]);
        add(run);
    }
    return prose;
}

/// "4, 9 and 20"
std::string enumerated(const std::vector<int>& lines)
{
    constexpr std::size_t most = 12;
    std::string words;
    const auto shown = std::min(lines.size(), most);
    for (std::size_t i = 0; i < shown; ++i) {
        const bool last = i + 1 == shown;
        words += (i == 0 ? "" : last && lines.size() <= most ? " and " : ", ") + std::to_string(lines[i]);
    }
    return words + (lines.size() > most ? " and others" : "");
}

Problem noTimeline(const std::vector<Block>& blocks)
{
    std::vector<int> lines;
    std::size_t clocks = 0;
    const auto look = [&](const TextLine& line) {
        for (const auto& seen : clocksIn(line)) {
            ++clocks;
            if (lines.empty() || lines.back() != seen.line)
                lines.push_back(seen.line);
        }
    };
    for (const auto& block : blocks) {
        std::ranges::for_each(block.lines, look);
        for (const auto& row : block.rows)
            std::ranges::for_each(row.cells, look);
    }
    std::string what = "No timeline found in " + std::string{sourcePlaceholder} + ".";
    if (clocks == 0)
        what += " It has no clock times.";
    else
        what += " It has " + std::to_string(clocks) + (clocks == 1 ? " clock time, on line " : lines.size() == 1 ? " clock times, on line " : " clock times, on lines ")
            + enumerated(lines) + ".";
    return {Severity::Error, 0, 0, std::move(what), "A row begins with its clock: \"14:05 - The server is restarted\"."};
}

/// Says on the first row that uses it how a date is read that may mean two days, wherever it stands.
void doubtDates(Draft& draft, DayOrder order)
{
    std::set<std::string> said;
    for (auto& event : draft.events.open()) {
        auto reading = event.date ? findDate(event.date->written, 0, order) : std::nullopt;
        if (!reading && event.date)
            reading = readShortDate(event.date->written, order);
        if (!reading)
            continue;
        for (const auto& doubt : reading->doubts) {
            event.doubts.erase(doubt);
            if (said.insert(doubt).second)
                event.doubts.push_back(doubt);
        }
    }
}

/// What can only be told once all rows are there.
void finish(Draft& draft, const TimelineReader& reader, const std::vector<Block>& blocks, DayOrder order, const std::optional<Stated<StatedDate>>& around)
{
    doubtDates(draft, order);
    fillYears(draft, around && around->value.year ? around : agreedYear(draft, blocks, order));
    dateLaterDays(draft, reader.shapes());
    findMisspeltPlaces(draft);
    findActors(draft, reader.shapes());
}

/// The same document with its front matter blanked out, so that every offset and line stays.
std::string withoutFrontMatter(std::string_view document, std::size_t length)
{
    std::string text{document};
    for (std::size_t at = 0; at < length; ++at)
        if (text[at] != '\n')
            text[at] = ' ';
    return text;
}

} // namespace

Result<Draft> readDocument(std::string_view document)
{
    auto matter = readFrontMatter(document);
    const auto text = withoutFrontMatter(document, matter.length);
    auto blocks = blocksOf(text);
    const auto order = dayOrderOf(blocks);
    if (matter.date)
        if (const auto date = findDate(matter.date->written, 0, order))
            matter.date->value = date->date;
    const auto named = withSiblings(timelineSections(blocks, order), blocks, order);
    Draft draft;
    draft.format = "markdown";
    draft.title = titleOf(blocks, matter, named);
    TimelineReader reader{draft, blocks, linesOf(document), order};
    DocumentContext context{blocks, matter, order};
    std::optional<Stated<StatedDate>> around;
    const auto readAll = [&](const std::vector<Section>& sections) {
        int group = 0;
        for (const auto& section : sections) {
            const auto first = draft.events.size();
            if (reader.read(section, group) == 0)
                continue;
            context.complete(draft, first, section);
            if (!around)
                around = context.dateAround(section, draft, first);
            ++group;
        }
    };
    readAll(named);
    if (draft.events.empty())
        readAll(densestRuns(blocks, order));
    if (draft.events.empty()) {
        Section whole{0, blocks.size(), false, {}};
        whole.lastResort = true;
        readAll({whole});
    }
    if (draft.events.empty()) {
        auto problem = noTimeline(blocks);
        if (!draft.problems.empty())
            problem.instead = draft.problems.front().what + " " + problem.instead;
        return tl::unexpected{std::move(problem)};
    }
    finish(draft, reader, blocks, order, around);
    draft.prose = proseOf(blocks, reader);
    std::ranges::stable_sort(draft.problems, {}, &Problem::line);
    return draft;
}

} // namespace lockstep::markdown
