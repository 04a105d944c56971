#include "chart/measure_layout.h"
#include "chart/overlay.h"
#include "chart/painting.h"

namespace lockstep::overlays {

namespace {

void paint(QPainter& painter, const Frame& frame)
{
    if (!frame.gesture.measuring)
        return;
    if (const auto box = measureBox(frame, *frame.gesture.measuring))
        paintMeasure(painter, frame, *box, true);
}

} // namespace

extern const Overlay measuring;
const Overlay measuring{"measuring", "The length being measured", 78, true, paint};

} // namespace lockstep::overlays
