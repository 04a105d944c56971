#pragma once
#include <string>
#include <vector>

namespace lockstep::cli {

/// Whether these arguments ask for a window: no command, no option, and a display to open it on.
/// Everything else is for run().
bool wantsWindow(const std::vector<std::string>& args);

/// The words that make the program a command: "events", "check", "export", "convert", "formats", "--help" ...
bool isCommand(const std::vector<std::string>& args);

/// Runs a command, or says why no window opens. Data on stdout, messages on stderr.
/// Returns the exit code: 0 done, 1 usage, 2 cannot read or write, 3 `check --strict` found something.
int run(const std::vector<std::string>& args);

} // namespace lockstep::cli
