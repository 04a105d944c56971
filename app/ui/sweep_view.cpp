#include "ui/sweep_view.h"
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>

namespace lockstep {

SweepView::SweepView(QWidget* parent) : QGraphicsView(parent)
{
    setScene(&m_scene);
    setFrameShape(QFrame::NoFrame);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(640, 380);
    setAccessibleName(tr("Look-ups and inquiries touched, by start"));
}

void SweepView::point(std::optional<std::size_t> start)
{
    if (start == m_pointed)
        return;
    m_pointed = start;
    m_scene.setPointed(start);
    emit pointed(start);
}

void SweepView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    m_scene.setSize(viewport()->size());
}

void SweepView::mouseMoveEvent(QMouseEvent* event)
{
    point(m_scene.startAt(mapToScene(event->pos())));
}

void SweepView::mouseReleaseEvent(QMouseEvent* event)
{
    const auto start = event->button() == Qt::LeftButton ? m_scene.startAt(mapToScene(event->pos())) : std::nullopt;
    if (start)
        emit chosen(*start);
}

void SweepView::leaveEvent(QEvent* event)
{
    point({});
    QGraphicsView::leaveEvent(event);
}

void SweepView::keyPressEvent(QKeyEvent* event)
{
    const bool isArrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (m_scene.hasContent() && isArrow) {
        const auto last = static_cast<int>(m_scene.content().sweep.starts.size()) - 1;
        const int step = (event->modifiers().testFlag(Qt::ShiftModifier) ? 60 : 1) * (event->key() == Qt::Key_Left ? -1 : 1);
        return point(static_cast<std::size_t>(std::clamp(static_cast<int>(m_pointed.value_or(0)) + step, 0, last)));
    }
    if (m_pointed && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        return emit chosen(*m_pointed);
    QGraphicsView::keyPressEvent(event);
}

} // namespace lockstep
