#pragma once
#include "core/calendar.h"

namespace lockstep {

/// Places the rows that state a time since a zero ("T+5m"). A row of the same incident that states a clock as well, or
/// whose clock a person set, tells when the zero was. Where no row of the document has a clock, the zero is the begin
/// of the axis and the calendar `isElapsed`; where only others have one, such rows have no place yet.
void placeElapsed(const Draft& draft, const Corrections& corrections, Calendar& calendar);

} // namespace lockstep
