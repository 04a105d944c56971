#pragma once
#include "core/reading.h"
#include "core/scenario.h"
#include <set>

/// Windows made and changed by hand.
namespace lockstep {

/// A recorded moment as so long after a row: it survives a change of date or zone.
/// The row it is tied to if there is one, else the first row, so that no correction nearby moves it.
Point pointAt(const Timeline& record, Instant at, std::optional<EventId> tiedTo = {});

/// What keeps windows where they lie while the clocks of these rows are corrected: their bounds that are tied to
/// no row are measured from another. Only a tied bound follows a correction.
std::vector<Change> windowsKeptInPlace(const Timeline& record, const Reading& reading, const std::set<EventId>& corrected);

/// A window of the record as a person would state it.
WindowSpec specOf(const Timeline& record, const Window& window);

/// "Lock from 14:02 to 14:31": from the earlier row to the later. Tied to both, but a look-up is only evidence.
WindowSpec windowBetween(const TimelineView& view, EventId one, EventId other);

/// A stretch marked on the strip; an end that lies on a row is tied to it.
WindowSpec windowOver(const TimelineView& view, Span span);

/// An id that no window of the view has yet: "window 1", "window 2" ...
WindowId freeWindowId(const TimelineView& view);

} // namespace lockstep
