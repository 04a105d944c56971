#pragma once
#include "chart/label_layout.h"

namespace lockstep {

/// Between a leader and the text it passes. Units: pixels.
inline constexpr double labelClearance = 5;

/// A group of labels beside one another in x sinks to the last row: its leaders get short.
/// Columns that fill most of the height hang from the top.
void sinkLabels(const std::vector<LabelRequest>& requests, std::vector<LabelBox>& boxes, double top, double bottom);

/// What one label is allowed in a try.
struct Allowance {
    int tightness = 0;   ///< 1: one line; 2 to 4: ever narrower
    int extraLines = 0;
    double stretch = 1;  ///< of the usual width of a line
};

/// Labels over a folded one are made tighter for the next try: one line first, then narrower, up to level 4.
/// False: nothing is left to tighten.
bool tightenLabels(const std::vector<LabelRequest>& requests, const std::vector<LabelBox>& boxes, std::vector<Allowance>& allowed);

/// Labels without a place, counted in groups that stand where no leader passes.
std::vector<FoldedLabels> foldMissing(const std::vector<LabelRequest>& requests, const std::vector<LabelBox>& boxes,
                                      const LabelArea& area);

} // namespace lockstep
