#pragma once
#include "chart/label_folding.h"

namespace lockstep {

/// One try at placing all labels, each within what it is allowed. `measured` keeps the words' widths from try to try.
std::vector<LabelBox> placeLabels(const std::vector<LabelRequest>& requests, const LabelArea& area, std::vector<LabelWords>& measured,
                                  const std::vector<Allowance>& allowed);

} // namespace lockstep
