#pragma once
#include "core/draft.h"
#include "formats/markdown/timeline_reader.h"

namespace lockstep::markdown {

/// Finds the actors that rows mark in front of their text: "@name", initials, and a label that several rows share
/// ("Bank: ..."). A label in bold, or one that stands on a single row, is a title. Rows that name a role keep it.
void findActors(Draft& draft, const std::vector<RowShape>& shapes);

/// In rows of fields a lone name that no place table knows is a person, unless the document shows it as a place:
/// another row has it in the place's field, or other rows have a place there and it is spelled like one.
void findMisspeltPlaces(Draft& draft);

} // namespace lockstep::markdown
