#pragma once
#include "chart/frame.h"
#include "chart/label_texts.h"
#include "chart/layer_item.h"
#include "chart/overlay.h"

class QChart;

namespace lockstep {

struct ChartScene::Private {
    explicit Private(ChartScene& scene) : q(scene) {}

    ChartScene& q;
    QChart* chart = nullptr;
    std::vector<LayerItem*> layers;
    std::vector<LayerItem*> laneItems;
    LayerItem* toolLayer = nullptr;

    std::optional<ChartContent> content;
    std::optional<TimelineView> preview;
    std::optional<Finding> previewFinding;
    std::unique_ptr<LodIndex> index; ///< of the content's record
    std::unique_ptr<ViewFacts> facts, previewFacts;
    std::unique_ptr<LodIndex> seenIndex; ///< without the hidden rows, where there are some
    std::unique_ptr<ViewFacts> seenFacts, seenPreviewFacts;
    mutable LabelTexts texts;
    const Theme* theme = &Theme::of(Theme::Id::Light);
    std::unique_ptr<TextMeasure> measure = std::make_unique<TextMeasure>(*theme);
    QSizeF size{1600, 900};
    double mostScale = 1;
    bool linear = false;
    std::vector<Instant> opened; ///< see setOpened
    bool steady = false;
    AxisScale axis;
    ChartLayout layout;
    bool hasHistory = false; ///< the layout is of the present content and size
    bool isPainted = false;  ///< as it is, but for what has been marked since
    Gesture gesture;

    const TimelineView& view() const { return preview ? *preview : content->view; }
    const Finding& finding() const { return previewFinding ? *previewFinding : content->finding; }

    const ViewFacts& shownFacts() const
    {
        if (seenIndex)
            return preview ? *seenPreviewFacts : *seenFacts;
        return preview ? *previewFacts : *facts;
    }

    Frame frame() const { return {*content, view(), *theme, axis, layout, *measure, gesture}; }

    LayoutInput input(QSizeF at, std::optional<double> height) const
    {
        return {*content, view(), finding(), shownFacts(), *theme, *measure, at, mostScale, height, false, &texts};
    }

    AxisScale fitted(QSizeF at, std::optional<double> height) const
    {
        const Dimensions dim = dimensionsFor(input(at, height));
        AxisRoom room;
        for (double* part : {&room.before, &room.after, &room.afterBusy, &room.afterLone, &room.beforeEvent, &room.gap, &room.roomyLeft})
            *part *= dim.scale;
        return fittedAxis(facts->rows, dim.header, at.width() - dim.margin, linear, room, opened);
    }

    /// The axis for the present size: all of it, or what was shown before while zoomed in.
    void refit(std::optional<Span> shown)
    {
        if (!hasRoom())
            return;
        axis = fitted(size, size.height());
        if (shown)
            axis = axis.showing(*shown);
    }

    /// Another size or other cuts: what was shown before stays in view.
    void fitAgain()
    {
        forgetLayout();
        refit(zoomedSpan());
        relayout();
    }

    /// Every layout measures every label: without a size there is none.
    bool hasRoom() const { return content && !size.isEmpty(); }

    std::optional<Span> zoomedSpan() const
    {
        return axis.isZoomed() ? std::optional<Span>{axis.visible()} : std::nullopt;
    }

    void build();
    void layer(double z, void (*paint)(QPainter&, const Frame&));
    LayerItem* overlayLayer(double z, bool (*belongs)(const Overlay&));
    /// As the frame before had it while a gesture goes on; at rest from the content alone.
    void relayout(bool keepsLabels = true);
    void forgetLayout() { hasHistory = isPainted = false; }
    void repaintChanges(const ChartLayout& before);
    void forgetFacts()
    {
        for (auto* of : {&seenPreviewFacts, &seenFacts, &previewFacts, &facts})
            of->reset();
        seenIndex.reset();
    }
    double heightOf(double width, bool compact) const;
};

} // namespace lockstep
