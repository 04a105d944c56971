#pragma once
#include "core/draft.h"
#include "formats/table/sheet_reader.h"

namespace lockstep::table {

/// Reads a table of lines and delimiters: a head or none, and lines above it that speak of the whole.
/// Errors: no columns; those of readSheet.
Result<Draft> readTextTable(const Text& text, std::string_view chosen);

/// How sure a file's beginning is such a table, with tabs between its cells or with other signs. Range: 0 to 99.
int textTableConfidence(std::string_view head, bool withTabs);

} // namespace lockstep::table
