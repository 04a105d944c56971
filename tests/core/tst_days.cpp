#include "core/days.h"
#include "support/seed_draft.h"
#include <QtTest>

using namespace lockstep;
using namespace std::chrono_literals;
using std::chrono::minutes;

namespace {

const auto nobody = [](date::local_days) { return false; };
const date::local_days day0 = date::local_days{date::year{2022} / 4 / 29};

/// "0 23:30" is clock 0 at 23:30; a third part says how the date stands: "own 2", "heading 1", "title 0" with its day.
DayRow rowOf(const QString& words)
{
    const QStringList part = words.split(QLatin1Char(' '));
    const QStringList hm = part[1].split(QLatin1Char(':'));
    DayRow row;
    row.clock = part[0].toInt();
    row.time = std::chrono::hours{hm[0].toInt()} + minutes{hm[1].toInt()};
    row.written = day0;
    if (part.size() > 3) {
        row.written = day0 + date::days{part[3].toInt()};
        row.own = part[2] == QStringLiteral("own");
        row.startsDay = part[2] == QStringLiteral("heading");
        row.statement = row.startsDay ? 100 + part[3].toInt() : 0;
    }
    return row;
}

std::vector<DayRow> rowsOf(const QString& text)
{
    std::vector<DayRow> rows;
    for (const QString& words : text.split(QStringLiteral(", ")))
        rows.push_back(rowOf(words));
    return rows;
}

QString daysOf(const std::vector<DayRow>& rows, const std::vector<OffsetRange>& ranges,
               const std::function<bool(date::local_days)>& isSpokenOf = nobody)
{
    QStringList days;
    for (const FoundDay& found : findDays(rows, ranges, isSpokenOf))
        days << QString::number((found.day - day0).count());
    return days.join(QLatin1Char(' '));
}

OffsetRange fixedAt(minutes offset) { return {.least = offset, .most = offset}; }

std::vector<DayRow> seedRowsOf(std::initializer_list<int> named)
{
    std::vector<DayRow> rows;
    for (int n : named) {
        const auto& seed = test::seedRows[n - 1];
        DayRow row;
        row.clock = seed.client ? 1 : 0;
        row.time = std::chrono::hours{seed.hour} + minutes{seed.minute};
        row.written = day0;
        rows.push_back(row);
    }
    return rows;
}

} // namespace

class TestDays : public QObject {
    Q_OBJECT

private slots:
    void midnightIsAStepBackOfThreeHours_data();
    void midnightIsAStepBackOfThreeHours();
    void theSeedSpansTwoDays_data();
    void theSeedSpansTwoDays();
    void clocksShiftByWholeDays_data();
    void clocksShiftByWholeDays();
    void writtenDatesWin_data();
    void writtenDatesWin();
    void aRowsOwnDateIsThatOfItsClock_data();
    void aRowsOwnDateIsThatOfItsClock();
    void aRepeatedDateIsTheNextDayWhenTheDocumentSpeaksOfIt();
    void aRepeatedDateStaysWhenNothingSupportsTheNext();
    void thirtyThousandRowsCountTheirDays();
};

void TestDays::midnightIsAStepBackOfThreeHours_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("days");
    QTest::newRow("forwards") << "0 09:00, 0 09:00, 0 23:59" << "0 0 0";
    QTest::newRow("disorder of less than three hours") << "0 14:46, 0 14:44, 0 11:47" << "0 0 0";
    QTest::newRow("exactly three hours") << "0 14:00, 0 11:00" << "0 1";
    QTest::newRow("a minute less") << "0 14:00, 0 11:01" << "0 0";
    QTest::newRow("two midnights") << "0 23:00, 0 01:00, 0 22:00, 0 02:00" << "0 1 1 2";
    QTest::newRow("measured from the row before, not from the latest") << "0 12:00, 0 10:00, 0 08:00" << "0 0 0";
    QTest::newRow("24:10 is past midnight") << "0 23:50, 0 24:10, 0 00:20" << "0 0 1";
}

void TestDays::midnightIsAStepBackOfThreeHours()
{
    QFETCH(QString, rows);
    QFETCH(QString, days);
    QCOMPARE(daysOf(rowsOf(rows), {fixedAt(0min)}), days);
}

void TestDays::theSeedSpansTwoDays_data()
{
    QTest::addColumn<std::vector<DayRow>>("rows");
    QTest::addColumn<QString>("days");
    QTest::newRow("as written") << seedRowsOf({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
                                << "0 0 1 1 1 0 1 0 1 0 0 0 1 1 1";
    QTest::newRow("rows 8 and 9 swapped") << seedRowsOf({1, 2, 3, 4, 5, 6, 7, 9, 8, 10, 11, 12, 13, 14, 15})
                                          << "0 0 1 1 1 0 1 1 0 0 0 0 1 1 1";
    QTest::newRow("rows 3 and 13 swapped") << seedRowsOf({1, 2, 13, 4, 5, 6, 7, 8, 9, 10, 11, 12, 3, 14, 15})
                                           << "0 0 1 1 1 0 1 0 1 0 0 0 1 1 1";
    QTest::newRow("the client's rows first") << seedRowsOf({3, 4, 6, 7, 8, 9, 10, 14}) << "0 0 -1 0 -1 0 -1 0";
}

void TestDays::theSeedSpansTwoDays()
{
    QFETCH(std::vector<DayRow>, rows);
    QFETCH(QString, days);
    QCOMPARE(daysOf(rows, {OffsetRange{}, fixedAt(7h)}), days);
    // The days do not hang on which of the bank's readings is right.
    QCOMPARE(daysOf(rows, {fixedAt(-4h), fixedAt(7h)}), days);
    QCOMPARE(daysOf(rows, {fixedAt(-5h), fixedAt(7h)}), days);
}

void TestDays::clocksShiftByWholeDays_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<std::vector<OffsetRange>>("ranges");
    QTest::addColumn<QString>("days");
    const std::vector<OffsetRange> utcAndTokyo{fixedAt(0min), fixedAt(9h)};
    QTest::newRow("Tokyo is past midnight before UTC")
        << "0 22:00, 0 23:00, 1 09:30, 1 10:00" << utcAndTokyo << "0 0 1 1";
    QTest::newRow("the same day where that is in order") << "0 01:00, 1 10:30, 0 02:00, 1 11:10" << utcAndTokyo << "0 0 0 0";
    QTest::newRow("a clock that joins on the third day")
        << "0 22:00, 0 01:00, 0 22:30, 0 01:30, 1 10:40, 1 10:50, 0 02:00" << utcAndTokyo << "0 1 1 2 2 2 2";
    QTest::newRow("a clock on one row only adds no day")
        << "0 15:45, 1 16:00, 0 16:15, 0 16:30" << std::vector{fixedAt(2h), fixedAt(-4h)} << "0 0 0 0";
    QTest::newRow("nor where one would mend the order")
        << "0 23:30, 1 10:35, 0 23:40" << std::vector{fixedAt(-4h), fixedAt(7h)} << "0 0 0";
    QTest::newRow("it takes the day its neighbour has reached")
        << "0 23:30, 0 00:10, 1 06:20, 0 00:30" << std::vector{fixedAt(2h), fixedAt(8h)} << "0 1 1 1";
    QTest::newRow("it may not have reached that day")
        << "0 00:45, 0 01:30, 1 20:45, 0 01:50" << std::vector{fixedAt(0min), fixedAt(-4h)} << "0 0 -1 0";
    QTest::newRow("nor as the first row")
        << "1 20:45, 0 00:50, 0 01:30" << std::vector{fixedAt(0min), fixedAt(-4h)} << "-1 0 0";
    QTest::newRow("late that same day it has")
        << "0 09:00, 1 23:00, 0 09:30" << std::vector{fixedAt(0min), fixedAt(-4h)} << "0 0 0";
    QTest::newRow("nothing is taken away where the offset is open")
        << "0 00:45, 0 01:30, 1 20:45, 0 01:50" << std::vector{fixedAt(0min), OffsetRange{}} << "0 0 0 0";
    QTest::newRow("three clocks")
        << "0 22:00, 1 07:05, 2 18:10, 0 22:15, 1 07:20, 2 18:25"
        << std::vector{fixedAt(0min), fixedAt(9h), OffsetRange{}} << "0 1 0 0 1 0";
    QTest::newRow("order before the shortest span")
        << "0 08:00, 0 20:00, 1 17:30, 1 17:40" << utcAndTokyo << "0 0 1 1";
    QTest::newRow("the shortest span where order says nothing")
        << "0 20:00, 0 20:10, 1 05:30, 1 05:40" << utcAndTokyo << "0 0 1 1";
}

void TestDays::clocksShiftByWholeDays()
{
    QFETCH(QString, rows);
    QFETCH(std::vector<OffsetRange>, ranges);
    QFETCH(QString, days);
    QCOMPARE(daysOf(rowsOf(rows), ranges), days);
}

void TestDays::writtenDatesWin_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("days");
    QTest::newRow("own dates") << "0 20:00 own 3, 0 09:00 own 1, 0 10:00 own 1" << "3 1 1";
    QTest::newRow("own date repeated after a step back") << "0 20:25 own 0, 0 12:30 own 0" << "0 0";
    QTest::newRow("a title's date goes on past midnight") << "0 22:36 title 0, 0 07:01 title 0" << "0 1";
    QTest::newRow("a day's heading stands") << "0 23:00 title 0, 0 05:00 title 0, 0 00:30 heading 1" << "0 1 1";
    QTest::newRow("past midnight under a day's heading") << "0 23:00 heading 2, 0 01:00 heading 2" << "2 3";
    QTest::newRow("each heading by itself") << "0 23:00 heading 0, 0 01:00 heading 1, 0 00:30 heading 5" << "0 1 5";
    QTest::newRow("an own date carries the title's along") << "0 14:00 title 0, 0 11:00 own 1, 0 11:07 title 0" << "0 1 1";
    QTest::newRow("a row about weeks ago moves nothing") << "0 14:00 title 0, 0 09:00 own -20, 0 14:05 title 0" << "0 -20 0";
    QTest::newRow("nor one about weeks ahead") << "0 14:00 title 0, 0 09:00 own 20, 0 14:05 title 0" << "0 20 0";
}

void TestDays::writtenDatesWin()
{
    QFETCH(QString, rows);
    QFETCH(QString, days);
    QCOMPARE(daysOf(rowsOf(rows), {fixedAt(0min)}), days);
}

void TestDays::aRowsOwnDateIsThatOfItsClock_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("days");
    // London and New York in summer. Rows 4 on go by the date of row 3, which is London's.
    QTest::newRow("the other clock is on the day before")
        << "0 23:10, 1 18:15, 0 01:30 own 1, 1 20:45 title 1, 0 01:50 title 1, 1 22:10 title 1" << "0 0 1 0 1 0";
    QTest::newRow("its clock has no other row")
        << "0 01:30 own 1, 1 20:45 title 1, 1 22:10 title 1" << "1 0 0";
    QTest::newRow("the other clock has no other row")
        << "0 01:30 own 1, 0 01:40 title 1, 1 20:45 title 1" << "1 1 0";
    QTest::newRow("on the same day where that is in order")
        << "0 09:30 own 1, 1 05:45 title 1, 1 06:00 title 1" << "1 1 1";
}

void TestDays::aRowsOwnDateIsThatOfItsClock()
{
    QFETCH(QString, rows);
    QFETCH(QString, days);
    auto given = rowsOf(rows);
    for (DayRow& row : given)
        if (!row.own && row.written > day0)
            row.statement = 1;
    QCOMPARE(daysOf(given, {fixedAt(1h), fixedAt(-4h)}), days);
}

void TestDays::aRepeatedDateIsTheNextDayWhenTheDocumentSpeaksOfIt()
{
    const auto rows = rowsOf(QStringLiteral("0 20:25 own 0, 0 12:30 own 0, 0 13:30 own 0, 0 14:00 own 0"));
    const auto spoken = [](date::local_days d) { return d == day0 + date::days{1}; };
    QCOMPARE(daysOf(rows, {fixedAt(0min)}, spoken), QStringLiteral("0 1 1 1"));
    const auto found = findDays(rows, std::vector{fixedAt(0min)}, spoken);
    QVERIFY(!found[0].corrected);
    QVERIFY(found[1].corrected);
    QVERIFY(found[3].corrected);
}

void TestDays::aRepeatedDateStaysWhenNothingSupportsTheNext()
{
    const auto spokenOfAnother = [](date::local_days d) { return d == day0 + date::days{2}; };
    QCOMPARE(daysOf(rowsOf(QStringLiteral("0 20:25 own 0, 0 12:30 own 0")), {fixedAt(0min)}, spokenOfAnother),
             QStringLiteral("0 0"));
    // A step back of less than three hours is disorder, whatever else the document says.
    const auto spoken = [](date::local_days) { return true; };
    QCOMPARE(daysOf(rowsOf(QStringLiteral("0 14:46 own 0, 0 14:44 own 0")), {fixedAt(0min)}, spoken),
             QStringLiteral("0 0"));
}

void TestDays::thirtyThousandRowsCountTheirDays()
{
    std::vector<DayRow> rows;
    for (int i = 0; i < 30'000; ++i) {
        DayRow row;
        row.clock = i % 2;
        row.time = minutes{(i * 7 + (i % 2) * 540) % 1440};
        row.written = day0;
        rows.push_back(row);
    }
    const auto found = findDays(rows, std::vector{fixedAt(0min), fixedAt(9h)}, nobody);
    QCOMPARE((found.back().day - day0).count(), 29'999 * 7 / 1440 + (29'999 * 7 % 1440 >= 900 ? 1 : 0));
}

QTEST_GUILESS_MAIN(TestDays)
#include "tst_days.moc"
