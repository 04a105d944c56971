// How the overview looks.
#include "chart/found_marks.h"
#include "ui/chart_view.h"
#include "ui/look.h"
#include "ui/overview.h"
#include "whatif/document.h"
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

constexpr int tall = overviewHeight;
constexpr double top = 8, foot = 4;

const Theme& theme()
{
    return Theme::of(Look::ofDesktop().isDark ? Theme::Id::Dark : Theme::Id::Light);
}

bool isSameMap(const AxisScale& a, const AxisScale& b)
{
    return a.left() == b.left() && a.right() == b.right() && a.whole() == b.whole() && a.quiet() == b.quiet();
}

} // namespace

void Overview::paintDensity(QPainter& painter)
{
    const AxisScale axis = whole();
    if (!m_isCounted || !isSameMap(axis, m_densityAxis)) {
        m_density = densityOf(m_document.view(), axis, *m_document.bands(), m_view.chart().content().hidden.get());
        m_densityAxis = axis;
        m_isCounted = true;
    }
    const double room = (tall - top - foot) / static_cast<double>(m_density.lanes.size());
    for (std::size_t lane = 0; lane < m_density.lanes.size(); ++lane) {
        const QColor colour = m_density.of.empty() ? theme().mutedText : theme().lane(m_density.of[lane]);
        const double base = top + room * static_cast<double>(lane + 1) - 1;
        for (std::size_t column = 0; column < m_density.lanes[lane].size(); ++column) {
            const int count = m_density.lanes[lane][column];
            if (count == 0)
                continue;
            // A single row stays visible beside thousands: the square root keeps both.
            const double share = 0.45 + 0.55 * std::sqrt(static_cast<double>(count) / m_density.most);
            const double high = (room - 3) * share;
            painter.fillRect(QRectF{axis.left() + static_cast<double>(column) - 0.5, base - high, 2, high}, colour);
        }
    }
}

void Overview::paintWindows(QPainter& painter)
{
    const AxisScale axis = whole();
    for (const Window& window : m_document.view().windows()) {
        const double left = axis.x(window.begin.earliest), right = std::max(left + 2, axis.x(window.end.latest));
        painter.fillRect(QRectF{left, 3, right - left, 3}, window.effect == Effect::Blocks ? theme().lock : theme().quiet);
        QColor tint = theme().lockTint;
        if (window.effect == Effect::Blocks)
            painter.fillRect(QRectF{left, 6, right - left, tall - 6.0 - foot}, tint);
    }
}

void Overview::paintFound(QPainter& painter)
{
    const AxisScale axis = whole();
    painter.setPen(QPen(theme().text, 0.8));
    painter.setBrush(foundColour());
    for (auto next = m_found.begin(); next != m_found.end();) {
        const double x = axis.x(*next);
        painter.drawPolygon(QPolygonF{{x, tall - 9.0}, {x + 4, tall - 2.0}, {x - 4, tall - 2.0}});
        next = std::upper_bound(next + 1, m_found.end(), axis.at(x + 3));
    }
}

void Overview::paintFrame(QPainter& painter)
{
    const AxisScale axis = whole();
    const QRectF seen = frame();
    QColor veil = theme().background;
    veil.setAlphaF(0.62F);
    painter.fillRect(QRectF{QPointF{axis.left() - 4, 0}, QPointF{std::max(axis.left() - 4, seen.left()), static_cast<double>(tall)}}, veil);
    painter.fillRect(QRectF{QPointF{std::min(seen.right(), axis.right() + 4), 0}, QPointF{axis.right() + 4, static_cast<double>(tall)}}, veil);
    const QColor edge = theme().lane(0);
    painter.setPen(QPen(edge, hasFocus() ? 2.5 : 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(seen, 4, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(edge);
    for (const double x : {seen.left(), seen.right()})
        painter.drawRoundedRect(QRectF{x - 2.5, seen.center().y() - 8, 5, 16}, 2.5, 2.5);
}

void Overview::paintEvent(QPaintEvent*)
{
    if (!m_document.isOpen())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const AxisScale axis = whole();
    painter.fillRect(rect(), theme().background); // one paper with the chart above
    painter.fillRect(QRectF{axis.left(), tall - foot, axis.right() - axis.left(), 1}, theme().rule);
    paintWindows(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintDensity(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter);
    paintFound(painter);
    painter.setPen(theme().mutedText);
    painter.setFont(theme().font(14));
    const std::vector<BandId> lanes = m_view.lanesInSight();
    const double left = lanes.empty() ? 0 : m_view.chart().laneRect(lanes.front()).left();
    painter.drawText(QRectF{left, 0, axis.left() - left - 12, static_cast<double>(tall)}, Qt::AlignVCenter | Qt::AlignLeft, tr("Overview"));
}

} // namespace lockstep
