#include "cli/command.h"
#include "cli/opened.h"
#include "cli/output.h"
#include "core/file_summary.h"
#include "core/joined.h"
#include "core/wording.h"
#include "formats/text_for.h"

namespace lockstep::cli {
namespace {

std::string textOf(const FileSummary& file)
{
    std::string text = forTerminal(summaryLine(file)) + '\n';
    const auto list = [&](std::string_view name, const std::vector<std::string>& words) {
        std::string line;
        for (const std::string& word : words)
            line += (line.empty() ? "" : ", ") + forTerminal(word);
        text += "  " + std::string{name} + ": " + (line.empty() ? "none" : line) + '\n';
    };
    list(file.lanes.size() == 1 ? "Lane" : "Lanes", file.lanes);
    list(file.zones.size() > 1 ? "Time zones" : "Time zone", file.zones);
    if (file.clockAhead != Millis{0})
        text += "  Clock: set " + setBackWords(file.clockAhead) + '\n';
    return text;
}

} // namespace

OrStop<Exit> runDry(const Arguments& arguments)
{
    const auto opening = openFor(arguments);
    if (!opening)
        return tl::unexpected{opening.error()};
    const Opened& opened = **opening;
    std::string text;
    const auto files = filesOf(opened.sources.incident.draft);
    for (std::size_t i = 0; i < files.size(); ++i) {
        const FileSummary summary = summaryOf(opened.resolved, *files[i], static_cast<int>(i));
        text += textOf(summary);
        for (const Problem& problem : summary.notUnderstood)
            text += "  " + problemText(opened, problem) + '\n';
    }
    if (!opened.resolved.message.empty())
        text += forTerminal(opened.resolved.message) + '\n';
    return printData(text + "Nothing was added or written.\n");
}

} // namespace lockstep::cli
