#include "core/finding_words.h"
#include "core/sweep_nights.h"
#include "support/bank_timeline.h"
#include "support/bank_what_ifs.h"
#include <QTest>

using namespace lockstep;

namespace {

struct Nights {
    Timeline timeline;
    Activity activity = activityIllustration().value();

    Result<std::vector<Edit>> edits() const
    {
        const Sweep sweep = sweepOf(timeline, {}, {.window = "backups", .step = std::chrono::minutes{1}, .activity = &activity, .goesOn = {}}).value();
        return onePerRegion(applied(timeline, {}), sweep, activity);
    }
};

} // namespace

class TestSweepNights : public QObject {
    Q_OBJECT
private slots:
    /// The shipped "Back up in each region's night": the master at 06:57Z, the mirror at 19:57Z the day before.
    void theBankGetsTheShippedWhatIf()
    {
        const Nights nights{.timeline = bankTimeline(true)};
        const TimelineView made = applied(nights.timeline, {.name = {}, .note = {}, .edits = nights.edits().value()});
        const TimelineView shipped = applied(nights.timeline, {.name = {}, .note = {}, .edits = test::eachNight()});
        QCOMPARE(made.windows().size(), shipped.windows().size());
        for (std::size_t i = 0; i < made.windows().size(); ++i) {
            const Window &own = made.windows()[i], &theirs = shipped.windows()[i];
            QCOMPARE(own.name, theirs.name);
            QCOMPARE(own.scope, theirs.scope);
            QCOMPARE(own.begin.earliest, theirs.begin.earliest);
            QCOMPARE(own.end.earliest, theirs.end.earliest);
            QCOMPARE(own.end.latest, theirs.end.latest);
        }
        QVERIFY(made.problems().empty());
    }

    /// The product's table: stale, stale, fresh, fresh.
    void theLookUpsComeOutAsTheTableSays()
    {
        const Nights nights{.timeline = bankTimeline(true)};
        const TimelineView made = applied(nights.timeline, {.name = {}, .note = {}, .edits = nights.edits().value()});
        QCOMPARE(made.outcome(3).outcome, Outcome::Stale);
        QCOMPARE(made.outcome(4).outcome, Outcome::Stale);
        QCOMPARE(made.outcome(8).outcome, Outcome::Fresh);
        QCOMPARE(made.outcome(13).outcome, Outcome::Fresh);
    }

    void aCopyNobodyReadsStaysWithTheWindow()
    {
        Nights nights{.timeline = bankTimeline(true)};
        nights.timeline.resources.push_back({"archive", "archive"});
        const TimelineView made = applied(nights.timeline, {.name = {}, .note = {}, .edits = nights.edits().value()});
        QCOMPARE(windowIn(made, "backups")->scope, Scope::of({"archive", "master"}));
    }

    void aCopyTheWindowLeavesAloneGetsNoWindow()
    {
        Nights nights{.timeline = bankTimeline(true)};
        nights.timeline.windows.front().scope = Scope::of({"master"});
        QCOMPARE(nights.edits().error().what, "All look-ups come from one region, so one window is enough.");
    }

    void whatIsMissingIsSaid()
    {
        Nights nights{.timeline = bankTimeline(true)};
        nights.timeline.lanes[1].reads = "master";
        QCOMPARE(nights.edits().error().what, "Bank and Client read the master from two regions, so no night suits both.");
        nights.timeline.lanes[1].reads.clear();
        QCOMPARE(nights.edits().error().what, "Which copy Client reads is not known.");
        nights = {.timeline = bankTimeline(true)};
        nights.activity.regions.pop_back();
        QCOMPARE(nights.edits().error().what, "No region of the activity has the clock of Client.");
        nights = {.timeline = bankTimeline(true)};
        nights.timeline.events.open()[7].kind = Kind::Action; // the bank no longer looks anything up
        QCOMPARE(nights.edits().error().what, "All look-ups come from one region, so one window is enough.");
    }
};

QTEST_GUILESS_MAIN(TestSweepNights)
#include "tst_sweep_nights.moc"
