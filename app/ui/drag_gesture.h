#pragma once
#include "chart/drag.h"
#include <QPointF>
#include <QString>

namespace lockstep {

class Document;

/// One drag from press to release. The document hears of it at the end only.
class DragGesture {
public:
    DragGesture(Document& document, ChartScene& scene);

    bool isRunning() const { return m_running; }
    const Hit& hit() const { return m_hit; }
    /// The sentence to show beside the pointer.
    const QString& sentence() const { return m_sentence; }
    /// The same in rows.
    const DragCard& card() const { return m_card; }
    /// What is drawn while it runs; nothing before it moved.
    const std::optional<TimelineView>& drawn() const { return m_drawn; }

    /// `together`: rows that move as far as the one that was grabbed.
    void start(const Hit& hit, double pressX, std::set<EventId> together = {});
    void moveTo(double x, Qt::KeyboardModifiers keys);
    /// One edit, one undo step; nothing when the thing came back to where it was.
    void finish();
    void cancel();

    /// One minute or more by the keyboard: the same edits without a pointer.
    void nudge(const Hit& hit, Millis by, const std::set<EventId>& together = {});

private:

    Document& m_document;
    ChartScene& m_scene;
    Hit m_hit;
    Instant m_press;
    std::set<EventId> m_together;
    Drag m_drag;
    QString m_sentence;
    DragCard m_card;
    std::optional<TimelineView> m_drawn;
    std::optional<LiveOutcomes> m_outcomes;
    bool m_running = false;
};

} // namespace lockstep
