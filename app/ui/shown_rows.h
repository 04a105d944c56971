#pragma once
#include "core/timeline.h"
#include <QAbstractProxyModel>

namespace lockstep {

/// The rows of a table that are in sight, as they are to stand: a list of row numbers over the model of all rows.
class ShownRows : public QAbstractProxyModel {
    Q_OBJECT
public:
    explicit ShownRows(QAbstractItemModel* all, QObject* parent = nullptr);

    /// Shows these rows, in this order. The same ones again change nothing.
    void show(std::vector<EventId> rows);
    EventId eventAt(const QModelIndex& index) const { return index.isValid() ? m_rows[static_cast<std::size_t>(index.row())] : 0; }
    /// Where a row stands; -1 where it does not.
    int placeOf(EventId id) const { return id >= 1 && static_cast<std::size_t>(id) <= m_places.size() ? m_places[static_cast<std::size_t>(id) - 1] : -1; }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex&) const override { return {}; }
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : sourceModel()->columnCount(); }
    QModelIndex mapToSource(const QModelIndex& index) const override;
    QModelIndex mapFromSource(const QModelIndex& index) const override;

private:
    std::vector<EventId> m_rows;
    std::vector<int> m_places; ///< of each row of the model of all
};

} // namespace lockstep
