#include "ui/overview.h"
#include "core/wording.h"
#include "ui/chart_view.h"
#include "ui/figures.h"
#include "ui/look.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

namespace lockstep {

namespace {

constexpr int tall = 48;
constexpr double leastFrame = 10, grip = 6, top = 8, foot = 4;
constexpr double zoomStep = 1.25, panShare = 0.1;

const Theme& theme()
{
    return Theme::of(Look::ofDesktop().isDark ? Theme::Id::Dark : Theme::Id::Light);
}

/// A screen reader hears what part is in view, as of a slider.
class OverviewAccessible : public QAccessibleWidget {
public:
    explicit OverviewAccessible(Overview* overview) : QAccessibleWidget(overview, QAccessible::Slider), m_overview(overview) {}
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_overview->valueInWords() : QAccessibleWidget::text(kind);
    }

private:
    Overview* m_overview;
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object)
{
    auto* overview = qobject_cast<Overview*>(object);
    return overview ? new OverviewAccessible(overview) : nullptr;
}

bool isSameMap(const AxisScale& a, const AxisScale& b)
{
    return a.left() == b.left() && a.right() == b.right() && a.whole() == b.whole() && a.quiet() == b.quiet();
}

} // namespace

Overview::Overview(Document& document, ChartView& view, QWidget* parent) : QWidget(parent), m_document(document), m_view(view)
{
    static const bool isInstalled = (QAccessible::installFactory(makeAccessible), true);
    Q_UNUSED(isInstalled)
    setAccessibleName(tr("Overview"));
    setAccessibleDescription(tr("Left and Right pan, Plus and Minus zoom, Home and End go to the ends, 0 shows everything."));
    setToolTip(tr("Drag the frame to pan, its edges to zoom. Double click shows everything."));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(tall);
    hide();
    connect(&m_view, &ChartView::axisChanged, this, &Overview::follow);
}

QSize Overview::sizeHint() const
{
    return {600, tall};
}

void Overview::refresh()
{
    m_isCounted = false;
    follow();
}

void Overview::setFound(const std::vector<EventId>& rows)
{
    m_found.clear();
    for (const EventId id : rows)
        if (m_document.view().event(id).hasInstant)
            m_found.push_back(m_document.view().at(id));
    update();
}

void Overview::follow()
{
    const bool isGained = m_document.isOpen() && m_view.chart().axis().isZoomed();
    // The keyboard does not vanish with the strip it works on.
    if (!isGained && hasFocus())
        m_view.setFocus();
    setVisible(isGained);
    if (!isGained)
        return;
    update();
    if (QAccessible::isActive()) {
        QAccessibleValueChangeEvent event(this, valueInWords());
        QAccessible::updateAccessibility(&event);
    }
}

/// The chart above lies on the same pixels: its axis, fitted, is the strip's.
AxisScale Overview::whole() const
{
    return m_view.chart().axis().fitted();
}

QRectF Overview::frame() const
{
    const AxisScale axis = whole();
    const Span seen = m_view.chart().axis().visible();
    const double left = axis.x(seen.begin), right = axis.x(seen.end);
    const double more = std::max(0.0, leastFrame - (right - left)) / 2;
    return QRectF{QPointF{left - more, 2}, QPointF{right + more, tall - 2.0}};
}

QString Overview::valueInWords() const
{
    const Timeline& record = m_document.view().record();
    const auto clock = [&](Instant at) { return shown(clockLabel(record, date::round<std::chrono::minutes>(Zone::utc().wallAt(at)))); };
    const Span seen = m_view.chart().axis().visible(), all = m_view.chart().axis().whole();
    const QString zone = hasZones(record) ? tr(" UTC") : QString{};
    return tr("%1 to %2%3 of %4 to %5").arg(clock(seen.begin), clock(seen.end), zone, clock(all.begin), clock(all.end));
}

void Overview::paintDensity(QPainter& painter)
{
    const AxisScale axis = whole();
    if (!m_isCounted || !isSameMap(axis, m_densityAxis)) {
        m_density = densityOf(m_document.view(), axis);
        m_densityAxis = axis;
        m_isCounted = true;
    }
    const bool isOne = m_density.lanes.size() != m_document.view().record().lanes.size();
    const double room = (tall - top - foot) / static_cast<double>(m_density.lanes.size());
    for (std::size_t lane = 0; lane < m_density.lanes.size(); ++lane) {
        const QColor colour = isOne ? theme().mutedText : theme().lane(static_cast<int>(lane));
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
    painter.fillRect(QRectF{QPointF{axis.left() - 4, 0}, QPointF{std::max(axis.left() - 4, seen.left()), double(tall)}}, veil);
    painter.fillRect(QRectF{QPointF{std::min(seen.right(), axis.right() + 4), 0}, QPointF{axis.right() + 4, double(tall)}}, veil);
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
    const double left = m_view.chart().laneRect(0).left();
    painter.drawText(QRectF{left, 0, axis.left() - left - 12, double(tall)}, Qt::AlignVCenter | Qt::AlignLeft, tr("Overview"));
}

Overview::Grip Overview::gripAt(double x) const
{
    const QRectF seen = frame();
    // A narrow frame is for moving: its edges reach outwards alone.
    const double inward = std::min(grip, seen.width() / 4);
    if (x >= seen.left() - grip && x <= seen.left() + inward)
        return Grip::Begin;
    if (x >= seen.right() - inward && x <= seen.right() + grip)
        return Grip::End;
    return seen.left() < x && x < seen.right() ? Grip::Frame : Grip::None;
}

void Overview::centreAt(double x)
{
    panBy(x - frame().center().x(), true);
}

void Overview::panBy(double pixels, bool remember)
{
    const AxisScale& axis = m_view.chart().axis();
    const Span seen = axis.visible();
    const double width = whole().x(seen.end) - whole().x(seen.begin);
    if (width > 0)
        m_view.setAxis(axis.panned(-pixels * (axis.right() - axis.left()) / width), remember);
}

void Overview::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_document.isOpen())
        return event->ignore();
    m_pressX = event->position().x();
    m_grip = gripAt(m_pressX);
    m_isMoved = m_grip == Grip::None;
    if (m_isMoved) {
        centreAt(m_pressX);
        m_grip = Grip::Frame;
    }
    m_pressAxis = m_view.chart().axis();
}

void Overview::mouseMoveEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    if (m_grip == Grip::None || !(event->buttons() & Qt::LeftButton)) {
        const Grip over = gripAt(x);
        return setCursor(over == Grip::None ? Qt::ArrowCursor : over == Grip::Frame ? Qt::OpenHandCursor : Qt::SizeHorCursor);
    }
    if (!std::exchange(m_isMoved, true))
        m_view.keepZoom();
    const Span seen = m_pressAxis.visible();
    const AxisScale axis = whole();
    if (m_grip == Grip::Frame) {
        // From where it was pressed, so that the frame keeps its width and comes back to where it was.
        const double width = std::max(1e-9, axis.x(seen.end) - axis.x(seen.begin));
        return m_view.setAxis(m_pressAxis.panned(-(x - m_pressX) * (axis.right() - axis.left()) / width), false);
    }
    const double edge = axis.x(m_grip == Grip::Begin ? seen.begin : seen.end) + x - m_pressX;
    const double other = axis.x(m_grip == Grip::Begin ? seen.end : seen.begin);
    const auto [left, right] = std::minmax(std::clamp(edge, axis.left(), axis.right()), other);
    m_view.setAxis(m_pressAxis.showing({axis.at(left), axis.at(right)}), false);
}

void Overview::mouseReleaseEvent(QMouseEvent*)
{
    m_grip = Grip::None;
}

void Overview::mouseDoubleClickEvent(QMouseEvent*)
{
    m_grip = Grip::None;
    m_view.fit();
}

void Overview::wheelEvent(QWheelEvent* event)
{
    const double steps = event->angleDelta().y() / 120.0;
    if (steps == 0 || !m_document.isOpen())
        return event->ignore();
    const AxisScale& axis = m_view.chart().axis();
    const double x = axis.x(whole().at(event->position().x()));
    const bool isInside = x >= axis.left() && x <= axis.right();
    m_view.setAxis(axis.zoomedAt(isInside ? x : (axis.left() + axis.right()) / 2, std::pow(zoomStep, steps)), true);
    event->accept();
}

void Overview::keyPressEvent(QKeyEvent* event)
{
    const AxisScale& axis = m_view.chart().axis();
    const double middle = (axis.left() + axis.right()) / 2, wide = axis.right() - axis.left();
    switch (event->key()) {
    case Qt::Key_Left: return m_view.setAxis(axis.panned(wide * panShare), false);
    case Qt::Key_Right: return m_view.setAxis(axis.panned(-wide * panShare), false);
    case Qt::Key_PageUp: return m_view.setAxis(axis.panned(wide), false);
    case Qt::Key_PageDown: return m_view.setAxis(axis.panned(-wide), false);
    case Qt::Key_Home: return panBy(whole().left() - frame().left(), true);
    case Qt::Key_End: return panBy(whole().right() - frame().right(), true);
    case Qt::Key_Up:
    case Qt::Key_Plus:
    case Qt::Key_Equal: return m_view.setAxis(axis.zoomedAt(middle, zoomStep), true);
    case Qt::Key_Down:
    case Qt::Key_Minus: return m_view.setAxis(axis.zoomedAt(middle, 1 / zoomStep), true);
    case Qt::Key_0: return m_view.fit();
    case Qt::Key_Backspace: return m_view.zoomBack();
    case Qt::Key_Escape: return m_view.setFocus();
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace lockstep
