#pragma once
#include "core/metric.h"
#include "core/side_by_side.h"

namespace lockstep {

/// A figure in two views; without an id on a side that has no such figure.
struct FigureChange {
    Measured was, now;
    bool differs() const;
};

/// Every figure of either view, those of the later one first in its order.
std::vector<FigureChange> comparedFigures(const TimelineView& was, const TimelineView& now);

/// "+29 min" where both limits moved alike, "+0 to +30 min" of a range that grew, "+2" of a count; empty where it does not
/// differ or one side has no figure.
std::string differenceWords(const FigureChange&);

/// Of each figure that differs: "Lock length: 90 to 95 min instead of 60 to 65 min (+30 min)."
std::vector<ComparedSentence> figureSentences(const NamedView& other, const NamedView& now);

/// What differs, and then every figure that does.
std::vector<ComparedSentence> allSentences(const NamedView& other, const NamedView& now);

/// Every figure in each view: "60 to 65 min". Ranges stay ranges.
std::vector<ComparedLine> figureLines(const SideBySide&);

} // namespace lockstep
