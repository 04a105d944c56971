#include "ui/shown_rows.h"
#include <algorithm>
#include <utility>

namespace lockstep {

ShownRows::ShownRows(QAbstractItemModel* all, QObject* parent)
    : QAbstractProxyModel(parent)
{
    setSourceModel(all);
    connect(all, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        beginResetModel();
        m_rows.clear();
        m_places.clear();
    });
    connect(all, &QAbstractItemModel::modelReset, this, [this] { endResetModel(); });
    // Of all its rows at once, as the model of all rows does.
    connect(all, &QAbstractItemModel::dataChanged, this, [this] {
        if (!m_rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
    connect(all, &QAbstractItemModel::headerDataChanged, this, &QAbstractItemModel::headerDataChanged);
}

void ShownRows::show(std::vector<EventId> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    m_places.assign(static_cast<std::size_t>(sourceModel()->rowCount()), -1);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_places[static_cast<std::size_t>(m_rows[i]) - 1] = static_cast<int>(i);
    endResetModel();
}

QModelIndex ShownRows::index(int row, int column, const QModelIndex& parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex{};
}

QModelIndex ShownRows::mapToSource(const QModelIndex& index) const
{
    return index.isValid() ? sourceModel()->index(eventAt(index) - 1, index.column()) : QModelIndex{};
}

QModelIndex ShownRows::mapFromSource(const QModelIndex& source) const
{
    const int place = source.isValid() ? placeOf(source.row() + 1) : -1;
    return place < 0 ? QModelIndex{} : index(place, source.column());
}

} // namespace lockstep
