#pragma once
#include "formats/lockstep_file/fields.h"
#include "formats/lockstep_file/json_layout.h"

namespace lockstep::lockstep_file {

/// What the source says: "source", "rows", "prose" and "problems" of the file. All of it, so that nothing outside is needed.
void writeDraft(const Draft& draft, Json& file);
/// Also tells `Fields::findings()` how many rows there are, which everything after it refers to.
Draft readDraft(Fields& file);

} // namespace lockstep::lockstep_file
