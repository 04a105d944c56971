#pragma once
#include "formats/markdown/source_text.h"

namespace lockstep::markdown {

/// A line that begins with an HTML list item, heading or frame, in Markdown: "<li>14:05 ..." -> "- 14:05 ...".
std::string plainHtmlLine(std::string_view line);

/// The HTML tables of a document as tables of Markdown. Without one the document comes back as it is.
SourceText withPipeTables(SourceText source);

} // namespace lockstep::markdown
