#pragma once
#include "core/incident.h"

namespace lockstep {

/// The incident with the rows of another file after its own; row numbers, readings and what-ifs stay what they were,
/// but that events which a what-if adds are numbered after the last row.
/// Where the file that stood alone had one lane for everything, that lane now has the file's name, in readings and
/// what-ifs as well. A name that is taken gets a number: "app.log (2)".
/// Of a study that is added only what its files say is taken; files added to it come along.
Incident withFile(Incident incident, Draft file);

/// These files on one axis, in this order: at least one. Their rows are numbered anew.
Draft withFiles(const std::vector<Draft>& files);

/// Whether a decision is about an added file as a whole, and so holds whatever becomes of the rows before its own.
bool isAboutAddedFile(const Change& change);

/// Whether the same bytes are on the timeline already.
bool holdsFile(const Draft& draft, const Draft& file);

} // namespace lockstep
