#include "cli/opened.h"
#include "cli/calendar.h"
#include "cli/names.h"
#include "cli/output.h"
#include "core/places.h"
#include "formats/importer.h"
#include "formats/text_for.h"

namespace lockstep::cli {
namespace {

constexpr std::string_view recordName = "As recorded";

OrStop<std::string> formatOf(const Arguments& arguments)
{
    const auto format = arguments.value("input");
    if (!format)
        return std::string{};
    std::vector<std::string> known;
    for (const Importer* importer : allImporters()) {
        if (importer->id == *format)
            return *format;
        known.emplace_back(importer->id);
    }
    return stop(Exit::Usage, "Unknown format '" + forTerminal(*format) + "'. Formats that can be read: " + listed(known) + '.');
}

OrStop<SetDate> dateFrom(const std::string& written)
{
    if (const auto day = isoDate(written))
        return SetDate{*day};
    return stop(Exit::Usage, "'" + forTerminal(written) + "' is no date. Write it as 2019-10-06.");
}

/// The role of the lane that was named, by its role, person or place.
OrStop<std::string> laneNamed(const std::string& name, const Timeline& timeline)
{
    if (const auto lane = laneIndex(name, timeline))
        return timeline.lane(*lane).role;
    std::vector<std::string> lanes;
    for (const Lane& lane : timeline.lanes)
        lanes.push_back(forTerminal(lane.role));
    return stop(Exit::Usage, "There is no lane '" + forTerminal(name) + "'. Lanes of this document: " + listed(lanes) + '.');
}

/// One clear reading becomes its zone. Of several, and of "EDT", the words are kept: the order of the rows then decides.
OrStop<std::string> zoneNamed(const std::string& written)
{
    const auto candidates = placesFor(written);
    const std::string shown = forTerminal(written);
    if (candidates.empty()) {
        std::string message = "'" + shown + "' is no place or time zone known here.";
        if (const auto like = placesLike(written); !like.empty())
            message += " Did you mean " + listed(like, "or") + '?';
        return stop(Exit::Usage, message);
    }
    if (candidates.size() == 1)
        return candidates.front().statedOffset ? written : candidates.front().zone;
    constexpr std::size_t most = 5;
    std::vector<std::string> readings;
    for (std::size_t i = 0; i < candidates.size() && i < most; ++i)
        readings.push_back(candidates[i].label + " (" + candidates[i].zone + ')');
    printMessage("'" + shown + "' can be " + listed(readings, "or") + ". The order of the rows decides; see lockstep check.");
    return written;
}

OrStop<SetZone> zoneFrom(const std::string& written, const Timeline& timeline)
{
    const auto equals = written.find('=');
    SetZone change;
    if (equals != std::string::npos) {
        const auto lane = laneNamed(written.substr(0, equals), timeline);
        if (!lane)
            return tl::unexpected{lane.error()};
        change.lane = *lane;
    }
    const auto zone = zoneNamed(equals == std::string::npos ? written : written.substr(equals + 1));
    if (!zone)
        return tl::unexpected{zone.error()};
    change.zone = *zone;
    return change;
}

/// The reading that --date and --zone add, as a person's decisions.
OrStop<Reading> readingFrom(const Arguments& arguments, const Incident& incident)
{
    Reading added;
    if (const auto written = arguments.value("date")) {
        const auto date = dateFrom(*written);
        if (!date)
            return tl::unexpected{date.error()};
        added.push_back({.change = *date, .by = By::Person, .was = {}});
    }
    const auto zones = arguments.values("zone");
    if (zones.empty())
        return added;
    const Resolved plain = resolve(incident.draft, incident.reading);
    for (const std::string& written : zones) {
        const auto zone = zoneFrom(written, plain.timeline);
        if (!zone)
            return tl::unexpected{zone.error()};
        added.push_back({.change = *zone, .by = By::Person, .was = {}});
    }
    return added;
}

OrStop<Scenario> scenarioNamed(const std::string& name, const std::vector<Scenario>& scenarios)
{
    if (sameName(name, recordName))
        return Scenario{};
    for (const Scenario& scenario : scenarios)
        if (sameName(scenario.name, name))
            return scenario;
    std::string message = "There is no scenario '" + forTerminal(name) + "'. This file has:\n  " + std::string{recordName};
    for (const Scenario& scenario : scenarios)
        message += "\n  " + forTerminal(scenario.name);
    return stop(Exit::Usage, message);
}

} // namespace

OrStop<std::unique_ptr<Opened>> openFor(const Arguments& arguments)
{
    if (arguments.files.empty())
        return wrongUsage("No file is named.");
    if (arguments.files.size() > 1)
        return wrongUsage("One file at a time, please.");
    const auto format = formatOf(arguments);
    if (!format)
        return tl::unexpected{format.error()};

    auto opened = std::make_unique<Opened>();
    opened->file = arguments.files.front();
    std::string columns;
    for (const std::string& named : arguments.values("columns"))
        columns += (columns.empty() ? "" : ",") + named;
    auto incident = openIncident(opened->file, *format, columns);
    if (!incident)
        return stop(Exit::CannotReadOrWrite, problemText(opened->file, incident.error()));
    opened->incident = std::move(*incident);

    const auto scenario = scenarioNamed(arguments.value("scenario").value_or(std::string{recordName}),
                                        opened->incident.scenarios);
    if (!scenario)
        return tl::unexpected{scenario.error()};
    const auto reading = readingFrom(arguments, opened->incident);
    if (!reading)
        return tl::unexpected{reading.error()};

    opened->scenario = *scenario;
    opened->incident.reading.insert(opened->incident.reading.end(), reading->begin(), reading->end());
    opened->resolved = resolve(opened->incident.draft, opened->incident.reading);
    opened->view = applied(opened->resolved.timeline, opened->scenario);
    return opened;
}

std::string problemText(const Opened& opened, const Problem& problem)
{
    const std::string& source = opened.incident.draft.sourceName;
    const bool isOwnSource = source.empty() || source == opened.file.substr(opened.file.rfind('/') + 1);
    return problemText(problem.line > 0 && !isOwnSource ? source : opened.file, problem);
}

void printWarnings(const Opened& opened)
{
    for (const auto* problems : {&opened.resolved.problems, &opened.view.problems()})
        for (const Problem& problem : *problems)
            if (problem.severity != Severity::Note)
                printMessage(problemText(opened, problem));
}

} // namespace lockstep::cli
