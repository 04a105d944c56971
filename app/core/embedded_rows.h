#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace lockstep {

/// The rows of a table compiled in ("places/aliases.tsv"), cell by cell. Comments, and rows with fewer columns, are left out.
std::vector<std::vector<std::string>> embeddedRows(std::string_view path, std::size_t columns);

/// The parts of a text between separators, empty ones too.
std::vector<std::string> split(std::string_view text, char separator);

} // namespace lockstep
