#pragma once
#include "core/record.h"
#include "core/resolve.h"

/// Dates, clocks and columns whose writing leaves a choice: "3/4/2022", "April 17th", "1570419000", "20:00 pm".
namespace lockstep {

/// How an importer ends its note on numbers in place of clocks.
inline constexpr std::string_view since1970 = " since 1970, in UTC.";

/// How an importer begins its note on the columns a person named.
inline constexpr std::string_view columnsByHand = "Columns named by hand: ";

/// The columns a person named, "time=When,text=What", with one more, or with another in the place of one.
std::string withColumn(std::string_view columns, std::string_view holds, std::string_view column);

/// The draft with its dates and numbers as a person says they are to be read; absent where nobody says so.
std::optional<Draft> readAgain(const Draft& draft, const Reading& reading);

/// What was read from such writing, with what else it could mean.
std::vector<Inference> notationInferences(const Understanding& known);

/// "1570419000" of a row that states a number and no clock, and the unit its clock was read in.
std::optional<EpochUnit> epochUnitOf(const DraftEvent& row);

} // namespace lockstep
