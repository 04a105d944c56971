#pragma once
#include "core/timeline.h"

namespace lockstep {

/// Recognises look-ups, detections and the like by the words of resources/vocabulary and sets
/// Event::kind, saysRefused and saysCorrect. Rows a person has decided on are set again afterwards.
void recogniseKinds(Timeline& timeline);

/// The windows the document's own words speak of: a lock from locking words, the processes that run, else an
/// "impact" from the first row that breaks something to the first that restores it; with neither, none.
/// Each is `proposed` and says why. Bounds are limited by evidence (last refused, first correct look-up) and by
/// claims ("at least 1 hour"). Needs instants and kinds.
std::vector<Window> proposeWindows(const Timeline& timeline, const std::vector<Prose>& prose);

} // namespace lockstep
