#pragma once
#include "chart/label_folding.h"

namespace lockstep {

/// A label that stands, as an obstacle to the next.
struct Standing {
    std::size_t index;
    QRectF rect;
    double x, leaderTop;
    double elbowFrom; ///< the elbow runs from here to x at leaderTop; equal to x without one
};

/// True when a leader at x that begins at `top` runs through the rectangle, or too close beside it.
bool crosses(double x, double top, const QRectF& rect);

/// True when two labels overlap, or the leader or elbow of one crosses the other.
bool collide(const Standing& a, const Standing& b);

} // namespace lockstep
