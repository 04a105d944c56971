#pragma once
#include "core/draft.h"
#include "formats/markdown/timeline_reader.h"

namespace lockstep::markdown {

/// Finds the actors that rows mark in front of their text: "@name", initials, and a label that several rows share
/// ("Bank: ..."). A label in bold, or one that stands on a single row, is a title. Rows that name a role keep it.
void findActors(Draft& draft, const std::vector<RowShape>& shapes);

} // namespace lockstep::markdown
