#pragma once
#include "core/lane_view.h"
#include "core/measure.h"

namespace lockstep {

/// Everything a file can hold: what the source says, how it is read, the what-ifs, and the measures that are kept.
/// Importers of foreign formats fill only the draft.
struct Incident {
    Draft draft;
    Reading reading;
    std::vector<Scenario> scenarios;
    std::vector<Measure> measures = {};
    LanesShown lanes = {};
    friend bool operator==(const Incident&, const Incident&) = default;
};

/// What an importer of a foreign format knows.
inline Incident incidentOf(Draft draft)
{
    return {.draft = std::move(draft), .reading = {}, .scenarios = {}, .measures = {}, .lanes = {}};
}

} // namespace lockstep
