#include "cli/opened.h"
#include "cli/names.h"
#include "cli/output.h"
#include "cli/readings.h"
#include "formats/text_for.h"

namespace lockstep::cli {
namespace {

constexpr std::string_view recordName = "As recorded";

} // namespace

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

OrStop<std::unique_ptr<Opened>> openFor(const Arguments& arguments)
{
    auto sources = openSources(arguments);
    if (!sources)
        return tl::unexpected{sources.error()};
    auto opened = std::make_unique<Opened>();
    opened->sources = std::move(*sources);
    Incident& incident = opened->sources.incident;

    const auto scenario = scenarioNamed(arguments.value("scenario").value_or(std::string{recordName}), incident.scenarios);
    if (!scenario)
        return tl::unexpected{scenario.error()};
    const auto reading = readingFrom(arguments, opened->sources);
    if (!reading)
        return tl::unexpected{reading.error()};

    opened->scenario = *scenario;
    incident.reading.insert(incident.reading.end(), reading->begin(), reading->end());
    opened->resolved = resolve(incident.draft, incident.reading);
    opened->view = applied(opened->resolved.timeline, opened->scenario);
    return opened;
}

std::string scenarioTitle(const Opened& opened)
{
    return opened.scenario.name.empty() ? std::string{recordName} : opened.scenario.name;
}

std::string problemText(const Opened& opened, const Problem& problem)
{
    const std::vector<std::string>& paths = opened.sources.paths;
    const auto file = static_cast<std::size_t>(problem.file);
    const bool isOfFile = file < paths.size() && (problem.line > 0 || file > 0);
    return problemText(isOfFile ? paths[file] : opened.sources.path, problem);
}

void printWarnings(const Opened& opened)
{
    for (const auto* problems : {&opened.resolved.problems, &opened.view.problems()})
        for (const Problem& problem : *problems)
            if (problem.severity != Severity::Note)
                printMessage(problemText(opened, problem));
}

} // namespace lockstep::cli
