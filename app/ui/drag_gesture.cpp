#include "ui/drag_gesture.h"
#include "core/limits.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QCoreApplication>

namespace lockstep {

DragGesture::DragGesture(Document& document, ChartScene& scene)
    : m_document(document)
    , m_scene(scene)
{
}

void DragGesture::start(const Hit& hit, double pressX)
{
    m_hit = hit;
    m_press = m_scene.axis().at(pressX);
    m_drag = {};
    m_sentence.clear();
    m_outcomes.emplace(m_document.resolved().timeline);
    m_running = true;
    m_scene.setRibbon(ribbonBandOf(m_document.view(), m_document.scenario(), hit));
}

void DragGesture::moveTo(double x, bool isFree)
{
    const DragMoment moment{.hit = m_hit, .press = m_press, .now = m_scene.axis().at(x), .isFree = isFree};
    Drag drag = dragOf(m_document.view(), m_document.scenario(), m_scene.axis(), moment);
    if (drag == m_drag && !m_sentence.isEmpty())
        return;
    m_drag = std::move(drag);
    m_drawn = m_document.preview(m_drag.edits);
    m_sentence = QString::fromStdString(dragSentence(*m_drawn, m_hit, *m_outcomes));
    // The head speaks of what is drawn; on a very long record that costs more than a frame, so it waits for the drop.
    const bool isQuick = m_drawn->eventCount() <= limits::findingPerFrame;
    m_scene.setPreview(m_drawn, isQuick ? std::optional{m_document.previewFinding(m_drag.edits)} : std::nullopt);
}

void DragGesture::finish()
{
    if (!m_running)
        return;
    const std::vector<Edit> edits = std::move(m_drag.edits);
    const QString name = label(m_hit);
    cancel();
    if (!edits.empty())
        m_document.edit(edits, name);
}

void DragGesture::cancel()
{
    m_running = false;
    m_drag = {};
    m_sentence.clear();
    m_outcomes.reset();
    m_drawn.reset();
    m_scene.setPreview(std::nullopt);
    m_scene.setRibbon(std::nullopt);
}

void DragGesture::nudge(const Hit& hit, Millis by)
{
    const std::vector<Edit> edits = moveEdits(m_document.view(), m_document.scenario(), hit, by);
    if (!edits.empty())
        m_document.nudge(edits, label(hit));
}

void DragGesture::place(const Hit& hit, Instant target)
{
    const Millis by = target - gripInstant(m_document.view(), hit);
    const std::vector<Edit> edits = moveEdits(m_document.view(), m_document.scenario(), hit, by);
    if (!edits.empty())
        m_document.edit(edits, label(hit));
}

QString DragGesture::label(const Hit& hit) const
{
    if (hit.what == Hit::What::Event)
        return QCoreApplication::translate("DragGesture", "Move row %1").arg(hit.event);
    QString name;
    for (const Window& window : m_document.view().windows())
        if (window.id == hit.window)
            name = shown(window.name);
    return hit.what == Hit::What::WindowBar ? QCoreApplication::translate("DragGesture", "Move %1").arg(name)
                                            : QCoreApplication::translate("DragGesture", "Resize %1").arg(name);
}

} // namespace lockstep
