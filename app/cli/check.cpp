#include "cli/command.h"
#include "cli/json.h"
#include "cli/opened.h"
#include "cli/output.h"
#include "core/how_read.h"
#include "core/resolve_words.h"
#include "core/wording.h"
#include "core/words.h"
#include "formats/text_for.h"
#include <algorithm>

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
    for (const Inference& inference : opened.resolved.inferences) {
        Json rivals = Json::array();
        for (const Rival& rival : inference.rivals)
            rivals.push_back(rival.words);
        inferences.push_back({{"about", inference.about}, {"answer", inference.answer}, {"because", inference.because},
                              {"rivals", std::move(rivals)}});
    }
    Json problems = Json::array();
    for (const Problem& problem : problemsOf(opened)) {
        problems.push_back({{"line", lineOrNull(problem.line)}, {"what", sentences(problem)},
                            {"severity", severityName(problem.severity)}});
        if (timeline.sources.size() > 1)
            problems.back()["source"] = timeline.sources[static_cast<std::size_t>(problem.file)].name;
    }
    Json claims = Json::array();
    for (const CheckedClaim& claim : opened.resolved.claims)
        claims.push_back({{"line", lineOrNull(claim.line)}, {"claim", claim.written}, {"verdict", verdictWords(claim.verdict)},
                          {"says", claim.says}, {"shows", claim.shows}, {"rows", claim.rows}});
    const Json json{{"dated", timeline.dated}, {"order", order}, {"inferences", inferences}, {"claims", claims}, {"problems", problems}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

bool isContradicted(const CheckedClaim& claim)
{
    return claim.verdict == Verdict::DoesNotHold;
}

std::string claimsText(const Opened& opened)
{
    if (opened.resolved.claims.empty())
        return {};
    std::string text = "\nWhat the document claims\n";
    for (const CheckedClaim& claim : opened.resolved.claims)
        text += "  " + forTerminal(claim.says) + ' ' + withCapital(verdictWords(claim.verdict)) + ".\n    " + forTerminal(claim.shows) + '\n';
    return text;
}

/// How many rows run backwards; each is among the doubts, with its line.
std::string orderText(const Opened& opened)
{
    const auto count = opened.resolved.reversed.size();
    return count == 0 ? "The rows run in order.\n" : rowsBackwards(count) + ", see below.\n";
}

/// "line 12, ", of several files "chat.md line 12, "; nothing where no line stands behind it.
std::string placeOf(const ReadAs& read, const Timeline& timeline)
{
    if (read.line == 0)
        return {};
    const std::string line = "line " + std::to_string(read.line) + ", ";
    return timeline.sources.size() < 2 ? line : forTerminal(timeline.sources[static_cast<std::size_t>(read.file)].name) + ' ' + line;
}

/// What the program inferred and what a person decided, with what else it could have been.
std::string readingText(const Opened& opened)
{
    std::string text;
    for (const ReadAs& read : howItWasRead(opened.resolved, opened.incident().reading)) {
        if (read.about.empty())
            continue; // a note, and told below
        text += "  " + placeOf(read, opened.resolved.timeline) + forTerminal(read.about) + ": " + forTerminal(read.answer) + '\n';
        if (!read.because.empty())
            text += "    because: " + forTerminal(read.because) + '\n';
        if (!read.chosen.empty())
            text += "    chosen by hand" + (read.was.empty() ? std::string{} : "; before: " + forTerminal(read.was)) + '\n';
        for (const Rival& rival : read.rivals)
            text += "    or else: " + forTerminal(rival.words) + '\n';
    }
    return text.empty() ? text : "\nHow it was read\n" + text;
}

std::string textOf(const Opened& opened)
{
    const Timeline& timeline = opened.resolved.timeline;
    std::string text = forTerminal(sourceNames(timeline)) + ": " + counted(static_cast<int>(timeline.events.size()), "row") + ", "
        + counted(static_cast<int>(timeline.lanes.size()), "lane") + (timeline.dated ? ".\n" : ", no date.\n");
    text += orderText(opened);
    text += readingText(opened);
    text += claimsText(opened);
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
    const bool found = !problemsOf(**opened).empty() || !(*opened)->resolved.reversed.empty()
        || std::ranges::any_of((*opened)->resolved.claims, isContradicted);
    return found && arguments.has("strict") ? Exit::CheckFound : Exit::Done;
}

} // namespace lockstep::cli
