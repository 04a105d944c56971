#include "chart/chart_scene.h"
#include "chart/draw_list.h"
#include "chart/exposure_tint.h"
#include "chart/hit_test.h"
#include "chart/layer_item.h"
#include "chart/overlay.h"
#include "chart/painting.h"
#include <QPainter>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <algorithm>

namespace lockstep {

namespace {

/// Heights among the chart's children: its own series lie between the lanes' paper and what stands on it.
enum Z { ground = -1, under = 20, strip = 25, lanes = 30, over = 40, texts = 50, tools = 60 };

} // namespace

struct ChartScene::Private {
    explicit Private(ChartScene& scene) : q(scene) {}

    ChartScene& q;
    QChart* chart = nullptr;
    std::unique_ptr<ExposureTint> tint;
    std::vector<LayerItem*> layers;
    std::vector<LayerItem*> laneItems;
    LayerItem* toolLayer = nullptr;

    std::optional<ChartContent> content;
    std::optional<TimelineView> preview;
    LaneOrder order;
    const Theme* theme = &Theme::of(Theme::Id::Light);
    std::unique_ptr<TextMeasure> measure = std::make_unique<TextMeasure>(*theme);
    QSizeF size{1600, 900};
    double mostScale = 1;
    bool linear = false;
    AxisScale axis;
    ChartLayout layout;
    Gesture gesture;

    const TimelineView& view() const { return preview ? *preview : content->view; }

    Frame frame() const { return {*content, view(), *theme, axis, layout, *measure, gesture}; }

    LayoutInput input(QSizeF at, std::optional<double> height) const
    {
        return {*content, view(), order, *theme, *measure, at, mostScale, height, false};
    }

    AxisScale fitted(QSizeF at, std::optional<double> height) const
    {
        const Dimensions dim = dimensionsFor(input(at, height));
        AxisRoom room;
        for (double* part : {&room.before, &room.after, &room.afterBusy, &room.afterLone, &room.beforeEvent, &room.gap, &room.roomyLeft})
            *part *= dim.scale;
        return fittedAxis(content->view, dim.header, at.width() - dim.margin, linear, room);
    }

    /// The axis for the present size: all of it, or what was shown before while zoomed in.
    void refit(std::optional<Span> shown)
    {
        axis = fitted(size, size.height());
        if (shown)
            axis = axis.showing(*shown);
    }

    std::optional<Span> zoomedSpan() const
    {
        return axis.isZoomed() ? std::optional<Span>{axis.visible()} : std::nullopt;
    }

    void build();
    void layer(double z, void (*paint)(QPainter&, const Frame&));
    LayerItem* overlayLayer(double z, bool (*belongs)(const Overlay&));
    void relayout();
    double heightOf(double width, bool compact) const;
};

void ChartScene::Private::layer(double z, void (*paint)(QPainter&, const Frame&))
{
    layers.push_back(new LayerItem(chart, z, [this, paint](QPainter& painter) {
        if (content)
            paint(painter, frame());
    }));
}

LayerItem* ChartScene::Private::overlayLayer(double z, bool (*belongs)(const Overlay&))
{
    std::vector<const Overlay*> chosen;
    for (const Overlay* overlay : allOverlays()) {
        if (belongs(*overlay))
            chosen.push_back(overlay);
    }
    std::sort(chosen.begin(), chosen.end(), [](const Overlay* a, const Overlay* b) { return a->z < b->z; });
    layers.push_back(new LayerItem(chart, z, [this, chosen](QPainter& painter) {
        for (const Overlay* overlay : chosen) {
            if (!content)
                return;
            painter.save();
            overlay->paint(painter, frame());
            painter.restore();
        }
    }));
    return layers.back();
}

void ChartScene::Private::build()
{
    chart = new QChart;
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->legend()->hide();
    chart->setMargins({});
    chart->setAcceptHoverEvents(false);
    chart->setAcceptedMouseButtons(Qt::NoButton);
    q.addItem(chart);
    tint = std::make_unique<ExposureTint>(*chart);
    layer(Z::ground, paintGround);
    layer(Z::texts, paintHead);
    layer(Z::texts, paintRulers);
    layer(Z::strip, paintStrip);
    layer(Z::texts, paintFoot);
    overlayLayer(Z::under, [](const Overlay& o) { return !o.isTool && o.z < 0; });
    overlayLayer(Z::over, [](const Overlay& o) { return !o.isTool && o.z >= 0; });
    toolLayer = overlayLayer(Z::tools, [](const Overlay& o) { return o.isTool; });
}

void ChartScene::Private::relayout()
{
    if (!content)
        return;
    layout = layOutChart(input(size, size.height()), axis);
    const QRectF all{QPointF{}, size};
    chart->setGeometry(all);
    tint->show(layout, *theme);
    while (laneItems.size() < layout.lanes.size()) {
        const std::size_t index = laneItems.size();
        laneItems.push_back(new LayerItem(chart, Z::lanes, [this, index](QPainter& painter) {
            if (content && index < layout.lanes.size())
                paintLane(painter, frame(), layout.lanes[index]);
        }));
    }
    for (std::size_t i = 0; i < laneItems.size(); ++i) {
        laneItems[i]->setVisible(i < layout.lanes.size());
        if (i < layout.lanes.size())
            laneItems[i]->setRect(layout.lanes[i].rect.adjusted(0, -1, 0, 1));
    }
    for (LayerItem* item : layers)
        item->setRect(all);
    q.setSceneRect(all);
    q.update();
}

double ChartScene::Private::heightOf(double width, bool compact) const
{
    if (!content)
        return 0;
    LayoutInput in = input({width, 0}, std::nullopt);
    in.compact = compact;
    return layOutChart(in, fitted({width, 0}, std::nullopt)).size.height();
}

ChartScene::ChartScene(QObject* parent) : QGraphicsScene(parent), d(std::make_unique<Private>(*this))
{
    setItemIndexMethod(NoIndex);
    setBackgroundBrush(d->theme->background);
    d->build();
}

ChartScene::~ChartScene()
{
    clear(); // items paint through d: they go first
}

void ChartScene::setContent(ChartContent content)
{
    const bool sameRecord = d->content && &d->content->view.record() == &content.view.record();
    const std::optional<Span> shown = sameRecord ? d->zoomedSpan() : std::nullopt;
    d->preview.reset();
    d->content = std::move(content);
    d->order = laneOrder(d->content->view);
    d->refit(shown);
    d->relayout();
}

const ChartContent& ChartScene::content() const { return *d->content; }

void ChartScene::setTheme(Theme::Id id)
{
    d->theme = &Theme::of(id);
    d->measure = std::make_unique<TextMeasure>(*d->theme);
    d->chart->setTheme(id == Theme::Id::Dark ? QChart::ChartThemeDark : QChart::ChartThemeLight);
    d->chart->setBackgroundVisible(false);
    setBackgroundBrush(d->theme->background);
    d->relayout();
}

void ChartScene::setMostTextScale(double scale)
{
    d->mostScale = scale;
    setSize(d->size);
}

void ChartScene::setSize(QSizeF size)
{
    d->size = size;
    if (!d->content)
        return;
    d->refit(d->zoomedSpan());
    d->relayout();
}

double ChartScene::heightFor(double width) const { return d->heightOf(width, false); }

double ChartScene::leastHeightFor(double width) const { return d->heightOf(width, true); }

void ChartScene::setLinear(bool linear)
{
    if (d->linear == linear)
        return;
    d->linear = linear;
    if (!d->content)
        return;
    d->refit(d->zoomedSpan());
    d->relayout();
}

bool ChartScene::isLinear() const { return d->linear; }

const AxisScale& ChartScene::axis() const { return d->axis; }

void ChartScene::setAxis(const AxisScale& axis)
{
    d->axis = axis;
    d->relayout();
}

Hit ChartScene::hitTest(QPointF scenePos) const
{
    return d->content ? hitAt(d->layout, d->axis, scenePos) : Hit{};
}

QRectF ChartScene::markRect(EventId event) const
{
    return d->content ? markRectOf(d->layout, d->axis, d->view(), event) : QRectF{};
}

QRectF ChartScene::labelRect(EventId event) const { return labelRectOf(d->layout, event); }

QRectF ChartScene::windowRect(const WindowId& window) const
{
    const auto& bars = d->layout.windows;
    const auto found = std::find_if(bars.begin(), bars.end(), [&](const WindowBar& bar) { return bar.id == window; });
    return found == bars.end() ? QRectF{} : found->rect;
}

QRectF ChartScene::plotRect() const { return d->layout.plot(); }

QRectF ChartScene::laneRect(LaneId lane) const
{
    const LaneBox* box = d->layout.laneBox(lane);
    return box ? box->rect : QRectF{};
}

void ChartScene::setPreview(std::optional<TimelineView> preview)
{
    if (!d->content || (!preview && !d->preview))
        return;
    d->preview = std::move(preview);
    d->order = laneOrder(d->view());
    d->relayout();
}

void ChartScene::setSelection(std::set<EventId> events, WindowId window)
{
    d->gesture.selected = std::move(events);
    d->gesture.selectedWindow = std::move(window);
    d->toolLayer->update();
}

void ChartScene::setCrosshair(std::optional<Instant> at)
{
    if (at == d->gesture.crosshair)
        return;
    d->gesture.crosshair = at;
    d->toolLayer->update();
}

void ChartScene::setHovered(const Hit& hit)
{
    if (hit == d->gesture.hovered)
        return;
    d->gesture.hovered = hit;
    d->toolLayer->update();
}

void ChartScene::setRubber(std::optional<Span> span)
{
    d->gesture.rubber = span;
    d->toolLayer->update();
}

std::vector<std::string> ChartScene::drawList() const
{
    return d->content ? drawListOf(d->layout, d->view()) : std::vector<std::string>{};
}

} // namespace lockstep
