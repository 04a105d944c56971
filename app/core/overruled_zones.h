#pragma once
#include "core/record.h"
#include "core/resolve.h"

/// A zone stated above a table that the head of its column overrules: "GMT" in the heading over "Time (GMT+1)".
namespace lockstep {

/// What an importer says of it, on the line of the column's head. Absent where both words can mean the same clock, or
/// one of them means none.
std::optional<Problem> overruledZone(const Stated<std::string>& above, const Stated<std::string>& column);

/// The same with the other reading as its rival.
std::vector<Inference> overruledZones(const Understanding& known);

} // namespace lockstep
