#pragma once
#include "core/scenario.h"
#include <QString>
#include <utility>
#include <vector>

namespace lockstep {

/// "03:35 UTC 23:35 Washington 10:35 Vietnam"; weekdays only where they differ and the timeline is dated.
QString clocksAt(const Timeline& record, Instant at);

/// A moment on each clock of the record, the given lane's first: place and time with its day.
std::vector<std::pair<QString, QString>> clockRows(const Timeline& record, Instant at, LaneId first);

/// Whether any lane's zone is known. Without one every clock stands as written.
bool hasZones(const Timeline& record);

/// "15 rows, 2 lanes, 1 lock, nothing moved"
QString countsLine(const TimelineView& view);

} // namespace lockstep
