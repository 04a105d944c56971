#pragma once
#include "cli/arguments.h"
#include "cli/stop.h"

namespace lockstep::cli {

/// The file name after -o. Errors: missing, or the file that is read, which is never written (exit 1).
OrStop<std::string> targetOf(const Arguments& arguments);

/// "png" of "a/b.PNG"; empty when there is none.
std::string suffixOf(const std::string& path);
/// Whether a list such as "md markdown txt" holds this suffix.
bool hasSuffix(std::string_view suffixes, const std::string& suffix);

/// Writes the bytes to a file through safeSave, or to standard output for "-".
/// Errors: cannot be written (exit 2).
OrStop<Exit> writeTarget(const std::string& target, std::string_view bytes);

} // namespace lockstep::cli
