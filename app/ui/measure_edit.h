#pragma once
#include "core/measure.h"
#include <QString>

/// Measures kept and removed by hand. They are no part of the reading or of a what-if.
namespace lockstep {

class Document;
class Selection;

/// The rows that have a time, the first and the last of them; nullopt for fewer than two.
std::optional<Measure> measureBetween(const TimelineView& view, const std::set<EventId>& rows);
/// A row as an end; one that a what-if adds is only a point, as the record has no such row.
MeasureEnd endAtRow(const TimelineView& view, EventId row);
/// The same with its points stated from the row at its other end, so that the two can be compared.
Measure besideRows(const TimelineView& view, Measure measure);

void keepMeasure(Document& document, const Measure& measure);
/// Takes it from what is kept, and from what is chosen.
void removeMeasure(Document& document, Selection& selection, const Measure& measure);
/// "60 min, row 3 to row 13"; why there is no length where there is none.
QString measureWords(const TimelineView& view, const Measure& measure);

} // namespace lockstep
