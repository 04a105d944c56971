#pragma once
#include "chart/label_layout.h"

namespace lockstep {

/// Of the labels that stood before, those that still can where they were, beside their mark: within the area, clear of
/// cuts and of each other. Those farther to the left come first. The others are left for a new place.
std::vector<LabelBox> steadyLabels(const std::vector<LabelRequest>& requests, const LabelArea& area, std::vector<LabelWords>& measured);

} // namespace lockstep
