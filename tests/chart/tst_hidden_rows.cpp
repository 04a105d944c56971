#include "chart/chart_scene.h"
#include "chart/picture.h"
#include "support/bank_timeline.h"
#include "support/bank_what_ifs.h"
#include <QTest>
#include <algorithm>

using namespace lockstep;

namespace {

ChartContent contentOf(const Timeline& record, const RowFilter& filter, const Scenario& scenario = {})
{
    ChartContent content{applied(record, scenario), scenario, {}, {"† The document has no date."}, "tz 2025b · Lockstep 1.0"};
    content.hidden = hiddenRows(content.view, filter);
    return content;
}

const RowFilter noBank{.lanes = {"Bank"}, .kinds = {}, .outcomes = {}, .files = {}};
const RowFilter noLookUps{.lanes = {}, .kinds = {Kind::Read}, .outcomes = {}, .files = {}};

struct Scenes {
    explicit Scenes(const RowFilter& filter, const Scenario& scenario = {})
    {
        all.setContent(contentOf(bank, {}, scenario));
        some.setContent(contentOf(bank, filter, scenario));
    }
    Timeline bank = bankTimeline(true);
    ChartScene all, some;
};

int linesWith(const ChartScene& scene, const std::string& start)
{
    const auto list = scene.drawList();
    return static_cast<int>(std::ranges::count_if(list, [&](const std::string& line) { return line.starts_with(start); }));
}

} // namespace

/// A filter takes rows out of the drawing and leaves everything else where it was.
class TestHiddenRows : public QObject {
    Q_OBJECT

private slots:
    void theAxisIsThatOfAllRows_data();
    void theAxisIsThatOfAllRows();
    void aZoomStays();
    void hiddenRowsAreNowhere();
    void aLaneLeftOutGivesItsRoomAway();
    void silenceIsToldOfAllRows();
    void aMovedRowThatIsHiddenLeavesNoGhost();
    void noLinkLeadsToAHiddenRow();
    void thePictureSaysHowManyAreNotShown();
};

void TestHiddenRows::theAxisIsThatOfAllRows_data()
{
    QTest::addColumn<bool>("lane");
    QTest::newRow("a lane") << true;
    QTest::newRow("a kind") << false;
}

void TestHiddenRows::theAxisIsThatOfAllRows()
{
    QFETCH(bool, lane);
    const Scenes scenes(lane ? noBank : noLookUps);
    QVERIFY(scenes.all.axis() == scenes.some.axis());
}

void TestHiddenRows::aZoomStays()
{
    Scenes scenes(noLookUps);
    const TimelineView& view = scenes.all.content().view;
    scenes.all.setAxis(scenes.all.axis().showing({view.at(3), view.at(8)}));
    const AxisScale before = scenes.all.axis();
    scenes.all.setContent(contentOf(scenes.bank, noLookUps));
    QVERIFY(scenes.all.axis() == before);
}

void TestHiddenRows::hiddenRowsAreNowhere()
{
    const Scenes scenes(noLookUps);
    for (const EventId id : {3, 4, 8, 13}) {
        QVERIFY(!scenes.all.markRect(id).isEmpty());
        QVERIFY(scenes.some.markRect(id).isEmpty());
        QVERIFY(scenes.some.labelRect(id).isEmpty());
    }
    QCOMPARE(scenes.some.eventsIn(scenes.some.plotRect()), (std::set<EventId>{1, 2, 5, 6, 7, 9, 10, 11, 12, 14, 15}));
}

void TestHiddenRows::aLaneLeftOutGivesItsRoomAway()
{
    const Scenes scenes(noBank);
    QVERIFY(scenes.some.laneRect(0).isEmpty());
    QVERIFY(scenes.some.laneRect(1).height() > scenes.all.laneRect(1).height());
    QCOMPARE(scenes.some.laneRect(1).top(), scenes.all.laneRect(0).top());
}

/// Row 14 at 18:00 in Vietnam ends a silence of 6 h 25 min: also where it is hidden, as it was no silence up to row 15.
void TestHiddenRows::silenceIsToldOfAllRows()
{
    const Scenes scenes(noBank);
    QCOMPARE(linesWith(scenes.all, "gap: 6 h 25 min"), 1);
    QCOMPARE(linesWith(scenes.some, "gap: 6 h 25 min"), 1);
    QCOMPARE(linesWith(scenes.some, "gap: 2 h"), 1);
}

void TestHiddenRows::aMovedRowThatIsHiddenLeavesNoGhost()
{
    const Scenario later{.name = "Later", .note = {}, .edits = {MoveEvent{.event = 13, .by = std::chrono::minutes{40}}}};
    const Scenes scenes(noLookUps, later);
    QVERIFY(!scenes.all.markRect(13).isEmpty());
    QVERIFY(scenes.some.markRect(13).isEmpty());
    QVERIFY(!scenes.some.eventsIn(scenes.some.plotRect()).contains(13));
}

void TestHiddenRows::noLinkLeadsToAHiddenRow()
{
    Scenes scenes(noLookUps);
    for (ChartScene* scene : {&scenes.all, &scenes.some})
        scene->setSelection({9});
    // 8 to 9 and 9 to 10: row 8 is a look-up.
    QCOMPARE(linesWith(scenes.all, "link: "), 2);
    QCOMPARE(linesWith(scenes.some, "link: "), 1);
}

void TestHiddenRows::thePictureSaysHowManyAreNotShown()
{
    const Timeline bank = bankTimeline(true);
    ChartContent whole = contentOf(bank, {}), some = contentOf(bank, noLookUps), part = some;
    sayWhatIsHidden(whole);
    QCOMPARE(whole.footnotes, (std::vector<std::string>{"† The document has no date."}));
    sayWhatIsHidden(some);
    QCOMPARE(some.footnotes, (std::vector<std::string>{"† The document has no date. 4 of 15 rows are not shown."}));
    // Rows 3 to 8 without the look-ups 3, 4 and 8: rows 5, 6 and 7.
    sayWhatIsShown(part, {part.view.at(3), part.view.at(8)});
    QCOMPARE(part.footnotes, (std::vector<std::string>{"† The document has no date. 3 of 15 rows shown. 3 rows in this stretch are filtered out."}));
}

QTEST_MAIN(TestHiddenRows)
#include "tst_hidden_rows.moc"
