#include "chart/overlay.h"
#include "chart/painting.h"

namespace lockstep::overlays {

namespace {

void paint(QPainter& painter, const Frame& frame)
{
    paintMeasures(painter, frame, frame.layout.measures, false);
}

} // namespace

extern const Overlay measures;
const Overlay measures{"measures", "Measured lengths", 45, false, paint};

} // namespace lockstep::overlays
