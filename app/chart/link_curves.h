#pragma once
#include "chart/chart_layout.h"
#include <QPainterPath>

namespace lockstep {

/// A link as it is drawn: from the mark of its cause to that of its effect.
struct LinkCurve {
    Link link;
    QPainterPath path;      ///< ends where the arrow's tip is
    double direction = 0;   ///< of the arrow at its tip. Units: degrees, clockwise from the right
    bool isFault = false;   ///< the effect lies before its cause
    bool isIdle = false;    ///< one of the two does not happen
};

/// The links to draw, none that leads off the screen: those at fault always; else those of the selected row, and of
/// several selected rows only those between them.
std::vector<LinkCurve> linkCurves(const ChartLayout&, const AxisScale&, const TimelineView&, const std::set<EventId>& selected);

/// "link: 5 to 6, before its cause", for the drawing in words.
std::string inWords(const LinkCurve&);

/// Where the handle lies from which a link is drawn: beside the mark of the one selected row of the record.
std::optional<QPointF> linkHandle(const ChartLayout&, const AxisScale&, const TimelineView&, const std::set<EventId>& selected);

inline constexpr double linkHandleRadius = 4.5;

} // namespace lockstep
