#pragma once
#include <string>
#include <vector>

namespace lockstep::cli {

/// The words that make the program a command: "events", "check", "export", "convert", "formats", "--help" ...
bool isCommand(const std::vector<std::string>& args);

/// Runs a command. Data on stdout, messages on stderr.
/// Returns the exit code: 0 done, 1 usage, 2 cannot read or write, 3 `check --strict` found something.
int run(const std::vector<std::string>& args);

} // namespace lockstep::cli
