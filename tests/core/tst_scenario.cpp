#include "core/moves.h"
#include "support/bank_timeline.h"
#include "support/bank_what_ifs.h"
#include <QTest>

using namespace lockstep;
using namespace lockstep::test;
using namespace Qt::StringLiterals;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const EventId reads[] = {3, 4, 8, 13};

QString outcomes(const TimelineView& view)
{
    QStringList names;
    for (const EventId id : reads) {
        const std::string_view name = outcomeName(view.outcome(id).outcome);
        names << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    return names.join(u", ");
}

Instant utc(int day, int hour, int minute)
{
    using namespace date::literals;
    return date::sys_days{2019_y / date::October / day} + hours{hour} + minutes{minute};
}

const Window& windowOf(const TimelineView& view, const WindowId& id)
{
    for (const Window& window : view.windows()) {
        if (window.id == id)
            return window;
    }
    qFatal("no such window");
}

} // namespace

class TestScenario : public QObject {
    Q_OBJECT
private slots:
    void theBankIncidentComesOutAsTheTableSays_data()
    {
        QTest::addColumn<std::vector<Edit>>("edits");
        QTest::addColumn<QString>("expected");
        using Edits = std::vector<Edit>;
        const Millis half = minutes{29};
        QTest::newRow("as recorded") << Edits{} << u"blocked, blocked, blocked, fresh"_s;
        QTest::newRow("only the master") << Edits{onlyMaster} << u"stale, stale, blocked, fresh"_s;
        QTest::newRow("only the master, bank reads the mirror too")
            << Edits{onlyMaster, bankReadsMirror} << u"stale, stale, stale, fresh"_s;
        QTest::newRow("back up after the integration, by the window")
            << Edits{MoveWindow{"backups", half, half}} << u"stale, stale, fresh, blocked"_s;
        QTest::newRow("back up after the integration, by row 2") << Edits{MoveEvent{2, half}} << u"stale, stale, fresh, blocked"_s;
        QTest::newRow("integrate at 23:00") << Edits{atEleven, onlyMaster} << u"fresh, void, void, fresh"_s;
        QTest::newRow("integrate at 23:00, bank reads the mirror too")
            << Edits{atEleven, onlyMaster, bankReadsMirror} << u"fresh, void, void, fresh"_s;
        QTest::newRow("each region's night") << eachNight() << u"stale, stale, fresh, fresh"_s;
    }
    void theBankIncidentComesOutAsTheTableSays()
    {
        QFETCH(std::vector<Edit>, edits);
        QFETCH(QString, expected);
        const Timeline bank = bankTimeline(true);
        const TimelineView view = applied(bank, {.name = "x", .note = {}, .edits = edits});
        QCOMPARE(outcomes(view), expected);
        QVERIFY(view.problems().empty());
        QCOMPARE(view.isRecord(), edits.empty());
    }

    void theRawBankIncidentSaysItsOutcomesAreProposed()
    {
        const Timeline bank = bankTimeline(false);
        const TimelineView view = applied(bank, {});
        QCOMPARE(outcomes(view), u"blocked, blocked, blocked, fresh"_s);
        QVERIFY(view.outcome(3).proposed);
        QCOMPARE(view.outcome(3).window, WindowId{"backups"});
        QCOMPARE(view.outcome(1), OutcomeOf{});
    }

    void noEditsShowTheRecordItself()
    {
        const Timeline bank = bankTimeline(true);
        const TimelineView view = applied(bank, {});
        QCOMPARE(view.eventCount(), 15);
        QVERIFY(view.windows() == bank.windows);
        for (EventId id = 1; id <= 15; ++id) {
            QVERIFY(view.event(id) == bank.event(id));
            QVERIFY(view.at(id) == bank.event(id).at);
            QVERIFY(view.moved(id) == Millis{0});
            QVERIFY(!view.isDropped(id));
        }
    }

    void movingTheRowMovesTheLockRigidly()
    {
        const Timeline bank = bankTimeline(false);
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = {MoveEvent{2, minutes{29}}}});
        const Window& lock = windowOf(view, "backups");
        QVERIFY(lock.begin.earliest == utc(7, 3, 59) && lock.begin.isCertain());
        QVERIFY(lock.end.earliest == utc(7, 4, 59));
        QVERIFY(lock.end.latest == utc(7, 5, 4));
        QVERIFY(view.recordedWindow("backups")->begin.earliest == utc(7, 3, 30));
        QVERIFY(bank == bankTimeline(false));
    }

    void movingAProcessTakesItsFirstAndLastRow()
    {
        const Timeline bank = bankTimeline(true);
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = {atEleven}});
        QVERIFY(view.moved(1) == -minutes{30});
        QVERIFY(view.moved(12) == -minutes{30});
        QVERIFY(view.moved(2) == Millis{0});
        const TimelineView byRow = applied(bank, {.name = {}, .note = {}, .edits = {MoveEvent{1, -minutes{30}}}});
        QVERIFY(byRow.moved(12) == -minutes{30});
        QVERIFY(byRow.windows() == view.windows());
    }

    void aResizedEdgeMovesOnlyItsOwnRow()
    {
        const Timeline bank = bankTimeline(true);
        const TimelineView end = applied(bank, {.name = {}, .note = {}, .edits = {MoveWindow{"integration", {}, minutes{10}}}});
        QVERIFY(end.moved(1) == Millis{0});
        QVERIFY(end.moved(12) == minutes{10});
        const TimelineView begin = applied(bank, {.name = {}, .note = {}, .edits = {MoveWindow{"backups", minutes{5}, {}}}});
        QVERIFY(begin.moved(2) == minutes{5});
        QVERIFY(windowOf(begin, "backups").end == bank.windows[0].end);
        // Row 13 limits the lock's end and is not tied to it.
        const TimelineView lockEnd = applied(bank, {.name = {}, .note = {}, .edits = {MoveWindow{"backups", {}, minutes{9}}}});
        QVERIFY(lockEnd.moved(13) == Millis{0});
    }

    void movingTheRowAtTheEndResizesTheWindow()
    {
        const Timeline bank = bankTimeline(true);
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = {MoveEvent{12, minutes{10}}}});
        QVERIFY(windowOf(view, "integration").begin.earliest == utc(7, 3, 30));
        QVERIFY(windowOf(view, "integration").end.earliest == utc(7, 4, 9));
        QVERIFY(view.moved(1) == Millis{0});
    }

    void oneDistanceIsAppliedOnce()
    {
        const Timeline bank = bankTimeline(true);
        const Millis by = minutes{29};
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = {MoveEvent{2, by}, MoveWindow{"backups", by, by}}});
        QVERIFY(view.moved(2) == by);
        QVERIFY(windowOf(view, "backups").begin.earliest == utc(7, 3, 59));
    }

    void aRowsOwnMoveBeatsItsWindows()
    {
        const Timeline bank = bankTimeline(true);
        const TimelineView view = applied(
            bank, {.name = {}, .note = {}, .edits = {MoveEvent{12, minutes{3}}, MoveWindow{"integration", minutes{20}, minutes{20}}}});
        QVERIFY(view.moved(12) == minutes{3});
        QVERIFY(view.moved(1) == minutes{20});
        QVERIFY(windowOf(view, "integration").end.earliest == utc(7, 4, 19));
    }

    void theLaterOfTwoEditsOnOneWindowDecides()
    {
        const Timeline bank = bankTimeline(true);
        const MoveWindow window{"backups", minutes{29}, minutes{39}};
        const TimelineView rowLater = applied(bank, {.name = {}, .note = {}, .edits = {window, MoveEvent{2, minutes{40}}}});
        QVERIFY(windowOf(rowLater, "backups").begin.earliest == utc(7, 4, 10));
        QVERIFY(windowOf(rowLater, "backups").end.earliest == utc(7, 5, 20)); // ten minutes longer, as resized
        const TimelineView windowLater = applied(bank, {.name = {}, .note = {}, .edits = {MoveEvent{2, minutes{40}}, window}});
        QVERIFY(windowOf(windowLater, "backups").begin.earliest == utc(7, 3, 59));
        const TimelineView twice = applied(bank, {.name = {}, .note = {}, .edits = {MoveEvent{2, minutes{40}}, MoveEvent{2, minutes{7}}}});
        QVERIFY(twice.moved(2) == minutes{7});
    }

    void aRowSharedByTwoWindowsPullsTheSecondAlong()
    {
        Timeline bank = bankTimeline(true);
        bank.windows[0].begin = Bound::certain(bank.event(12).at);
        bank.windows[0].begin.tiedTo = 12;
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = {MoveEvent{1, minutes{15}}}});
        QVERIFY(view.moved(12) == minutes{15});
        QVERIFY(windowOf(view, "backups").begin.earliest == utc(7, 4, 14));
    }

    void anEndNeverComesBeforeItsBegin()
    {
        const Timeline bank = bankTimeline(true);
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = {MoveWindow{"backups", {}, -hours{2}}}});
        const Window& lock = windowOf(view, "backups");
        QVERIFY(lock.end.earliest == lock.begin.latest);
        QVERIFY(lock.end.latest == lock.begin.latest);
        QCOMPARE(view.problems().size(), std::size_t{1});
        QCOMPARE(outcomes(view), u"stale, stale, fresh, fresh"_s);
    }

    void aLockOnOneCopyOfARawRecordAsksWhoReadsWhat()
    {
        const Timeline bank = bankTimeline(false);
        const TimelineView asks = applied(bank, {.name = {}, .note = {}, .edits = {onlyMaster}});
        QCOMPARE(outcomes(asks), u"possibly blocked, possibly blocked, possibly blocked, fresh"_s);
        QCOMPARE(asks.problems().size(), std::size_t{1});
        QCOMPARE(asks.problems()[0].what, std::string{"Backups concerns only some copies, and Client has no copy it reads."});
        const TimelineView said = applied(
            bank, {.name = {}, .note = {}, .edits = {onlyMaster, SetReads{"Bank", "master"}, SetReads{"Client", "mirror"}}});
        QCOMPARE(outcomes(said), u"fresh, fresh, blocked, fresh"_s);
        QVERIFY(said.problems().empty());
    }

    void aRowsOwnCopyBeatsItsLanes()
    {
        Timeline bank = bankTimeline(true);
        bank.events.open()[7].reads = "mirror";
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = {onlyMaster, SetReads{"Bank", "archive"}}});
        QCOMPARE(view.readsOf(8), ResourceId{"mirror"});
        QCOMPARE(view.laneReads(0), ResourceId{"archive"});
        QCOMPARE(view.outcome(8).outcome, Outcome::Stale);
    }

    void aDroppedLookUpWouldNotHaveHappened()
    {
        const Timeline bank = bankTimeline(true);
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = {DropEvent{8}, DropEvent{9}}});
        QCOMPARE(view.outcome(8).outcome, Outcome::Void);
        QCOMPARE(view.outcome(9).outcome, Outcome::None);
        QVERIFY(view.isDropped(9) && !view.isDropped(10));
    }

    void addedRowsFollowTheLastAndCanBeMoved()
    {
        const Timeline bank = bankTimeline(true);
        const AddEvent look{.lane = "Client", .text = "looks again", .at = {3, minutes{30}}, .kind = Kind::Read, .reads = {}};
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = {look, look, MoveEvent{17, minutes{40}}}});
        QCOMPARE(view.eventCount(), 17);
        QVERIFY(view.at(16) == utc(7, 4, 5));
        QVERIFY(view.event(16).local == WallTime{(date::local_days{date::year{2019} / 10 / 7} + hours{11} + minutes{5})});
        QCOMPARE(view.outcome(16).outcome, Outcome::Blocked);
        QVERIFY(view.at(17) == utc(7, 4, 45));
        QCOMPARE(view.outcome(17).outcome, Outcome::Fresh);
        QVERIFY(view.problems().empty());
    }

    void aDroppedWindowIsGoneAndStaysGone()
    {
        const Timeline bank = bankTimeline(true);
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = {DropWindow{"backups"}, MoveWindow{"backups", minutes{5}, minutes{5}}}});
        QCOMPARE(outcomes(view), u"stale, stale, fresh, fresh"_s);
        QCOMPARE(view.windows().size(), std::size_t{1});
        QVERIFY(view.recordedWindow("backups") != nullptr);
        QVERIFY(view.moved(2) == Millis{0});
        QVERIFY(view.problems().empty());
    }

    void editsOfWhatIsNotThereChangeNothingAndAreReported_data()
    {
        QTest::addColumn<std::vector<Edit>>("edits");
        using Edits = std::vector<Edit>;
        WindowSpec backwards{.id = "w", .name = "Backwards", .what = {}, .effect = Effect::Blocks, .scope = {}, .begin = {}, .end = {}};
        backwards.begin.earliest = backwards.begin.latest = {13, {}};
        backwards.end.earliest = backwards.end.latest = {3, {}};
        WindowSpec taken = backwards;
        taken.id = "backups";
        QTest::newRow("row 0") << Edits{MoveEvent{0, minutes{1}}};
        QTest::newRow("row 99") << Edits{MoveEvent{99, minutes{1}}};
        QTest::newRow("dropped row 99") << Edits{DropEvent{99}};
        QTest::newRow("window") << Edits{MoveWindow{"nothing", minutes{1}, minutes{1}}};
        QTest::newRow("scope") << Edits{SetScope{"nothing", {}}};
        QTest::newRow("lane") << Edits{SetReads{"Nobody", "master"}};
        QTest::newRow("dropped window") << Edits{DropWindow{"nothing"}};
        QTest::newRow("window ends before it begins") << Edits{AddWindow{backwards}};
        QTest::newRow("name of a window taken") << Edits{AddWindow{taken}};
    }
    void editsOfWhatIsNotThereChangeNothingAndAreReported()
    {
        QFETCH(std::vector<Edit>, edits);
        const Timeline bank = bankTimeline(true);
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = edits});
        QCOMPARE(view.problems().size(), std::size_t{1});
        QVERIFY(view.windows() == bank.windows);
        QCOMPARE(view.eventCount(), 15);
        for (EventId id = 1; id <= 15; ++id)
            QVERIFY(view.moved(id) == Millis{0} && !view.isDropped(id));
    }

    void aRowThatCannotBeAddedStillTakesItsNumber()
    {
        const Timeline bank = bankTimeline(true);
        const AddEvent nowhere{.lane = "Nobody", .text = "x", .at = {3, {}}, .kind = Kind::Action, .reads = {}};
        const AddEvent look{.lane = "Client", .text = "looks", .at = {3, {}}, .kind = Kind::Read, .reads = {}};
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = {nowhere, look}});
        QCOMPARE(view.eventCount(), 17);
        QVERIFY(view.isDropped(16));
        QCOMPARE(view.event(17).text, std::string{"looks"});
        QCOMPARE(view.problems().size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
