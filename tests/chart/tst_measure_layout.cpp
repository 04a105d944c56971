#include "chart/draw_list.h"
#include "chart/measure_layout.h"
#include "support/bank_timeline.h"
#include "support/drawn_chart.h"
#include <QImage>
#include <QPainter>
#include <QTest>
#include <random>

using namespace lockstep;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// A chart with measures in it.
struct MeasuredChart : Drawn {
    MeasuredChart(const Timeline& timeline, std::vector<Measure> measures, QSizeF size = {1600, 900}, const Finding& finding = {}, const Scenario& scenario = {})
        : Drawn(timeline, scenario, size, finding)
    {
        content.measures = std::move(measures);
        layOut();
    }
    void layOut(const ChartLayout* before = nullptr)
    {
        LayoutInput in = input(content.view, facts);
        in.before = before;
        layout = layOutChart(in, axis);
    }
    QStringList lengths() const
    {
        QStringList all;
        for (const MeasureBox& box : layout.measures)
            all << box.length.text;
        return all;
    }
};

QStringList clocksOf(const MeasureTip& tip)
{
    QStringList all;
    for (const MeasureClock& clock : tip.clocks)
        all << clock.text.text;
    return all;
}

bool isCovered(const ChartLayout& layout, const MeasureBox& box)
{
    for (const LaneBox& lane : layout.lanes) {
        for (const ChartLabel& label : lane.labels)
            if (label.rect.intersects(box.plate))
                return true;
        for (const ChartMark& mark : lane.marks)
            if (QRectF{mark.centre - QPointF{7, 7}, QSizeF{14, 14}}.intersects(box.plate))
                return true;
    }
    return std::ranges::any_of(layout.measures, [&](const MeasureBox& other) { return &other != &box && other.plate.intersects(box.plate); });
}

/// What stands over an edge of the chart.
bool runsOver(const MeasuredChart& drawn, const MeasureBox& box)
{
    const QRectF page{QPointF{drawn.axis.left() - 0.5, drawn.layout.rules.front() - 0.5}, QPointF{drawn.axis.right() + 0.5, drawn.layout.lanes.back().rect.bottom() + 0.5}};
    bool isOver = !page.contains(box.plate) || box.left < page.left() || box.right > page.right();
    for (const MeasureTip* tip : {&box.begin, &box.end})
        for (const MeasureClock& clock : tip->clocks)
            isOver = isOver || !page.contains(clock.plate) || !clock.plate.contains(clock.text.box());
    return isOver || !box.plate.contains(box.length.box());
}

} // namespace

/// Where measured lengths stand.
class TestMeasureLayout : public QObject {
    Q_OBJECT
private slots:
    void theLengthIsOfRealTimeAndTheEndsAreOnEveryClock();
    void anUncertainEndIsARange();
    void lengthsCoverNothingAndStayInTheChart();
    void atRandomNothingRunsOverAnEdge();
    void ofAnEndOutOfViewThereIsNoClock();
    void whatIsOutOfViewOrLeftOutIsNotDrawn();
    void aTickGivesWayAndADayDoesNot();
    void theBoxedMomentIsNotCovered();
    void panningLeavesALengthAtItsHeight();
    void inAWhatIfTheRowsAreFollowed();
    void whatLiesUnderThePointerIsFound();
    void theChosenOneStandsWhereItIsKept();
    void aLinearTimelineWithoutZonesSaysItsOwnClock();
    void aHundredAreAllPlaced();
};

void TestMeasureLayout::theLengthIsOfRealTimeAndTheEndsAreOnEveryClock()
{
    // 23:30 in Washington to 10:35 in Vietnam, and row 13 at 11:35 to row 14 at 07:00 over quiet time that is cut out.
    const MeasuredChart drawn(bankTimeline(true), {{2, 3}, {13, 14}});
    QCOMPARE(drawn.lengths(), (QStringList{u"5 min"_s, u"6 h 25 min"_s}));
    const MeasureBox& five = drawn.layout.measures[0];
    QCOMPARE(clocksOf(five.begin), (QStringList{u"03:30"_s, u"23:30"_s, u"10:30"_s}));
    QCOMPARE(clocksOf(five.end), (QStringList{u"03:35"_s, u"23:35"_s, u"10:35"_s}));
    QCOMPARE(five.left, drawn.axis.x(drawn.content.view.at(2)));
    QCOMPARE(five.right, drawn.axis.x(drawn.content.view.at(3)));
    QCOMPARE(clocksOf(drawn.layout.measures[1].end), (QStringList{u"11:00"_s, u"07:00"_s, u"18:00"_s}));
    const std::vector<std::string> list = drawListOf(drawn.layout, drawn.content.view);
    QVERIFY(std::ranges::any_of(list, [](const std::string& line) { return line.starts_with("measure: 5 min, row 2 to row 3 | 03:30 | 23:30 | 10:30 | 03:35"); }));
}

void TestMeasureLayout::anUncertainEndIsARange()
{
    const MeasuredChart drawn(bankTimeline(true), {{WindowEdge{"backups", false}, WindowEdge{"backups", true}}});
    const MeasureBox& box = drawn.layout.measures.at(0);
    QCOMPARE(box.length.text, u"60 to 65 min"_s);
    QCOMPARE(clocksOf(box.end).first(), u"04:30 to 04:35"_s);
    const Window& lock = drawn.content.view.windows()[0];
    QCOMPARE(box.end.inner, drawn.axis.x(lock.end.earliest));
    QCOMPARE(box.end.outer, drawn.axis.x(lock.end.latest));
}

void TestMeasureLayout::lengthsCoverNothingAndStayInTheChart()
{
    const MeasuredChart drawn(bankTimeline(true), {{3, 13}, {1, 12}, {6, 8}, {2, 3}, {13, 14}, {14, 15}, {WindowEdge{"backups", false}, WindowEdge{"backups", true}}});
    QCOMPARE(drawn.layout.measures.size(), 7u);
    for (const MeasureBox& box : drawn.layout.measures) {
        QVERIFY2(!isCovered(drawn.layout, box), qPrintable(box.length.text));
        QVERIFY2(!runsOver(drawn, box), qPrintable(box.length.text));
    }
}

void TestMeasureLayout::atRandomNothingRunsOverAnEdge()
{
    std::mt19937 dice(7);
    const Timeline bank = bankTimeline(true);
    int covered = 0, placed = 0;
    for (int round = 0; round < 60; ++round) {
        const auto row = [&] { return std::uniform_int_distribution{1, 15}(dice); };
        const double width = std::uniform_real_distribution{700.0, 2000.0}(dice);
        MeasuredChart drawn(bank, {}, {width, width * 9 / 16});
        for (int i = 0; i < 3; ++i)
            drawn.content.measures.push_back({row(), Point{row(), Millis{std::uniform_int_distribution{-9'000'000, 9'000'000}(dice)}}});
        const double x = std::uniform_real_distribution{drawn.axis.left(), drawn.axis.right()}(dice);
        drawn.axis = drawn.axis.zoomedAt(x, std::uniform_real_distribution{1.0, 40.0}(dice));
        drawn.layOut();
        for (const MeasureBox& box : drawn.layout.measures) {
            QVERIFY2(!runsOver(drawn, box), qPrintable(QStringLiteral("round %1: %2").arg(round).arg(box.length.text)));
            covered += isCovered(drawn.layout, box);
            ++placed;
        }
    }
    QVERIFY(placed > 60);
    // Only where a small page is full.
    QVERIFY2(covered * 20 <= placed, qPrintable(QStringLiteral("%1 of %2").arg(covered).arg(placed)));
}

void TestMeasureLayout::ofAnEndOutOfViewThereIsNoClock()
{
    MeasuredChart drawn(bankTimeline(true), {{3, 13}});
    drawn.axis = drawn.axis.showing({drawn.content.view.at(1) - 5min, drawn.content.view.at(5)});
    drawn.layOut();
    const MeasureBox& box = drawn.layout.measures.at(0);
    QVERIFY(box.begin.isInView && !box.end.isInView);
    QCOMPARE(box.begin.clocks.size(), 3u);
    QVERIFY(box.end.clocks.empty());
    QCOMPARE(box.length.text, u"60 min"_s);
    QCOMPARE(box.right, drawn.axis.right());
}

void TestMeasureLayout::whatIsOutOfViewOrLeftOutIsNotDrawn()
{
    MeasuredChart drawn(bankTimeline(false), {{14, 15}, {5, 6}}, {1600, 900}, {}, {"less", {}, {DropEvent{5}}});
    QCOMPARE(drawn.layout.measures.size(), 1u); // row 5 is left out
    drawn.axis = drawn.axis.showing({drawn.content.view.at(1), drawn.content.view.at(8)});
    drawn.layOut();
    QVERIFY(drawn.layout.measures.empty());
}

void TestMeasureLayout::aTickGivesWayAndADayDoesNot()
{
    const Timeline bank = bankTimeline(true);
    const auto texts = [](const MeasuredChart& drawn) {
        QStringList all;
        for (const RulerRow& row : drawn.layout.rulers)
            for (const TextRun& run : row.texts)
                all << run.text;
        return all;
    };
    const QStringList plain = texts(MeasuredChart(bank, {}));
    // From 03:40, where a tick is, to 04:02, beside the tick at 04:00 that tells Washington's new day.
    const MeasuredChart drawn(bank, {{Point{1, 10min}, Point{1, 32min}}});
    const QStringList measured = texts(drawn);
    QVERIFY(plain.contains(u"03:40"_s) && !measured.contains(u"03:40"_s));
    for (const QString& text : plain)
        if (text.contains(u"Oct"_s) || text.contains(u"UTC"_s))
            QVERIFY2(measured.contains(text), qPrintable(text));
    for (const RulerRow& row : drawn.layout.rulers)
        for (const TextRun& run : row.texts)
            for (const MeasureTip* tip : {&drawn.layout.measures[0].begin, &drawn.layout.measures[0].end})
                for (const MeasureClock& clock : tip->clocks)
                    QVERIFY(!run.box().intersects(clock.plate));
}

void TestMeasureLayout::theBoxedMomentIsNotCovered()
{
    const Timeline bank = bankTimeline(true);
    Finding finding;
    finding.moment = bank.event(3).at;
    const MeasuredChart drawn(bank, {{2, 3}, {4, 13}}, {1600, 900}, finding);
    QVERIFY(drawn.layout.moment);
    for (const MeasureBox& box : drawn.layout.measures)
        for (const MeasureTip* tip : {&box.begin, &box.end})
            for (const MeasureClock& clock : tip->clocks)
                QVERIFY(!clock.plate.intersects(drawn.layout.moment->box));
}

void TestMeasureLayout::panningLeavesALengthAtItsHeight()
{
    MeasuredChart drawn(bankTimeline(true), {{3, 13}, {6, 8}});
    drawn.axis = drawn.axis.showing({drawn.content.view.at(1) - 5min, drawn.content.view.at(13) + 5min});
    drawn.layOut();
    for (int step = 0; step < 20; ++step) {
        const ChartLayout before = drawn.layout;
        drawn.axis = drawn.axis.panned(step < 10 ? -7 : 7);
        drawn.layOut(&before);
        for (const MeasureBox& box : drawn.layout.measures) {
            const auto was = std::ranges::find(before.measures, box.index, &MeasureBox::index);
            if (was == before.measures.end() || isCovered(drawn.layout, box))
                continue;
            MeasureBox there = box;
            there.plate.moveCenter({box.plate.center().x(), was->y});
            QVERIFY2(std::abs(box.y - was->y) < 0.01 || isCovered(drawn.layout, there), qPrintable(box.length.text));
        }
    }
}

void TestMeasureLayout::inAWhatIfTheRowsAreFollowed()
{
    // Row 13 half an hour later; the two points stay.
    const Scenario later{"later", {}, {MoveEvent{13, 30min}}};
    const MeasuredChart drawn(bankTimeline(true), {{3, 13}, {Point{3, 0min}, Point{13, 0min}}}, {1600, 900}, {}, later);
    QCOMPARE(drawn.lengths(), (QStringList{u"90 min"_s, u"60 min"_s}));
}

void TestMeasureLayout::whatLiesUnderThePointerIsFound()
{
    const MeasuredChart drawn(bankTimeline(true), {{3, 13}, {14, 15}});
    ChartScene scene;
    scene.setSize({1600, 900});
    scene.setContent(drawn.content);
    const QRectF second = scene.measureRect({14, 15});
    const Hit hit = scene.hitTest(second.center());
    QCOMPARE(hit.what, Hit::What::Measure);
    QCOMPARE(hit.measure, 1);
    QVERIFY(scene.measureRect({1, 12}).isValid()); // one that is not kept has a place as well
    QVERIFY(scene.measureRect({1, 99}).isEmpty());
}

void TestMeasureLayout::theChosenOneStandsWhereItIsKept()
{
    const MeasuredChart drawn(bankTimeline(true), {{3, 13}, {1, 12}});
    for (const MeasureBox& kept : drawn.layout.measures) {
        const auto box = measureBox(drawn.frame(), kept.measure);
        QVERIFY(box);
        QCOMPARE(box->plate, kept.plate);
        QCOMPARE(box->index, kept.index);
    }
    const auto loose = measureBox(drawn.frame(), {6, 8});
    QVERIFY(loose && loose->index == -1 && !isCovered(drawn.layout, *loose));
}

void TestMeasureLayout::aLinearTimelineWithoutZonesSaysItsOwnClock()
{
    Timeline plain = undatedBankTimeline(true);
    plain.isElapsed = true;
    for (Lane& lane : plain.lanes) {
        lane.zoneName.clear();
        lane.zone = Zone::utc();
    }
    for (Event& event : plain.events.open()) {
        event.zoneName = {};
        event.at -= 27h + 30min;
    }
    plain.windows.clear();
    const MeasuredChart drawn(plain, {{2, 3}});
    const MeasureBox& box = drawn.layout.measures.at(0);
    QCOMPARE(box.length.text, u"5 min"_s);
    QCOMPARE(clocksOf(box.begin), QStringList{u"T+0:00"_s});
    QCOMPARE(clocksOf(box.end), QStringList{u"T+0:05"_s});
}

void TestMeasureLayout::aHundredAreAllPlaced()
{
    std::vector<Measure> many;
    for (EventId from = 1; from <= 15; ++from)
        for (EventId to = from + 1; to <= 15 && many.size() < 100; ++to)
            if (bankTimeline(true).event(from).at != bankTimeline(true).event(to).at)
                many.push_back({from, to});
    const MeasuredChart drawn(bankTimeline(true), many);
    QCOMPARE(drawn.layout.measures.size(), many.size());
    for (const MeasureBox& box : drawn.layout.measures)
        QVERIFY(!runsOver(drawn, box));
}

QTEST_MAIN(TestMeasureLayout)
#include "tst_measure_layout.moc"
