#pragma once
#include "core/metric.h"

namespace lockstep {

/// One edge of a window.
struct WindowEdge {
    WindowId window;
    bool isEnd = false;
    friend bool operator==(const WindowEdge&, const WindowEdge&) = default;
};

/// What one end of a measure is held at: a row of the record or an edge of a window, which it follows, or a point,
/// which stays.
using MeasureEnd = std::variant<EventId, WindowEdge, Point>;

/// A length between two ends that a person asks for, and may keep.
struct Measure {
    MeasureEnd from, to;
    friend bool operator==(const Measure&, const Measure&) = default;
};

/// Where an end lies in a view.
struct EndPlace {
    Instant earliest{}, latest{}; ///< apart where it is uncertain
    bool isOpen = false;          ///< nothing tells its latest
    bool isAbout = false;         ///< its row says about
    EventId footing = 0;          ///< the row whose clock it goes by; 0 for none
    std::string words = {};       ///< "row 3", "the end of the backups", "03:42 UTC"
};

/// A measure as a view has it.
struct MeasureTaken {
    EndPlace begin{}, end{}; ///< the earlier one first
    bool isTurned = false;   ///< the measure's `to` is the earlier one
    bool hasPlace = false;   ///< both ends are somewhere; else `figure` says why not
    Measured figure{};       ///< its length as the metrics say one: a range where an end is uncertain, none where none can be told
    Span span() const { return {begin.earliest, std::max(begin.latest, end.latest)}; }
};

MeasureTaken takeMeasure(const TimelineView&, const Measure&);

/// "60 min", "60 to 65 min", "about 60 min", "at least 60 min", "length not known".
std::string lengthWords(const MeasureTaken&);
/// "row 3 to row 13"
std::string endsWords(const MeasureTaken&);

/// The point at an instant: measured from `beside` where that is a row of the record, so that the two can be compared,
/// else from the first row with a time.
Point pointOn(const Timeline& record, Instant at, EventId beside = 0);

} // namespace lockstep
