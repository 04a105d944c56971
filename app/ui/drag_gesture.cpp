#include "ui/drag_gesture.h"
#include "core/limits.h"
#include "ui/edit_labels.h"
#include "whatif/document.h"

namespace lockstep {

DragGesture::DragGesture(Document& document, ChartScene& scene)
    : m_document(document)
    , m_scene(scene)
{
}

void DragGesture::start(const Hit& hit, double pressX, std::set<EventId> together)
{
    m_hit = hit;
    m_together = std::move(together);
    m_press = m_scene.axis().at(pressX);
    m_drag = {};
    m_sentence.clear();
    m_outcomes.emplace(m_document.resolved().timeline);
    m_running = true;
    m_scene.setRibbon(ribbonBandOf(m_document.view(), m_document.scenario(), hit));
}

void DragGesture::moveTo(double x, Qt::KeyboardModifiers keys)
{
    const DragMoment moment{.hit = m_hit, .press = m_press, .now = m_scene.axis().at(x), .isFree = keys.testFlag(Qt::ControlModifier),
        .together = m_together, .isAlone = keys.testFlag(Qt::ShiftModifier)};
    Drag drag = dragOf(m_document.view(), m_document.scenario(), m_scene.axis(), moment);
    if (drag == m_drag && !m_sentence.isEmpty())
        return;
    m_drag = std::move(drag);
    m_drawn = m_document.preview(m_drag.edits);
    m_scene.setSticky(m_drag.stuckTo);
    const DragState state{.after = *m_drawn, .hit = m_hit, .together = m_together, .stuckTo = m_drag.stuckTo,
        .outcome = outcomeChange(*m_drawn, *m_outcomes), .before = &m_document.view()};
    m_sentence = QString::fromStdString(dragSentence(state));
    m_card = dragCard(state);
    // The head speaks of what is drawn; on a very long record that costs more than a frame, so it waits for the drop.
    const bool isQuick = m_drawn->eventCount() <= limits::findingPerFrame;
    m_scene.setPreview(m_drawn, isQuick ? std::optional{m_document.previewFinding(m_drag.edits)} : std::nullopt);
}

void DragGesture::finish()
{
    if (!m_running)
        return;
    const std::vector<Edit> edits = std::move(m_drag.edits);
    const Hit hit = m_hit;
    const std::set<EventId> together = std::move(m_together);
    cancel();
    if (!edits.empty())
        m_document.edit(edits, moveLabel(m_document.preview(edits), hit, together.size()));
}

void DragGesture::cancel()
{
    m_running = false;
    m_drag = {};
    m_together.clear();
    m_sentence.clear();
    m_outcomes.reset();
    m_card = {};
    m_drawn.reset();
    m_scene.setPreview(std::nullopt);
    m_scene.setRibbon(std::nullopt);
    m_scene.setSticky(std::nullopt);
}

void DragGesture::nudge(const Hit& hit, Millis by, const std::set<EventId>& together)
{
    const std::vector<Edit> edits = moveEditsWithDependants(m_document.view(), m_document.scenario(), hit, by, together);
    if (!edits.empty())
        m_document.nudge(edits, moveLabel(m_document.preview(edits), hit, together.size()));
}

} // namespace lockstep
