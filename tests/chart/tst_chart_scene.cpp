#include "chart/chart_scene.h"
#include "support/bank_timeline.h"
#include <QGraphicsItem>
#include <QTest>
#include <algorithm>

using namespace lockstep;
using namespace std::chrono_literals;

namespace {

using Lines = std::vector<std::string>;

ChartContent contentOf(const Timeline& record, const Scenario& scenario = {})
{
    ChartContent content{applied(record, scenario), scenario, {}, {"† The document has no date."}, "tz 2025b · Lockstep 1.0"};
    content.finding.headline = "10:35 in Vietnam was 23:35 in Washington†";
    content.finding.subtitle = "3 look-ups came while every table was locked.";
    content.finding.moment = record.event(3).at;
    return content;
}

Scenario afterTheIntegration()
{
    Scenario scenario;
    scenario.name = "Back up after the integration";
    scenario.edits.push_back(MoveEvent{.event = 2, .by = 29min});
    return scenario;
}

Lines starting(const Lines& list, const std::string& with)
{
    Lines found;
    std::copy_if(list.begin(), list.end(), std::back_inserter(found), [&](const std::string& line) { return line.starts_with(with); });
    return found;
}

bool contains(const Lines& list, const std::string& text)
{
    return std::any_of(list.begin(), list.end(), [&](const std::string& line) { return line.find(text) != std::string::npos; });
}

/// Rows at the given minutes in one lane, without a zone or a window.
Timeline plainTimeline(int count, std::chrono::seconds step)
{
    Timeline t;
    t.title = "A long night";
    t.lanes.push_back(Lane{});
    t.lanes[0].role = "Events";
    for (int i = 0; i < count; ++i) {
        Event event;
        event.id = i + 1;
        event.text = "something happened that takes several words to tell";
        event.at = Instant{20h} + step * i;
        event.local = WallTime{event.at.time_since_epoch()};
        t.events.push_back(event);
    }
    return t;
}

} // namespace

class TestChartScene : public QObject {
    Q_OBJECT

private:
    Timeline m_bank = undatedBankTimeline(false);
    Timeline m_curated = undatedBankTimeline(true);

private slots:
    void everyRulerTellsItsClockAndDay()
    {
        ChartScene scene;
        scene.setSize({1600, 900});
        scene.setContent(contentOf(m_bank));
        QCOMPARE(starting(scene.drawList(), "ruler: "),
            (Lines{"ruler: UTC | day 2 | 03:30 | [03:35] | 03:40 | 03:50 | 04:00 | 04:10 | 04:20 | 04:30 | ··· | 11:00 | ··· | 13:00",
                "ruler: Washington | UTC−4† | day 1 | 23:30 | [23:35] | 23:40 | 23:50 | 00:00 | day 2 | 00:10 | 00:20 | 00:30 | ··· | 07:00 | ··· | 09:00",
                "ruler: Vietnam | UTC+7 | day 2 | 10:30 | [10:35] | 10:40 | 10:50 | 11:00 | 11:10 | 11:20 | 11:30 | ··· | 18:00 | ··· | 20:00"}));
    }

    void theRecordIsDrawnWholeAt1600By900()
    {
        ChartScene scene;
        scene.setSize({1600, 900});
        scene.setContent(contentOf(m_bank));
        const Lines list = scene.drawList();
        QCOMPARE(starting(list, "label: ").size(), std::size_t{15});
        QVERIFY(starting(list, "folded: ").empty());
        QVERIFY(contains(list, "head: As recorded"));
        QVERIFY(contains(list, "head: 0x19. Postmortem"));
        QVERIFY(contains(list, "window backups: Backups lock every table: 03:30 to between 04:30 and 04:35 UTC 60 to 65 min, end uncertain"));
        QVERIFY(contains(list, "gap: 6 h 25 min nothing recorded"));
        QVERIFY(contains(list, "gap: 2 h nothing recorded"));
        QVERIFY(contains(list, "label: 4 10:37 Check other balances: no movements"));
        QVERIFY(contains(list, "mark: 8 look-up, during the lock"));
        QVERIFY(contains(list, "mark: 13 look-up, up to date"));
        QCOMPARE(starting(list, "legend: "), (Lines{"legend: action | look-up | look-up during the lock | every table locked | "
                                                    "lock may have ended | quiet time cut out | the same moment on every clock"}));
    }

    void aWhatIfIsNamedAndSaysWhatMoved()
    {
        ChartScene scene;
        scene.setSize({1600, 900});
        scene.setContent(contentOf(m_curated, afterTheIntegration()));
        const Lines list = scene.drawList();
        QVERIFY(contains(list, "head: WHAT IF: Back up after the integration. Not what happened."));
        QVERIFY(contains(list, "label: 2 23:59 Start backups in DBs (recorded 23:30)"));
        QVERIFY(contains(list, "mark: 2 action at x "));
        QVERIFY(contains(list, "moved by +29 min from x "));
        QVERIFY(contains(list, "window backups: Backups"));
        QVERIFY(contains(starting(list, "window backups"), ", moved"));
        QVERIFY(contains(list, "mark: 3 look-up, out of date"));
        QVERIFY(contains(list, "mark: 13 look-up, during the lock"));
        QVERIFY(contains(list, "now during")); // the recorded answer would not have come
        QVERIFY(contains(list, "answer out of date | as recorded"));
    }

    void aLongNameNeverCutsOffThatItDidNotHappen()
    {
        Scenario scenario = afterTheIntegration();
        scenario.name = std::string(5000, 'L');
        ChartScene scene;
        scene.setSize({1600, 900});
        scene.setContent(contentOf(m_curated, scenario));
        const Lines corner = starting(scene.drawList(), "head: WHAT IF: LLL");
        QCOMPARE(corner.size(), std::size_t{1});
        QVERIFY(corner.front().ends_with("…. Not what happened."));
    }

    void aWindowLeftOutStaysAsAGhostWhereItWas()
    {
        ChartScene scene;
        scene.setSize({1600, 900});
        scene.setContent(contentOf(m_curated, {.name = "No lock", .note = {}, .edits = {DropWindow{"backups"}}}));
        const Lines list = scene.drawList();
        QCOMPARE(starting(list, "ghost of a window left out").size(), std::size_t{1});
        QCOMPARE(starting(list, "window backups").size(), std::size_t{0});
        const double begin = scene.axis().x(m_curated.event(2).at);
        QVERIFY(contains(list, "ghost of a window left out at x " + std::to_string(std::lround(begin))));
    }

    void noEditGivesAThingASecondLabel_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::newRow("a row moved") << Edit{MoveEvent{8, 40min}};
        QTest::newRow("a row moved far") << Edit{MoveEvent{13, 30h}};
        QTest::newRow("the row a window is tied to") << Edit{MoveEvent{2, 29min}};
        QTest::newRow("a window moved") << Edit{MoveWindow{"backups", 29min, 29min}};
        QTest::newRow("a window made longer") << Edit{MoveWindow{"backups", 0min, 45min}};
        QTest::newRow("another scope") << Edit{SetScope{"backups", Scope::of({"master"})}};
        QTest::newRow("another copy read") << Edit{SetReads{"Bank", "mirror"}};
        QTest::newRow("a row left out") << Edit{DropEvent{5}};
        QTest::newRow("a row added") << Edit{AddEvent{.lane = "Client", .text = "looks again", .at = {3, 20min}, .kind = Kind::Read, .reads = {}}};
        QTest::newRow("a window left out") << Edit{DropWindow{"integration"}};
        QTest::newRow("a window added") << Edit{AddWindow{{.id = "more", .name = "More", .what = {}, .effect = Effect::Blocks, .scope = Scope::everything(),
            .begin = {.earliest = {3, 0min}, .latest = {3, 0min}, .basis = {}, .tiedTo = {}}, .end = {.earliest = {3, 9min}, .latest = {3, 9min}, .basis = {}, .tiedTo = {}}}}};
    }
    void noEditGivesAThingASecondLabel()
    {
        QFETCH(Edit, edit);
        ChartScene scene;
        scene.setSize({1600, 900});
        scene.setContent(contentOf(m_curated, {.name = "x", .note = {}, .edits = {edit}}));
        const Lines list = scene.drawList();
        for (EventId row = 1; row <= 16; ++row)
            QVERIFY2(starting(list, "label: " + std::to_string(row) + ' ').size() <= 1, qPrintable(QString::number(row)));
        for (const char* window : {"window backups:", "window integration:", "window more:"})
            QVERIFY(starting(list, window).size() <= 1);
    }

    void marksAreHitWhereTheAxisPutsThem()
    {
        ChartScene scene;
        scene.setSize({1600, 900});
        scene.setContent(contentOf(m_bank));
        for (const EventId id : {3, 6, 8, 12, 13, 14, 15}) {
            const QRectF mark = scene.markRect(id);
            QVERIFY(qAbs(mark.center().x() - scene.axis().x(m_bank.event(id).at)) < 0.01);
            const Hit hit = scene.hitTest(mark.center());
            QCOMPARE(hit.what, Hit::What::Event);
            QCOMPARE(hit.event, id);
            QCOMPARE(hit.lane, m_bank.event(id).lane);
            QCOMPARE(scene.hitTest(scene.labelRect(id).center()).event, id);
        }
    }

    void twoRowsAtOneMomentAreTwoMarks()
    {
        ChartScene scene;
        scene.setSize({1600, 900});
        scene.setContent(contentOf(m_bank));
        QVERIFY(scene.markRect(1).center().y() < scene.markRect(2).center().y() - 10);
        QCOMPARE(scene.hitTest(scene.markRect(1).center()).event, 1);
        QCOMPARE(scene.hitTest(scene.markRect(2).center()).event, 2);
    }

    void ofCrowdedMarksTheClosestIsHit()
    {
        ChartScene scene;
        scene.setSize({1600, 900});
        scene.setLinear(true);
        scene.setContent(contentOf(m_bank));
        QVERIFY(scene.markRect(7).center().x() - scene.markRect(5).center().x() < 12);
        for (const EventId id : {3, 4, 5, 7, 9})
            QCOMPARE(scene.hitTest(scene.markRect(id).center()).event, id);
    }

    void theLockIsHeldByItsMiddleAndItsEdges()
    {
        ChartScene scene;
        scene.setSize({1600, 900});
        scene.setContent(contentOf(m_bank));
        const QRectF bar = scene.windowRect("backups");
        const auto at = [&](double x) { return scene.hitTest({x, bar.center().y()}); };
        QCOMPARE(at(bar.center().x()).what, Hit::What::WindowBar);
        QCOMPARE(at(bar.center().x()).window, WindowId{"backups"});
        QCOMPARE(at(bar.left() + 2).what, Hit::What::WindowBegin);
        QCOMPARE(at(bar.right() - 2).what, Hit::What::WindowEnd);
        QCOMPARE(at(scene.axis().x(m_bank.event(13).at - 2min)).what, Hit::What::WindowEnd); // its uncertain part
        QCOMPARE(scene.hitTest({bar.right() + 40, bar.center().y()}).what, Hit::What::WindowStrip);
        const double quiet = (scene.axis().x(scene.axis().quiet()[0].begin) + scene.axis().x(scene.axis().quiet()[0].end)) / 2;
        QCOMPARE(scene.hitTest({quiet, scene.laneRect(1).center().y()}).what, Hit::What::Quiet);
        QCOMPARE(scene.hitTest({quiet, scene.laneRect(1).center().y()}).quiet, 0);
    }

    void aDragShowsGhostsAndGivesThemBack()
    {
        ChartScene scene;
        scene.setSize({1600, 900});
        scene.setContent(contentOf(m_curated));
        const Lines before = scene.drawList();
        const double was = scene.markRect(2).center().x();
        scene.setPreview(applied(m_curated, afterTheIntegration()));
        QVERIFY(scene.markRect(2).center().x() > was + 100);
        QVERIFY(contains(scene.drawList(), "moved by +29 min from x " + std::to_string(static_cast<int>(was + 0.5))));
        QVERIFY(contains(scene.drawList(), "mark: 13 look-up, during the lock"));
        scene.setPreview(std::nullopt);
        QCOMPARE(scene.drawList(), before);
    }

    void zoomingKeepsItsPlaceWhenTheSizeChanges()
    {
        ChartScene scene;
        scene.setSize({1600, 900});
        scene.setContent(contentOf(m_bank));
        scene.setAxis(scene.axis().showing({m_bank.event(3).at, m_bank.event(9).at}));
        const Span shown = scene.axis().visible();
        scene.setSize({1200, 800});
        QVERIFY(std::chrono::abs(scene.axis().visible().begin - shown.begin) < 5s);
        QVERIFY(scene.axis().isZoomed());
        QVERIFY(scene.markRect(14).isEmpty());
        QVERIFY(!scene.markRect(5).isEmpty());
    }

    void aLinearAxisCutsNothingOut()
    {
        ChartScene scene;
        scene.setSize({1600, 900});
        scene.setLinear(true);
        scene.setContent(contentOf(m_bank));
        QVERIFY(scene.axis().quiet().empty());
        QVERIFY(starting(scene.drawList(), "gap: ").empty());
    }

    void aDocumentWithoutZonesHasOneRuler()
    {
        const Timeline plain = plainTimeline(3, 600s);
        ChartScene scene;
        scene.setSize({1600, 900});
        scene.setContent(contentOf(plain));
        const Lines rulers = starting(scene.drawList(), "ruler: ");
        QCOMPARE(rulers.size(), std::size_t{1});
        QVERIFY(rulers.front().starts_with("ruler: As written | day 1 | "));
        QCOMPARE(starting(scene.drawList(), "label: ").size(), std::size_t{3});
    }

    void nothingAtAllIsStillAPicture()
    {
        Timeline empty;
        empty.title = "Nothing yet";
        ChartScene scene;
        scene.setSize({1600, 900});
        ChartContent content{applied(empty, {}), {}, {}, {}, {}};
        scene.setContent(content);
        QVERIFY(contains(scene.drawList(), "head: Nothing yet"));
        QCOMPARE(scene.hitTest({800, 450}).what, Hit::What::Nothing);
    }

    void labelsThatDoNotFitAreCounted()
    {
        const Timeline plain = plainTimeline(60, 30s);
        ChartScene scene;
        scene.setSize({1200, 500});
        scene.setContent(contentOf(plain));
        const Lines list = scene.drawList();
        std::size_t told = starting(list, "label: ").size();
        QVERIFY(told > 2 && told < 60);
        for (const std::string& line : starting(list, "folded: +"))
            told += static_cast<std::size_t>(std::stoi(line.substr(9)));
        QCOMPARE(told, std::size_t{60});
        QVERIFY(scene.heightFor(1200) > 500);
        QVERIFY(scene.leastHeightFor(1200) < scene.heightFor(1200));
    }

    void rowsTooCloseForMarksAreCountedInColumns()
    {
        const Timeline plain = plainTimeline(8'000, 1s);
        ChartScene scene;
        scene.setSize({1600, 900});
        scene.setContent(contentOf(plain));
        const Lines columns = starting(scene.drawList(), "column: "), marks = starting(scene.drawList(), "mark: ");
        int rows = 0;
        for (const std::string& line : columns)
            rows += std::stoi(line.substr(8));
        for (const std::string& line : marks)
            rows += line.find(" together") == std::string::npos ? 1 : std::stoi(line.substr(line.find(", ") + 2));
        QCOMPARE(rows, 8'000);
        QVERIFY(columns.size() > 300 && columns.size() < 700);
        QVERIFY(marks.size() < 10); // the end of the night, too short for columns
        QVERIFY(contains(scene.drawList(), "many rows, look-ups darker"));
    }

    void itemsDoNotGrowWithEvents()
    {
        const Timeline few = plainTimeline(5, 60s), many = plainTimeline(5'000, 60s);
        ChartScene a, b;
        a.setContent(contentOf(few));
        b.setContent(contentOf(many));
        QCOMPARE(a.items().size(), b.items().size());
    }
};

QTEST_MAIN(TestChartScene)
#include "tst_chart_scene.moc"
