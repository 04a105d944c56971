#include "chart/ticks.h"
#include "core/wording.h"
#include <QTest>

using namespace lockstep;
using namespace std::chrono_literals;

namespace {

Instant minute(int m) { return Instant{std::chrono::minutes{m}}; }

AxisScale axisOf(int minutes, double width, std::vector<Span> quiet = {})
{
    return {Span{minute(0), minute(minutes)}, std::move(quiet), 0, width, 27};
}

Instant utc(int y, unsigned m, unsigned d, std::chrono::minutes clock)
{
    return date::sys_days{date::year{y} / date::month{m} / date::day{d}} + clock;
}

std::vector<std::string> clocks(const std::vector<Instant>& ticks, const Zone& zone)
{
    std::vector<std::string> out;
    for (const Instant t : ticks)
        out.push_back(clockLabel(zone.wallAt(t)));
    return out;
}

using Strings = std::vector<std::string>;

} // namespace

class TestTicks : public QObject {
    Q_OBJECT

private slots:
    void stepsAreTheSmallestThatLeaveRoom_data()
    {
        QTest::addColumn<Millis>("shown");
        QTest::addColumn<Millis>("step");
        // 1000 pixels wide, 80 between ticks: at most 12.5 of them; below a second 128, at most 7.8.
        QTest::newRow("an hour: 5 minutes") << Millis{60min} << Millis{5min};
        QTest::newRow("two hours: 10 minutes") << Millis{120min} << Millis{10min};
        QTest::newRow("a day: 2 hours") << Millis{24h} << Millis{2h};
        QTest::newRow("a week: a day") << Millis{168h} << Millis{24h};
        QTest::newRow("a minute: 5 seconds") << Millis{1min} << Millis{5s};
        QTest::newRow("a second: a fifth of it") << Millis{1s} << 200ms;
        QTest::newRow("a fiftieth of a second: 5 milliseconds") << 20ms << 5ms;
    }
    void stepsAreTheSmallestThatLeaveRoom()
    {
        QFETCH(Millis, shown);
        QFETCH(Millis, step);
        const AxisScale axis({minute(0), minute(0) + shown}, {}, 0, 1000, 27);
        QCOMPARE(tickStep(axis, 80).length, step);
    }

    void yearsAreCountedInMonths()
    {
        const TickStep step = tickStep(axisOf(3 * 365 * 24 * 60, 1000), 80);
        QCOMPARE(step.months, 3);
        QVERIFY(step.isCalendar());
    }

    void ticksAreRoundOnTheShownClockNotOnUtc()
    {
        const Zone kathmandu = Zone::fixed(5h + 45min);
        const auto ticks = tickInstants(axisOf(120, 1000), kathmandu, {1800s, 0});
        QCOMPARE(clocks(ticks, kathmandu), (Strings{"06:00", "06:30", "07:00", "07:30"}));
        QCOMPARE(ticks.front(), minute(15));
    }

    void noTickStandsInsideACut()
    {
        const auto ticks = tickInstants(axisOf(300, 1000, {{minute(55), minute(205)}}), Zone::utc(), {1800s, 0});
        QCOMPARE(clocks(ticks, Zone::utc()), (Strings{"00:00", "00:30", "03:30", "04:00", "04:30", "05:00"}));
    }

    void theHourTheZoneSkipsHasNoTicks()
    {
        // New York, 10 March 2019: 02:00 became 03:00 at 07:00 UTC.
        const auto zone = Zone::find("America/New_York");
        QVERIFY(zone);
        const AxisScale axis({utc(2019, 3, 10, 5h), utc(2019, 3, 10, 10h)}, {}, 0, 1000, 27);
        QCOMPARE(clocks(tickInstants(axis, *zone, {3600s, 0}), *zone), (Strings{"00:00", "01:00", "03:00", "04:00", "05:00", "06:00"}));
    }

    void theHourTheZoneRepeatsIsToldTwice()
    {
        // New York, 3 November 2019: 02:00 became 01:00 at 06:00 UTC.
        const auto zone = Zone::find("America/New_York");
        QVERIFY(zone);
        const AxisScale axis({utc(2019, 11, 3, 4h), utc(2019, 11, 3, 8h)}, {}, 0, 1000, 27);
        QCOMPARE(clocks(tickInstants(axis, *zone, {3600s, 0}), *zone), (Strings{"00:00", "01:00", "01:00", "02:00", "03:00"}));
    }

    void longStepsReturnToMidnightAfterAChangeOfClocks()
    {
        const auto zone = Zone::find("America/New_York");
        QVERIFY(zone);
        const AxisScale axis({utc(2019, 3, 9, 5h), utc(2019, 3, 12, 4h)}, {}, 0, 1000, 27);
        QCOMPARE(clocks(tickInstants(axis, *zone, {12h, 0}), *zone), (Strings{"00:00", "12:00", "00:00", "12:00", "00:00", "12:00", "00:00"}));
    }

    /// Oracle: `zdump -v America/New_York`, and the fixed offset of Vietnam since 1975.
    void changesOfTheClocksAreFoundToTheMillisecond()
    {
        const auto newYork = Zone::find("America/New_York"), vietnam = Zone::find("Asia/Ho_Chi_Minh");
        QVERIFY(newYork && vietnam);
        const Span year{utc(2019, 1, 1, 0min), utc(2020, 1, 1, 0min)};
        const AxisScale axis(year, {}, 0, 1000, 27);
        const std::vector<Instant> both{utc(2019, 3, 10, 7h), utc(2019, 11, 3, 6h)};
        QCOMPARE(offsetChanges(axis, *newYork), both);
        QVERIFY(offsetChanges(axis, *vietnam).empty());
        const AxisScale cut(year, {{utc(2019, 3, 1, 0min), utc(2019, 4, 1, 0min)}}, 0, 1000, 27);
        QCOMPARE(offsetChanges(cut, *newYork), std::vector<Instant>{both[1]});
        const AxisScale centuries({utc(1900, 1, 1, 0min), utc(2037, 1, 1, 0min)}, {}, 0, 1000, 27);
        QVERIFY(offsetChanges(centuries, *newYork).empty());
    }

    void monthsBeginOnTheirFirstDay()
    {
        const AxisScale axis({utc(2019, 1, 15, 0min), utc(2019, 8, 15, 0min)}, {}, 0, 1000, 27);
        const auto ticks = tickInstants(axis, Zone::utc(), {0s, 3});
        QCOMPARE(ticks, (std::vector<Instant>{utc(2019, 4, 1, 0min), utc(2019, 7, 1, 0min)}));
    }

    void textsKeepClearOfCutsEdgesAndOneAnother()
    {
        // 5 pixels a minute; the cut takes 27: x(30) = 150, x(90) = 177.
        const AxisScale axis({minute(0), minute(180)}, {{minute(30), minute(90)}}, 0, 627, 27);
        const auto text = [](int m, bool anchored = false) { return TickText{0, minute(m), 20, 40, false, anchored}; };
        const std::vector<TickText> texts{text(0), text(10), text(15), text(22), text(91, true), text(96), text(105), text(178)};
        TickRoom room;
        room.lone = 0;
        std::vector<std::size_t> shown;
        for (const ShownTick& tick : shownTicks(axis, texts, std::nullopt, room))
            shown.push_back(tick.text);
        // 0: over the left edge. 15: over 10. 22: 20 + 24 from the cut. 91: 5 pixels. 96: 30 pixels, ends 10 from it.
        QCOMPARE(shown, (std::vector<std::size_t>{1, 6}));
    }

    void neighboursGiveWayToTheBoxedMoment()
    {
        const AxisScale axis({minute(0), minute(100)}, {}, 0, 1000, 27);
        std::vector<TickText> texts;
        for (int m = 10; m < 100; m += 10)
            texts.push_back({0, minute(m), 20, 40, false, false});
        for (const ShownTick& tick : shownTicks(axis, texts, Blocked{370, 430}))
            QVERIFY(texts[tick.text].at != minute(40));
        QCOMPARE(shownTicks(axis, texts, Blocked{370, 430}).size(), std::size_t{8});
    }

    void aHiddenTickPassesItsDayOn()
    {
        const AxisScale axis({minute(0), minute(100)}, {}, 0, 1000, 27);
        std::vector<TickText> texts;
        for (int m = 10; m < 100; m += 10)
            texts.push_back({0, minute(m), 20, 40, m == 40, false});
        const auto shown = shownTicks(axis, texts, Blocked{370, 430});
        const auto told = std::find_if(shown.begin(), shown.end(), [](const ShownTick& t) { return t.withDay; });
        QVERIFY(told != shown.end());
        QCOMPARE(texts[told->text].at, minute(50));
        QCOMPARE(std::count_if(shown.begin(), shown.end(), [](const ShownTick& t) { return t.withDay; }), 1);
    }

    void aColumnIsShownOnAllRulersOrNone()
    {
        const AxisScale axis({minute(0), minute(100)}, {}, 0, 1000, 27);
        // Only ruler 1 has a day to tell at minute 40; minute 44 is then in its way on both.
        const std::vector<TickText> texts{{0, minute(40), 20, 45, false, false}, {1, minute(40), 20, 45, true, false},
            {0, minute(46), 20, 45, false, false}, {1, minute(46), 20, 45, false, false}};
        const auto shown = shownTicks(axis, texts, std::nullopt);
        QCOMPARE(shown, (std::vector<ShownTick>{{0, false}, {1, true}}));
    }
};

QTEST_GUILESS_MAIN(TestTicks)
#include "tst_ticks.moc"
