#pragma once
#include "formats/table/columns.h"
#include <map>

namespace lockstep::table {

/// The columns a person named, by what they hold: "time" -> 0.
using ChosenColumns = std::map<std::string, int, std::less<>>;

/// Reads "time=When,text=What"; a column is named by its head in any case, or by its number from 1.
/// Errors: an unknown key, an unknown column, one named twice.
Result<ChosenColumns> chosenColumns(const Sheet& sheet, std::string_view chosen);

} // namespace lockstep::table
