#include "cli/command.h"
#include <algorithm>

namespace lockstep::cli {
namespace {

constexpr Option json{.name = "json", .value = {}, .help = "as JSON, for programs"};
constexpr Option output{.name = "output", .value = "OUT", .help = "the file to write; - is standard output", .letter = 'o'};

/// The options of every command that reads an incident, after its own.
std::vector<Option> withCommon(std::vector<Option> own)
{
    own.push_back({.name = "scenario", .value = "NAME", .help = "a what-if saved in the file, instead of the record"});
    own.push_back({.name = "date", .value = "[FILE=]YYYY-MM-DD", .help = "the local date of a file's first row; without FILE= of the first that has none",
                   .repeats = true});
    own.push_back({.name = "zone", .value = "LANE=ZONE", .help = "the place or zone of a lane, or FILE=ZONE of a file; without either of every file",
                   .repeats = true});
    own.push_back({.name = "offset", .value = "[FILE=]+40s", .help = "how fast a file's clock was: + for fast, - for slow; its rows are set back by as much",
                   .repeats = true});
    own.push_back({.name = "dry-run", .value = {}, .help = "say what each file would add, and do nothing else"});
    own.push_back({.name = "input", .value = "[FILE=]FORMAT", .help = "read the file in this format; see lockstep formats",
                   .repeats = true});
    own.push_back({.name = "columns", .value = "time=NAME,...",
                   .help = "what columns hold: time, utc, date, end, duration, zone, text, actor, person, place, group",
                   .repeats = true});
    return own;
}

/// The same, where several what-ifs can be named: the first is set beside the others.
std::vector<Option> withScenarios(std::vector<Option> own)
{
    std::vector<Option> options = withCommon(std::move(own));
    Option& scenario = *std::ranges::find(options, std::string_view{"scenario"}, &Option::name);
    scenario.repeats = true;
    scenario.help = "the first is compared with each of the others, and alone with the record";
    return options;
}

std::vector<Command> makeCommands()
{
    return {
        {"events", "FILE... [--json | --csv]", "Prints the events on one UTC axis, as a table unless told otherwise.",
         withCommon({json, {.name = "csv", .value = {}, .help = "as comma separated values"}}), runEvents},
        {"check", "FILE... [--strict] [--json]", "Prints every doubt, inference and contradiction, with its line.",
         withCommon({{.name = "strict", .value = {}, .help = "exit with 3 when a doubt or a contradiction is found"}, json}),
         runCheck},
        {"metrics", "FILE... [--json]", "Prints what can be measured of the incident, as ranges where a bound is uncertain.",
         withCommon({json}), runMetrics},
        {"sweep", "FILE... [--window NAME] [--activity FILE] [--json]",
         "Tries a window at every minute of a day: the look-ups it touches, and its share of the inquiries.",
         withCommon({{.name = "window", .value = "NAME", .help = "which window; not needed where only one locks or puts out of date"},
                     {.name = "activity", .value = "FILE", .help = "hours, weights and places, one hour a line; else a made-up illustration"},
                     json}),
         runSweep},
        {"compare", "FILE --scenario NAME [--scenario OTHER ...] [--json]",
         "Prints what a what-if has otherwise than the record or others: what was moved, look-ups, figures.",
         withScenarios({json}), runCompare},
        {"export", "FILE... -o OUT [--size 1600x900] [--scale 2] [--theme light|dark|print] [--from T --to T] [--linear] [--lanes-by NAME]",
         "Writes the picture, without a display.",
         withCommon({output,
                     {.name = "size", .value = "WxH", .help = "pixels before scaling, 1600x900 unless told"},
                     {.name = "scale", .value = "N", .help = "2 and 3 are sharper, not coarser"},
                     {.name = "theme", .value = "NAME", .help = "light, dark or print"},
                     {.name = "from", .value = "T", .help = "start of what is shown: 03:30, or 2019-10-07T03:30, in UTC"},
                     {.name = "to", .value = "T", .help = "end of what is shown"},
                     {.name = "linear", .value = {}, .help = "do not cut out quiet time"},
                     {.name = "lanes-by", .value = "NAME", .help = "record, actor, zone, kind or file: what tells the lanes apart"}}),
         runExport},
        {"convert", "FILE... -o OUT.lockstep", "Writes the incident in another format.", withCommon({output}), runConvert},
        {"formats", "", "Lists what can be read, written and drawn.", {}, runFormats},
        {"zones", "--resolve", "Turns local times into instants, line by line from standard input: ZONE<tab>YYYY-MM-DD HH:MM:SS.",
         {{.name = "resolve", .value = {}, .help = "print each line with unique, gap or overlap and its two instants"}}, runZones},
    };
}

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(text.size() + 2, width), ' ');
    return text;
}

} // namespace

const std::vector<Command>& allCommands()
{
    static const std::vector<Command> commands = makeCommands();
    return commands;
}

const Command* findCommand(std::string_view name)
{
    const auto found = std::ranges::find(allCommands(), name, &Command::name);
    return found == allCommands().end() ? nullptr : &*found;
}

std::string usageLine(const Command& command)
{
    std::string line = "Usage: lockstep " + std::string{command.name};
    return command.shape.empty() ? line : line + ' ' + std::string{command.shape};
}

std::string helpText()
{
    std::string text = "Lockstep puts every clock of an incident onto one UTC axis and draws who did what.\n\n"
                       "lockstep [FILE]\n    Opens a window.\n";
    for (const Command& command : allCommands()) {
        const std::string shape = command.shape.empty() ? std::string{} : ' ' + std::string{command.shape};
        text += "lockstep " + std::string{command.name} + shape + "\n    " + std::string{command.summary} + '\n';
    }
    text += "\nCommon: --scenario NAME, --date [FILE=]YYYY-MM-DD, --zone LANE=ZONE, --offset [FILE=]+40s, --input FORMAT, --dry-run.\n"
            "Several files stand on one axis; FILE= then says which one is meant.\n"
            "FILE may be - for standard input. Times after --from and --to are in UTC.\n"
            "lockstep COMMAND --help says more; lockstep --version names the version.\n\n"
            "Exit codes: 0 done; 1 wrong usage; 2 cannot read or write; 3 check --strict found something.\n"
            "Data goes to standard output, messages to standard error.\n";
    return text;
}

std::string helpText(const Command& command)
{
    std::string text = usageLine(command) + "\n\n" + std::string{command.summary} + '\n';
    if (!command.options.empty())
        text += '\n';
    for (const Option& option : command.options) {
        std::string shown = option.letter ? std::string{'-', option.letter} : "--" + std::string{option.name};
        if (!option.value.empty())
            shown += ' ' + std::string{option.value};
        text += "  " + padded(shown, 20) + std::string{option.help} + '\n';
    }
    return text;
}

} // namespace lockstep::cli
