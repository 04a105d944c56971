#pragma once
#include "core/incident.h"
#include "core/row_map.h"

namespace lockstep {

/// Decisions and what-ifs put onto a source that was read again.
struct Carried {
    Incident incident;
    RowMap rows;
    std::vector<std::string> lost; ///< one sentence for each decision or edit that is there no more or finds nothing
};

/// Pure. Row numbers follow their rows, see RowMap; the other files stay beside the one that was read. A time measured from
/// a row that is gone is measured from its nearest neighbour instead. A what-if keeps its name and note whatever it loses.
/// before: the incident as it is open; again: the draft of one of its files, read anew, the first or `file` behind it.
Carried carriedOver(const Incident& before, const Draft& again, std::size_t file = 0);

} // namespace lockstep
