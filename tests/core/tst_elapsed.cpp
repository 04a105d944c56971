#include "core/elapsed.h"
#include "core/resolve.h"
#include "core/wording.h"
#include "support/draft_rows.h"
#include <QTest>
#include <algorithm>

using namespace lockstep;
using namespace lockstep::test;
using namespace std::chrono_literals;

class TestElapsed : public QObject {
    Q_OBJECT

private slots:
    void withoutAnyClockTheAxisCountsFromZero();
    void aDateAloneDoesNotTellWhenTheZeroWas();
    void aRowWithBothTellsWhenTheZeroWas();
    void aCorrectedClockTellsWhenTheZeroWas();
    void aDateSetByHandIsThatOfTheFirstRow();
    void besideOtherClocksSuchARowHasNoPlaceYet();
    void eachIncidentHasItsOwnZero();
    void clocksOnTheAxisReadAsTimeSinceZero_data();
    void clocksOnTheAxisReadAsTimeSinceZero();
};

namespace {

DraftRow since(Millis begin)
{
    DraftRow row;
    row.e.elapsed = Elapsed{.begin = begin};
    row.e.written = "T+";
    return row;
}

DraftRow with(DraftRow row, Millis begin)
{
    row.e.elapsed = Elapsed{.begin = begin};
    return row;
}

Millis gap(const Timeline& t, EventId from, EventId to) { return t.event(to).at - t.event(from).at; }

} // namespace

void TestElapsed::withoutAnyClockTheAxisCountsFromZero()
{
    const Resolved found = resolve(draftOf({since(-10min), since(0min), since(26h).zone("UTC")}));
    QVERIFY(found.timeline.isElapsed);
    QVERIFY(!found.timeline.dated);
    QCOMPARE(found.timeline.event(1).at, Instant{-10min});
    QCOMPARE(found.timeline.event(2).at, Instant{});
    QCOMPARE(found.timeline.event(3).at, Instant{26h});
    QVERIFY(found.timeline.event(3).zoneName.empty());
    QCOMPARE(found.message, std::string{"This document counts from T+0. Correct the clock of one row to tell when that was."});
}

void TestElapsed::aDateAloneDoesNotTellWhenTheZeroWas()
{
    const Resolved found = resolve(draftOf({since(0min).on(2021, 3, 4, Where::Title), since(5min).on(2021, 3, 4, Where::Title)}));
    QVERIFY(found.timeline.isElapsed);
    QVERIFY(!found.timeline.dated);
    QCOMPARE(gap(found.timeline, 1, 2), Millis{5min});
}

void TestElapsed::aRowWithBothTellsWhenTheZeroWas()
{
    const Resolved found = resolve(draftOf({since(-10min).on(2021, 3, 4, Where::Title).zone("UTC"),
        with(DraftRow{14, 2}.on(2021, 3, 4, Where::Title).zone("UTC"), 0min), since(26h).on(2021, 3, 4, Where::Title).zone("UTC")}));
    QVERIFY(!found.timeline.isElapsed);
    QVERIFY(found.timeline.dated);
    const Instant zero = date::sys_days{date::year{2021} / 3 / 4} + 14h + 2min;
    QCOMPARE(found.timeline.event(1).at, zero - 10min);
    QCOMPARE(found.timeline.event(2).at, zero);
    QCOMPARE(found.timeline.event(3).at, zero + 26h);
    const auto said = std::ranges::find(found.inferences, "zero of the elapsed times", &Inference::about);
    QVERIFY(said != found.inferences.end());
    QCOMPARE(said->answer, std::string{"14:02"});
}

void TestElapsed::aCorrectedClockTellsWhenTheZeroWas()
{
    const Draft draft = draftOf({since(0min), since(5min), since(90min)});
    const Reading reading{{SetClock{.event = 2, .clock = {.hour = 9, .minute = 30}, .day = {}}, By::Person, {}}};
    const Resolved found = resolve(draft, reading);
    QVERIFY(!found.timeline.isElapsed);
    QCOMPARE(found.timeline.event(1).local, WallTime{9h + 25min});
    QCOMPARE(found.timeline.event(2).local, WallTime{9h + 30min});
    QCOMPARE(found.timeline.event(3).local, WallTime{10h + 55min});
}

void TestElapsed::aDateSetByHandIsThatOfTheFirstRow()
{
    const Draft draft = draftOf({since(-30min), since(0min), since(1h)});
    const Reading reading{{SetClock{.event = 2, .clock = {.hour = 0, .minute = 10}, .day = {}}, By::Person, {}},
        {SetDate{date::year{2021} / 3 / 4}, By::Person, {}}, {SetZone{{}, "UTC"}, By::Person, {}}};
    const Resolved found = resolve(draft, reading);
    QVERIFY(found.timeline.dated);
    QCOMPARE(found.timeline.event(1).at, Instant{date::sys_days{date::year{2021} / 3 / 4} + 23h + 40min});
    QCOMPARE(found.timeline.event(2).at, Instant{date::sys_days{date::year{2021} / 3 / 5} + 10min});
}

void TestElapsed::besideOtherClocksSuchARowHasNoPlaceYet()
{
    const Resolved found = resolve(draftOf({DraftRow{14, 2}, since(5min), DraftRow{14, 30}}));
    QVERIFY(!found.timeline.isElapsed);
    QVERIFY(!found.timeline.event(2).hasInstant);
    QCOMPARE(found.timeline.event(2).notes,
        std::vector<std::string>{"Its time counts from a zero that no row gives a clock for, so it has no place yet."});
}

void TestElapsed::eachIncidentHasItsOwnZero()
{
    const Resolved found = resolve(draftOf({with(DraftRow{8, 0}, 0min), since(5min), with(DraftRow{20, 0}.group(1), 0min), since(5min).group(1)}));
    QCOMPARE(found.timeline.event(2).local.time_since_epoch() % date::days{1}, Millis{8h + 5min});
    QCOMPARE(found.timeline.event(4).local.time_since_epoch() % date::days{1}, Millis{20h + 5min});
}

void TestElapsed::clocksOnTheAxisReadAsTimeSinceZero_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("words");
    QTest::newRow("zero") << 0 << QStringLiteral("T+0:00");
    QTest::newRow("minutes") << 5 << QStringLiteral("T+0:05");
    QTest::newRow("before") << -125 << QStringLiteral("T\u22122:05");
    QTest::newRow("more than a day") << 26 * 60 << QStringLiteral("T+26:00");
}

void TestElapsed::clocksOnTheAxisReadAsTimeSinceZero()
{
    QFETCH(int, minutes);
    QFETCH(QString, words);
    Timeline timeline;
    timeline.isElapsed = true;
    const WallTime wall{std::chrono::minutes{minutes}};
    QCOMPARE(QString::fromStdString(clockLabel(timeline, wall)), words);
    QVERIFY(dayLabel(timeline, wall).empty());
}

QTEST_GUILESS_MAIN(TestElapsed)
#include "tst_elapsed.moc"
