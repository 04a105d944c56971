#pragma once
#include "chart/chart_scene.h"

namespace lockstep {

class Document;
class Sight;

/// What the chart of this document shows now: the same value for the screen, a copied and an exported picture.
ChartContent contentOf(const Document& document, const Sight& sight);

} // namespace lockstep
