#pragma once
#include "chart/chart_layout.h"
#include <vector>

class QAbstractAxis;
class QAreaSeries;
class QChart;
class QValueAxis;

namespace lockstep {

/// The light tint that windows let fall through the lanes: area series of the chart, on the same x as our axis.
/// The chart's own axes count pixels of the plot area, so that a zoom or a drag moves points and never an axis.
class ExposureTint {
public:
    explicit ExposureTint(QChart& chart);
    /// Moves the series to where the layout has the windows; series are made when more are needed, never removed.
    void show(const ChartLayout& layout, const Theme& theme);

private:
    void place(std::size_t index, const QRectF& rect, const QColor& colour);

    QChart& m_chart;
    QValueAxis* m_x;
    QValueAxis* m_y;
    std::vector<QAreaSeries*> m_series;
    QRectF m_plot;
};

} // namespace lockstep
