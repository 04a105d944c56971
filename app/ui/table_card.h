#pragma once
#include "core/row_order.h"
#include "ui/event_model.h"
#include <QKeyEvent>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QTableView;

namespace lockstep {

class FindBar;
class FilterPopup;
class RowSearch;
class Selection;
class ShownRows;
class Sight;

/// The table under the chart: folded to one line with the selected row in it, or open. Only rows in sight stand in it, and
/// of those a search leaves what it finds. Its head says what is not shown.
class TableCard : public QWidget {
    Q_OBJECT
public:
    TableCard(Selection& selection, Sight& sight, QWidget* parent = nullptr);

    EventModel& model() { return *m_model; }
    void setView(const TimelineView* view);
    void setOpen(bool open);
    bool isOpen() const { return m_isOpen; }
    FindBar& findBar() { return *m_find; }
    RowSearch& search() { return *m_search; }
    void editClock(EventId id);   ///< F2 while the table is open
    /// Puts the rows in order of a column; by its head a second click turns it round, a third gives the document's order.
    void sortBy(int column, Qt::SortOrder order);
    void addSortActions(QMenu& menu); ///< for those who do not click on heads
    void filter();                ///< opens the list of what is in sight
    QTableView& table(); ///< made when it is first asked for: most windows are closed with the table folded

signals:
    void openChanged(bool open);
    void menuRequested(EventId id, QPoint global);
    void chartKeyPressed(QKeyEvent* key); ///< a key that means the same as in the chart

protected:
    void keyPressEvent(QKeyEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void followSelection();
    void followTable();
    void applyFilter();
    void followSight();
    std::vector<EventId> rowsWanted();
    void sort(int column, Qt::SortOrder order);
    QHBoxLayout* makeHead();
    void setColumnWidths();
    void showFolded();

    Selection& m_selection;
    Sight& m_sight;
    EventModel* m_model;
    ShownRows* m_rows;
    RowOrder m_order;
    int m_sizedFor = 0; ///< so many rows the columns are wide enough for
    std::vector<EventId> m_sorted; ///< all rows in that order; empty: not worked out, or the document's
    QTableView* m_table = nullptr;
    QHBoxLayout* m_head = nullptr;
    QLabel* m_count;
    QLabel* m_hidden;        ///< in its place while rows are hidden: how many
    QPushButton* m_showAll;
    QPushButton* m_filterButton;
    FilterPopup* m_filter = nullptr; ///< made when it is first opened
    QLabel* m_folded;        ///< the selected row, in words, while the table is folded
    QLabel* m_foldedOutcome;
    RowSearch* m_search;
    FindBar* m_find;
    QPushButton* m_clearFind;
    QPushButton* m_toggle;
    bool m_isOpen = false;
    bool m_isFollowing = false;
};

} // namespace lockstep
