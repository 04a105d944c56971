// Which rows stand in the table, in what order, and that the selection is one thing.
#include "ui/filter_popup.h"
#include "ui/find_bar.h"
#include "ui/row_search.h"
#include "ui/selection.h"
#include "ui/shown_rows.h"
#include "ui/sight.h"
#include "ui/table_card.h"
#include <QActionGroup>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <algorithm>
#include <iterator>
#include <numeric>

namespace lockstep {

namespace {

RowKey keyOf(int column)
{
    switch (column) {
    case EventModel::Utc: return RowKey::Time;
    case EventModel::Written: return RowKey::Written;
    case EventModel::LaneName: return RowKey::Lane;
    case EventModel::Text: return RowKey::Text;
    case EventModel::LookUp: return RowKey::Outcome;
    case EventModel::Line: return RowKey::Line;
    default: return RowKey::Row;
    }
}

/// Rows that stand together are one stretch.
QItemSelection selectedRows(const ShownRows& rows, const std::set<EventId>& events)
{
    std::vector<int> places;
    for (const EventId id : events)
        if (const int place = rows.placeOf(id); place >= 0)
            places.push_back(place);
    std::ranges::sort(places);
    QItemSelection selected;
    for (auto first = places.begin(); first != places.end();) {
        auto last = first;
        while (std::next(last) != places.end() && *std::next(last) == *last + 1)
            ++last;
        selected.select(rows.index(*first, 0), rows.index(*last, 0));
        first = std::next(last);
    }
    return selected;
}

} // namespace

/// Sorted once, however often the rows are then filtered and searched.
std::vector<EventId> TableCard::rowsWanted()
{
    const bool isAsked = m_search->isAsked();
    std::vector<EventId> rows = m_sorted;
    if (rows.empty()) {
        rows.resize(static_cast<std::size_t>(m_model->rowCount()));
        std::iota(rows.begin(), rows.end(), 1);
        if (m_order != RowOrder{} && m_sight.view())
            rows = m_sorted = ordered(*m_sight.view(), std::move(rows), m_order);
    }
    if (isAsked || m_sight.hidden())
        std::erase_if(rows, [&](EventId id) { return m_sight.isHidden(id) || (isAsked && !m_search->contains(id)); });
    return rows;
}

void TableCard::sort(int column, Qt::SortOrder order)
{
    const RowOrder wanted{column < 0 ? RowKey::Row : keyOf(column), column >= 0 && order == Qt::DescendingOrder};
    if (m_order == wanted)
        return;
    m_order = wanted;
    m_sorted.clear();
    applyFilter();
}

void TableCard::sortBy(int column, Qt::SortOrder order)
{
    table().horizontalHeader()->setSortIndicator(column, order);
}

void TableCard::addSortActions(QMenu& menu)
{
    auto* choices = new QActionGroup(&menu);
    const auto add = [&](const QString& text, int column, Qt::SortOrder order) {
        QAction* action = menu.addAction(text, this, [this, column, order] {
            setOpen(true);
            sortBy(column, order);
        });
        action->setCheckable(true);
        action->setChecked(m_order == RowOrder{column < 0 ? RowKey::Row : keyOf(column), column >= 0 && order == Qt::DescendingOrder});
        choices->addAction(action);
    };
    add(tr("The document's order"), -1, Qt::AscendingOrder);
    for (int column = EventModel::Utc; column < EventModel::ColumnCount; ++column) {
        const QString head = m_model->headerData(column, Qt::Horizontal).toString();
        add(head, column, Qt::AscendingOrder);
        add(tr("%1, last first").arg(head), column, Qt::DescendingOrder);
    }
}

void TableCard::filter()
{
    const TimelineView* view = m_sight.view();
    if (!view)
        return;
    if (!m_filter)
        m_filter = new FilterPopup(m_sight, this);
    m_filter->open(*view, m_filterButton);
}

/// Nobody takes what is in sight for the whole: the line stays until all is.
void TableCard::followSight()
{
    m_search->setHidden(m_sight.hidden());
    m_hidden->setText(m_sight.sentence());
    const bool isWhole = m_sight.hidden() == nullptr;
    m_count->setVisible(isWhole);
    m_hidden->setVisible(!isWhole);
    m_showAll->setVisible(!isWhole);
    applyFilter();
}

void TableCard::applyFilter()
{
    m_isFollowing = true;
    if (m_isOpen)
        m_rows->show(rowsWanted());
    m_isFollowing = false;
    m_clearFind->setVisible(m_isOpen && m_find->isAsked());
    showFolded();
    if (m_isOpen)
        followSelection();
}

void TableCard::followSelection()
{
    if (m_isFollowing)
        return;
    showFolded();
    if (!m_table)
        return;
    m_isFollowing = true;
    m_table->selectionModel()->select(selectedRows(*m_rows, m_selection.events()), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const QModelIndex current = m_rows->index(m_rows->placeOf(m_selection.current()), std::max(0, m_table->currentIndex().column()));
    if (current.isValid()) {
        m_table->selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        m_table->scrollTo(current);
    }
    m_isFollowing = false;
}

void TableCard::followTable()
{
    if (m_isFollowing || !m_isOpen)
        return;
    std::set<EventId> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.insert(m_rows->eventAt(index));
    if (rows.empty())
        return;
    const QModelIndex current = m_table->currentIndex();
    const EventId id = current.isValid() ? m_rows->eventAt(current) : *rows.rbegin();
    m_isFollowing = true;
    m_selection.choose(rows, rows.contains(id) ? id : *rows.rbegin());
    m_isFollowing = false;
}

} // namespace lockstep
