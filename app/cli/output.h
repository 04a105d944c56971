#pragma once
#include "cli/stop.h"
#include <string_view>

namespace lockstep::cli {

/// Writes data to standard output and flushes it.
/// Errors: a full disk, a closed pipe (exit 2).
OrStop<Exit> printData(std::string_view data);

/// Writes one message and a line break to standard error.
void printMessage(std::string_view message);

/// "FILE:LINE: what. instead." for people; what comes from the file is made safe for a terminal.
/// The file is left out where the sentence itself names it and no line is known.
std::string problemText(const std::string& file, const Problem& problem);

/// The problem's sentence and what would help, joined.
std::string sentences(const Problem& problem);

} // namespace lockstep::cli
