#include "support/bank_timeline.h"
#include "ui/typed_time.h"
#include <QTest>

using namespace lockstep;
using namespace std::chrono_literals;
using namespace date::literals;

class TestTypedTime : public QObject {
    Q_OBJECT

private slots:
    void aTimeIsReadOnTheRowsClock_data();
    void aTimeIsReadOnTheRowsClock();
    void aMissingClockIsRefused();
    void anUnknownPlaceIsRefusedByName();
    void anUndatedDocumentDoesNotGuessSummerTime();
    void aBoundWithoutAPlaceIsUtc();
    void withoutAnyZoneAPlaceIsRefused();
    void whereAllCountsFromAZeroATimeSinceThenIsRead();
    void datesAreReadStrictly_data();
    void datesAreReadStrictly();
};

void TestTypedTime::aTimeIsReadOnTheRowsClock_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("hour");
    QTest::addColumn<int>("minute");
    QTest::addColumn<int>("utcMinutes"); // after 2019-10-07 00:00 UTC
    // Row 3: Vietnam, 10:35 on the 7th, 03:35 UTC. By hand: Vietnam is UTC+7, Washington UTC-4 on that day.
    QTest::newRow("the row's own clock") << 3 << QByteArray("10:36") << 10 << 36 << 3 * 60 + 36;
    QTest::newRow("as the document writes it") << 3 << QByteArray("hora 10:36 am") << 10 << 36 << 3 * 60 + 36;
    QTest::newRow("in another lane's place") << 3 << QByteArray("23:36 Washington") << 10 << 36 << 3 * 60 + 36;
    QTest::newRow("the place first") << 3 << QByteArray("Washington 23:36") << 10 << 36 << 3 * 60 + 36;
    QTest::newRow("a lane by its role") << 3 << QByteArray("23:36 bank") << 10 << 36 << 3 * 60 + 36;
    QTest::newRow("in UTC") << 3 << QByteArray("03:36 UTC") << 10 << 36 << 3 * 60 + 36;
    QTest::newRow("in a place of no lane") << 3 << QByteArray("12:36 Japan") << 10 << 36 << 3 * 60 + 36;
    QTest::newRow("another day on the row's clock") << 2 << QByteArray("11:10 Vietnam") << 0 << 10 << 4 * 60 + 10;
    QTest::newRow("its own clock keeps its day") << 2 << QByteArray("0:10") << 0 << 10 << 10 - 20 * 60;
}

void TestTypedTime::aTimeIsReadOnTheRowsClock()
{
    QFETCH(int, row);
    QFETCH(QByteArray, text);
    QFETCH(int, hour);
    QFETCH(int, minute);
    QFETCH(int, utcMinutes);
    const Timeline t = bankTimeline(false);
    const Result<TypedTime> typed = typedTime(applied(t, {}), row, text.toStdString());
    QVERIFY2(typed.has_value(), typed ? "" : typed.error().what.c_str());
    QVERIFY(typed->clock == (Clock{hour, minute, 0, 0}));
    QCOMPARE((typed->at - Instant{date::sys_days{2019_y / 10 / 7}}).count(), Millis{std::chrono::minutes{utcMinutes}}.count());
    // Row 2 is of the first local day (0), so ten past midnight there is day 1, and only that is said.
    const bool isNextDay = row == 2 && utcMinutes == 4 * 60 + 10;
    QVERIFY(typed->day == (isNextDay ? std::optional{1} : std::nullopt));
}

void TestTypedTime::aMissingClockIsRefused()
{
    const Timeline t = bankTimeline(false);
    for (const char* text : {"", "soon", "25:61", "Washington"})
        QVERIFY2(!typedTime(applied(t, {}), 3, text), text);
}

void TestTypedTime::anUnknownPlaceIsRefusedByName()
{
    const Timeline t = bankTimeline(false);
    const Result<TypedTime> typed = typedTime(applied(t, {}), 3, "10:36 Nowhereville");
    QVERIFY(!typed);
    QVERIFY(QString::fromStdString(typed.error().what).contains(QStringLiteral("Nowhereville")));
}

void TestTypedTime::anUndatedDocumentDoesNotGuessSummerTime()
{
    const Timeline t = undatedBankTimeline(false);
    // London has summer time and no lane is there; Japan has one offset all year.
    QVERIFY(!typedTime(applied(t, {}), 3, "04:36 London"));
    QVERIFY(typedTime(applied(t, {}), 3, "12:36 Japan"));
    // A lane's own offset was found from the order of the rows: that one is known.
    QVERIFY(typedTime(applied(t, {}), 3, "23:36 Washington"));
}

void TestTypedTime::aBoundWithoutAPlaceIsUtc()
{
    const Timeline t = bankTimeline(false);
    const Instant near = t.windows[0].end.earliest;
    QVERIFY(typedInstant(applied(t, {}), near, "04:32").value() == near + 2min);
    QVERIFY(typedInstant(applied(t, {}), near, "00:32 Washington").value() == near + 2min);
}

void TestTypedTime::withoutAnyZoneAPlaceIsRefused()
{
    Timeline t = undatedBankTimeline(false);
    for (Lane& lane : t.lanes)
        lane.zoneName.clear();
    const Result<TypedTime> typed = typedTime(applied(t, {}), 3, "12:36 Japan");
    QVERIFY(!typed);
    QVERIFY(QString::fromStdString(typed.error().what).contains(QStringLiteral("no time zone")));
    QVERIFY(typedTime(applied(t, {}), 3, "10:36"));
}

void TestTypedTime::whereAllCountsFromAZeroATimeSinceThenIsRead()
{
    Timeline t = bankTimeline(false);
    const std::string text = "T+1:20";
    QVERIFY(!typedTime(applied(t, {}), 3, text).has_value());
    t.isElapsed = true;
    const Result<TypedTime> typed = typedTime(applied(t, {}), 3, text);
    QVERIFY(typed.has_value());
    QVERIFY(typed->isElapsed);
    QCOMPARE(typed->at, Instant{1h + 20min});
    QCOMPARE(*typedInstant(applied(t, {}), {}, text), Instant{1h + 20min});
    QVERIFY(!typedInstant(applied(t, {}), {}, "14:02").has_value());
}

void TestTypedTime::datesAreReadStrictly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("ok");
    QTest::newRow("plain") << QByteArray("2019-10-06") << true;
    QTest::newRow("leap day") << QByteArray("2020-02-29") << true;
    QTest::newRow("no leap day") << QByteArray("2019-02-29") << false;
    QTest::newRow("no such month") << QByteArray("2019-13-01") << false;
    QTest::newRow("a month in letters") << QByteArray("6 October 2019") << true;
    QTest::newRow("month first") << QByteArray("Oct 6, 2019") << true;
    QTest::newRow("a blank after it") << QByteArray("2019-10-06 ") << true;
    QTest::newRow("words after it") << QByteArray("2019-10-06 or so") << false;
    QTest::newRow("no year") << QByteArray("6 October") << false;
    QTest::newRow("two days") << QByteArray("6 to 7 October 2019") << false;
    QTest::newRow("day first") << QByteArray("06/10/2019") << false;
    QTest::newRow("nothing") << QByteArray("") << false;
    QTest::newRow("year too large") << QByteArray("20190-10-06") << false;
}

void TestTypedTime::datesAreReadStrictly()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, ok);
    QCOMPARE(typedDate(text.toStdString()).has_value(), ok);
}

QTEST_GUILESS_MAIN(TestTypedTime)
#include "tst_typed_time.moc"
