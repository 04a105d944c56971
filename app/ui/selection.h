#pragma once
#include "core/measure.h"
#include <QObject>

namespace lockstep {

/// What the person has chosen: rows, or a window or one of its edges, a lane, or a measure. Chart, table and panel share one.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    enum class Part { Whole, Begin, End };

    const std::set<EventId>& events() const { return m_events; }
    /// The row that was chosen last; 0 for none.
    EventId current() const { return m_current; }
    const WindowId& window() const { return m_window; }
    /// What of the window keys and typed times are meant for.
    Part part() const { return m_part; }
    LaneId lane() const { return m_lane; }
    /// Kept or not; nullopt for none.
    const std::optional<Measure>& measure() const { return m_measure; }
    bool isEmpty() const { return m_events.empty() && m_window.empty() && m_lane < 0 && !m_measure; }

    void clear() { become({}, 0, {}, -1); }
    void choose(EventId id) { become({id}, id, {}, -1); }
    void choose(std::set<EventId> ids, EventId current) { become(std::move(ids), current, {}, -1); }
    void choosePart(const WindowId& id, Part part) { become({}, 0, id, -1, part); }
    void chooseWindow(const WindowId& id) { choosePart(id, Part::Whole); }
    void chooseLane(LaneId id) { become({}, 0, {}, id); }
    void choose(const Measure& measure) { become({}, 0, {}, -1, Part::Whole, measure); }
    /// Adds a row to what is chosen, or takes it away.
    void toggle(EventId id);

signals:
    void changed();

private:
    void become(std::set<EventId> events, EventId current, WindowId window, LaneId lane, Part part = Part::Whole, std::optional<Measure> measure = {});

    std::set<EventId> m_events;
    EventId m_current = 0;
    WindowId m_window;
    Part m_part = Part::Whole;
    LaneId m_lane = -1;
    std::optional<Measure> m_measure;
};

} // namespace lockstep
