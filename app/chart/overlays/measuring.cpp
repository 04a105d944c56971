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
        paintMeasures(painter, frame, std::span{&*box, 1}, true);
}

} // namespace

extern const Overlay measuring;
const Overlay measuring{"measuring", "The length being measured", 78, true, paint};

} // namespace lockstep::overlays
