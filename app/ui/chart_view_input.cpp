// The hands of the chart: mouse and wheel. The keys are in chart_view_keys.cpp.
#include "chart/drag.h"
#include "ui/chart_view.h"
#include "ui/read_out.h"
#include "ui/selection.h"
#include "ui/selection_part.h"
#include "whatif/document.h"
#include <QApplication>
#include <QContextMenuEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

constexpr double zoomStep = 1.25;
constexpr double panStep = 80; // pixels

Qt::CursorShape cursorFor(Hit::What what, bool canBeDragged)
{
    switch (what) {
    case Hit::What::WindowBegin:
    case Hit::What::WindowEnd: return Qt::SizeHorCursor;
    case Hit::What::Measure:
    case Hit::What::Quiet:
    case Hit::What::Rows: return Qt::PointingHandCursor;
    case Hit::What::Event:
    case Hit::What::WindowBar: return canBeDragged ? Qt::OpenHandCursor : Qt::PointingHandCursor;
    case Hit::What::WindowStrip: return Qt::CrossCursor;
    case Hit::What::Lane: return Qt::ArrowCursor;
    default: return Qt::ArrowCursor;
    }
}

} // namespace

void ChartView::wheelEvent(QWheelEvent* event)
{
    const QPoint turn = event->angleDelta();
    const double steps = (turn.y() != 0 ? turn.y() : turn.x()) / 120.0;
    if (!m_document.isOpen() || steps == 0)
        return event->ignore();
    event->accept();
    const double x = sceneAt(event->position().toPoint()).x();
    if (event->modifiers() & Qt::ControlModifier)
        return setAxis(m_scene.axis().zoomedAt(x, std::pow(zoomStep, steps)), true);
    const bool scrolls = verticalScrollBar()->maximum() > 0;
    if ((event->modifiers() & Qt::ShiftModifier) || !scrolls)
        return setAxis(m_scene.axis().panned(steps * panStep), false);
    // Two fingers on a pad go both ways at once.
    if (turn.x() != 0)
        setAxis(m_scene.axis().panned(turn.x() / 120.0 * panStep), false);
    verticalScrollBar()->setValue(verticalScrollBar()->value() - static_cast<int>(turn.y() / 120.0 * panStep));
}

void ChartView::mousePressEvent(QMouseEvent* event)
{
    if (!m_document.isOpen() || m_gesture != Gesture::None)
        return;
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_pressPos = m_lastPos = event->position().toPoint();
    const QPointF scenePos = sceneAt(m_pressPos);
    m_pressX = scenePos.x();
    m_pressKeys = event->button() == Qt::LeftButton ? event->modifiers() : Qt::NoModifier;
    m_hit = event->button() == Qt::MiddleButton ? Hit{} : m_scene.hitTest(scenePos);
    m_isLinking = event->button() == Qt::LeftButton && isOnLinkHandle(scenePos);
    if (m_isLinking)
        m_hit = gripOf(m_selection.current());
    m_gesture = Gesture::Pressed;
    event->accept();
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint pos = event->position().toPoint();
    if (m_gesture == Gesture::None)
        return hover(pos);
    if (m_gesture == Gesture::Pressed) {
        if ((pos - m_pressPos).manhattanLength() < QApplication::startDragDistance())
            return;
        beginGesture(sceneAt(m_pressPos));
    }
    continueGesture(event);
    m_lastPos = pos;
}

void ChartView::beginGesture(QPointF scenePos)
{
    m_scene.setCrosshair(std::nullopt);
    emit crosshairMoved(std::nullopt);
    if (m_isLinking) {
        m_gesture = Gesture::Link;
        return;
    }
    if (wantsMeasure()) {
        m_gesture = Gesture::Measure;
        if (!m_measureFrom)
            m_measureFrom = measureEndAt(scenePos);
        viewport()->setCursor(Qt::CrossCursor);
        return;
    }
    if (canDrag(m_document.view(), m_hit)) {
        m_gesture = Gesture::Drag;
        return beginDrag(scenePos.x());
    }
    const bool isEmpty = m_hit.what == Hit::What::Lane || m_hit.what == Hit::What::Quiet || m_hit.what == Hit::What::Nothing;
    if (isEmpty && (m_pressKeys & Qt::ShiftModifier))
        m_gesture = Gesture::Band;
    else if (isLaneHead(m_hit, m_pressX) && lanesInSight().size() > 1)
        m_gesture = Gesture::Lane;
    else if (m_hit.what == Hit::What::WindowStrip)
        m_gesture = Gesture::Strip;
    else if (m_hit.what == Hit::What::Ruler)
        m_gesture = Gesture::Range;
    else
        m_gesture = Gesture::Pan;
    if (m_gesture == Gesture::Pan) {
        m_sinceZoom.invalidate();
        setAxis(m_scene.axis(), m_scene.axis().isZoomed());
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
}

void ChartView::continueGesture(QMouseEvent* event)
{
    const QPoint pos = event->position().toPoint();
    const double x = sceneAt(pos).x();
    switch (m_gesture) {
    case Gesture::Drag:
        m_drag.moveTo(x, event->modifiers());
        m_readOut->showAt(pos, m_drag.card());
        emit hinted(m_drag.sentence());
        emit previewed(m_drag.drawn());
        return;
    case Gesture::Pan:
        setAxis(m_scene.axis().panned(pos.x() - m_lastPos.x()), false);
        verticalScrollBar()->setValue(verticalScrollBar()->value() - (pos.y() - m_lastPos.y()));
        return;
    case Gesture::Link: return drawLink(pos);
    case Gesture::Lane: return drawLane(sceneAt(pos).y());
    case Gesture::Strip:
    case Gesture::Range:
        m_scene.setRubber(spanBetween(m_pressX, x));
        return;
    case Gesture::Measure: return drawMeasure(measureEndAt(sceneAt(pos)));
    case Gesture::Band: return drawBand(sceneAt(pos), event->modifiers() & Qt::ControlModifier);
    default: return;
    }
}

void ChartView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_gesture == Gesture::None)
        return;
    if (m_gesture == Gesture::Pressed) {
        m_gesture = Gesture::None;
        if (event->button() == Qt::LeftButton)
            click(m_hit, event->modifiers());
        return;
    }
    continueGesture(event);
    m_lastPos = event->position().toPoint();
    endGesture();
    hover(m_lastPos);
}

void ChartView::endGesture()
{
    const Gesture gesture = m_gesture;
    m_gesture = Gesture::None;
    m_readOut->hide();
    m_scene.setRubber(std::nullopt);
    m_scene.setBand(std::nullopt);
    emit hinted({});
    const Span span = spanBetween(m_pressX, sceneAt(m_lastPos).x());
    if (gesture == Gesture::Drag) {
        emit previewed(std::nullopt);
        m_drag.finish();
    } else if (gesture == Gesture::Link)
        finishLink();
    else if (gesture == Gesture::Measure)
        finishMeasure();
    else if (gesture == Gesture::Lane)
        finishLane();
    else if (gesture == Gesture::Strip && span.begin < span.end)
        emit spanMarked(span);
    else if (gesture == Gesture::Range && span.begin < span.end)
        zoomTo(span);
    else if (gesture == Gesture::Band)
        chooseBand(sceneAt(m_lastPos));
}

void ChartView::cancelGesture()
{
    if (m_gesture == Gesture::None)
        return;
    m_gesture = Gesture::None;
    m_readOut->hide();
    m_laneDrop.reset();
    m_scene.setRubber(std::nullopt);
    m_scene.setBand(std::nullopt);
    m_scene.setSelection(m_selection.events(), m_selection.window(), hitOf(m_selection.part()));
    m_scene.setLinking(std::nullopt);
    stopMeasuring();
    if (m_drag.isRunning()) {
        m_drag.cancel();
        emit previewed(std::nullopt);
    }
    viewport()->setCursor(Qt::ArrowCursor);
    emit hinted({});
}

void ChartView::click(const Hit& hit, Qt::KeyboardModifiers modifiers)
{
    const QPointF at = sceneAt(m_pressPos);
    if (m_isMeasuring)
        return clickMeasure(at);
    if (isOnLooseMeasure(at))
        return keepMeasure();
    if (hit.what == Hit::What::Measure)
        return m_selection.choose(m_scene.content().measures.at(static_cast<std::size_t>(hit.measure)));
    if (hit.what == Hit::What::Event)
        return modifiers & (Qt::ControlModifier | Qt::ShiftModifier) ? m_selection.toggle(hit.event) : m_selection.choose(hit.event);
    if (hit.what == Hit::What::Rows)
        return zoomTo({hit.rows.begin - (hit.rows.end - hit.rows.begin) / 10, hit.rows.end + (hit.rows.end - hit.rows.begin) / 10});
    if (!hit.window.empty())
        return m_selection.choosePart(hit.window, partOf(hit.what));
    if (hit.what == Hit::What::Quiet)
        return openQuiet(hit.quiet);
    if (isLaneHead(hit, m_pressX))
        return clickLane(hit.lane);
    m_selection.clear();
}

void ChartView::hover(QPoint viewPos)
{
    if (!m_document.isOpen())
        return;
    const QPointF scenePos = sceneAt(viewPos);
    if (m_isMeasuring) {
        viewport()->setCursor(Qt::CrossCursor);
        return m_measureFrom ? drawMeasure(measureEndAt(scenePos)) : void();
    }
    const Hit hit = m_scene.hitTest(scenePos);
    m_scene.setHovered(hit);
    viewport()->setCursor(isOnLinkHandle(scenePos) ? Qt::CrossCursor : cursorFor(isOnLooseMeasure(scenePos) ? Hit::What::Measure : hit.what, canDrag(m_document.view(), hit)));
    const AxisScale& axis = m_scene.axis();
    const bool isOnAxis = scenePos.x() >= axis.left() && scenePos.x() <= axis.right() && m_scene.sceneRect().contains(scenePos);
    const auto at = isOnAxis ? std::optional{momentAt(scenePos.x())} : std::nullopt;
    m_scene.setCrosshair(at);
    emit crosshairMoved(at);
}

void ChartView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const Hit hit = m_document.isOpen() ? m_scene.hitTest(sceneAt(event->position().toPoint())) : Hit{};
    if (hit.what == Hit::What::Event)
        return emit editRequested(hit.event);
    if (m_document.isOpen() && isLaneHead(hit, sceneAt(event->position().toPoint()).x())) {
        const auto& lanes = m_scene.content().lanes;
        const auto place = std::ranges::find(lanes, hit.lane, &LanePlace::lane);
        return emit laneFoldWanted(hit.lane, place != lanes.end() && !place->isFolded);
    }
    if (hit.window.empty())
        return mousePressEvent(event);
    m_selection.choosePart(hit.window, partOf(hit.what));
    emit boundRequested(hit.window);
}

void ChartView::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_document.isOpen() || m_gesture != Gesture::None)
        return;
    Hit hit = m_scene.hitTest(sceneAt(event->pos()));
    if (event->reason() == QContextMenuEvent::Keyboard && m_selection.current() > 0)
        hit = gripOf(m_selection.current());
    if (hit.what == Hit::What::Event && !m_selection.events().contains(hit.event))
        m_selection.choose(hit.event);
    emit menuRequested(hit, event->globalPos());
}

void ChartView::focusOutEvent(QFocusEvent* event)
{
    // A drag that loses the keyboard could no longer be cancelled.
    if (event->reason() == Qt::ActiveWindowFocusReason)
        cancelGesture();
    QGraphicsView::focusOutEvent(event);
}

} // namespace lockstep
