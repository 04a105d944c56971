#pragma once
#include "core/side_by_side.h"

/// A comparison as a postmortem can hold it: the sentences against each other view, then the table. All that comes from
/// a file is escaped.
namespace lockstep {

std::string compareMarkdown(const SideBySide&);
/// Plain text, safe for a terminal.
std::string compareText(const SideBySide&);

} // namespace lockstep
