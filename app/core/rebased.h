#pragma once
#include "core/row_map.h"
#include "core/scenario.h"

namespace lockstep {

/// A record and the what-ifs laid over it.
struct Based {
    const Timeline& record;
    const std::vector<Scenario>& scenarios;
};

/// What became of look-ups because the record became another under the same what-ifs, one sentence for each outcome of
/// each: "As recorded, row 13 is now during the lock.", "In 'Back up after the integration', row 13 is now out of date."
/// Row numbers are those of the new record. What-ifs of the same place in the list are the same.
std::vector<std::string> rebasedSentences(const Based& before, const Based& now, const RowMap& rows);

} // namespace lockstep
