#pragma once
#include "formats/lockstep_file/fields.h"
#include "formats/lockstep_file/json_layout.h"

/// What readings and what-ifs have in common: points, bounds, scopes and windows.
namespace lockstep::lockstep_file {

/// {"row": 2, "plus": "60 min"}: so long after a row as recorded; "plus" is left out at the row itself.
Json pointJson(const Point& point);
Point readPoint(const JsonNode& node, Findings& findings);

/// "all", or the list of resources.
Json scopeJson(const Scope& scope);
Scope readScope(Fields& holder);
/// As readScope, for a window that blocks or stales: a scope of nothing is said.
Scope readDecidingScope(Fields& holder);

Json windowJson(const WindowSpec& window);
WindowSpec readWindow(const JsonNode& node, Findings& findings);

} // namespace lockstep::lockstep_file
