#pragma once
#include "core/timeline.h"

namespace lockstep {

/// What is measured between two moments as long as a person says nothing else: resources/metrics/definitions.tsv.
std::vector<MetricDefinition> usualMetrics();

/// Whether a definition has something to say here: a person's own, one between usual moments, or one whose moments
/// the record has.
bool isShown(const Timeline& timeline, const MetricDefinition& definition);

/// "Onset to detected"; where another has the same name, with its moments: "Time to restore, onset to recovered".
std::string titleOf(const Timeline& timeline, const MetricDefinition& definition);

} // namespace lockstep
