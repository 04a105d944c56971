#include "support/window_bench.h"
#include "ui/selection.h"
#include "ui/sight.h"
#include "ui/table_card.h"
#include <QMenu>
#include <QTableView>
#include <QTemporaryDir>
#include "support/eventually.h"

using namespace lockstep;
using namespace lockstep::test;

namespace {

struct LaneBench : Bench {
    QPoint head(LaneId lane)
    {
        const QRectF rect = view().chart().laneRect(lane);
        return view().mapFromScene(QPointF{rect.left() + 60, rect.center().y()});
    }
    bool isAbove(LaneId a, LaneId b) { return view().chart().laneRect(a).top() < view().chart().laneRect(b).top(); }
    QString undoText() { return document().undoStack()->undoText(); }
};

} // namespace

/// Lanes moved, folded and hidden by hand.
class TestLanes : public QObject {
    Q_OBJECT

private slots:
    void aLaneIsDraggedByItsName();
    void escapeLeavesADraggedLaneWhereItIs();
    void keysMoveTheLaneOfTheRow();
    void aDoubleClickFoldsAndUnfolds();
    void aHiddenLaneIsSaidAndComesBack();
    void arrowsWalkLanesAsTheyStand();
    void theStudyKeepsThem();
    void nothingOfTheRecordChanges();
};

void TestLanes::aLaneIsDraggedByItsName()
{
    LaneBench bench;
    QVERIFY(bench.isAbove(0, 1));
    bench.drag(bench.head(1), bench.head(0) - QPoint(0, 40));
    QVERIFY(bench.isAbove(1, 0));
    QCOMPARE(bench.undoSteps(), 1);
    QCOMPARE(bench.undoText(), QStringLiteral("Move the lane Client"));
    bench.document().undoStack()->undo();
    QVERIFY(bench.isAbove(0, 1));
    // Let go where it was, it makes no step.
    bench.drag(bench.head(1), bench.head(1) + QPoint(0, 30));
    QVERIFY(!bench.document().undoStack()->canUndo());
}

void TestLanes::escapeLeavesADraggedLaneWhereItIs()
{
    LaneBench bench;
    bench.press(bench.head(1));
    bench.moveTo(bench.head(0) - QPoint(0, 40));
    QTest::keyClick(&bench.view(), Qt::Key_Escape);
    bench.release(bench.head(0));
    QVERIFY(bench.isAbove(0, 1));
    QCOMPARE(bench.undoSteps(), 0);
}

void TestLanes::keysMoveTheLaneOfTheRow()
{
    LaneBench bench;
    bench.window.selection().choose(3); // the client's
    bench.view().setFocus();
    QTest::keyClick(&bench.view(), Qt::Key_Up, Qt::AltModifier);
    QVERIFY(bench.isAbove(1, 0));
    QTest::keyClick(&bench.view(), Qt::Key_Up, Qt::AltModifier); // at the top already
    QCOMPARE(bench.undoSteps(), 1);
    QTest::keyClick(&bench.view(), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(bench.isAbove(0, 1));
    QCOMPARE(bench.window.selection().current(), 3);
}

void TestLanes::aDoubleClickFoldsAndUnfolds()
{
    LaneBench bench;
    const double tall = bench.view().chart().laneRect(0).height();
    QTest::mouseDClick(bench.view().viewport(), Qt::LeftButton, {}, bench.head(0));
    QVERIFY(bench.view().chart().laneRect(0).height() < 45);
    QCOMPARE(bench.undoText(), QStringLiteral("Fold the lane Bank"));
    QTest::mouseDClick(bench.view().viewport(), Qt::LeftButton, {}, bench.head(0));
    QCOMPARE(bench.view().chart().laneRect(0).height(), tall);
    QCOMPARE(bench.undoSteps(), 2);
}

void TestLanes::aHiddenLaneIsSaidAndComesBack()
{
    LaneBench bench;
    bench.window.selection().choose(3);
    bench.document().showLanes(hidden(bench.document().resolved().timeline, {}, 1, true), QStringLiteral("Hide"));
    QVERIFY(bench.view().chart().laneRect(1).isEmpty());
    QCOMPARE(bench.window.sight().sentence(), QStringLiteral("7 of 15 rows are not shown."));
    QVERIFY(bench.view().chart().content().footnotes.back().ends_with("7 of 15 rows are not shown."));
    QVERIFY(bench.window.selection().isEmpty());
    bench.window.table().setOpen(true);
    QCOMPARE(bench.window.table().table().model()->rowCount(), 8);
    bench.view().setFocus();
    QTest::keyClick(&bench.view(), Qt::Key_Escape);
    QVERIFY(!bench.view().chart().laneRect(1).isEmpty());
    QCOMPARE(bench.window.sight().sentence(), QString{});
    QCOMPARE(bench.undoText(), QStringLiteral("Show all lanes"));
}

void TestLanes::arrowsWalkLanesAsTheyStand()
{
    LaneBench bench;
    bench.document().showLanes(placed(bench.document().resolved().timeline, {}, 1, 0), QStringLiteral("Move"));
    bench.window.selection().choose(3);
    bench.view().setFocus();
    QTest::keyClick(&bench.view(), Qt::Key_Up);
    QCOMPARE(bench.window.selection().current(), 3); // the client is the top lane now
    QTest::keyClick(&bench.view(), Qt::Key_Down);
    QCOMPARE(bench.document().view().event(bench.window.selection().current()).lane, 0);
}

void TestLanes::theStudyKeepsThem()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("study.lockstep"));
    const LanesShown lanes{{"Client", true, false}, {"Bank", false, false}};
    {
        LaneBench bench;
        bench.document().showLanes(lanes, QStringLiteral("Lanes"));
        QVERIFY(bench.document().isModified());
        QVERIFY(bench.window.saveAs(path));
        QVERIFY(!bench.document().isModified());
    }
    MainWindow window;
    window.resize(1600, 1000);
    window.show();
    QVERIFY(window.open(path));
    QCOMPARE(window.document().study().lanes, lanes);
    QVERIFY(window.view().chart().laneRect(1).top() < window.view().chart().laneRect(0).top());
    QVERIFY(window.view().chart().laneRect(1).height() < 45);
}

void TestLanes::nothingOfTheRecordChanges()
{
    LaneBench bench;
    const Timeline before = bench.document().resolved().timeline;
    const std::string headline = bench.document().finding().headline;
    bench.document().showLanes({{"Client", true, false}, {"Bank", false, true}}, QStringLiteral("Lanes"));
    QVERIFY(bench.document().resolved().timeline == before);
    QCOMPARE(bench.document().finding().headline, headline);
    QVERIFY(bench.document().isOnRecord());
}

QTEST_MAIN(TestLanes)
#include "tst_lanes.moc"
