#include "support/window_bench.h"
#include "ui/selection.h"
#include <QLabel>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QScrollBar>
#include <QWheelEvent>
#include "support/eventually.h"

using namespace lockstep;
using namespace lockstep::test;
using namespace std::chrono_literals;

namespace {

struct WayBench : Bench {
    const AxisScale& axis() { return view().chart().axis(); }
    Instant at(EventId id) { return document().view().at(id); }
    EventId current() { return window.selection().current(); }
    void key(Qt::Key key, Qt::KeyboardModifiers keys = {}) { QTest::keyClick(&view(), key, keys); }
    void turn(QPoint delta, Qt::KeyboardModifiers keys = {})
    {
        const QPointF where(700, 300);
        QWheelEvent event(where, view().viewport()->mapToGlobal(where), {}, delta, Qt::NoButton, keys, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view().viewport(), &event);
    }
    void zoomIn() { view().zoomTo({at(1), at(1) + 20min}); }
    void dragWith(Qt::MouseButton button, QPoint from, QPoint to, Qt::KeyboardModifiers keys = {})
    {
        QTest::mousePress(view().viewport(), button, keys, from);
        for (const QPoint point : {from + (to - from) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, point, view().viewport()->mapToGlobal(point), Qt::NoButton, button, keys);
            QApplication::sendEvent(view().viewport(), &move);
        }
        QTest::mouseRelease(view().viewport(), button, keys, to);
    }
    QPoint inLane(Instant moment) { return view().mapFromScene(QPointF(axis().x(moment), view().chart().laneRect(0).top() + 6)); }
};

} // namespace

/// Every gesture that moves what is in view.
class TestGettingAround : public QObject {
    Q_OBJECT

private slots:
    void ctrlWheelZoomsAtThePointer();
    void theWheelPansWhereNothingScrolls();
    void twoFingersOnAPadGoBothWays();
    void lettersZoomAndPan();
    void zShowsWhatIsSelected();
    void zWithNothingSelectedDoesNothing();
    void aStackOfViewsIsGoneBackThrough();
    void theMiddleButtonPansFromAnywhere();
    void aDragAcrossARulerZoomsToIt();
    void aPinchZoomsAtItsCentre();
    void arrowsWalkInTimeAndBetweenLanes();
    void homeAndEndGoToTheEnds();
    void severalRowsAreToldTogether();
    void aClickOpensOneSilenceAndBackspaceCutsItOutAgain();
};

void TestGettingAround::ctrlWheelZoomsAtThePointer()
{
    WayBench bench;
    const Instant under = bench.axis().at(700);
    bench.turn({0, 120}, Qt::ControlModifier);
    QVERIFY(bench.axis().isZoomed());
    QVERIFY(std::abs(bench.axis().x(under) - 700) < 1);
}

void TestGettingAround::theWheelPansWhereNothingScrolls()
{
    WayBench bench;
    QCOMPARE(bench.view().verticalScrollBar()->maximum(), 0);
    bench.zoomIn();
    const Instant begin = bench.axis().visible().begin;
    bench.turn({0, -120});
    QVERIFY(bench.axis().visible().begin > begin);
    bench.turn({0, 120}, Qt::ShiftModifier);
    QVERIFY(bench.axis().visible().begin <= begin + 1min);
}

void TestGettingAround::twoFingersOnAPadGoBothWays()
{
    WayBench bench;
    bench.window.resize(1000, 620); // the lanes no longer fit
    QTRY_VERIFY(bench.view().verticalScrollBar()->maximum() > 0);
    bench.zoomIn();
    const Instant begin = bench.axis().visible().begin;
    bench.turn({-60, -60});
    QVERIFY(bench.axis().visible().begin > begin);
    QVERIFY(bench.view().verticalScrollBar()->value() > 0);
}

void TestGettingAround::lettersZoomAndPan()
{
    WayBench bench;
    const double all = bench.axis().pixelsPerMinute();
    bench.key(Qt::Key_W);
    bench.key(Qt::Key_W);
    const double near = bench.axis().pixelsPerMinute();
    QVERIFY(near > all);
    const Instant begin = bench.axis().visible().begin;
    bench.key(Qt::Key_A);
    QVERIFY(bench.axis().visible().begin < begin);
    bench.key(Qt::Key_D);
    QCOMPARE(bench.axis().pixelsPerMinute(), near);
    bench.key(Qt::Key_S);
    QVERIFY(bench.axis().pixelsPerMinute() < near);
}

void TestGettingAround::zShowsWhatIsSelected()
{
    WayBench bench;
    bench.window.selection().choose({3, 9}, 9);
    bench.key(Qt::Key_Z);
    const Span seen = bench.axis().visible();
    QVERIFY(seen.begin < bench.at(3) && bench.at(9) < seen.end);
    QVERIFY(seen.end - seen.begin < 20min); // the rows are ten minutes apart
    // A window as a whole: the lock of an hour.
    bench.window.selection().chooseWindow(bench.lock());
    bench.key(Qt::Key_Z);
    const Span lock = bench.axis().visible();
    QVERIFY(lock.begin < bench.at(2) && lock.end > bench.at(2) + 65min);
    bench.key(Qt::Key_Backspace);
    QCOMPARE(bench.axis().visible(), seen);
}

void TestGettingAround::zWithNothingSelectedDoesNothing()
{
    WayBench bench;
    bench.window.selection().clear();
    bench.key(Qt::Key_Z);
    QVERIFY(!bench.axis().isZoomed());
    QVERIFY(!bench.view().canZoomBack());
}

void TestGettingAround::aStackOfViewsIsGoneBackThrough()
{
    WayBench bench;
    bench.view().zoomTo({bench.at(1), bench.at(1) + 40min});
    const Span wide = bench.axis().visible();
    bench.view().zoomTo({bench.at(3), bench.at(3) + 5min});
    bench.key(Qt::Key_0);
    QVERIFY(!bench.axis().isZoomed());
    bench.key(Qt::Key_Backspace);
    bench.key(Qt::Key_Backspace);
    QCOMPARE(bench.axis().visible(), wide);
    bench.key(Qt::Key_Backspace);
    QVERIFY(!bench.axis().isZoomed());
}

void TestGettingAround::theMiddleButtonPansFromAnywhere()
{
    WayBench bench;
    bench.zoomIn();
    const int undo = bench.undoSteps();
    const Instant under = bench.at(3);
    const double x = bench.axis().x(under);
    const QPoint from = bench.markOf(3);
    bench.dragWith(Qt::MiddleButton, from, from - QPoint(60, 0));
    QVERIFY(std::abs(bench.axis().x(under) - x + 60) < 1.5);
    QCOMPARE(bench.undoSteps(), undo); // the mark stays where it is in time
}

void TestGettingAround::aDragAcrossARulerZoomsToIt()
{
    WayBench bench;
    const double left = bench.axis().x(bench.at(3)), right = bench.axis().x(bench.at(9));
    const int y = bench.view().mapFromScene(QPointF(0, bench.view().chart().plotRect().top() - 30)).y();
    bench.dragWith(Qt::LeftButton, QPoint(qRound(left), y), QPoint(qRound(right), y));
    QVERIFY(bench.axis().isZoomed());
    QVERIFY(bench.axis().visible().begin >= bench.at(3) - 1min && bench.axis().visible().begin <= bench.at(3) + 1min);
}

void TestGettingAround::aPinchZoomsAtItsCentre()
{
    WayBench bench;
    const QPointF where(700, 300);
    const Instant under = bench.axis().at(700);
    QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, where, where, bench.view().viewport()->mapToGlobal(where), 0.5, {});
    QApplication::sendEvent(bench.view().viewport(), &pinch);
    QVERIFY(bench.axis().isZoomed());
    QVERIFY(std::abs(bench.axis().x(under) - 700) < 1);
}

void TestGettingAround::arrowsWalkInTimeAndBetweenLanes()
{
    WayBench bench;
    bench.window.selection().choose(6);
    bench.key(Qt::Key_Right);
    QCOMPARE(bench.current(), 7);
    bench.key(Qt::Key_Left);
    bench.key(Qt::Key_Left);
    QCOMPARE(bench.current(), 5);
    bench.key(Qt::Key_Up); // the bank's row closest to 03:39 UTC
    QCOMPARE(bench.current(), 6);
    bench.key(Qt::Key_Down); // 03:39 and 03:41 are as close: the first of them
    QCOMPARE(bench.current(), 5);
}

void TestGettingAround::homeAndEndGoToTheEnds()
{
    WayBench bench;
    bench.key(Qt::Key_End);
    QCOMPARE(bench.current(), 15);
    bench.key(Qt::Key_Right); // there is no further
    QCOMPARE(bench.current(), 15);
    bench.key(Qt::Key_Home);
    QCOMPARE(bench.current(), 1);
    bench.key(Qt::Key_Right); // the other row of that minute
    QCOMPARE(bench.current(), 2);
}

void TestGettingAround::severalRowsAreToldTogether()
{
    WayBench bench;
    bench.window.selection().choose({1, 6}, 6);
    bool isSaid = false;
    for (const QLabel* label : bench.window.findChildren<QLabel*>())
        isSaid = isSaid || label->text() == QStringLiteral("10 min: 2 rows.");
    QVERIFY(isSaid);
}

void TestGettingAround::aClickOpensOneSilenceAndBackspaceCutsItOutAgain()
{
    WayBench bench;
    QCOMPARE(bench.axis().quiet().size(), std::size_t{2});
    const Span first = bench.axis().quiet()[0], second = bench.axis().quiet()[1];
    const Instant moment = first.begin + (first.end - first.begin) / 2;
    QTest::mouseClick(bench.view().viewport(), Qt::LeftButton, {}, bench.inLane(moment));
    QCOMPARE(bench.axis().quiet().size(), std::size_t{1});
    QCOMPARE(bench.axis().quietAt(moment), -1);
    QCOMPARE(bench.axis().quietAt(second.begin + (second.end - second.begin) / 2), 0);
    // A picture shows what the window does.
    QCOMPARE(bench.view().chart().opened().size(), std::size_t{1});
    bench.key(Qt::Key_Backspace);
    QCOMPARE(bench.axis().quiet().size(), std::size_t{2});
    bench.key(Qt::Key_Backspace);
    QCOMPARE(bench.axis().quiet().size(), std::size_t{2});
}

QTEST_MAIN(TestGettingAround)
#include "tst_getting_around.moc"
