#include "ui/overview.h"
#include "core/wording.h"
#include "ui/chart_view.h"
#include "ui/figures.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

namespace lockstep {

namespace {

constexpr double leastFrame = 10, grip = 6;
constexpr double zoomStep = 1.25, panShare = 0.1;

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
    setFixedHeight(overviewHeight);
    hide();
    connect(&m_view, &ChartView::axisChanged, this, &Overview::follow);
}

QSize Overview::sizeHint() const
{
    return {600, overviewHeight};
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
    return QRectF{QPointF{left - more, 2}, QPointF{right + more, height() - 2.0}};
}

QString Overview::valueInWords() const
{
    const Timeline& record = m_document.view().record();
    const auto clock = [&](Instant at) { return shown(clockLabel(record, date::round<std::chrono::minutes>(Zone::utc().wallAt(at)))); };
    const Span seen = m_view.chart().axis().visible(), all = m_view.chart().axis().whole();
    const QString zone = hasZones(record) ? tr(" UTC") : QString{};
    return tr("%1 to %2%3 of %4 to %5").arg(clock(seen.begin), clock(seen.end), zone, clock(all.begin), clock(all.end));
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
