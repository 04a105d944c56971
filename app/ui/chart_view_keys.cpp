// What the keys do in the chart.
#include "ui/chart_view.h"
#include "ui/selection.h"
#include "whatif/document.h"
#include <QKeyEvent>

namespace lockstep {

namespace {

constexpr double zoomStep = 1.25;
constexpr double panStep = 80; // pixels

} // namespace

bool ChartView::zoomKey(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_W:
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(zoomStep); return true;
    case Qt::Key_S:
    case Qt::Key_Minus: zoomBy(1 / zoomStep); return true;
    case Qt::Key_A: setAxis(m_scene.axis().panned(panStep), false); return true;
    case Qt::Key_D: setAxis(m_scene.axis().panned(-panStep), false); return true;
    case Qt::Key_0: fit(); return true;
    case Qt::Key_Z: return zoomToSelection();
    case Qt::Key_Backspace: zoomBack(); return true;
    default: return false;
    }
}

bool ChartView::walkKey(QKeyEvent* event)
{
    const bool isAlt = event->modifiers() & Qt::AltModifier;
    const auto minutes = std::chrono::minutes{event->modifiers() & Qt::ShiftModifier ? 5 : 1};
    switch (event->key()) {
    case Qt::Key_Left: isAlt ? nudgeSelected(-minutes) : walkSideways(-1); return true;
    case Qt::Key_Right: isAlt ? nudgeSelected(minutes) : walkSideways(1); return true;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int step = event->key() == Qt::Key_Up ? -1 : 1;
        if (isAlt && currentLane())
            moveLane(*currentLane(), step);
        else
            walkLanes(step);
        return true;
    }
    case Qt::Key_Home: walkInTime(-m_document.view().eventCount()); return true;
    case Qt::Key_End: walkInTime(m_document.view().eventCount()); return true;
    default: return false;
    }
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    if (!m_document.isOpen())
        return QGraphicsView::keyPressEvent(event);
    if (m_gesture == Gesture::None && measureKey(event))
        return event->accept();
    if (event->key() == Qt::Key_Escape && m_gesture == Gesture::None && m_selection.isEmpty())
        return emit allWanted();
    if (event->key() == Qt::Key_Escape)
        return m_gesture != Gesture::None ? cancelGesture() : m_selection.clear();
    if (m_gesture != Gesture::None)
        return event->accept();
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::MetaModifier));
    if (isPlain && (zoomKey(event) || walkKey(event)))
        return event->accept();
    if (event->key() == Qt::Key_L && isPlain)
        return emit windowWanted();
    if (event->key() == Qt::Key_K && isPlain)
        return linkSelected();
    if (event->key() == Qt::Key_G && isPlain)
        return emit quietToggled();
    if (event->key() == Qt::Key_Question)
        return emit helpWanted();
    if (event->matches(QKeySequence::SelectAll))
        return chooseMore();
    if (event->key() == Qt::Key_Delete && isPlain)
        return emit dropRequested();
    const bool isEdit = event->key() == Qt::Key_F2 || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEdit && m_selection.current() > 0)
        return emit editRequested(m_selection.current());
    if (isEdit && !m_selection.window().empty())
        return emit boundRequested(m_selection.window());
    event->ignore();
}

} // namespace lockstep
