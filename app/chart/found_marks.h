#pragma once
#include "chart/chart_scene.h"
#include "chart/lod_index.h"

class QPainter;

namespace lockstep {

/// The rows that a search has found, of each lane of the chart in order of time.
using FoundRows = std::vector<std::vector<Placed>>;

/// `rows` in order of time.
FoundRows foundRows(const Bands& bands, const TimelineView& view, const std::vector<EventId>& rows);

/// Of a found row's flag; the flag is edged in the text's colour, which tells it on any paper.
QColor foundColour();

/// A flag under the mark of each row that was found and a marker's stroke over its words.
void paintFound(QPainter& painter, const ChartScene& scene, const FoundRows& found);

} // namespace lockstep
