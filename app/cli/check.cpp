#include "cli/command.h"
#include "cli/json.h"
#include "cli/opened.h"
#include "cli/output.h"
#include "core/resolve_words.h"
#include "core/wording.h"
#include "formats/text_for.h"

namespace lockstep::cli {
namespace {

std::string_view severityName(Severity severity)
{
    switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Error: break;
    }
    return "error";
}

/// The record's problems and then the scenario's.
std::vector<Problem> problemsOf(const Opened& opened)
{
    std::vector<Problem> all = opened.resolved.problems;
    all.insert(all.end(), opened.view.problems().begin(), opened.view.problems().end());
    return all;
}

Json lineOrNull(int line)
{
    return line > 0 ? Json(line) : Json(nullptr);
}

std::string jsonOf(const Opened& opened)
{
    const Timeline& timeline = opened.resolved.timeline;
    Json order = "consistent";
    if (!opened.resolved.reversed.empty()) {
        order = Json::array();
        for (const ReversedPair& pair : opened.resolved.reversed)
            order.push_back({{"first", pair.first}, {"second", pair.second},
                             {"first_line", lineOrNull(timeline.event(pair.first).line)},
                             {"second_line", lineOrNull(timeline.event(pair.second).line)}, {"by_ms", pair.by.count()}});
    }
    Json inferences = Json::array();
    for (const Inference& inference : opened.resolved.inferences)
        inferences.push_back({{"about", inference.about}, {"answer", inference.answer}, {"because", inference.because},
                              {"rivals", inference.rivals}});
    Json problems = Json::array();
    for (const Problem& problem : problemsOf(opened)) {
        problems.push_back({{"line", lineOrNull(problem.line)}, {"what", sentences(problem)},
                            {"severity", severityName(problem.severity)}});
        if (timeline.sources.size() > 1)
            problems.back()["source"] = timeline.sources[static_cast<std::size_t>(problem.file)].name;
    }
    const Json json{{"dated", timeline.dated}, {"order", order}, {"inferences", inferences}, {"problems", problems}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

/// How many rows run backwards; each is among the doubts, with its line.
std::string orderText(const Opened& opened)
{
    const auto count = opened.resolved.reversed.size();
    return count == 0 ? "The rows run in order.\n" : rowsBackwards(count) + ", see below.\n";
}

/// "line 12, ", of several files "chat.md line 12, "; nothing where no line stands behind it.
std::string placeOf(const Inference& inference, const Timeline& timeline)
{
    if (inference.line == 0)
        return {};
    const std::string line = "line " + std::to_string(inference.line) + ", ";
    return timeline.sources.size() < 2 ? line : forTerminal(timeline.sources[static_cast<std::size_t>(inference.file)].name) + ' ' + line;
}

std::string textOf(const Opened& opened)
{
    const Timeline& timeline = opened.resolved.timeline;
    std::string text = forTerminal(sourceNames(timeline)) + ": " + counted(static_cast<int>(timeline.events.size()), "row") + ", "
        + counted(static_cast<int>(timeline.lanes.size()), "lane") + (timeline.dated ? ".\n" : ", no date.\n");
    text += orderText(opened);
    if (!opened.resolved.inferences.empty())
        text += "\nHow it was read\n";
    for (const Inference& inference : opened.resolved.inferences) {
        text += "  " + placeOf(inference, timeline)
            + forTerminal(inference.about) + ": " + forTerminal(inference.answer) + '\n';
        if (!inference.because.empty())
            text += "    because: " + forTerminal(inference.because) + '\n';
        for (const std::string& rival : inference.rivals)
            text += "    or else: " + forTerminal(rival) + '\n';
    }
    const auto problems = problemsOf(opened);
    text += problems.empty() ? "\nNothing is in doubt.\n" : "\nIn doubt\n";
    for (const Problem& problem : problems)
        text += "  " + problemText(opened, problem) + " (" + std::string{severityName(problem.severity)} + ")\n";
    return text;
}

} // namespace

OrStop<Exit> runCheck(const Arguments& arguments)
{
    const auto opened = openFor(arguments);
    if (!opened)
        return tl::unexpected{opened.error()};
    const auto printed = printData(arguments.has("json") ? jsonOf(**opened) : textOf(**opened));
    if (!printed)
        return printed;
    const bool found = !problemsOf(**opened).empty() || !(*opened)->resolved.reversed.empty();
    return found && arguments.has("strict") ? Exit::CheckFound : Exit::Done;
}

} // namespace lockstep::cli
