#pragma once
#include "core/reading.h"
#include <span>

namespace lockstep {

/// The moments any incident may have, in their usual order: "onset", "first impact" ... "told".
std::span<const std::string_view> usualMoments();

/// Reads the moments from the words, gives them their rows where a person said none, and lays the reading over both
/// them and the metrics. A proposed moment is marked and says why; none is proposed for a row a person gave a name,
/// for a document with several incidents, or where the rows have no common order. Needs kinds and windows.
void nameMoments(const Reading& reading, Timeline& timeline);

/// The proposed moments, as inferences with their reasons and lines: "moment onset".
std::vector<struct Inference> momentInferences(const Timeline& timeline);

/// nullptr where the record has no such moment.
const Anchor* anchorNamed(const Timeline& timeline, std::string_view name);

} // namespace lockstep
