#include "support/window_bench.h"
#include "ui/filter_popup.h"
#include "ui/find_bar.h"
#include "ui/row_search.h"
#include "ui/selection.h"
#include "ui/sight.h"
#include "ui/table_card.h"
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTreeWidget>
#include "support/eventually.h"

using namespace lockstep;
using namespace lockstep::test;

namespace {

struct FilterBench : Bench {
    FilterPopup* popup = nullptr;
    QTreeWidget* tree = nullptr;

    FilterBench()
    {
        window.table().filter();
        popup = window.table().findChild<FilterPopup*>();
        popup->hide();
        tree = popup->findChild<QTreeWidget*>();
    }
    QTreeWidgetItem* item(const QString& section, const QString& name = {})
    {
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            QTreeWidgetItem* found = tree->topLevelItem(i);
            for (int k = 0; found->text(0) == section && k < found->childCount(); ++k)
                if (found->child(k)->text(0) == name)
                    return found->child(k);
            if (found->text(0) == section && name.isEmpty())
                return found;
        }
        return nullptr;
    }
    QString line()
    {
        const auto* label = window.table().findChild<QLabel*>(QStringLiteral("notShown"));
        return label->isVisible() ? label->text() : QString{};
    }
    QPushButton* button(const QString& text)
    {
        for (QPushButton* found : window.table().findChildren<QPushButton*>())
            if (found->text() == text && found->parent() == &window.table())
                return found;
        return nullptr;
    }
    int tableRows()
    {
        window.table().setOpen(true);
        return window.table().table().model()->rowCount();
    }
    void hide(const RowFilter& filter) { window.sight().setFilter(filter); }
};

RowFilter withoutLookUps()
{
    return {.lanes = {}, .kinds = {Kind::Read}, .outcomes = {}, .files = {}};
}

} // namespace

/// Which rows are in sight, and that everybody who shows rows agrees on it.
class TestFiltering : public QObject {
    Q_OBJECT

private slots:
    void theListHasWhatTheDocumentHas();
    void aTickLessHidesItsRows();
    void aWholeSectionIsTickedAtOnce();
    void aFilteredChartIsNeverTakenForTheWhole();
    void theZoomStays();
    void escapeShowsAllAgain();
    void whatIsHiddenIsNotSelected();
    void keysPassOverHiddenRows();
    void aSearchSaysThatItsRowIsNotShown();
    void whatIsSaidOfTheDocumentStays();
    void aWhatIfIsFilteredByItsOwnOutcomes();
    void anotherDocumentIsShownWhole();
};

void TestFiltering::theListHasWhatTheDocumentHas()
{
    FilterBench bench;
    bench.window.table().filter();
    QVERIFY(bench.popup->isVisible());
    QCOMPARE(bench.item(QStringLiteral("Lanes"), QStringLiteral("Bank"))->text(1), QStringLiteral("8"));
    QCOMPARE(bench.item(QStringLiteral("Kinds"), QStringLiteral("Look-ups"))->text(1), QStringLiteral("4"));
    QCOMPARE(bench.item(QStringLiteral("What look-ups met"), QStringLiteral("During the lock"))->text(1), QStringLiteral("3"));
    QVERIFY(!bench.item(QStringLiteral("Files")));
    QTest::keyClick(bench.popup, Qt::Key_Escape);
    QVERIFY(!bench.popup->isVisible());
}

void TestFiltering::aTickLessHidesItsRows()
{
    FilterBench bench;
    bench.window.table().filter();
    bench.item(QStringLiteral("What look-ups met"), QStringLiteral("During the lock"))->setCheckState(0, Qt::Unchecked);
    QTRY_COMPARE(bench.line(), QStringLiteral("3 of 15 rows are not shown."));
    QCOMPARE(bench.tableRows(), 12);
    for (const EventId id : {3, 4, 8})
        QVERIFY(bench.view().chart().markRect(id).isEmpty());
    QVERIFY(!bench.view().chart().markRect(13).isEmpty());
    // Opened again it shows what is hidden, with its number as before.
    bench.window.table().filter();
    QCOMPARE(bench.item(QStringLiteral("What look-ups met"), QStringLiteral("During the lock"))->checkState(0), Qt::Unchecked);
    QCOMPARE(bench.item(QStringLiteral("What look-ups met"), QStringLiteral("During the lock"))->text(1), QStringLiteral("3"));
}

void TestFiltering::aWholeSectionIsTickedAtOnce()
{
    FilterBench bench;
    bench.window.table().filter();
    bench.item(QStringLiteral("Kinds"))->setCheckState(0, Qt::Unchecked);
    QTRY_COMPARE(bench.line(), QStringLiteral("15 of 15 rows are not shown."));
    bench.item(QStringLiteral("Kinds"), QStringLiteral("Look-ups"))->setCheckState(0, Qt::Checked);
    QTRY_COMPARE(bench.line(), QStringLiteral("11 of 15 rows are not shown."));
    QCOMPARE(bench.tableRows(), 4);
}

void TestFiltering::aFilteredChartIsNeverTakenForTheWhole()
{
    FilterBench bench;
    QCOMPARE(bench.line(), QString{});
    QVERIFY(!bench.button(QStringLiteral("Show all"))->isVisible());
    bench.hide(withoutLookUps());
    QCOMPARE(bench.line(), QStringLiteral("4 of 15 rows are not shown."));
    const auto& footnotes = bench.view().chart().content().footnotes;
    QVERIFY(footnotes.back().ends_with("4 of 15 rows are not shown."));
    bench.button(QStringLiteral("Show all"))->click();
    QCOMPARE(bench.line(), QString{});
    QCOMPARE(bench.tableRows(), 15);
}

void TestFiltering::theZoomStays()
{
    FilterBench bench;
    const TimelineView& view = bench.document().view();
    bench.view().zoomTo({view.at(3), view.at(8)});
    const Span seen = bench.view().chart().axis().visible();
    bench.hide(withoutLookUps());
    QVERIFY(bench.view().chart().axis().visible() == seen);
    QVERIFY(bench.view().canZoomBack());
    bench.window.sight().showAll();
    QVERIFY(bench.view().chart().axis().visible() == seen);
}

void TestFiltering::escapeShowsAllAgain()
{
    FilterBench bench;
    bench.hide(withoutLookUps());
    bench.window.selection().choose(5);
    bench.view().setFocus();
    QTest::keyClick(&bench.view(), Qt::Key_Escape); // the selection first
    QCOMPARE(bench.line(), QStringLiteral("4 of 15 rows are not shown."));
    QTest::keyClick(&bench.view(), Qt::Key_Escape);
    QCOMPARE(bench.line(), QString{});
    bench.hide(withoutLookUps());
    bench.window.table().setOpen(true);
    QTest::keyClick(&bench.window.table().table(), Qt::Key_Escape);
    QCOMPARE(bench.line(), QString{});
}

void TestFiltering::whatIsHiddenIsNotSelected()
{
    FilterBench bench;
    bench.window.selection().choose({3, 5}, 3);
    bench.hide(withoutLookUps());
    QCOMPARE(bench.window.selection().events(), (std::set<EventId>{5}));
    QCOMPARE(bench.window.selection().current(), 5);
    // Ctrl+A in the lane of row 5: rows 5, 7, 9 and 15 of the client are in sight.
    QTest::keyClick(&bench.view(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(bench.window.selection().events(), (std::set<EventId>{5, 7, 9, 15}));
}

void TestFiltering::keysPassOverHiddenRows()
{
    FilterBench bench;
    bench.window.selection().choose(2);
    bench.hide(withoutLookUps());
    QTest::keyClick(&bench.view(), Qt::Key_Right); // over rows 3 and 4
    QCOMPARE(bench.window.selection().current(), 5);
}

void TestFiltering::aSearchSaysThatItsRowIsNotShown()
{
    FilterBench bench;
    bench.hide(withoutLookUps());
    auto* field = bench.window.table().findBar().findChild<QLineEdit*>();
    field->setText(QStringLiteral("overdrawn"));
    QTRY_VERIFY(bench.window.table().search().isDone());
    QVERIFY(bench.window.table().search().hits().empty());
    QCOMPARE(bench.window.table().search().nothing(), QStringLiteral("The row that matches is not shown."));
    bench.window.sight().showAll();
    QCOMPARE(bench.window.table().search().hits(), (std::vector<EventId>{3}));
}

void TestFiltering::whatIsSaidOfTheDocumentStays()
{
    FilterBench bench;
    const Finding before = bench.document().finding();
    bench.hide(withoutLookUps());
    QCOMPARE(bench.view().chart().content().finding.headline, before.headline);
    QCOMPARE(bench.view().chart().content().finding.subtitle, before.subtitle);
    QCOMPARE(bench.document().view().outcome(3).outcome, Outcome::Blocked);
    QCOMPARE(bench.undoSteps(), 0);
    QVERIFY(!bench.document().isModified());
}

void TestFiltering::aWhatIfIsFilteredByItsOwnOutcomes()
{
    FilterBench bench;
    bench.hide({.lanes = {}, .kinds = {}, .outcomes = {Outcome::Blocked}, .files = {}});
    QCOMPARE(bench.line(), QStringLiteral("3 of 15 rows are not shown."));
    // Row 4 after the lock is a look-up like row 13: up to date.
    bench.document().edit({MoveEvent{.event = 4, .by = std::chrono::hours{2}}}, QStringLiteral("Move"));
    QCOMPARE(bench.line(), QStringLiteral("2 of 15 rows are not shown."));
    QVERIFY(!bench.view().chart().markRect(4).isEmpty());
}

void TestFiltering::anotherDocumentIsShownWhole()
{
    FilterBench bench;
    bench.hide(withoutLookUps());
    bench.window.askUnsaved = [] { return MainWindow::Unsaved::Discard; };
    QVERIFY(bench.window.open(QStringLiteral(LOCKSTEP_SOURCE_DIR "/timelines/bank-vietnam.md")));
    QCOMPARE(bench.line(), QString{});
    QCOMPARE(bench.tableRows(), 15);
}

QTEST_MAIN(TestFiltering)
#include "tst_filtering.moc"
