#pragma once
#include "formats/table/sheet_reader.h"

namespace lockstep::table {

/// Reads a JSON text: the longest list of objects in it is the table, nested keys are joined by a dot, and what stands
/// beside the list (a title, a date, a time zone) speaks for all of it.
/// Errors: not JSON, with the line; nested too deep; no list of objects; those of readSheet.
Result<Draft> readJsonTable(const Text& text, std::string_view chosen);

/// Reads one object a line. A line that is none is a problem and the rest is read.
Result<Draft> readJsonLines(const Text& text, std::string_view chosen);

/// How sure a file's beginning is a JSON text, or one object a line. Range: 0 to 99.
int jsonConfidence(std::string_view head);
int jsonLinesConfidence(std::string_view head);

} // namespace lockstep::table
