#pragma once
#include "core/row_filter.h"
#include "ui/find_query.h"
#include <QObject>
#include <QTimer>
#include <memory>

namespace lockstep {

/// Finds rows while a person types: a slice of the rows at a time, so that the window never waits. A longer query only
/// looks again at what the shorter one found.
class RowSearch : public QObject {
    Q_OBJECT
public:
    explicit RowSearch(QObject* parent = nullptr);

    /// nullptr: nothing is open. The view must outlive its use here: call again when it changes.
    void setView(const TimelineView* view);
    void look(const QString& text);
    /// Rows that are not in sight are not found.
    void setHidden(std::shared_ptr<const HiddenRows> hidden);

    bool isAsked() const { return m_finder != nullptr; }
    bool isDone() const { return !m_finder || m_finder->isDone(); }
    /// In order of time once it is done; before that in the order of the rows.
    const std::vector<EventId>& hits() const { return m_hits; }
    bool contains(EventId id) const;
    /// Why there are no hits; empty while there are some or it is not known yet.
    QString nothing() const;
    /// The hit after a row in time (`step` 1) or before it (-1), round the end; the row itself need be none. 0 without hits.
    EventId neighbour(EventId id, int step) const;
    /// The first hit at or after a row in time; 0 without hits.
    EventId from(EventId id) const;
    /// Which of the hits it is, from 1; 0: none of them.
    int placeOf(EventId id) const;

signals:
    void changed(); ///< more is found, or the search has ended

private:
    void slice();
    void take();
    std::ptrdiff_t positionOf(EventId id) const;
    bool isBefore(EventId a, EventId b) const;

    const TimelineView* m_view = nullptr;
    std::shared_ptr<const HiddenRows> m_hidden;
    QString m_text;
    TypedQuery m_typed;
    std::unique_ptr<RowFinder> m_finder;
    std::vector<EventId> m_hits;
    std::vector<EventId> m_byRow; ///< in the order of the rows, those that are not in sight as well
    bool m_isNarrowed = false;    ///< only the hits of the search before are looked at
    QTimer m_slices;
};

} // namespace lockstep
