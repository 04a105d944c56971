#include "cli/cli.h"
#include "cli/command.h"
#include "cli/display.h"
#include "cli/output.h"
#include "core/version.h"
#include "formats/text_for.h"
#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <langinfo.h>

namespace lockstep::cli {
namespace {

bool looksLikeOption(const std::string& word)
{
    return word.size() > 1 && word[0] == '-';
}

/// A single word that is no file was meant as a command: "lockstep evnts".
bool looksLikeCommand(const std::string& word)
{
    std::error_code none;
    return word.find_first_of("./") == std::string::npos && word != "-" && !std::filesystem::exists(word, none);
}

/// Qt complains on stderr about a locale that is not UTF-8, and file names are UTF-8 here anyway.
void useUtf8()
{
    std::setlocale(LC_CTYPE, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setenv("LC_ALL", "C.UTF-8", 1);
}

int ended(const OrStop<Exit>& result, const std::string& usage)
{
    if (result)
        return static_cast<int>(*result);
    printMessage(result.error().message);
    if (result.error().showsUsage)
        printMessage(usage);
    return static_cast<int>(result.error().exit);
}

OrStop<Exit> runCommand(const Command& command, std::vector<std::string> words)
{
    if (std::ranges::find(words, "--help") != words.end())
        return printData(helpText(command));
    const auto arguments = readArguments(words, command.options);
    if (!arguments)
        return tl::unexpected{arguments.error()};
    return arguments->has("dry-run") ? runDry(*arguments) : command.run(*arguments);
}

/// No command, and yet no window.
OrStop<Exit> explain(const std::vector<std::string>& args)
{
    if (args.empty())
        return stop(Exit::CannotReadOrWrite, "No display to open a window on. Try: lockstep --help");
    const std::string shown = forTerminal(args.front());
    if (const auto option = std::ranges::find_if(args, looksLikeOption); option != args.end())
        return wrongUsage("Unknown option " + forTerminal(*option) + '.');
    if (looksLikeCommand(args.front()))
        return wrongUsage("Unknown command '" + shown + "', and no file has that name.");
    if (std::error_code none; !std::filesystem::exists(args.front(), none))
        return stop(Exit::CannotReadOrWrite, "There is no file " + shown + ". Check its name and folder.");
    return stop(Exit::CannotReadOrWrite, "No display to open a window on. For a picture: lockstep export " + shown + " -o picture.png");
}

} // namespace

bool isCommand(const std::vector<std::string>& args)
{
    return !args.empty() && (looksLikeOption(args.front()) || findCommand(args.front()) || looksLikeCommand(args.front()));
}

bool wantsWindow(const std::vector<std::string>& args)
{
    return !isCommand(args) && std::ranges::none_of(args, looksLikeOption) && hasDisplay();
}

int run(const std::vector<std::string>& args)
{
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is an error with a sentence, not a silent death
    useUtf8();
    const std::string usage = "Usage: lockstep [FILE], or lockstep COMMAND ...; lockstep --help lists the commands.";
    if (!args.empty() && (args.front() == "--help" || args.front() == "-h"))
        return ended(printData(helpText()), usage);
    if (!args.empty() && args.front() == "--version")
        return ended(printData("lockstep " + std::string{version()} + '\n'), usage);
    if (const Command* command = args.empty() ? nullptr : findCommand(args.front()))
        return ended(runCommand(*command, {args.begin() + 1, args.end()}), usageLine(*command));
    return ended(explain(args), usage);
}

} // namespace lockstep::cli
