#include "chart/chart_layout.h"
#include "chart/label_texts.h"
#include "chart/measure_layout.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

QRectF ChartLayout::plot() const
{
    const double bottom = lanes.empty() ? strip.bottom() : lanes.back().rect.bottom();
    return {QPointF{strip.left(), strip.top()}, QPointF{size.width() - dim.margin, bottom}};
}

const LaneBox* ChartLayout::laneBox(BandId lane) const
{
    const auto found = std::find_if(lanes.begin(), lanes.end(), [lane](const LaneBox& box) { return box.lane == lane; });
    return found == lanes.end() ? nullptr : &*found;
}

Dimensions dimensionsFor(const LayoutInput& in)
{
    Dimensions dim;
    const double height = in.height.value_or(in.size.width() * 9 / 16);
    dim.scale = std::clamp(std::min(in.size.width() / 1600, height / 900), 0.875, std::max(0.875, in.mostScale));
    dim.compact = in.compact;
    dim.margin = std::clamp(in.size.width() * 0.03, 14.0, dim.of(48));

    // The column of names: wide enough for a ruler's name, its offset and its day, no wider than a third.
    double widest = dim.of(200);
    for (const RulerZone& ruler : in.facts.rulers) {
        const QString day = QString::fromStdString(dayLabel(in.view.record(), ruler.zone.wallAt(in.facts.whole.begin)));
        widest = std::max(widest, in.measure.width(ruler.name, dim.text(17), QFont::DemiBold) + dim.of(16)
                + in.measure.width(ruler.offset, dim.text(15)) + in.measure.width(day, dim.text(14), QFont::Medium));
    }
    dim.header = dim.margin + std::min(widest + dim.of(4), in.size.width() / 3);
    return dim;
}

ChartLayout layOutChart(const LayoutInput& asked, const AxisScale& axis)
{
    LayoutInput in = asked;
    in.compact = in.compact || (in.before && in.before->dim.compact);
    ChartLayout out;
    out.size = in.size;
    out.dim = dimensionsFor(in);
    out.pixelsPerMinute = axis.pixelsPerMinute();
    out.shown = axis.visible();
    out.hidden = in.content.hidden.get();
    out.bands = &in.facts.rows.bands();
    out.labelDay = labelDayFor(in.view.record(), axis, out.dim);
    out.isWhatIf = !in.content.scenario.name.empty() || !in.view.isRecord();
    const double head = layOutHead(out, in);
    const double rulers = layOutRulers(out, in, axis, head);
    const double strip = layOutStrip(out, in, axis, rulers);
    addLanes(out, in, axis);
    std::optional<double> bottom;
    if (in.height) {
        ChartLayout measured = out; // the foot is as high at the bottom as anywhere
        bottom = *in.height - layOutFoot(measured, in, 0);
        if (in.before) // a line less in the legend moves no lane
            bottom = std::min(*bottom, in.before->footTop);
        out.footTop = *bottom;
    }
    layOutLanes(out, in, axis, strip, bottom);
    const double lanes = out.lanes.empty() ? strip : out.lanes.back().rect.bottom();
    const double end = layOutFoot(out, in, lanes);
    out.size.setHeight(in.height.value_or(end));
    if (end > out.size.height() + 0.5 && !in.compact) {
        LayoutInput tighter = in;
        tighter.compact = true;
        return layOutChart(tighter, axis);
    }
    layOutMeasures(out, in, axis);
    if (const double spare = out.size.height() - end; spare > 0.5) {
        for (TextRun& run : out.foot) // footnotes keep to the foot of the page
            run.base.ry() += spare;
    }
    return out;
}

} // namespace lockstep
