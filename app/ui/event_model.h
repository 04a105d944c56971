#pragma once
#include "core/scenario.h"
#include <QAbstractTableModel>
#include <functional>

namespace lockstep {

/// The rows of the view as a table: the accessible twin of the chart.
class EventModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Row, Utc, Written, LaneName, Text, LookUp, Line, ColumnCount };

    explicit EventModel(QObject* parent = nullptr);

    /// nullptr: nothing is open. The view must outlive its use here: call again when it changes.
    void setView(const TimelineView* view);
    EventId eventAt(int row) const { return row + 1; }

    /// Called with what a person typed into a clock; answers with a sentence when it cannot be used.
    std::function<QString(EventId, const QString&)> editClock;
    std::function<void(EventId, const QString&)> editLane;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    void refused(const QString& sentence);

private:
    QString words(EventId id, int column) const;
    QVariant ink(EventId id, int column) const;
    QVariant face(EventId id, int column) const;

    const TimelineView* m_view = nullptr;
    int m_rows = 0;
    std::map<EventId, QString> m_faults; ///< rows that lie before a cause of theirs, and the sentence that says so
    bool m_onClocks = true; ///< some zone is known, so moments stand in UTC
};

/// "03:35", with the day where the timeline has more than one.
QString axisClock(const TimelineView& view, EventId id);
/// "during the lock (proposed)", "would not have happened"; empty for a row that is no look-up and happens.
QString lookUpWords(const TimelineView& view, EventId id);

} // namespace lockstep
