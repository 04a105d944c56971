#include "chart/chart_scene_private.h"
#include "chart/layout_changes.h"
#include "chart/painting.h"
#include <QPainter>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <algorithm>
#include <utility>

namespace lockstep {

namespace {

/// Heights among the chart's children: its own series lie between the lanes' paper and what stands on it.
enum Z { ground = -1, under = 20, strip = 25, lanes = 30, over = 40, texts = 50, tools = 60 };

} // namespace

void ChartScene::Private::layer(double z, void (*paint)(QPainter&, const Frame&))
{
    layers.push_back(new LayerItem(chart, z, [this, paint](QPainter& painter, const QRectF&) {
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
    layers.push_back(new LayerItem(chart, z, [this, chosen](QPainter& painter, const QRectF&) {
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
    layer(Z::ground, paintGround);
    layer(Z::texts, paintHead);
    layer(Z::texts, paintRulers);
    layer(Z::strip, paintStrip);
    layer(Z::texts, paintFoot);
    overlayLayer(Z::under, [](const Overlay& o) { return !o.isTool && o.z < 0; });
    overlayLayer(Z::over, [](const Overlay& o) { return !o.isTool && o.z >= 0; });
    toolLayer = overlayLayer(Z::tools, [](const Overlay& o) { return o.isTool; });
}

void ChartScene::Private::relayout(bool keepsLabels)
{
    if (!hasRoom())
        return;
    LayoutInput in = input(size, size.height());
    const bool isGesture = axis.isZoomed() || preview;
    in.before = steady && hasHistory && isGesture ? &layout : nullptr;
    in.keepsLabels = keepsLabels;
    ChartLayout before = layOutChart(in, axis);
    std::swap(layout, before);
    hasHistory = true;
    const QRectF all{QPointF{}, size};
    chart->setGeometry(all);
    chart->setPlotArea(layout.plot());
    while (laneItems.size() < layout.lanes.size()) {
        const std::size_t lane = laneItems.size();
        laneItems.push_back(new LayerItem(chart, Z::lanes, [this, lane](QPainter& painter, const QRectF& exposed) {
            if (content && lane < layout.lanes.size())
                paintLane(painter, frame(), layout.lanes[lane], exposed);
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
    repaintChanges(before);
}

void ChartScene::Private::repaintChanges(const ChartLayout& before)
{
    const bool wasPainted = std::exchange(isPainted, true);
    const auto changes = wasPainted ? changesBetween(before, layout) : std::nullopt;
    const bool hasMeasures = !before.measures.empty() || !layout.measures.empty() || gesture.measuring;
    if (!changes || (hasMeasures && !changes->empty())) // a measure goes along, with its clocks on the rulers
        return q.update();
    for (const QRectF& rect : *changes)
        q.update(rect);
    // What hangs between marks moves with them.
    if (!changes->empty() && (!view().record().links.empty() || !gesture.moments.empty()))
        q.update(layout.plot());
}

double ChartScene::Private::heightOf(double width, bool compact) const
{
    if (!content)
        return 0;
    LayoutInput in = input({width, 0}, std::nullopt);
    in.compact = compact;
    return layOutChart(in, fitted({width, 0}, std::nullopt)).size.height();
}

} // namespace lockstep
