// Zooming to what is selected, and with two fingers.
#include "ui/chart_view.h"
#include "ui/selection.h"
#include "ui/sight.h"
#include "whatif/document.h"
#include <QGestureEvent>
#include <QPinchGesture>
#include <algorithm>

namespace lockstep {

namespace {

constexpr double roomBeside = 0.12; // of the selection's own width, at each end
constexpr Millis leastRoom = std::chrono::minutes{2};

void widen(std::optional<Span>& span, Instant begin, Instant end)
{
    span = span ? Span{std::min(span->begin, begin), std::max(span->end, end)} : Span{begin, end};
}

} // namespace

std::optional<Span> ChartView::selectedSpan() const
{
    const TimelineView& view = m_document.view();
    std::optional<Span> span;
    const auto add = [&](EventId id) {
        const Event& event = view.event(id);
        if (event.hasInstant)
            widen(span, view.at(id), view.at(id) + (event.end ? *event.end - event.at : Millis{0}));
    };
    for (const EventId id : m_selection.events())
        if (id >= 1 && id <= view.eventCount())
            add(id);
    if (const auto& measure = m_selection.measure()) {
        const MeasureTaken taken = takeMeasure(view, *measure);
        if (taken.hasPlace)
            widen(span, taken.span().begin, taken.span().end);
    }
    for (const Window& window : view.windows())
        if (window.id == m_selection.window())
            widen(span, window.begin.earliest, window.end.latest);
    for (EventId id = 1; m_selection.lane() >= 0 && id <= view.eventCount(); ++id)
        if (view.event(id).lane == m_selection.lane() && !m_sight.isHidden(id))
            add(id);
    return span;
}

bool ChartView::zoomToSelection()
{
    const std::optional<Span> span = m_document.isOpen() ? selectedSpan() : std::nullopt;
    if (!span)
        return false;
    // The words of a row stand right of its mark: more room there.
    const Millis length = span->end - span->begin;
    const Millis room = std::max(leastRoom, std::chrono::round<Millis>(length * roomBeside));
    zoomTo({span->begin - room, span->end + 2 * room});
    return true;
}

bool ChartView::pinch(QGestureEvent* event)
{
    const auto* pinch = static_cast<QPinchGesture*>(event->gesture(Qt::PinchGesture));
    if (!pinch)
        return false;
    event->accept();
    const QPointF centre = sceneAt(viewport()->mapFromGlobal(pinch->centerPoint().toPoint()));
    const QPointF before = sceneAt(viewport()->mapFromGlobal(pinch->lastCenterPoint().toPoint()));
    // Two fingers hold what lies under them: the chart grows between them and goes along.
    setAxis(m_scene.axis().panned(centre.x() - before.x()).zoomedAt(centre.x(), pinch->scaleFactor()), true);
    return true;
}

void ChartView::setLinear(bool linear)
{
    m_zooms.clear();
    m_scene.setOpened({});
    m_scene.setLinear(linear);
    m_laidOutFor = {};
    layOut();
}

/// What was opened last is cut out as before.
void ChartView::cutAgain()
{
    std::vector<Instant> opened = m_scene.opened();
    if (opened.empty())
        return;
    opened.pop_back();
    showOpened(std::move(opened));
}

void ChartView::showOpened(std::vector<Instant> moments)
{
    m_zooms.clear(); // of another axis
    m_scene.setOpened(std::move(moments));
    m_laidOutFor = {};
    layOut();
}

void ChartView::openQuiet(int quiet)
{
    const Span cut = m_scene.axis().quiet().at(static_cast<std::size_t>(quiet));
    std::vector<Instant> opened = m_scene.opened();
    opened.push_back(cut.begin + (cut.end - cut.begin) / 2);
    showOpened(std::move(opened));
}

} // namespace lockstep
