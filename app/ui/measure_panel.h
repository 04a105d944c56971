#pragma once
#include "core/measure.h"

class QVBoxLayout;

namespace lockstep {

class Document;
class Selection;

/// The panel of a measure: its length and what decides it, both ends on every clock, and what lies between them.
void showMeasure(QVBoxLayout* column, Document& document, const TimelineView& view, Selection& selection);
/// The measures that are kept, each to be chosen; nothing where none is.
void showMeasures(QVBoxLayout* column, const Document& document, const TimelineView& view, Selection& selection);

} // namespace lockstep
