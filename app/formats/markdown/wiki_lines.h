#pragma once
#include "formats/markdown/source_text.h"

namespace lockstep::markdown {

/// A page in the signs of MediaWiki ("== Timeline ==", "'''bold'''", "{| ... |}") in those of Markdown. A document
/// without such a heading comes back as it is.
SourceText withWikiSigns(SourceText source);

} // namespace lockstep::markdown
