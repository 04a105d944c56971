#include "cli/sources.h"
#include "cli/names.h"
#include "cli/output.h"
#include "core/added_file.h"
#include "core/joined.h"
#include "formats/importer.h"
#include "formats/text_for.h"
#include <algorithm>
#include <utility>

namespace lockstep::cli {
namespace {

std::string nameOf(const std::string& path)
{
    return path.substr(path.rfind('/') + 1);
}

/// The values of an option that are for this file: "chat.md=jsonl", and those that name no file.
std::vector<std::string> valuesFor(const Arguments& arguments, std::string_view option, const std::string& path)
{
    std::vector<std::string> values;
    for (const std::string& written : arguments.values(option)) {
        const auto equals = written.find('=');
        const std::string named = written.substr(0, equals == std::string::npos ? 0 : equals);
        const auto isNamed = [&](const std::string& file) { return !named.empty() && (file == named || nameOf(file) == named); };
        if (isNamed(path))
            values.push_back(written.substr(equals + 1));
        else if (std::ranges::none_of(arguments.files, isNamed))
            values.push_back(written);
    }
    return values;
}

OrStop<std::string> formatFor(const Arguments& arguments, const std::string& path)
{
    const auto formats = valuesFor(arguments, "input", path);
    if (formats.empty())
        return std::string{};
    std::vector<std::string> known;
    for (const Importer* importer : allImporters()) {
        if (importer->id == formats.back())
            return formats.back();
        known.emplace_back(importer->id);
    }
    return stop(Exit::Usage, "Unknown format '" + forTerminal(formats.back()) + "'. Formats that can be read: " + listed(known) + '.');
}

OrStop<Incident> incidentFrom(const Arguments& arguments, const std::string& path)
{
    const auto format = formatFor(arguments, path);
    if (!format)
        return tl::unexpected{format.error()};
    std::string columns;
    for (const std::string& named : valuesFor(arguments, "columns", path))
        columns += (columns.empty() ? "" : ",") + named;
    auto incident = openIncident(path, *format, columns);
    if (!incident)
        return stop(Exit::CannotReadOrWrite, problemText(path, incident.error()));
    return std::move(*incident);
}

/// What stands before the lines of each file: its path, or in a study the name of the document it was read from.
void takePaths(const Draft& draft, const std::string& path, std::vector<std::string>& paths)
{
    for (const Draft* file : filesOf(draft)) {
        const bool isThis = file->sourceName.empty() || file->sourceName == nameOf(path);
        paths.push_back(isThis ? path : file->sourceName);
    }
}

void add(Sources& sources, Incident incident, const std::string& path)
{
    const std::string shown = forTerminal(path);
    if (holdsFile(sources.incident.draft, incident.draft)) {
        printMessage(shown + " is on this timeline already; it is not added again.");
        return;
    }
    const Reading said = std::exchange(incident.reading, {});
    const auto named = std::ranges::find_if(said, [](const ReadingEntry& e) { return std::holds_alternative<SetColumns>(e.change); });
    const bool isTable = said.size() == 1 && named != said.end() && incident.draft.added.empty();
    if ((!said.empty() && !isTable) || !incident.scenarios.empty())
        printMessage("Of " + shown + " only the rows are added, without its corrections and what-ifs.");
    takePaths(incident.draft, path, sources.paths);
    sources.incident = withFile(std::move(sources.incident), std::move(incident.draft));
    if (isTable)
        sources.incident.reading.push_back({SetColumns{std::get<SetColumns>(named->change).columns, sources.incident.draft.added.back().sourceName}, By::Person, {}});
}

} // namespace

OrStop<Sources> openSources(const Arguments& arguments)
{
    if (arguments.files.empty())
        return wrongUsage("No file is named.");
    Sources sources;
    for (const std::string& path : arguments.files) {
        auto incident = incidentFrom(arguments, path);
        if (!incident)
            return tl::unexpected{incident.error()};
        if (sources.paths.empty()) {
            sources.path = path;
            takePaths(incident->draft, path, sources.paths);
            sources.incident = std::move(*incident);
        } else
            add(sources, std::move(*incident), path);
    }
    return sources;
}

ForFile forFile(const std::string& written, const Sources& sources)
{
    const auto equals = written.find('=');
    if (equals == std::string::npos)
        return {.file = {}, .value = written};
    const std::string named = written.substr(0, equals);
    const auto files = filesOf(sources.incident.draft);
    for (std::size_t i = 0; i < files.size(); ++i)
        if (sources.paths[i] == named || files[i]->sourceName == named)
            return {.file = i, .value = written.substr(equals + 1)};
    return {.file = {}, .value = written};
}

} // namespace lockstep::cli
