#include "formats/table/json_table.h"
#include "formats/importer.h"
#include "formats/markdown/prose.h"
#include "formats/markdown/words.h"
#include "formats/table/json_objects.h"
#include "formats/table/names.h"
#include "formats/text_scan.h"
#include "core/places.h"
#include <algorithm>

namespace lockstep::table {

namespace {

/// What stands beside the list: a title, a date, the zone of its times, and sentences.
void readBeside(const std::vector<ObjectList::Said>& beside, Around& around)
{
    int best = 0;
    for (const auto& said : beside) {
        const auto name = headName(said.key);
        const bool isShort = markdown::wordCount(said.value) <= 14 && !said.value.ends_with('.');
        if (const int fits = isShort ? fit("column-title", name) : 0; fits > best) {
            best = fits;
            around.title = said.value;
        }
        if (!around.zone && fit("column-zone", name) > 0 && !placesFor(said.value).empty())
            around.zone = {{said.value, said.value, Where::FrontMatter, said.line}};
        const bool isDate = fit("column-date", name) > 0 || fit("column-time", name) > 0;
        if (const auto date = findDate(said.value); isDate && date && !around.date)
            around.date = {{date->date, said.value.substr(date->begin, date->length), Where::FrontMatter, said.line}};
        if (markdown::wordCount(said.value) > 3) {
            auto sentences = markdown::sentencesOf({{said.line, said.value, std::string(said.value.size(), ' ')}});
            std::ranges::move(sentences, std::back_inserter(around.prose));
        }
    }
}

Result<Draft> readObjects(const ObjectTable& objects, Around around, std::string_view chosen)
{
    const int headLine = objects.table().size() > 0 ? objects.table().line(0) : 0;
    return readSheet({objects.table(), objects.heads(), 0, headLine}, std::move(around), chosen);
}

bool isObject(std::string_view line) { return line.starts_with('{') && line.ends_with('}'); }

} // namespace

Result<Draft> readJsonTable(const Text& text, std::string_view chosen)
{
    const auto list = longestList(text);
    if (!list)
        return tl::unexpected{list.error()};
    if (list->objects.empty())
        return refusal("No list of objects was found in " + std::string{sourcePlaceholder} + ".", "A timeline is a list: [{\"time\": \"10:05\", \"text\": \"...\"}].");
    ObjectTable objects{text};
    for (const auto& place : list->objects)
        if (const auto read = objects.add(text.view().substr(place.begin, place.length), place); !read)
            return tl::unexpected{read.error()};
    Around around;
    readBeside(list->beside, around);
    return readObjects(objects, std::move(around), chosen);
}

Result<Draft> readJsonLines(const Text& file, std::string_view chosen)
{
    const auto text = file.view();
    constexpr std::size_t mostProblems = 200;
    ObjectTable objects{file};
    Around around;
    std::size_t broken = 0;
    int line = 1;
    for (std::size_t at = 0; at < text.size(); ++line) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto object = text.substr(at, end - at);
        if (const auto words = scan::trimmed(object); !words.empty())
            if (const auto read = objects.add(words, {line, line, at, object.size()}); !read) {
                around.prose.push_back({line, std::string{words}});
                if (++broken <= mostProblems)
                    around.problems.push_back({Severity::Warning, line, 0, "This line is no JSON object, so it is not on the chart.", read.error().instead});
            }
        at = end + 1;
    }
    if (objects.table().size() == 0)
        return refusal("No line of " + std::string{sourcePlaceholder} + " is a JSON object.", "Each line is one: {\"time\": \"10:05\", \"text\": \"...\"}.");
    if (broken > mostProblems)
        around.problems.push_back({Severity::Warning, 0, 0, std::to_string(broken - mostProblems) + " more lines are no JSON objects.", {}});
    return readObjects(objects, std::move(around), chosen);
}

int jsonConfidence(std::string_view head)
{
    scan::Cursor c{scan::trimmed(head)};
    const bool list = c.take('[');
    c.at = std::min(c.text.find_first_not_of(" \t\n", c.at), c.text.size());
    if (!c.take('{'))
        return 0;
    c.at = std::min(c.text.find_first_not_of(" \t\n", c.at), c.text.size());
    return c.peek() == '"' || (list && c.peek() == '}') ? 70 : 0;
}

int jsonLinesConfidence(std::string_view head)
{
    std::size_t lines = 0, objects = 0;
    for (std::size_t at = 0; at < head.size() && lines < 20;) {
        const auto end = head.find('\n', at);
        const auto line = scan::trimmed(head.substr(at, std::min(end, head.size()) - at));
        at = std::min(end, head.size() - 1) + 1;
        if (line.empty() || (end == std::string_view::npos && lines > 0 && head.size() >= (64u << 10)))
            continue; // the last line may be cut
        ++lines;
        ObjectTable table{line};
        objects += isObject(line) && table.add(line, {}) ? 1 : 0;
    }
    return objects >= 2 && objects * 2 >= lines ? 80 : 0;
}

} // namespace lockstep::table
