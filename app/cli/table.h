#pragma once
#include <string>
#include <vector>

namespace lockstep::cli {

/// Columns of text, aligned: every cell is padded to its column's widest, but the last of a line is not.
/// The first line is the head. Columns that are empty below the head are left out.
std::string aligned(std::vector<std::vector<std::string>> lines);

} // namespace lockstep::cli
