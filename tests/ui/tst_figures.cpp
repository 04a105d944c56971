#include "support/bank_timeline.h"
#include "ui/figures.h"
#include "ui/words.h"
#include "ui/window_edit.h"
#include <QTest>

using namespace lockstep;
using namespace std::chrono_literals;

class TestFigures : public QObject {
    Q_OBJECT

private slots:
    void everyClockIsShownAtAMoment();
    void withoutZonesThereIsOneClock();
    void theCountsSayWhatMoved();
    void rowTextIsOneCleanLine();
    void aWindowBetweenRowsIsTiedToActionsOnly();
    void anUntiedPointIsMeasuredFromTheFirstRow();
};

void TestFigures::everyClockIsShownAtAMoment()
{
    const Timeline undated = undatedBankTimeline(false);
    QCOMPARE(clocksAt(undated, undated.event(3).at), QStringLiteral("03:35 UTC   23:35 Washington   10:35 Vietnam"));
    // Dated, the weekday differs between the clocks and is said: 6 October 2019 was a Sunday.
    const Timeline dated = bankTimeline(false);
    QCOMPARE(clocksAt(dated, dated.event(3).at), QStringLiteral("Mon 03:35 UTC   Sun 23:35 Washington   Mon 10:35 Vietnam"));
    const auto rows = clockRows(undated, undated.event(3).at, 1);
    QCOMPARE(rows.size(), std::size_t{3});
    QCOMPARE(rows[0].first, QStringLiteral("Vietnam"));
    QCOMPARE(rows[2].first, QStringLiteral("UTC"));
}

void TestFigures::withoutZonesThereIsOneClock()
{
    Timeline t = undatedBankTimeline(false);
    for (Lane& lane : t.lanes) {
        lane.zoneName.clear();
        lane.zone = Zone::utc();
    }
    QCOMPARE(clocksAt(t, t.event(3).at), QStringLiteral("03:35"));
    QCOMPARE(clockRows(t, t.event(3).at, 0).size(), std::size_t{1});
}

void TestFigures::theCountsSayWhatMoved()
{
    const Timeline t = bankTimeline(false);
    QCOMPARE(countsLine(applied(t, {})), QStringLiteral("15 rows, 2 lanes, 1 lock, nothing moved"));
    QCOMPARE(countsLine(applied(t, {"x", {}, {MoveEvent{5, 1min}}})), QStringLiteral("15 rows, 2 lanes, 1 lock, 1 row moved"));
}

void TestFigures::rowTextIsOneCleanLine()
{
    QCOMPARE(shownText("start backups in DBs,"), QStringLiteral("Start backups in DBs"));
    QVERIFY(!shownText("one\ntwo\x1b[31m").contains(QLatin1Char('\n')));
    QVERIFY(!shownText("one\x1b[31m").contains(QChar(0x1b)));
}

void TestFigures::aWindowBetweenRowsIsTiedToActionsOnly()
{
    const Timeline t = bankTimeline(false);
    const WindowSpec spec = windowBetween(applied(t, {}), 13, 2);
    QVERIFY(spec.begin.tiedTo == std::optional{2});
    // Row 13 is a look-up: it limits the end and does not carry it.
    QVERIFY(!spec.end.tiedTo);
    QCOMPARE(spec.end.latest.event, 1);
    QCOMPARE(spec.end.latest.after.count(), Millis{65min}.count());
    QVERIFY(spec.id != t.windows[0].id);
}

void TestFigures::anUntiedPointIsMeasuredFromTheFirstRow()
{
    const Timeline t = bankTimeline(false);
    const Point point = pointAt(t, t.event(11).at + 3min);
    QCOMPARE(point.event, 1);
    // Row 11 is 19 minutes after row 1: 23:49 and 23:30.
    QCOMPARE(point.after.count(), Millis{22min}.count());
    const Point before = pointAt(t, t.event(1).at - 3min);
    QCOMPARE(t.event(before.event).at + before.after, t.event(1).at - 3min);
}

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
