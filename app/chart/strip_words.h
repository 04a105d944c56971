#pragma once
#include "chart/chart_layout.h"

namespace lockstep {

/// Where the words of one bar may stand. Units: pixels.
struct BarRoom {
    double left = 0, right = 0;           ///< free on both sides of the bar, in its row, short of a cut
    double below = 0;                     ///< the right end of what is free below it: silences keep clear of these words
    double solidLeft = 0, solidRight = 0; ///< the part of the bar that is on screen
    double clipRight = 0;                 ///< the end of its hatched part that is on screen
};

/// Puts name, bounds and length of a window on its bar, over its hatched part, beside it, or on lines under it:
/// whatever comes first of these that tells all three. Bars that tell less are those with no room at all.
void addBarWords(WindowBar& bar, const LayoutInput& in, const Dimensions& dim, const Window& window, const BarRoom& room);

/// What stands in the strip, so that words find a place between.
class StripRoom {
public:
    /// Bars, their words and the tint under locks; where a window was as recorded only if `withGhosts`.
    StripRoom(const ChartLayout& layout, bool withGhosts);
    bool isFree(const QRectF& words) const;
    void block(const QRectF& words) { m_blocked.push_back(words); }

private:
    std::vector<QRectF> m_blocked;
};

/// The silence at each cut, always told: where the middle of a cut is taken, shifted, in three lines, in one, or in
/// a row of its own. Returns the lowest end of the words.
double addSilences(ChartLayout& out, const LayoutInput& in, const AxisScale& axis, double top, double bottom);

} // namespace lockstep
