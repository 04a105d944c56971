#pragma once
#include "core/instant.h"
#include <vector>

namespace lockstep {

/// The only map between Instant and x, both ways: piecewise linear, strictly increasing, quiet stretches
/// squeezed to a fixed width. Zoom, pan and clamp work in compressed coordinates. Rounds, never truncates.
class AxisScale {
public:
    AxisScale() = default;
    /// Shows all of `whole`; each of `quiet` (sorted, disjoint, inside whole) takes `gapWidth` pixels.
    AxisScale(Span whole, std::vector<Span> quiet, double left, double right, double gapWidth);

    double x(Instant) const;
    Instant at(double x) const;  ///< at(x(t)) == t wherever a pixel is finer than or equal to a millisecond's share
    double left() const;
    double right() const;
    Span whole() const;
    Span visible() const;        ///< the instants at the left and right edge
    bool isZoomed() const;
    const std::vector<Span>& quiet() const;
    /// Index into quiet() of the stretch that holds this instant; -1 for none.
    int quietAt(Instant) const;

    AxisScale zoomedAt(double x, double factor) const; ///< the instant under x stays there
    AxisScale panned(double dx) const;                 ///< clamped to the whole
    AxisScale showing(Span) const;
    AxisScale fitted() const;
    AxisScale withEdges(double left, double right) const; ///< the same instants on another width

private:
    struct Knot { Instant t; double u; }; ///< u: compressed coordinate, pixels at fit
    Span m_whole{};
    std::vector<Span> m_quiet;
    std::vector<Knot> m_knots;
    double m_left = 0, m_right = 1, m_gapWidth = 0;
    double m_from = 0, m_to = 1; ///< visible range of u
};

/// The stretches worth cutting out: longer than max(15 min, 4 x the median spacing of the busy part), when
/// they make up more than half of the span; never inside a window or its uncertain part.
/// Margins stay at both ends so that a mark beside a cut keeps its place.
class TimelineView;
std::vector<Span> quietSpans(const TimelineView& view);
/// From the first to the last event or window bound, with a little room at both ends.
Span wholeSpan(const TimelineView& view);

} // namespace lockstep
