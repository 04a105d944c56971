#pragma once
#include "core/outcome.h"

namespace lockstep {

/// Whether the instants of two rows tell which came first. A clock without a zone is drawn as written, so its instants
/// say nothing beside those of a clock with one. In a document without any zone all rows are on one footing. Between
/// two files only dates and zones tell: undated ones count days of their own.
inline bool areComparable(const Event& a, const Event& b)
{
    return a.zoneName.empty() == b.zoneName.empty()
        && (a.file == b.file || (a.isDated && b.isDated && !a.zoneName.empty()));
}

/// Later in the same incident, as far as their clocks tell.
inline bool isAfter(const Event& event, const Event& than)
{
    return event.group == than.group && event.hasInstant && areComparable(event, than) && event.at > than.at;
}

/// Whether all rows with an instant can be set against each other.
bool areAllComparable(const Timeline&);

/// The row on whose clock a window lies: the one its begin, else its end, is tied to; 0 where neither is.
EventId clockRowOf(const Timeline&, const Window&);

/// Whether a window's bounds are known in UTC: those on a clock without a zone stand as written.
bool isInUtc(const Timeline&, const Window&);

/// As outcomeOf, with the windows whose clocks can be compared with the row's; one tied to no row lies on the axis
/// itself. Where a window that cannot be compared might decide, there is no outcome, and the note says why.
OutcomeOf outcomeBeside(const Timeline&, const Event&, Instant at, const ResourceId&, const std::vector<Window>&);

} // namespace lockstep
