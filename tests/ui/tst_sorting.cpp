#include "support/window_bench.h"
#include "ui/decisions.h"
#include "ui/find_bar.h"
#include "ui/row_search.h"
#include "ui/selection.h"
#include "ui/sight.h"
#include "ui/table_card.h"
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include "support/eventually.h"

using namespace lockstep;
using namespace lockstep::test;

namespace {

using Rows = std::vector<EventId>;

struct SortBench : Bench {
    SortBench() { window.table().setOpen(true); }
    QTableView& table() { return window.table().table(); }
    void clickHead(int column)
    {
        QHeaderView* head = table().horizontalHeader();
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, {head->sectionViewportPosition(column) + 20, head->height() / 2});
    }
    Rows rows()
    {
        Rows shown;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            shown.push_back(table().model()->index(row, EventModel::Row).data().toInt());
        return shown;
    }
    Rows selected()
    {
        Rows shown;
        for (const QModelIndex& index : table().selectionModel()->selectedRows())
            shown.push_back(table().model()->index(index.row(), EventModel::Row).data().toInt());
        std::ranges::sort(shown);
        return shown;
    }
};

const Rows asDocument{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

} // namespace

/// The table in another order: only its rows move, everything else is as before.
class TestSorting : public QObject {
    Q_OBJECT

private slots:
    void aThirdClickGivesTheDocumentsOrder();
    void theMenuSortsAsHeadsDo();
    void theSelectionIsOneThing();
    void aClockIsCorrectedInTheRowThatIsSeen();
    void whatIsHiddenAndFoundKeepsTheOrder();
    void aMovedRowGoesToItsPlace();
};

void TestSorting::aThirdClickGivesTheDocumentsOrder()
{
    SortBench bench;
    QCOMPARE(bench.rows(), asDocument);
    bench.clickHead(EventModel::LaneName);
    QCOMPARE(bench.rows(), (Rows{1, 2, 6, 8, 10, 11, 12, 14, 3, 4, 5, 7, 9, 13, 15}));
    bench.clickHead(EventModel::LaneName);
    QCOMPARE(bench.rows(), (Rows{3, 4, 5, 7, 9, 13, 15, 1, 2, 6, 8, 10, 11, 12, 14}));
    bench.clickHead(EventModel::LaneName);
    QCOMPARE(bench.rows(), asDocument);
}

void TestSorting::theMenuSortsAsHeadsDo()
{
    SortBench bench;
    const auto run = [&](const QString& text) {
        QMenu menu;
        bench.window.table().addSortActions(menu);
        for (QAction* action : menu.actions())
            if (action->text() == text)
                action->trigger();
    };
    run(QStringLiteral("UTC, last first"));
    QCOMPARE(bench.rows().front(), 15);
    QCOMPARE(bench.table().horizontalHeader()->sortIndicatorSection(), int{EventModel::Utc});
    run(QStringLiteral("The document's order"));
    QCOMPARE(bench.rows(), asDocument);
}

void TestSorting::theSelectionIsOneThing()
{
    SortBench bench;
    bench.window.selection().choose({3, 8}, 8);
    bench.clickHead(EventModel::Text);
    QCOMPARE(bench.selected(), (Rows{3, 8}));
    QCOMPARE(bench.window.selection().events(), (std::set<EventId>{3, 8}));
    QCOMPARE(bench.window.selection().current(), 8);
    // The first row of words in order is chosen in the chart as well.
    const EventId first = bench.rows().front();
    QTest::mouseClick(bench.table().viewport(), Qt::LeftButton, {}, bench.table().visualRect(bench.table().model()->index(0, EventModel::Text)).center());
    QCOMPARE(bench.window.selection().events(), (std::set<EventId>{first}));
    // Down goes to the next row of the table, not of the document.
    const EventId second = bench.rows()[1];
    QTest::keyClick(&bench.table(), Qt::Key_Down);
    QCOMPARE(bench.window.selection().current(), second);
}

void TestSorting::aClockIsCorrectedInTheRowThatIsSeen()
{
    SortBench bench;
    bench.window.table().sortBy(EventModel::Utc, Qt::DescendingOrder);
    QCOMPARE(bench.rows()[0], 15);
    QVERIFY(bench.table().model()->setData(bench.table().model()->index(0, EventModel::Written), QStringLiteral("20:05"), Qt::EditRole));
    // 20:05 in Vietnam is 13:05 UTC.
    QCOMPARE(bench.window.table().model().index(14, EventModel::Utc).data().toString(), QStringLiteral("13:05"));
    QCOMPARE(bench.rows()[0], 15);
}

void TestSorting::whatIsHiddenAndFoundKeepsTheOrder()
{
    SortBench bench;
    bench.clickHead(EventModel::Utc);
    bench.clickHead(EventModel::Utc);
    bench.window.sight().setFilter({.lanes = {"Bank"}, .kinds = {}, .outcomes = {}, .files = {}});
    QCOMPARE(bench.rows(), (Rows{15, 13, 9, 7, 5, 4, 3}));
    bench.window.table().findBar().findChild<QLineEdit*>()->setText(QStringLiteral("balance"));
    QTRY_COMPARE(bench.rows(), (Rows{13, 4, 3}));
    bench.window.table().findBar().close();
    bench.window.sight().showAll();
    QCOMPARE(bench.rows(), (Rows{15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 1, 2}));
}

void TestSorting::aMovedRowGoesToItsPlace()
{
    SortBench bench;
    bench.window.table().sortBy(EventModel::Utc, Qt::AscendingOrder);
    bench.document().edit({MoveEvent{.event = 5, .by = std::chrono::hours{3}}}, QStringLiteral("Move"));
    // 03:39 and 3 h is 06:39 UTC, between row 13 at 04:35 and row 14 at 11:00.
    const Rows rows = bench.rows();
    QCOMPARE(Rows(rows.end() - 4, rows.end()), (Rows{13, 5, 14, 15}));
    bench.document().undoStack()->undo();
    QCOMPARE(bench.rows(), asDocument);
}

QTEST_MAIN(TestSorting)
#include "tst_sorting.moc"
