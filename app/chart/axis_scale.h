#pragma once
#include "core/instant.h"
#include <span>
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
    double left() const { return m_left; }
    double right() const { return m_right; }
    Span whole() const { return m_whole; }
    Span visible() const;        ///< the instants at the left and right edge
    bool isZoomed() const;
    const std::vector<Span>& quiet() const { return m_quiet; }
    /// Index into quiet() of the stretch that holds this instant; -1 for none.
    int quietAt(Instant) const;
    /// Pixels that a minute takes outside the quiet stretches, at the present zoom.
    double pixelsPerMinute() const;

    AxisScale zoomedAt(double x, double factor) const; ///< the instant under x stays there
    AxisScale panned(double dx) const;                 ///< the content moves by dx; clamped to the whole
    AxisScale showing(Span) const;
    AxisScale fitted() const;
    AxisScale withEdges(double left, double right) const; ///< the same instants on another width
    friend bool operator==(const AxisScale&, const AxisScale&) = default;

private:
    struct Knot { Instant t; double u; friend bool operator==(const Knot&, const Knot&) = default; }; ///< u: compressed coordinate, pixels at fit
    double compressed(Instant) const;
    Instant instantAt(double u) const;
    AxisScale withRange(double from, double to) const;

    Span m_whole{};
    std::vector<Span> m_quiet;
    std::vector<Knot> m_knots;
    double m_left = 0, m_right = 1, m_gapWidth = 0;
    double m_from = 0, m_to = 1; ///< visible range of u
    double m_slope = 1;          ///< u of a millisecond outside the quiet stretches
};

class TimelineView;
class ViewRows;

/// Room in pixels that the chart keeps around what happened. Units: pixels.
struct AxisRoom {
    double before = 30;      ///< left of the first event
    double after = 134;      ///< right of the last one: its label stands there
    double afterBusy = 58;   ///< between the last event of a busy part and a cut
    double afterLone = 154;  ///< the same where its label has no room on the left, as for a lone event
    double roomyLeft = 330;  ///< so much without an event in its lane is room on the left
    double beforeEvent = 25; ///< between a cut and the event after it
    double gap = 24;         ///< the cut itself
};

/// The silences worth cutting out, each from one event to the next: longer than max(15 min, 4 x the median
/// spacing), when they make up more than half of the span; never inside a window or its uncertain part.
std::vector<Span> quietSpans(const ViewRows& rows);
std::vector<Span> quietSpans(const TimelineView& view);
/// From the first to the last event or window bound; an hour when all of them are one moment.
Span wholeSpan(const ViewRows& rows);
Span wholeSpan(const TimelineView& view);
/// The axis that shows everything between two edges: silences cut out unless `linear`, with room in pixels
/// beside each cut and at both ends. The same edges and view give the same axis. A silence that holds one of the moments
/// `opened` is no cut.
AxisScale fittedAxis(const ViewRows& rows, double left, double right, bool linear, const AxisRoom& room = {}, std::span<const Instant> opened = {});
AxisScale fittedAxis(const TimelineView& view, double left, double right, bool linear, const AxisRoom& room = {});

} // namespace lockstep
