#pragma once
#include "chart/chart_layout.h"
#include "chart/frame.h"

namespace lockstep {

/// A layout with all it is made from.
struct Drawn {
    Drawn(const Timeline& timeline, const Scenario& scenario, QSizeF size, const Finding& finding = {}, LanesBy by = LanesBy::Record)
        : record(timeline), content{applied(record, scenario), scenario, finding, {"† The document has no date."}, "tz 2025b · Lockstep 1.0"},
          index(record, std::make_shared<const Bands>(record, by)), facts(index, content.view), page(size)
    {
        const LayoutInput in = input(content.view, facts);
        const Dimensions dim = dimensionsFor(in);
        axis = fittedAxis(content.view, dim.header, size.width() - dim.margin, false);
        layout = layOutChart(in, axis);
    }

    /// The layout while a drag would make this of the record: on the axis as it was before.
    ChartLayout during(const Scenario& scenario) const
    {
        const TimelineView view = applied(record, scenario);
        const ViewFacts moved(index, view);
        return layOutChart(input(view, moved), axis);
    }

    LayoutInput input(const TimelineView& view, const ViewFacts& of) const
    {
        return {content, view, content.finding, of, theme, measure, page, 1, page.height(), false};
    }

    Frame frame() const { return {content, content.view, theme, axis, layout, measure, gesture}; }

    Timeline record;
    ChartContent content;
    LodIndex index;
    ViewFacts facts;
    QSizeF page;
    const Theme& theme = Theme::of(Theme::Id::Light);
    TextMeasure measure{theme};
    Gesture gesture;
    AxisScale axis;
    ChartLayout layout;
};

} // namespace lockstep
