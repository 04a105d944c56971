#pragma once
#include "core/resolve.h"

namespace lockstep {

/// Whether a later decision replaces an earlier one: the same row's clock, the same lane's zone, the same window.
bool sameThing(const Change& a, const Change& b);

/// What a decision replaces, in words for the footnote: "10:35", "no date", "Bank"; empty where nothing was there.
std::string was(const Change& change, const Resolved& before);

/// A reading with a person's decision on top. An earlier one on the same thing goes, and what it had replaced stays
/// known: `was` then tells what stood before the first of them.
Reading withDecision(Reading reading, const Change& change, const Resolved& before);

/// Whether two readings come to the same record, told with the same inferences.
bool sameRecord(const Resolved& a, const Resolved& b);

} // namespace lockstep
