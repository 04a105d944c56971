#pragma once
#include "chart/chart_scene.h"
#include <QString>

/// How steps are called in the Undo menu and its history.
namespace lockstep {

/// "Move row 8 to 03:52 UTC", "Move 3 rows, row 8 to 03:52 UTC", "Backups end at 04:40 UTC". `after`: with the edits laid on.
QString moveLabel(const TimelineView& after, const Hit& hit, std::size_t rows = 1);
/// "row 8", "rows 3, 8 and 9", "12 rows".
QString rowsNamed(const std::set<EventId>& rows);

} // namespace lockstep
