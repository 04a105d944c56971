#include "chart/drag.h"
#include "support/bank_timeline.h"
#include "whatif/edits.h"
#include <QTest>
#include <algorithm>
#include <random>

using namespace lockstep;
using namespace std::chrono_literals;

namespace {

using What = Hit::What;

/// A linear axis over the busy part of the bank incident: 10 pixels a minute.
AxisScale axisOver(const Timeline& t)
{
    const Instant from = t.event(1).at - 30min;
    return AxisScale{{from, from + 150min}, {}, 100, 1600, 28};
}

Millis movedBy(const TimelineView& view, EventId id)
{
    return view.moved(id);
}

const Window& windowIn(const TimelineView& view, const WindowId& id)
{
    return *std::ranges::find(view.windows(), id, &Window::id);
}

} // namespace

class TestDrag : public QObject {
    Q_OBJECT

private slots:
    void aMarkMovesByWholeMinutes();
    void ctrlMovesToTheSecond();
    void aMarkSticksToAnotherRowWithinSixPixels();
    void theEndOfTheLockSticksToARow();
    void nothingSticksToWhatMovesAlong();
    void nothingSticksToWhereAFollowerWas();
    void theLockTakesItsRowAlong();
    void anEdgeNeverPassesTheOther();
    void backAtTheStartChangesNothing();
    void distancesAddUpOverDrags();
    void whatIsGrabbedLandsWhereItIsDropped();
    void onlyMarksAndWindowsAreGrabbed();
    void theSentenceIsTheOneOnTheScreen();
    void theSentenceOfARowNamesIt();
    void theSentenceNamesWhatARowTakesAlong();
    void anUntouchedLookUpIsSaid();
    void asManyButOtherLookUpsAreNamed();
    void withoutZonesNoUtcIsClaimed();
    void rowsTogetherKeepTheirDistances();
    void whatDependsOnARowFollowsUnlessShiftIsHeld();
    void laterInTheLaneIsToldByTime();
    void theCardShowsEachClockBeforeAndAfter();
    void theCardOfAnEndShowsBothItsBounds();
    void theCardSaysWhatIsAssumedAndWhatHolds();
};

void TestDrag::aMarkMovesByWholeMinutes()
{
    const Timeline t = bankTimeline(false);
    const TimelineView view = applied(t, {});
    const AxisScale axis = axisOver(t);
    const Instant press = t.event(14 - 9).at + 10s; // row 5, grabbed a little beside its middle
    // 61 minutes and 50 seconds on: no row or window edge is within six pixels of 03:39 + 62 min.
    const Drag drag = dragOf(view, {}, axis, {gripOf(5), press, press + 61min + 50s, false});
    QCOMPARE(drag.by, Millis{62min});
    QVERIFY(!drag.stuckTo);
    QCOMPARE(drag.edits.size(), std::size_t{1});
    QVERIFY(std::get<MoveEvent>(drag.edits[0]) == (MoveEvent{5, 62min}));
}

void TestDrag::ctrlMovesToTheSecond()
{
    const Timeline t = bankTimeline(false);
    const Instant press = t.event(5).at;
    const Drag drag = dragOf(applied(t, {}), {}, axisOver(t), {gripOf(5), press, press + 61s + 400ms, true});
    QCOMPARE(drag.by, Millis{61s});
    QVERIFY(!drag.stuckTo);
}

void TestDrag::aMarkSticksToAnotherRowWithinSixPixels()
{
    Timeline t = bankTimeline(false);
    t.events.open()[11].at += 20s; // row 12 at 03:59:20: no whole minute
    const AxisScale axis = axisOver(t);
    const Instant press = t.event(11).at; // 03:49
    // 03:59:50 is five pixels from row 12, 03:58:40 nearly seven.
    const Drag near = dragOf(applied(t, {}), {}, axis, {gripOf(11), press, press + 10min + 50s, false});
    QVERIFY(near.stuckTo == t.event(12).at);
    QCOMPARE(near.by, Millis{10min + 20s});
    const Drag far = dragOf(applied(t, {}), {}, axis, {gripOf(11), press, press + 9min + 35s, false});
    QVERIFY(far.stuckTo != t.event(12).at);
}

void TestDrag::theEndOfTheLockSticksToARow()
{
    const Timeline t = bankTimeline(false);
    const Instant press = t.event(2).at + 10min;
    // The lock's earliest end, 04:30, comes within four pixels of row 12 (03:59) when it moves by -30:36.
    const Drag drag = dragOf(applied(t, {}), {}, axisOver(t), {gripOf("backups", What::WindowBar), press, press - 30min - 36s, false});
    QVERIFY(drag.stuckTo == t.event(12).at);
    QCOMPARE(drag.by, Millis{-31min});
}

void TestDrag::nothingSticksToWhatMovesAlong()
{
    const Timeline t = bankTimeline(false);
    const Instant press = t.event(2).at;
    // Row 2 lies on row 1, but the lock's own begin and row 2 must not hold the lock back.
    const Drag drag = dragOf(applied(t, {}), {}, axisOver(t), {gripOf("backups", What::WindowBar), press, press + 2min, false});
    QCOMPARE(drag.by, Millis{2min});
}

void TestDrag::nothingSticksToWhereAFollowerWas()
{
    Timeline t = bankTimeline(false);
    t.links = {{.cause = 5, .effect = 6}, {.cause = 6, .effect = 7}};
    const Instant press = t.event(5).at;
    const auto dragged = [&](EventId to, bool isAlone) {
        return dragOf(applied(t, {}), {}, axisOver(t), {.hit = gripOf(5), .press = press, .now = t.event(to).at + 2s, .isAlone = isAlone}).stuckTo;
    };
    for (const EventId follower : {6, 7}) {
        QVERIFY(!dragged(follower, false));
        QVERIFY(dragged(follower, true) == t.event(follower).at); // Shift leaves it where it is
    }
}

void TestDrag::theLockTakesItsRowAlong()
{
    const Timeline t = bankTimeline(false);
    const Instant press = t.event(2).at + 5min;
    const Drag drag = dragOf(applied(t, {}), {}, axisOver(t), {gripOf("backups", What::WindowBar), press, press + 29min, false});
    const Scenario scenario{"What if 1", {}, drag.edits};
    const TimelineView after = applied(t, scenario);
    QCOMPARE(movedBy(after, 2), Millis{29min});
    QVERIFY(windowIn(after, "backups").begin.earliest == t.event(12).at);
    QCOMPARE(windowIn(after, "backups").end.latest - windowIn(after, "backups").begin.earliest, Millis{65min});
}

void TestDrag::anEdgeNeverPassesTheOther()
{
    const Timeline t = bankTimeline(false);
    const TimelineView view = applied(t, {});
    const auto begin = moveEdits(view, {}, gripOf("backups", What::WindowBegin), 5h);
    QVERIFY(std::get<MoveWindow>(begin.at(0)) == (MoveWindow{"backups", 59min, 0min}));
    const auto end = moveEdits(view, {}, gripOf("backups", What::WindowEnd), -5h);
    QVERIFY(std::get<MoveWindow>(end.at(0)) == (MoveWindow{"backups", 0min, -59min}));
}

void TestDrag::backAtTheStartChangesNothing()
{
    const Timeline t = bankTimeline(false);
    const Instant press = t.event(5).at;
    const Drag drag = dragOf(applied(t, {}), {}, axisOver(t), {gripOf(5), press, press + 20s, false});
    QVERIFY(drag.edits.empty());
    QCOMPARE(drag.by, Millis{0});
}

void TestDrag::distancesAddUpOverDrags()
{
    const Timeline t = bankTimeline(false);
    Scenario scenario{"What if 1", {}, {}};
    for (const auto by : {10min, 7min})
        scenario = withEdits(t, scenario, moveEdits(applied(t, scenario), scenario, gripOf(5), by));
    QCOMPARE(scenario.edits.size(), std::size_t{1});
    QCOMPARE(movedBy(applied(t, scenario), 5), Millis{17min});
}

/// Over a hundred random drags one after another, each thing lands exactly where it was let go.
void TestDrag::whatIsGrabbedLandsWhereItIsDropped()
{
    const Timeline t = bankTimeline(false);
    const Hit grips[] = {gripOf(1), gripOf(2), gripOf(5), gripOf(12), gripOf(13), gripOf("backups", What::WindowBar),
        gripOf("backups", What::WindowEnd), gripOf("integration", What::WindowBar), gripOf("integration", What::WindowBegin)};
    std::mt19937 random{20191007};
    for (int round = 0; round < 40; ++round) {
        Scenario scenario{"What if 1", {}, {}};
        for (int step = 0; step < 4; ++step) {
            const TimelineView before = applied(t, scenario);
            const Hit& grip = grips[random() % std::size(grips)];
            const Millis by = std::chrono::minutes{1 + static_cast<int>(random() % 20)};
            const Instant from = gripInstant(before, grip);
            const std::vector<Edit> edits = moveEdits(before, scenario, grip, by);
            if (edits.empty())
                continue;
            scenario = withEdits(t, scenario, edits);
            const Millis went = gripInstant(applied(t, scenario), grip) - from;
            const bool isEdge = grip.what == What::WindowBegin;
            QVERIFY2(went == by || (isEdge && went < by && went >= Millis{0}), qPrintable(QStringLiteral("round %1 step %2 hit %3 event %4: %5 of %6")
                    .arg(round).arg(step).arg(static_cast<int>(grip.what)).arg(grip.event).arg(went.count()).arg(by.count())));
        }
    }
}

void TestDrag::onlyMarksAndWindowsAreGrabbed()
{
    const Timeline t = bankTimeline(false);
    const TimelineView view = applied(t, {});
    QVERIFY(canDrag(view, gripOf(3)));
    QVERIFY(canDrag(view, gripOf("backups", What::WindowEnd)));
    QVERIFY(!canDrag(view, gripOf(16)));
    QVERIFY(!canDrag(view, gripOf("nothing", What::WindowBar)));
    for (const What what : {What::Nothing, What::WindowStrip, What::Lane, What::Ruler, What::Quiet}) {
        Hit hit = gripOf(3);
        hit.what = what;
        QVERIFY(!canDrag(view, hit));
    }
}

void TestDrag::theSentenceIsTheOneOnTheScreen()
{
    const Timeline t = bankTimeline(false);
    const Scenario scenario{"What if 1", {}, {MoveWindow{"backups", 29min, 29min}}};
    const std::string sentence = dragSentence(applied(t, scenario), gripOf("backups", What::WindowBar));
    // Rows 3, 4 and 8 come free, row 13 (04:35) meets the lock that now ends between 04:59 and 05:04: 3 becomes 1.
    QCOMPARE(QString::fromStdString(sentence),
        QStringLiteral("Backups start 03:30 \u2192 03:59 UTC (+29 min): 23:59 Washington, 10:59 Vietnam. During the lock: 3 \u2192 1."));
}

void TestDrag::theSentenceOfARowNamesIt()
{
    const Timeline t = bankTimeline(false);
    const Scenario scenario{"What if 1", {}, {MoveEvent{13, -10min}}};
    QCOMPARE(QString::fromStdString(dragSentence(applied(t, scenario), gripOf(13))),
        QStringLiteral("Row 13: 04:35 \u2192 04:25 UTC (\u221210 min): 00:25 Washington, 11:25 Vietnam. During the lock: 3 \u2192 4."));
}

void TestDrag::theSentenceNamesWhatARowTakesAlong()
{
    const Timeline t = bankTimeline(false);
    const auto said = [&](EventId row, Millis by) {
        return QString::fromStdString(dragSentence(applied(t, {"x", {}, {MoveEvent{row, by}}}), gripOf(row)));
    };
    // Row 1 begins the integration that row 12 ends; row 2 begins the backups, whose end is tied to nothing.
    QVERIFY2(said(1, 5min).contains(u"23:35 Washington, 10:35 Vietnam. The information integration and row 12 move with it. "), qPrintable(said(1, 5min)));
    QVERIFY2(said(2, 5min).contains(u"Vietnam. The backups move with it. "), qPrintable(said(2, 5min)));
    QVERIFY2(said(12, 5min).contains(u"Vietnam. The information integration ends with it. "), qPrintable(said(12, 5min)));
    QVERIFY(!said(13, -10min).contains(u"with it"));
}

void TestDrag::anUntouchedLookUpIsSaid()
{
    const Timeline t = bankTimeline(false);
    QCOMPARE(outcomeChange(applied(t, {"x", {}, {MoveEvent{15, 10min}}})), std::string{"No look-up changes."});
    Timeline none = t;
    for (Event& event : none.events.open())
        event.kind = Kind::Action;
    QCOMPARE(outcomeChange(applied(none, {"x", {}, {MoveEvent{15, 10min}}})), std::string{});
}

void TestDrag::asManyButOtherLookUpsAreNamed()
{
    const Timeline t = bankTimeline(false);
    // Row 3 comes free before 03:30, row 13 meets the lock before 04:30: three were hit and three are.
    const Scenario swapped{"x", {}, {MoveEvent{3, -10min}, MoveEvent{13, -10min}}};
    QCOMPARE(QString::fromStdString(outcomeChange(applied(t, swapped))),
        QStringLiteral("During the lock: 3 \u2192 3, row 3 no longer, row 13 now."));
}

void TestDrag::withoutZonesNoUtcIsClaimed()
{
    Timeline t = bankTimeline(false);
    for (Lane& lane : t.lanes) {
        lane.zoneName.clear();
        lane.zone = Zone::utc();
    }
    const std::string sentence = dragSentence(applied(t, {"x", {}, {MoveEvent{15, 10min}}}), gripOf(15));
    QCOMPARE(QString::fromStdString(sentence), QStringLiteral("Row 15: 13:00 \u2192 13:10 (+10 min). No look-up changes."));
}

/// Rows 1, 2, 8 and 12: the integration runs from 1 to 12, the backups begin with 2. Each lands once as far.
void TestDrag::rowsTogetherKeepTheirDistances()
{
    const Timeline t = bankTimeline(true);
    const TimelineView view = applied(t, {});
    const Instant press = t.event(8).at;
    const Drag drag = dragOf(view, {}, axisOver(t), {gripOf(8), press, press + 47min, true, {1, 2, 8, 12}, true});
    const TimelineView after = applied(t, withEdits(t, {}, drag.edits));
    for (EventId id = 1; id <= 15; ++id)
        QCOMPARE(after.moved(id).count(), (id == 1 || id == 2 || id == 8 || id == 12 ? Millis{47min} : Millis{0}).count());
    for (const Window& window : after.windows()) {
        QCOMPARE((window.begin.latest - after.recordedWindow(window.id)->begin.latest).count(), Millis{47min}.count());
        QCOMPARE((window.end.earliest - after.recordedWindow(window.id)->end.earliest).count(), Millis{47min}.count());
    }
    const std::string sentence = dragSentence({.after = after, .hit = gripOf(8), .together = {1, 2, 8, 12}});
    QVERIFY2(sentence.starts_with("Row 8 and 3 more: 03:44 \u2192 04:31 UTC (+47 min)"), sentence.c_str());
}

/// Row 11 leads to 14, and 14 to 15.
void TestDrag::whatDependsOnARowFollowsUnlessShiftIsHeld()
{
    const Timeline t = bankTimeline(true);
    const TimelineView view = applied(t, {});
    const Instant press = t.event(11).at;
    DragMoment moment{gripOf(11), press, press + 5min, true, {}, false};
    const TimelineView after = applied(t, withEdits(t, {}, dragOf(view, {}, axisOver(t), moment).edits));
    for (EventId id = 1; id <= 15; ++id)
        QCOMPARE(after.moved(id).count(), (id == 11 || id == 14 || id == 15 ? Millis{5min} : Millis{0}).count());
    const std::string sentence = dragSentence(after, gripOf(11));
    QVERIFY2(sentence.find(" Rows 14 and 15 follow; Shift leaves them.") != std::string::npos, sentence.c_str());
    moment.isAlone = true;
    QVERIFY((dragOf(view, {}, axisOver(t), moment).edits == std::vector<Edit>{MoveEvent{11, 5min}}));
}

void TestDrag::laterInTheLaneIsToldByTime()
{
    const Timeline t = bankTimeline(false);
    // The bank's rows are 1, 2, 6, 8, 10, 11, 12 and 14; rows 1 and 2 are one minute.
    QVERIFY(laterInLane(applied(t, {}), 8) == (std::set<EventId>{8, 10, 11, 12, 14}));
    QVERIFY(laterInLane(applied(t, {}), 1) == (std::set<EventId>{1, 2, 6, 8, 10, 11, 12, 14}));
    QVERIFY(laterInLane(applied(t, {}), 2) == (std::set<EventId>{2, 6, 8, 10, 11, 12, 14}));
    // Moved before row 8, row 10 is no longer later.
    QVERIFY(laterInLane(applied(t, {"x", {}, {MoveEvent{10, -5min}}}), 8) == (std::set<EventId>{8, 11, 12, 14}));
}

void TestDrag::theCardShowsEachClockBeforeAndAfter()
{
    const Timeline t = bankTimeline(false);
    const TimelineView after = applied(t, {"x", {}, {MoveEvent{13, -10min}}});
    const DragCard card = dragCard({.after = after, .hit = gripOf(13), .outcome = "During the lock: 3 \u2192 4."});
    QCOMPARE(card.title, std::string{"Row 13: 10 min earlier"});
    const std::vector<DragCard::Clock> clocks{{"Vietnam", "11:35", "11:25", "\u221210 min"}, {"UTC", "04:35", "04:25", "\u221210 min"},
        {"Washington", "00:35", "00:25", "\u221210 min"}};
    QVERIFY(card.clocks == clocks);
    QCOMPARE(card.notes.front(), std::string{"During the lock: 3 \u2192 4."});
}

void TestDrag::theCardOfAnEndShowsBothItsBounds()
{
    const Timeline t = bankTimeline(false);
    const TimelineView after = applied(t, {"x", {}, {MoveWindow{"backups", 0min, 10min}}});
    const DragCard card = dragCard({.after = after, .hit = gripOf("backups", What::WindowEnd)});
    QCOMPARE(card.title, std::string{"Backups end 10 min later"});
    QCOMPARE(card.clocks.at(1).was, std::string{"04:30 to 04:35"});
    QCOMPARE(card.clocks.at(1).now, std::string{"04:40 to 04:45"});
    QCOMPARE(card.notes.front(), std::string{"Backups last 70 to 75 min, before 60 to 65 min."});
}

void TestDrag::theCardSaysWhatIsAssumedAndWhatHolds()
{
    const Timeline t = bankTimeline(false);
    const TimelineView after = applied(t, {"x", {}, {MoveEvent{8, 15min}}});
    const DragCard card = dragCard({.after = after, .hit = gripOf(8), .stuckTo = t.event(12).at});
    QCOMPARE(card.notes.size(), std::size_t{2});
    QCOMPARE(card.notes.at(0), std::string{"Held at row 12. Ctrl lets go."});
    QCOMPARE(card.notes.at(1), std::string{"Row 8 was a person's act; that it would come later is an assumption."});
}

QTEST_GUILESS_MAIN(TestDrag)
#include "tst_drag.moc"
