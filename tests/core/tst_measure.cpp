#include "core/measure.h"
#include "support/bank_timeline.h"
#include <QTest>

using namespace lockstep;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// "60 min | row 3 to row 13", and why where there is no length.
QString inWords(const TimelineView& view, const Measure& measure)
{
    const MeasureTaken taken = takeMeasure(view, measure);
    return QString::fromStdString(taken.hasPlace ? lengthWords(taken) + " | " + endsWords(taken) : taken.figure.basis);
}

Timeline changed(Timeline timeline, void (*change)(Timeline&))
{
    change(timeline);
    return timeline;
}

} // namespace

/// A length between two ends.
class TestMeasure : public QObject {
    Q_OBJECT
private slots:
    void theLengthIsOfRealTime_data();
    void theLengthIsOfRealTime();
    void rowsAndWindowsAreFollowedAndPointsStay_data();
    void rowsAndWindowsAreFollowedAndPointsStay();
    void whatIsNotThereHasNoLength();
    void clocksThatCannotBeComparedTellNoLength();
    void whatDecidesARangeIsSaid();
    void anElapsedTimelineSaysNoClock();
    void aPointKeepsItsPlaceWhereverItIsMeasuredFrom();
};

void TestMeasure::theLengthIsOfRealTime_data()
{
    QTest::addColumn<Measure>("measure");
    QTest::addColumn<QString>("words");
    const WindowEdge begin{"backups", false}, end{"backups", true};
    // 23:30 in Washington is 03:30 UTC, 10:35 in Vietnam 03:35.
    QTest::newRow("two rows of two lanes") << Measure{2, 3} << u"5 min | row 2 to row 3"_s;
    QTest::newRow("the later one first") << Measure{13, 3} << u"60 min | row 3 to row 13"_s;
    QTest::newRow("over quiet time that is cut out") << Measure{13, 14} << u"6 h 25 min | row 13 to row 14"_s;
    QTest::newRow("a window with an uncertain end") << Measure{begin, end} << u"60 to 65 min | the begin of the backups to the end of the backups"_s;
    QTest::newRow("from an uncertain end") << Measure{end, 14} << u"6 h 25 min to 6 h 30 min | the end of the backups to row 14"_s;
    QTest::newRow("an end within the other's doubt") << Measure{end, Point{2, 63min}} << u"0 to 3 min | the end of the backups to 04:33 UTC"_s;
    QTest::newRow("two points") << Measure{Point{1, 5min}, Point{1, 90s}} << u"3 min 30 s | 03:31:30 UTC to 03:35 UTC"_s;
    QTest::newRow("a row and a point") << Measure{13, Point{1, 0min}} << u"65 min | 03:30 UTC to row 13"_s;
}

void TestMeasure::theLengthIsOfRealTime()
{
    QFETCH(const Measure, measure);
    QFETCH(const QString, words);
    for (const Timeline& bank : {bankTimeline(true), undatedBankTimeline(true)})
        QCOMPARE(inWords(applied(bank, {}), measure), words);
}

void TestMeasure::rowsAndWindowsAreFollowedAndPointsStay_data()
{
    QTest::addColumn<Measure>("measure");
    QTest::addColumn<QString>("words");
    // Row 3 ten minutes later, at 03:45; the lock half an hour later, from 04:00 to 05:00 or 05:05.
    QTest::newRow("two rows") << Measure{1, 3} << u"15 min | row 1 to row 3"_s;
    QTest::newRow("rows that changed places") << Measure{3, 6} << u"5 min | row 6 to row 3"_s;
    QTest::newRow("a row and an edge") << Measure{1, WindowEdge{"backups", true}} << u"90 to 95 min | row 1 to the end of the backups"_s;
    QTest::newRow("points beside the row that moved") << Measure{Point{3, 0min}, Point{3, 5min}} << u"5 min | 03:35 UTC to 03:40 UTC"_s;
    QTest::newRow("the row that moved and a point") << Measure{Point{3, 0min}, 3} << u"10 min | 03:35 UTC to row 3"_s;
}

void TestMeasure::rowsAndWindowsAreFollowedAndPointsStay()
{
    QFETCH(const Measure, measure);
    QFETCH(const QString, words);
    const Timeline bank = bankTimeline(false);
    QCOMPARE(inWords(applied(bank, {"later", {}, {MoveEvent{3, 10min}, MoveWindow{"backups", 30min, 30min}}}), measure), words);
}

void TestMeasure::whatIsNotThereHasNoLength()
{
    const Timeline bank = bankTimeline(true);
    const TimelineView view = applied(bank, {"less", {}, {DropEvent{5}, DropWindow{"backups"}}});
    QCOMPARE(inWords(view, {5, 13}), u"Row 5 is left out here."_s);
    QCOMPARE(inWords(view, {13, 99}), u"The record has no row 99."_s);
    QCOMPARE(inWords(view, {WindowEdge{"backups", false}, 13}), u"The window 'backups' is not there."_s);
    QVERIFY(!takeMeasure(view, {5, 13}).figure.least);
}

void TestMeasure::clocksThatCannotBeComparedTellNoLength()
{
    const Timeline bank = changed(undatedBankTimeline(true), [](Timeline& t) {
        for (Event& event : t.events.open())
            event.offsetKnown = event.lane != 0;
    });
    const TimelineView view = applied(bank, {});
    const MeasureTaken across = takeMeasure(view, {1, 3});
    QCOMPARE(QString::fromStdString(lengthWords(across)), u"length not known"_s);
    QCOMPARE(QString::fromStdString(across.figure.basis), u"Rows 1 and 3 cannot be compared: the distance between their clocks is not known."_s);
    QCOMPARE(inWords(view, {1, 12}), u"29 min | row 1 to row 12"_s); // both on the bank's clock
    QCOMPARE(inWords(view, {1, Point{1, 29min}}), u"29 min | row 1 to 23:59 in Washington"_s); // no UTC where none is known
}

void TestMeasure::whatDecidesARangeIsSaid()
{
    const Timeline bank = changed(bankTimeline(true), [](Timeline& t) { t.events.open()[4].approx = true; });
    const TimelineView view = applied(bank, {});
    const MeasureTaken end = takeMeasure(view, {3, WindowEdge{"backups", true}});
    QCOMPARE(QString::fromStdString(end.figure.basis), u"The end of the backups: \u201cat least 1 hour\u201d; first correct balance."_s);
    QCOMPARE(inWords(view, {3, 5}), u"about 4 min | row 3 to row 5"_s);
    QCOMPARE(QString::fromStdString(takeMeasure(view, {3, 5}).figure.basis), u"Row 5 says about."_s);
}

void TestMeasure::anElapsedTimelineSaysNoClock()
{
    const Timeline elapsed = changed(undatedBankTimeline(true), [](Timeline& t) {
        t.isElapsed = true;
        for (Lane& lane : t.lanes) {
            lane.zoneName.clear();
            lane.zone = Zone::utc();
        }
        for (Event& event : t.events.open()) {
            event.zoneName = {};
            event.at -= 27h + 30min;
        }
    });
    QCOMPARE(inWords(applied(elapsed, {}), {1, Point{1, 5min}}), u"5 min | row 1 to T+0:05"_s);
}

void TestMeasure::aPointKeepsItsPlaceWhereverItIsMeasuredFrom()
{
    const Timeline bank = bankTimeline(true);
    const Instant at = bank.event(1).at + 7min;
    QCOMPARE(pointOn(bank, at), (Point{1, 7min}));
    QCOMPARE(pointOn(bank, at, 3), (Point{3, 2min}));
    QCOMPARE(pointOn(bank, at, 99), (Point{1, 7min}));
}

QTEST_APPLESS_MAIN(TestMeasure)
#include "tst_measure.moc"
