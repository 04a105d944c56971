#include "chart/exposure_tint.h"
#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

namespace lockstep {

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
    for (const LaneId id : bar.lanes) {
        const LaneBox* lane = layout.laneBox(id);
        if (!lane)
            continue;
        const bool joins = !all.empty() && lane->rect.top() - all.back().second < 12;
        if (joins)
            all.back().second = lane->rect.bottom();
        else
            all.emplace_back(lane->rect.top(), lane->rect.bottom());
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

} // namespace

ExposureTint::ExposureTint(QChart& chart) : m_chart(chart), m_x(new QValueAxis(&chart)), m_y(new QValueAxis(&chart))
{
    m_x->setVisible(false);
    m_y->setVisible(false);
    chart.addAxis(m_x, Qt::AlignBottom);
    chart.addAxis(m_y, Qt::AlignLeft);
}

void ExposureTint::place(std::size_t index, const QRectF& rect, const QColor& colour)
{
    if (index == m_series.size()) {
        auto* series = new QAreaSeries(new QLineSeries, new QLineSeries);
        series->upperSeries()->setParent(series);
        series->lowerSeries()->setParent(series);
        m_chart.addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
        m_series.push_back(series);
    }
    QAreaSeries& series = *m_series[index];
    series.setVisible(!rect.isEmpty());
    series.setPen(Qt::NoPen); // a chart's theme draws outlines again whenever it is set
    series.setColor(colour);
    series.setBrush(colour);
    // The value axis grows upwards, pixels downwards.
    series.upperSeries()->replace(QList<QPointF>{{rect.left(), -rect.top()}, {rect.right(), -rect.top()}});
    series.lowerSeries()->replace(QList<QPointF>{{rect.left(), -rect.bottom()}, {rect.right(), -rect.bottom()}});
}

void ExposureTint::show(const ChartLayout& layout, const Theme& theme)
{
    const QRectF plot = layout.plot();
    if (plot != m_plot) {
        m_plot = plot;
        m_chart.setPlotArea(plot);
        m_x->setRange(plot.left(), plot.right());
        m_y->setRange(-plot.bottom(), -plot.top());
    }
    std::size_t used = 0;
    for (const WindowBar& bar : layout.windows) {
        const double left = std::max(bar.solidLeft, plot.left());
        const double right = std::min(bar.solidRight, plot.right());
        for (const auto& [top, bottom] : stretches(layout, bar)) {
            if (right > left)
                place(used++, QRectF{QPointF{left, top}, QPointF{right, bottom}}, tintOf(bar, theme));
        }
    }
    for (; used < m_series.size(); ++used)
        m_series[used]->setVisible(false);
}

} // namespace lockstep
