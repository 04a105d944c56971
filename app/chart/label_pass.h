#pragma once
#include "chart/label_folding.h"

namespace lockstep {

/// One try at placing all labels, each within what it is allowed. `measured` keeps the words' widths from try to try.
std::vector<LabelBox> placeLabels(const std::vector<LabelRequest>& requests, const LabelArea& area, std::vector<LabelWords>& measured,
                                  const std::vector<Allowance>& allowed);

/// The others beside those that stay: first as usual, then tighter and tighter.
std::vector<LabelBox> placeBeside(const std::vector<LabelBox>& kept, const std::vector<LabelRequest>& requests, const LabelArea& area,
                                  std::vector<LabelWords>& measured);

} // namespace lockstep
