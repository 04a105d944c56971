#pragma once
#include "core/scenario.h"

namespace lockstep {

/// Everything a file can hold: what the source says, how it is read, and the what-ifs.
/// Importers of foreign formats fill only the draft.
struct Incident {
    Draft draft;
    Reading reading;
    std::vector<Scenario> scenarios;
    friend bool operator==(const Incident&, const Incident&) = default;
};

/// What an importer of a foreign format knows.
inline Incident incidentOf(Draft draft)
{
    return {.draft = std::move(draft), .reading = {}, .scenarios = {}};
}

} // namespace lockstep
