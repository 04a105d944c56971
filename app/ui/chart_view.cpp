#include "ui/chart_view.h"
#include "chart/picture.h"
#include "core/wording.h"
#include "ui/content.h"
#include "ui/event_model.h"
#include "ui/figures.h"
#include "ui/pinned_lanes.h"
#include "ui/read_out.h"
#include "ui/selection.h"
#include "ui/selection_part.h"
#include "ui/sight.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QAccessible>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

/// How much of the height it wants the chart may lack before it scrolls.
constexpr double leastShare = 0.95;
constexpr int settleTime = 300; // milliseconds after the last turn of the wheel

} // namespace

ChartView::ChartView(Document& document, Selection& selection, const Sight& sight, QWidget* parent)
    : QGraphicsView(parent)
    , m_document(document)
    , m_selection(selection)
    , m_sight(sight)
    , m_drag(document, m_scene)
    , m_readOut(new ReadOut(viewport()))
    , m_pinned(new PinnedLanes(m_scene, viewport(), [this](QPainter& painter) { paintOver(painter); }))
{
    setAcceptDrops(false); // a file dropped on the chart is the window's: a graphics view would swallow it
    m_scene.setSteady(true);
    m_scene.setSize({}); // until it is seen
    setScene(&m_scene);
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setMouseTracking(true);
    viewport()->grabGesture(Qt::PinchGesture);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 220);
    setAccessibleName(tr("Timeline chart"));
    setAccessibleDescription(tr("Arrow keys walk the rows. Alt and an arrow moves a row by a minute. F2 types a time."));
    connect(&m_selection, &Selection::changed, this, &ChartView::showSelection);
    m_settling.setSingleShot(true);
    m_settling.setInterval(settleTime);
    connect(&m_settling, &QTimer::timeout, this, [this] {
        if (m_gesture != Gesture::None || m_drag.isRunning())
            return m_settling.start();
        if (m_document.isOpen())
            m_scene.settleLabels();
    });
}

ChartView::~ChartView()
{
    delete m_pinned; // it shows the scene, which goes before the widgets do
    setScene(nullptr);
}

void ChartView::refresh(bool fitAll)
{
    cancelGesture();
    if (!m_document.isOpen())
        return;
    if (fitAll)
        m_scene.setOpened({});
    ChartContent content = contentOf(m_document, m_sight);
    sayWhatLanesAre(content);
    sayWhatIsHidden(content);
    m_scene.setContent(std::move(content));
    m_found = foundRows(*m_document.bands(), m_document.view(), m_foundRows);
    m_laidOutFor = {};
    layOut();
    if (fitAll && m_scene.axis().isZoomed())
        m_scene.setAxis(m_scene.axis().fitted());
    emit axisChanged();
    if (fitAll) {
        stopMeasuring();
        m_zooms.clear();
        verticalScrollBar()->setValue(0);
    }
    showSelection();
}

void ChartView::setTheme(Theme::Id id)
{
    m_scene.setTheme(id);
    setBackgroundBrush(Theme::of(id).background);
    followPinned();
}

void ChartView::layOut()
{
    // Every layout measures every label: none for a size nobody sees, none twice.
    if (!m_document.isOpen() || !isVisible() || m_laidOutFor == contentsRect().size())
        return;
    m_laidOutFor = contentsRect().size();
    // The width without a scroll bar decides whether one is needed, or the two would chase each other.
    const int full = contentsRect().width();
    const int height = contentsRect().height();
    // A little too small, labels give way; much too small, it scrolls and every label stays.
    const double wanted = m_scene.heightFor(full);
    const bool scrolls = height < wanted && (height < wanted * leastShare || height < m_scene.leastHeightFor(full));
    const int width = scrolls ? full - verticalScrollBar()->sizeHint().width() : full;
    const double tall = scrolls ? m_scene.heightFor(width) : height;
    m_scene.setSize(QSizeF(width, tall));
    setSceneRect(0, 0, width, tall);
    followPinned();
    emit axisChanged();
}

void ChartView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    layOut();
}

void ChartView::showEvent(QShowEvent* event)
{
    QGraphicsView::showEvent(event);
    layOut();
}

void ChartView::setAxis(const AxisScale& axis, bool remember)
{
    // Turning the wheel ten times is one step back, not ten.
    const bool isSameTurn = m_sinceZoom.isValid() && m_sinceZoom.elapsed() < 400;
    if (remember && !isSameTurn)
        m_zooms.push_back(m_scene.axis());
    if (remember)
        m_sinceZoom.start();
    if (axis.pixelsPerMinute() != m_scene.axis().pixelsPerMinute())
        m_settling.start();
    m_scene.setAxis(axis);
    emit axisChanged();
    // Under a pointer that rests lies another moment now.
    if (m_gesture == Gesture::None && viewport()->underMouse())
        hover(viewport()->mapFromGlobal(QCursor::pos()));
}

void ChartView::keepZoom()
{
    m_sinceZoom.invalidate();
    setAxis(m_scene.axis(), true);
    m_sinceZoom.invalidate();
}

void ChartView::fit()
{
    m_sinceZoom.invalidate();
    if (m_scene.axis().isZoomed())
        setAxis(m_scene.axis().fitted(), true);
}

void ChartView::zoomBy(double factor)
{
    const QPointF pointer = sceneAt(viewport()->mapFromGlobal(QCursor::pos()));
    const AxisScale& axis = m_scene.axis();
    const bool isInside = pointer.x() > axis.left() && pointer.x() < axis.right();
    setAxis(axis.zoomedAt(isInside ? pointer.x() : (axis.left() + axis.right()) / 2, factor), true);
}

void ChartView::zoomBack()
{
    if (m_zooms.empty())
        return cutAgain();
    const Span seen = m_zooms.back().visible();
    const bool wasZoomed = m_zooms.back().isZoomed();
    m_zooms.pop_back();
    m_sinceZoom.invalidate();
    setAxis(wasZoomed ? m_scene.axis().showing(seen) : m_scene.axis().fitted(), false);
}

void ChartView::zoomTo(Span span)
{
    m_sinceZoom.invalidate();
    setAxis(m_scene.axis().showing(span), true);
}

void ChartView::reveal(EventId id)
{
    if (id < 1 || id > m_document.view().eventCount() || !m_document.view().event(id).hasInstant)
        return;
    const double x = m_scene.axis().x(m_document.view().at(id));
    const double margin = std::min(60.0, (m_scene.axis().right() - m_scene.axis().left()) / 4);
    const double wide = m_scene.axis().right() - m_scene.axis().left();
    // A step leaves as much as it can where it is; a leap lands in the middle.
    const bool isLeap = x < m_scene.axis().left() - wide / 2 || x > m_scene.axis().right() + wide / 2;
    if (isLeap)
        setAxis(m_scene.axis().panned(m_scene.axis().left() + wide / 2 - x), false);
    else if (x < m_scene.axis().left())
        setAxis(m_scene.axis().panned(m_scene.axis().left() + margin - x), false);
    else if (x > m_scene.axis().right())
        setAxis(m_scene.axis().panned(m_scene.axis().right() - margin - x), false);
    // In a tall lane the words are what a person looks for, and they may be far above the mark.
    const QRectF label = m_scene.labelRect(id);
    const QRectF target = label.isEmpty() ? m_scene.markRect(id) : label;
    if (target.isEmpty() || m_pinned->holds(target))
        return;
    ensureVisible(target, 20, 20);
    if (const int under = m_pinned->covered() + 20 - inView(target).top(); m_pinned->covered() > 0 && under > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - under);
}

void ChartView::showSelection()
{
    m_scene.setSelection(m_selection.events(), m_selection.window(), hitOf(m_selection.part()));
    followSelection();
    reveal(m_selection.current());
    if (m_selection.current() > 0 && QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(m_selection.current() - 1);
        QAccessible::updateAccessibility(&event);
    }
}

int ChartView::rowCount() const
{
    return m_document.isOpen() ? m_document.view().eventCount() : 0;
}

EventId ChartView::currentRow() const
{
    return m_selection.current();
}

bool ChartView::isRowSelected(EventId id) const
{
    return m_selection.events().contains(id);
}

QString ChartView::rowInWords(EventId id) const
{
    const TimelineView& view = m_document.view();
    const Event& event = view.event(id);
    const Timeline& record = view.record();
    const QString lane = record.lanes.empty() ? QString{} : shown(record.lane(event.lane).role);
    QString words = shownText(event.text);
    if (words.endsWith(QLatin1Char('.')))
        words.chop(1);
    QString text = tr("Row %1, %2: %3.").arg(QString::number(id), lane, words);
    if (event.hasInstant)
        text += QLatin1Char(' ') + clocksAt(record, view.at(id)).simplified() + QLatin1Char('.');
    const QString lookUp = lookUpWords(view, id);
    return lookUp.isEmpty() ? text : text + tr(" Look-up: %1.").arg(lookUp);
}

Span ChartView::spanBetween(double a, double b) const
{
    const auto [from, to] = std::minmax(a, b);
    return {date::round<std::chrono::minutes>(m_scene.axis().at(from)), date::round<std::chrono::minutes>(m_scene.axis().at(to))};
}

void ChartView::setFound(const std::vector<EventId>& rows)
{
    m_foundRows = rows;
    m_found = m_document.isOpen() ? foundRows(*m_document.bands(), m_document.view(), rows) : FoundRows{};
    viewport()->update();
}

/// Over the chart and never in a picture of it: a picture is painted without this view.
void ChartView::drawForeground(QPainter* painter, const QRectF&)
{
    paintOver(*painter);
}

void ChartView::paintOver(QPainter& painter)
{
    if (m_document.isOpen())
        paintFound(painter, m_scene, m_found);
    paintLaneDrop(painter);
}

bool ChartView::showTip(QPoint viewPos, QPoint globalPos)
{
    const Hit hit = m_scene.hitTest(sceneAt(viewPos));
    QString text;
    if (hit.what == Hit::What::Event)
        text = tr("Row %1: %2").arg(hit.event).arg(shownText(m_document.view().event(hit.event).text));
    if (hit.what == Hit::What::Quiet)
        text = tr("Nothing is recorded here. Click to show this time, Backspace to cut it out again.");
    if (hit.what == Hit::What::Rows)
        text = tr("%1. Click to see them apart.").arg(shown(m_scene.rowsWords(hit)));
    if (isLaneHead(hit, sceneAt(viewPos).x()))
        text = tr("Drag moves the lane, a double click folds it.");
    for (const Window& window : m_document.view().windows())
        if (!hit.window.empty() && window.id == hit.window)
            text = window.because.empty() ? shown(window.name) : shown(window.name + ": " + window.because);
    QToolTip::showText(globalPos, forTip(text), this);
    return true;
}

bool ChartView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave && m_document.isOpen()) {
        m_scene.setCrosshair(std::nullopt);
        m_scene.setHovered({});
        emit crosshairMoved(std::nullopt);
    }
    if (event->type() == QEvent::ToolTip && m_document.isOpen()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        return showTip(help->pos(), help->globalPos());
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto* pinch = static_cast<QNativeGestureEvent*>(event);
        if (pinch->gestureType() == Qt::ZoomNativeGesture && m_document.isOpen())
            setAxis(m_scene.axis().zoomedAt(sceneAt(pinch->position().toPoint()).x(), 1 + pinch->value()), true);
    }
    if (event->type() == QEvent::Gesture && m_document.isOpen() && pinch(static_cast<QGestureEvent*>(event)))
        return true;
    return QGraphicsView::viewportEvent(event);
}

} // namespace lockstep
