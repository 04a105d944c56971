#pragma once
#include "core/incident.h"
#include "formats/lockstep_file/fields.h"
#include "formats/lockstep_file/json_layout.h"

namespace lockstep::lockstep_file {

/// What a person decided: the reading, what-ifs, measures and lanes, as a study has them beside its rows.
void writeDecisions(const Incident& incident, Json& file);
/// The rows of `incident` are there already, as decisions name them.
void readDecisions(Fields& file, Incident& incident);

} // namespace lockstep::lockstep_file

namespace lockstep {

/// The decisions of an incident without its rows, for where the rows are kept elsewhere.
/// Errors: a text that is no valid UTF-8.
Result<std::string> decisionsText(const Incident& incident);
/// Decisions put onto the rows they were made about.
/// Errors: what is no such text, or names rows that the draft does not have.
Result<Incident> withDecisions(Draft draft, const Text& decisions);

} // namespace lockstep
