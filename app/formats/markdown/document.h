#pragma once
#include "core/draft.h"
#include <string_view>

namespace lockstep::markdown {

/// Reads a postmortem in Markdown or plain text. Line ends must be "\n".
/// Errors: no timeline found; the sentence lists the clocks it saw and their lines.
Result<Draft> readDocument(std::string_view document);

} // namespace lockstep::markdown
