#include "support/window_bench.h"
#include "ui/selection.h"
#include "ui/sight.h"
#include "ui/table_card.h"
#include <QMenu>
#include <QScrollBar>
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
    /// The menu that asks what tells lanes apart, filled.
    QMenu* lanesBy()
    {
        for (QMenu* menu : window.findChildren<QMenu*>())
            if (menu->title() == QLatin1String("Lanes by")) {
                emit menu->aboutToShow();
                return menu;
            }
        qFatal("no menu");
    }
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
    void lanesByKindAreOneStepAndKept();
    void arrowsWalkTheLanesThatAreDrawn();
    void theHeadOfAKindChoosesItsRows();
    void aHiddenKindIsSaidAndComesBack();
    void aPinnedLaneStaysInSight();
    void aPinnedLaneIsNotDraggedBelowTheOthers();
    void actorsWhoShareALaneAreOfferedOneEach();
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
    bench.document().showLanes(hidden(*bench.document().bands(), {}, 1, true), QStringLiteral("Hide"));
    QVERIFY(bench.view().chart().laneRect(1).isEmpty());
    QCOMPARE(bench.window.sight().sentence(), QStringLiteral("7 of 15 rows are not shown."));
    QVERIFY(bench.view().chart().content().footnotes.back().ends_with("7 of 15 rows are not shown."));
    QVERIFY(bench.window.selection().isEmpty());
    bench.window.table().setOpen(true);
    QCOMPARE(bench.window.table().table().model()->rowCount(), 8);
    bench.view().setFocus();
    QTest::keyClick(&bench.view(), Qt::Key_Escape); // hidden lanes are saved: no key pressed in passing shows them
    QVERIFY(bench.view().chart().laneRect(1).isEmpty());
    bench.window.sight().showAll();
    QVERIFY(!bench.view().chart().laneRect(1).isEmpty());
    QCOMPARE(bench.window.sight().sentence(), QString{});
    QCOMPARE(bench.undoText(), QStringLiteral("Show all lanes"));
}

void TestLanes::arrowsWalkLanesAsTheyStand()
{
    LaneBench bench;
    bench.document().showLanes(placed(*bench.document().bands(), {}, 1, 0), QStringLiteral("Move"));
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
    const LanesShown lanes{{{"Client", true, false}, {"Bank", false, false}}};
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
    bench.document().showLanes({{{"Client", true, false}, {"Bank", false, true}}}, QStringLiteral("Lanes"));
    QVERIFY(bench.document().resolved().timeline == before);
    QCOMPARE(bench.document().finding().headline, headline);
    QVERIFY(bench.document().isOnRecord());
}

void TestLanes::lanesByKindAreOneStepAndKept()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("study.lockstep"));
    {
        LaneBench bench;
        const Timeline before = bench.document().resolved().timeline;
        QMenu* lanesBy = bench.lanesBy();
        lanesBy->actions().at(3)->trigger();
        QCOMPARE(bench.undoText(), QStringLiteral("Lanes by kind"));
        QVERIFY(bench.document().resolved().timeline == before);
        const auto look = static_cast<BandId>(Kind::Read);
        QVERIFY(bench.view().chart().laneRect(look).contains(bench.view().chart().markRect(3).center()));
        QVERIFY(bench.view().chart().content().footnotes.back().ends_with("Lanes are drawn by kind."));
        bench.document().undoStack()->undo();
        QVERIFY(bench.view().chart().laneRect(1).contains(bench.view().chart().markRect(3).center()));
        bench.document().undoStack()->redo();
        QVERIFY(bench.window.saveAs(path));
    }
    MainWindow window;
    window.show();
    QVERIFY(window.open(path));
    QCOMPARE(window.document().study().lanes.by, LanesBy::Kind);
    QVERIFY(window.view().chart().bands().by() == LanesBy::Kind);
}

void TestLanes::arrowsWalkTheLanesThatAreDrawn()
{
    LaneBench bench;
    bench.lanesBy()->actions().at(3)->trigger();
    bench.window.selection().choose(3); // a look-up, below the actions
    bench.view().setFocus();
    QTest::keyClick(&bench.view(), Qt::Key_Up);
    QVERIFY(bench.document().view().event(bench.window.selection().current()).kind != Kind::Read);
    QTest::keyClick(&bench.view(), Qt::Key_Down);
    QVERIFY(bench.document().view().event(bench.window.selection().current()).kind == Kind::Read);
}

void TestLanes::theHeadOfAKindChoosesItsRows()
{
    LaneBench bench;
    bench.lanesBy()->actions().at(3)->trigger();
    QTest::mouseClick(bench.view().viewport(), Qt::LeftButton, {}, bench.head(static_cast<BandId>(Kind::Read)));
    QCOMPARE(bench.window.selection().events(), (std::set<EventId>{3, 4, 8, 13}));
}

void TestLanes::aHiddenKindIsSaidAndComesBack()
{
    LaneBench bench;
    bench.lanesBy()->actions().at(3)->trigger();
    const auto look = static_cast<BandId>(Kind::Read);
    bench.document().showLanes(hidden(*bench.document().bands(), bench.document().study().lanes, look, true), QStringLiteral("Hide"));
    QVERIFY(bench.view().chart().laneRect(look).isEmpty());
    QCOMPARE(bench.window.sight().sentence(), QStringLiteral("4 of 15 rows are not shown."));
    // By another property they are in sight: what is hidden is the lane.
    bench.lanesBy()->actions().at(0)->trigger();
    QCOMPARE(bench.window.sight().sentence(), QString{});
    bench.document().undoStack()->undo();
    bench.window.sight().showAll();
    QVERIFY(!bench.view().chart().laneRect(look).isEmpty());
    QCOMPARE(bench.document().study().lanes.by, LanesBy::Kind);
}

/// In a low window the chart scrolls.
void TestLanes::aPinnedLaneStaysInSight()
{
    LaneBench bench;
    bench.document().showLanes(pinned(*bench.document().bands(), folded(*bench.document().bands(), {}, 1, true), 1, true), QStringLiteral("Pin"));
    bench.window.resize(1600, 420);
    QTRY_VERIFY(bench.view().verticalScrollBar()->maximum() > 200);
    QVERIFY(bench.isAbove(1, 0));
    bench.view().verticalScrollBar()->setValue(bench.view().verticalScrollBar()->maximum());
    const QRect mark = bench.view().inView(bench.view().chart().markRect(3));
    QVERIFY(bench.view().viewport()->rect().contains(mark));
    QVERIFY(!mark.contains(bench.markOf(3))); // the chart itself has scrolled
    QTest::mouseClick(bench.view().viewport(), Qt::LeftButton, {}, mark.center());
    QCOMPARE(bench.window.selection().current(), 3);
    QVERIFY(bench.view().verticalScrollBar()->value() > 200); // nothing had to scroll for it
    // Unpinned it scrolls with the others.
    bench.document().showLanes({}, QStringLiteral("Unpin"));
    bench.view().verticalScrollBar()->setValue(bench.view().verticalScrollBar()->maximum());
    QCOMPARE(bench.view().inView(bench.view().chart().markRect(3)), bench.view().mapFromScene(bench.view().chart().markRect(3)).boundingRect());
    // The clocks stay all the same.
    QVERIFY(bench.view().findChild<QWidget*>(QStringLiteral("pinnedLanes"))->isVisible());
    bench.view().verticalScrollBar()->setValue(0);
    QVERIFY(bench.view().findChild<QWidget*>(QStringLiteral("pinnedLanes"))->isHidden());
}

void TestLanes::aPinnedLaneIsNotDraggedBelowTheOthers()
{
    LaneBench bench;
    bench.document().showLanes(pinned(*bench.document().bands(), {}, 1, true), QStringLiteral("Pin"));
    bench.drag(bench.head(1), bench.head(0) + QPoint(0, 60));
    QVERIFY(bench.isAbove(1, 0));
    QCOMPARE(bench.undoSteps(), 1);
    QVERIFY(!bench.view().canMoveLane(1, 1));
    QVERIFY(!bench.view().canMoveLane(0, -1));
}

void TestLanes::actorsWhoShareALaneAreOfferedOneEach()
{
    const auto log = [](int actors) {
        QByteArray text = "time,actor,what\n";
        for (int i = 0; i < 40; ++i)
            text += "2024-03-01T10:" + QByteArray::number(10 + i) + ":00Z,service" + QByteArray::number(i % actors) + ",deployed\n";
        return text;
    };
    LaneBench bench;
    const QString offer = QStringLiteral("12 actors share one lane.");
    const auto isOffered = [&] {
        for (std::size_t i = 0; i < bench.window.messages().count() && bench.window.messages().text() != offer; ++i)
            bench.window.messages().turn(1);
        return bench.window.messages().text() == offer;
    };
    QVERIFY(bench.window.openText(log(3))); // they have one each by themselves
    QVERIFY(!isOffered());
    bench.window.askUnsaved = [] { return MainWindow::Unsaved::Discard; };
    QVERIFY(bench.window.openText(log(12)));
    QCOMPARE(bench.document().resolved().timeline.lanes.size(), std::size_t{1});
    QVERIFY(isOffered());
    QTest::mouseClick(buttonCalled(bench.window.messages(), QStringLiteral("Lanes by actor")), Qt::LeftButton);
    std::size_t drawn = 0;
    for (std::size_t i = 0; i < bench.document().bands()->size(); ++i)
        drawn += bench.document().bands()->lanesIn(static_cast<BandId>(i)).empty() ? 0 : 1;
    QCOMPARE(drawn, std::size_t{12});
    QVERIFY(!isOffered());
    QCOMPARE(bench.undoText(), QStringLiteral("Lanes by actor"));
}

QTEST_MAIN(TestLanes)
#include "tst_lanes.moc"
