#pragma once
#include "cli/arguments.h"

namespace lockstep::cli {

/// A command of the program. The table of all commands is in commands.cpp.
struct Command {
    std::string_view name;
    std::string_view shape;   ///< the usage line after "lockstep NAME": "FILE... [--json | --csv]"
    std::string_view summary; ///< one sentence
    std::vector<Option> options;
    OrStop<Exit> (*run)(const Arguments&);
};

const std::vector<Command>& allCommands();
const Command* findCommand(std::string_view name);

/// "Usage: lockstep events FILE... [--json | --csv]"
std::string usageLine(const Command& command);
/// What `lockstep --help` and `lockstep NAME --help` print.
std::string helpText();
std::string helpText(const Command& command);

/// What --dry-run prints instead of what the command does: of each file its rows, span, lanes, zone and the lines not understood.
OrStop<Exit> runDry(const Arguments&);

OrStop<Exit> runEvents(const Arguments&);
OrStop<Exit> runCheck(const Arguments&);
OrStop<Exit> runSweep(const Arguments&);
OrStop<Exit> runCompare(const Arguments&);
OrStop<Exit> runMetrics(const Arguments&);
OrStop<Exit> runExport(const Arguments&);
OrStop<Exit> runConvert(const Arguments&);
OrStop<Exit> runFormats(const Arguments&);
OrStop<Exit> runZones(const Arguments&);

} // namespace lockstep::cli
