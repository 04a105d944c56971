// Measuring: M between selected rows or by pointer, Ctrl and a drag across the empty chart, or Shift across a ruler.
#include "ui/chart_view.h"
#include "ui/measure_edit.h"
#include "ui/selection.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QKeyEvent>
#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

constexpr double reach = 7; // pixels within which a mark or an edge takes the end to itself

/// An end and how far it is from the pointer, sideways before up and down.
struct Candidate {
    MeasureEnd end;
    double sideways = 0, upright = 0;
    bool isNearer(const Candidate& than) const { return std::pair{sideways, upright} < std::pair{than.sideways, than.upright}; }
};

} // namespace

/// In whole minutes, until seconds have a pixel of their own.
Instant ChartView::momentAt(double x) const
{
    const Instant at = m_scene.axis().at(x);
    if (m_scene.axis().pixelsPerMinute() >= 60)
        return date::round<std::chrono::seconds>(at);
    return date::round<std::chrono::minutes>(at);
}

/// The closest mark or edge of a window within reach, whatever lane it is in, else the moment itself.
MeasureEnd ChartView::measureEndAt(QPointF at) const
{
    const AxisScale& axis = m_scene.axis();
    const TimelineView& view = m_document.view();
    const QRectF plot = m_scene.plotRect();
    std::optional<Candidate> best;
    const auto offer = [&](const MeasureEnd& end, double x, const QRectF& rect) {
        const Candidate candidate{end, std::abs(x - at.x()), std::max({0.0, rect.top() - at.y(), at.y() - rect.bottom()})};
        if (candidate.sideways <= reach && (!best || candidate.isNearer(*best)))
            best = candidate;
    };
    for (const EventId row : m_scene.eventsIn({at.x() - reach, plot.top(), 2 * reach, plot.height()}))
        if (view.event(row).hasInstant)
            offer(endAtRow(view, row), axis.x(view.at(row)), m_scene.markRect(row));
    for (const Window& window : view.windows())
        for (const bool isEnd : {false, true})
            for (const Instant bound : {(isEnd ? window.end : window.begin).earliest, (isEnd ? window.end : window.begin).latest})
                offer(WindowEdge{window.id, isEnd}, axis.x(bound), m_scene.windowRect(window.id));
    if (best)
        return best->end;
    return pointOn(view.record(), momentAt(std::clamp(at.x(), axis.left(), axis.right())));
}

/// What a click means: a row by its words as well.
MeasureEnd ChartView::clickedEnd(QPointF at) const
{
    const Hit hit = m_scene.hitTest(at);
    return hit.what == Hit::What::Event ? endAtRow(m_document.view(), hit.event) : measureEndAt(at);
}

bool ChartView::wantsMeasure() const
{
    const bool isRuler = m_hit.what == Hit::What::Ruler;
    const bool isEmpty = m_hit.what == Hit::What::Lane || m_hit.what == Hit::What::Quiet || m_hit.what == Hit::What::Nothing;
    return m_isMeasuring || (isEmpty && m_pressKeys == Qt::ControlModifier)
        || (isRuler && (m_pressKeys & (Qt::ControlModifier | Qt::ShiftModifier)));
}

void ChartView::measure()
{
    const TimelineView& view = m_document.view();
    if (!m_document.isOpen())
        return;
    const bool isLoose = m_selection.measure() && !m_document.isKept(*m_selection.measure());
    if (m_measured || (isLoose && !m_isMeasuring))
        return keepMeasure();
    if (m_isMeasuring)
        return stopMeasuring();
    if (const auto between = lockstep::measureBetween(view, m_selection.events()))
        return choose(*between);
    m_isMeasuring = true;
    m_scene.setCrosshair(std::nullopt);
    viewport()->setCursor(Qt::CrossCursor);
    const EventId row = m_selection.current();
    if (row > 0 && row <= view.eventCount() && view.event(row).hasInstant) {
        m_measureFrom = endAtRow(view, row);
        return emit hinted(tr("From row %1: click the other end, or walk to its row. Esc leaves.").arg(row));
    }
    emit hinted(tr("Click the two ends, or drag from one to the other. Esc leaves."));
}

void ChartView::choose(const Measure& measure)
{
    m_selection.choose(measure);
    setFocus(); // for Enter and Esc, also where M was pressed in the table
    if (!m_document.isKept(measure))
        emit hinted(tr("%1. Enter keeps it, Esc takes it away.").arg(measureWords(m_document.view(), measure)));
}

void ChartView::drawMeasure(const MeasureEnd& to)
{
    const Measure measure = besideRows(m_document.view(), {*m_measureFrom, to});
    const MeasureTaken taken = takeMeasure(m_document.view(), measure);
    const bool isLength = taken.hasPlace && taken.begin.earliest != taken.end.latest;
    m_measured = isLength ? std::optional{measure} : std::nullopt;
    m_scene.setMeasuring(m_measured);
    if (isLength)
        emit hinted(measureWords(m_document.view(), measure));
}

void ChartView::finishMeasure()
{
    const std::optional<Measure> measured = m_measured;
    stopMeasuring();
    if (measured)
        choose(*measured);
}

void ChartView::stopMeasuring()
{
    m_isMeasuring = false;
    m_measureFrom.reset();
    m_measured.reset();
    m_scene.setMeasuring(m_selection.measure());
    viewport()->setCursor(Qt::ArrowCursor);
    emit hinted({});
}

void ChartView::clickMeasure(QPointF at)
{
    if (m_measureFrom) {
        drawMeasure(clickedEnd(at));
        return finishMeasure();
    }
    m_measureFrom = clickedEnd(at);
    emit hinted(tr("Now click the other end. Esc leaves."));
}

void ChartView::keepMeasure()
{
    const std::optional<Measure> measure = m_isMeasuring ? m_measured : m_selection.measure();
    if (!measure)
        return;
    if (m_isMeasuring)
        stopMeasuring();
    m_selection.choose(*measure);
    lockstep::keepMeasure(m_document, *measure);
}

bool ChartView::isOnLooseMeasure(QPointF at) const
{
    const auto& measure = m_selection.measure();
    return measure && !m_document.isKept(*measure) && m_scene.measureRect(*measure).contains(at);
}

bool ChartView::measureKey(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && (m_isMeasuring || m_selection.measure())) {
        keepMeasure();
        return true;
    }
    if (event->key() == Qt::Key_Escape && m_isMeasuring) {
        stopMeasuring();
        return true;
    }
    if (event->key() == Qt::Key_Delete && m_selection.measure()) {
        removeMeasure(m_document, m_selection, *m_selection.measure());
        return true;
    }
    if (event->key() != Qt::Key_M || event->modifiers() & (Qt::ControlModifier | Qt::MetaModifier | Qt::AltModifier))
        return false;
    measure();
    return true;
}

/// While measuring, a row that is walked to is the other end; without measuring the chosen measure is shown.
void ChartView::followSelection()
{
    if (!m_isMeasuring)
        return m_scene.setMeasuring(m_selection.measure());
    const EventId row = m_selection.current();
    const TimelineView& view = m_document.view();
    if (row < 1 || row > view.eventCount() || !view.event(row).hasInstant)
        return;
    if (m_measureFrom)
        return drawMeasure(endAtRow(view, row));
    m_measureFrom = endAtRow(view, row);
}

} // namespace lockstep
