#pragma once
#include "formats/markdown/source_text.h"

namespace lockstep::markdown {

/// The tables of a document that are drawn with "+---+" as tables of Markdown. Without one the document comes back as it is.
SourceText withoutGrids(SourceText source);

} // namespace lockstep::markdown
