#include "chart/overlay.h"
#include "chart/painting.h"
#include "chart/plain_fill.h"
#include <algorithm>

namespace lockstep::overlays {

namespace {

/// The stretches of height a window's tint covers: below its bar, then each run of neighbouring lanes that read it.
std::vector<std::pair<double, double>> stretches(const ChartLayout& layout, const WindowBar& bar)
{
    std::vector<std::pair<double, double>> all;
    if (bar.lanes.empty() || layout.lanes.empty())
        return all;
    const double strip = layout.lanes.front().rect.top();
    if (bar.effect == Effect::Blocks)
        all.emplace_back(bar.rect.bottom(), strip);
    for (const LaneBox& lane : layout.lanes) {
        if (std::ranges::find(bar.lanes, lane.lane) == bar.lanes.end())
            continue;
        const bool joins = !all.empty() && lane.rect.top() - all.back().second < 12;
        if (joins)
            all.back().second = lane.rect.bottom();
        else
            all.emplace_back(lane.rect.top(), lane.rect.bottom());
    }
    return all;
}

QColor tintOf(const WindowBar& bar, const Theme& theme)
{
    if (bar.effect == Effect::Blocks)
        return theme.lockTint;
    QColor faint = theme.lane(0);
    faint.setAlphaF(theme.id == Theme::Id::Dark ? 0.10F : 0.045F);
    return faint;
}

void paint(QPainter& painter, const Frame& frame)
{
    const QRectF plot = frame.layout.plot();
    PlainFill fill(painter);
    for (const WindowBar& bar : frame.layout.windows) {
        const double left = std::max(bar.solidLeft, plot.left());
        const double right = std::min(bar.solidRight, plot.right());
        if (right <= left)
            continue;
        const QColor tint = tintOf(bar, frame.theme);
        for (const auto& [top, bottom] : stretches(frame.layout, bar))
            fill.rect({QPointF{left, top}, QPointF{right, bottom}}, tint);
    }
}

} // namespace

// Not a series of the QChart: one costs as much as the rest of a frame.
extern const Overlay exposure;
const Overlay exposure{"exposure", "Lanes under a window", -40, false, paint};

} // namespace lockstep::overlays
