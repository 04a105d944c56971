#include "chart/axis_scale.h"
#include "chart/lane_rows.h"
#include "core/scenario.h"
#include "support/bank_timeline.h"
#include <QTest>
#include <array>
#include <random>

using namespace lockstep;
using namespace std::chrono_literals;

namespace {

Instant minute(int m) { return Instant{std::chrono::minutes{m}}; }

Span span(int from, int to) { return {minute(from), minute(to)}; }

/// Scales with random cuts, at random zooms: what every law below must hold for.
std::vector<AxisScale> someScales()
{
    std::mt19937 random(20191007);
    const auto number = [&](int least, int most) { return std::uniform_int_distribution{least, most}(random); };
    std::vector<AxisScale> scales;
    for (int n = 0; n < 60; ++n) {
        std::vector<Span> quiet;
        int at = number(5, 60);
        for (int cuts = number(0, 5); cuts > 0; --cuts) {
            const int end = at + number(20, 600);
            quiet.push_back(span(at, end));
            at = end + number(5, 120);
        }
        AxisScale scale(span(0, at + number(5, 60)), quiet, 200, 200 + number(300, 1800), 27);
        for (int zooms = number(0, 3); zooms > 0; --zooms)
            scale = scale.zoomedAt(number(200, 1500), 0.5 + number(0, 40) / 10.0).panned(number(-400, 400));
        scales.push_back(scale);
    }
    return scales;
}

} // namespace

class TestAxisScale : public QObject {
    Q_OBJECT

private slots:
    void bothEdgesAreTheEndsOfTheWhole()
    {
        const AxisScale scale(span(0, 100), {}, 50, 1050, 27);
        QCOMPARE(scale.x(minute(0)), 50.0);
        QCOMPARE(scale.x(minute(100)), 1050.0);
        QCOMPARE(scale.x(minute(25)), 300.0);
        QCOMPARE(scale.at(300), minute(25));
    }

    void aCutTakesItsWidthAndNoMore()
    {
        // 100 minutes, 50 of them cut out: 1000 - 40 pixels for 50 minutes are 19.2 a minute.
        const AxisScale scale(span(0, 100), {span(20, 70)}, 0, 1000, 40);
        QCOMPARE(scale.x(minute(20)), 20 * 19.2);
        QCOMPARE(scale.x(minute(70)), 20 * 19.2 + 40);
        QCOMPARE(scale.x(minute(100)), 1000.0);
        QCOMPARE(scale.pixelsPerMinute(), 19.2);
    }

    void instantsComeBackFromTheirX()
    {
        for (const AxisScale& scale : someScales()) {
            const Span shown = scale.visible();
            for (int i = 0; i <= 200; ++i) {
                const Instant t = shown.begin + (shown.end - shown.begin) * i / 200;
                QCOMPARE(scale.at(scale.x(t)), t);
            }
        }
    }

    /// From ten years to a fiftieth of a second: every millisecond in view comes back from its x.
    void instantsComeBackAtTheClosestZoom()
    {
        const AxisScale years({minute(0), minute(10 * 366 * 24 * 60)}, {span(5'000, 900'000), span(1'000'000, 3'000'000)}, 290, 1552, 27);
        AxisScale scale = years;
        for (int zoom = 0; zoom < 80; ++zoom) {
            scale = scale.zoomedAt(290 + (zoom * 131) % 1200, 1.5);
            const Span shown = scale.visible();
            for (int i = 0; i <= 50; ++i) {
                const Instant t = shown.begin + (shown.end - shown.begin) * i / 50;
                QCOMPARE(scale.at(scale.x(t)), t);
            }
        }
        QCOMPARE(scale.visible().end - scale.visible().begin, Millis{20});
    }

    void laterIsFurtherRight()
    {
        for (const AxisScale& scale : someScales()) {
            double last = -1e18;
            for (Instant t = scale.whole().begin - 10min; t <= scale.whole().end + 10min; t += 90s) {
                QVERIFY(scale.x(t) > last);
                last = scale.x(t);
            }
        }
    }

    void whatLiesUnderThePointerStaysThereWhileZooming()
    {
        const AxisScale scale(span(0, 600), {span(100, 500)}, 0, 1000, 27);
        for (const double x : {130.0, 400.0, 860.0}) {
            const AxisScale closer = scale.zoomedAt(x, 2.5);
            QVERIFY(qAbs(closer.x(scale.at(x)) - x) < 0.01);
            QVERIFY(closer.isZoomed());
        }
    }

    void zoomingOutAndPanningStopAtTheWhole()
    {
        for (const AxisScale& scale : someScales()) {
            for (const AxisScale& moved : {scale.panned(1e6), scale.panned(-1e6), scale.zoomedAt(300, 0.01), scale.zoomedAt(700, 1.7)}) {
                QVERIFY(moved.visible().begin >= scale.whole().begin);
                QVERIFY(moved.visible().end <= scale.whole().end);
            }
            QVERIFY(!scale.fitted().isZoomed());
            QCOMPARE(scale.zoomedAt(500, 1e-9).visible(), scale.whole());
        }
    }

    void panningMovesByPixelsAlsoAcrossACut()
    {
        const AxisScale scale = AxisScale(span(0, 600), {span(100, 500)}, 0, 1000, 27).zoomedAt(500, 4);
        const AxisScale panned = scale.panned(-120);
        const Instant t = scale.at(500);
        QVERIFY(qAbs(panned.x(t) - 380) < 0.01);
    }

    void anotherWidthShowsTheSameInstants()
    {
        const AxisScale scale = AxisScale(span(0, 600), {span(100, 500)}, 0, 1000, 27).showing(span(20, 80));
        const AxisScale wider = scale.withEdges(0, 1700);
        QVERIFY(std::chrono::abs(wider.visible().begin - scale.visible().begin) <= 1ms);
        QVERIFY(std::chrono::abs(wider.visible().end - scale.visible().end) <= 1ms);
    }

    void cutsAreFoundByInstant()
    {
        const AxisScale scale(span(0, 900), {span(100, 300), span(400, 800)}, 0, 1000, 27);
        QCOMPARE(scale.quietAt(minute(99)), -1);
        QCOMPARE(scale.quietAt(minute(100)), 0);
        QCOMPARE(scale.quietAt(minute(300)), -1);
        QCOMPARE(scale.quietAt(minute(799)), 1);
    }

    void theSeedIsSilentTwice()
    {
        const Timeline bank = bankTimeline(false);
        const std::vector<Span> quiet = quietSpans(applied(bank, {}));
        QCOMPARE(quiet.size(), std::size_t{2});
        QCOMPARE(quiet[0], (Span{bank.event(13).at, bank.event(14).at}));
        QCOMPARE(quiet[0].end - quiet[0].begin, Millis{6h + 25min});
        QCOMPARE(quiet[1], (Span{bank.event(14).at, bank.event(15).at}));
    }

    void aWindowIsNeverCut()
    {
        Timeline bank = bankTimeline(false);
        bank.windows[0].end.latest = bank.event(14).at + 10min; // uncertain until after the long silence
        const std::vector<Span> quiet = quietSpans(applied(bank, {}));
        // What is left, 2 h of 9 h 30, is not half of the span: nothing is cut out.
        QVERIFY(quiet.empty());
    }

    void evenDaysAreNotSilence()
    {
        Timeline days = bankTimeline(false);
        days.windows.clear();
        for (std::size_t i = 0; i < days.events.size(); ++i)
            days.events.open()[i].at = Instant{} + 24h * i;
        QVERIFY(quietSpans(applied(days, {})).empty());
    }

    void aRowOfWholeDaysLeavesTheirSilence()
    {
        Timeline days = bankTimeline(false);
        days.windows.clear();
        days.events.open().resize(6);
        Event& range = days.events.open()[1];
        range.hasClock = false;
        range.end = range.at + 144h;
        for (std::size_t i = 2; i < 6; ++i)
            days.events.open()[i].at = range.at + 130h + 10min * i;
        const std::vector<Span> quiet = quietSpans(applied(days, {}));
        QCOMPARE(quiet.size(), std::size_t{1});
        QVERIFY(quiet[0].begin == range.at && quiet[0].end == days.events[2].at);
        QVERIFY(wholeSpan(applied(days, {})).end == *range.end);
        range.hasClock = true; // from one clock to another: it lasted
        QVERIFY(quietSpans(applied(days, {})).empty());
    }

    void marksBesideACutKeepTheirPlace()
    {
        const Timeline bank = bankTimeline(false);
        const AxisScale scale = fittedAxis(applied(bank, {}), 262, 1552, false);
        QCOMPARE(scale.quiet().size(), std::size_t{2});
        QVERIFY(scale.x(scale.quiet()[0].begin) - scale.x(bank.event(13).at) > 40);
        QVERIFY(scale.x(bank.event(14).at) - scale.x(scale.quiet()[0].end) > 20);
        QVERIFY(scale.x(scale.quiet()[1].begin) - scale.x(bank.event(14).at) > 140); // its label stands there
        QVERIFY(1552 - scale.x(bank.event(15).at) > 120);
        QVERIFY(fittedAxis(applied(bank, {}), 262, 1552, true).quiet().empty());
    }

    void anOpenedSilenceIsNoCutAndTheOtherStays()
    {
        const Timeline bank = bankTimeline(false);
        const TimelineView view = applied(bank, {});
        const LodIndex index{bank};
        const ViewRows rows{index, view};
        const std::vector<Span> cuts = fittedAxis(rows, 262, 1552, false).quiet();
        QCOMPARE(cuts.size(), std::size_t{2});
        for (std::size_t opened : {0, 1}) {
            const std::array moments{cuts[opened].begin + 1min};
            const AxisScale axis = fittedAxis(rows, 262, 1552, false, {}, moments);
            QCOMPARE(axis.quiet().size(), std::size_t{1});
            QCOMPARE(axis.quietAt(moments[0]), -1);
            QCOMPARE(axis.quietAt(cuts[1 - opened].begin + (cuts[1 - opened].end - cuts[1 - opened].begin) / 2), 0);
        }
    }

    void theLongestSilenceOpensAloneHoweverLittleRoomItLeaves()
    {
        Timeline t;
        t.sources = {{.name = "made", .hash = {}}};
        t.lanes.resize(1);
        Instant at{};
        for (const Millis silence : {Millis{3h}, Millis{7h}, Millis{30h}, Millis{26h}, Millis{0}}) {
            for (int i = 0; i < 6; ++i, at += 2min) {
                Event event;
                event.id = static_cast<EventId>(t.events.size()) + 1;
                event.at = at;
                event.local = WallTime{at.time_since_epoch()};
                t.events.push_back(event);
            }
            at += silence;
        }
        const TimelineView view = applied(t, {});
        const LodIndex index{t};
        const ViewRows rows{index, view};
        const std::vector<Span> cuts = fittedAxis(rows, 262, 1230, false).quiet();
        QCOMPARE(cuts.size(), std::size_t{4});
        const std::array moments{cuts[2].begin + 1h};
        const AxisScale axis = fittedAxis(rows, 262, 1230, false, {}, moments);
        QCOMPARE(axis.quiet().size(), std::size_t{3});
        QCOMPARE(axis.quietAt(moments[0]), -1);
        for (const EventId id : {6, 7, 12, 13}) // the rows beside the cuts are in none
            QCOMPARE(axis.quietAt(t.event(id).at), -1);
    }

    void oneMomentOrNoneStillHasAnAxis()
    {
        Timeline bank = bankTimeline(false);
        bank.windows.clear();
        bank.events.open().resize(1);
        const AxisScale one = fittedAxis(applied(bank, {}), 262, 1552, false);
        const double x = one.x(bank.event(1).at);
        QVERIFY(x > 262 && x < 1552);
        bank.events.open().clear();
        QVERIFY(fittedAxis(applied(bank, {}), 262, 1552, false).whole().end > Instant{});
    }
};

QTEST_GUILESS_MAIN(TestAxisScale)
#include "tst_axis_scale.moc"
