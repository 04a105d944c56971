#pragma once
#include "core/lanes.h"

namespace lockstep {

/// What is said of words that name no place or time zone known here, with known ones of a like spelling.
Problem unknownWords(const std::string& words, int line);

/// Rows that name something after their role, in lanes whose clock nothing tells though other lanes have one: it may
/// well be a place that is not known. clockOfLane: -1 where neither the document nor a person says.
std::vector<Problem> unknownPlaces(const Draft& draft, const LanePlan& lanes, const std::vector<int>& clockOfLane);

} // namespace lockstep
