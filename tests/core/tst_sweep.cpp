#include "core/sweep.h"
#include "support/bank_timeline.h"
#include "support/bank_what_ifs.h"
#include <QTest>
#include <random>

using namespace lockstep;
using namespace date::literals;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

Instant seventh(int hour, int minute)
{
    return date::sys_days{2019_y / date::October / 7} + hours{hour} + minutes{minute};
}

Sweep swept(const Timeline& timeline, const Scenario& scenario = {}, const WindowId& window = "backups", const Activity* activity = nullptr)
{
    return sweepOf(timeline, scenario, {.window = window, .step = minutes{1}, .activity = activity, .goesOn = {}}).value();
}

const SweepStart& startAt(const Sweep& sweep, Instant at)
{
    return *std::ranges::find(sweep.starts, at, &SweepStart::at);
}

/// What applied() and the outcome of every row say of one start.
SweepStart oneByOne(const Timeline& timeline, Scenario scenario, const Sweep& sweep, Instant at)
{
    SweepStart counts{.at = at};
    scenario.edits.emplace_back(sweep.editOf(counts));
    const TimelineView view = applied(timeline, scenario);
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        const Outcome outcome = view.outcome(id).outcome;
        counts.blocked += outcome == Outcome::Blocked;
        counts.possiblyBlocked += outcome == Outcome::PossiblyBlocked;
        counts.stale += outcome == Outcome::Stale;
        counts.possiblyStale += outcome == Outcome::PossiblyStale;
    }
    return counts;
}

QString text(const SweepStart& start)
{
    return QStringLiteral("%1 blocked %2 possibly %3 stale %4 possibly %5").arg(start.at.time_since_epoch().count() / 60'000)
        .arg(start.blocked).arg(start.possiblyBlocked).arg(start.stale).arg(start.possiblyStale);
}

void compareEveryStart(const Timeline& timeline, const Scenario& scenario, const WindowId& window, std::size_t stride)
{
    const Sweep sweep = swept(timeline, scenario, window);
    QCOMPARE(sweep.starts.size(), std::size_t{1440});
    for (std::size_t i = 0; i < sweep.starts.size(); i += stride)
        QCOMPARE(text(sweep.starts[i]), text(oneByOne(timeline, scenario, sweep, sweep.starts[i].at)));
}

/// Rows, windows and ties as they come, all within a day and on whole minutes so that edges meet look-ups.
Timeline scattered(unsigned seed)
{
    std::mt19937 random{seed};
    const auto upTo = [&](int most) { return std::uniform_int_distribution{0, most}(random); };
    Timeline timeline = bankTimeline(true);
    timeline.windows.clear();
    timeline.links.clear();
    for (Event& event : timeline.events.open()) {
        event.kind = upTo(3) == 0 ? Kind::Action : Kind::Read;
        event.at = seventh(upTo(23), upTo(11) * 5);
        event.saysRefused = event.saysCorrect = false;
    }
    for (int i = 0; i < 5; ++i) {
        const Event& from = timeline.event(1 + upTo(14));
        Window window{.id = "w" + std::to_string(i), .name = "W", .what = {}, .effect = upTo(2) == 0 ? Effect::Stales : Effect::Blocks,
            .scope = upTo(1) == 0 ? Scope::everything() : Scope::of({upTo(1) == 0 ? "master" : "mirror"}),
            .begin = Bound::certain(from.at), .end = Bound::certain(from.at + minutes{upTo(20) * 5}), .proposed = false, .because = {}};
        window.begin.latest = std::min(window.begin.earliest + minutes{upTo(2) * 5}, window.end.earliest);
        window.end.latest += minutes{upTo(3) * 5};
        if (upTo(1) == 0)
            window.begin.tiedTo = from.id;
        if (upTo(2) == 0)
            window.end.tiedTo = 1 + upTo(14);
        timeline.windows.push_back(std::move(window));
    }
    return timeline;
}

/// The product's table, line by line.
std::vector<Scenario> whatIfs()
{
    const auto of = [](std::vector<Edit> edits) { return Scenario{.name = {}, .note = {}, .edits = std::move(edits)}; };
    return {of({}), of({test::onlyMaster}), of({test::onlyMaster, test::bankReadsMirror}), of({MoveEvent{2, minutes{29}}}),
        of({test::atEleven, test::onlyMaster}), of({test::atEleven, test::onlyMaster, test::bankReadsMirror}), of(test::eachNight())};
}

Activity illustration()
{
    return activityIllustration().value();
}

} // namespace

class TestSweep : public QObject {
    Q_OBJECT
private slots:
    /// By hand: look-ups at 03:35, 03:37 and 04:35 of the mirror, 03:44 of the master; the lock holds 60 to 65 minutes,
    /// and the integration stales the mirror until 03:59.
    void theBanksLockMeetsTheseLookUps_data()
    {
        QTest::addColumn<Instant>("at");
        QTest::addColumn<QString>("counts"); // blocked, possibly, stale, possibly
        QTest::newRow("as recorded") << seventh(3, 30) << "3 0 0 0";
        QTest::newRow("a minute later") << seventh(3, 31) << "3 1 0 0";
        QTest::newRow("after the first look-up") << seventh(3, 36) << "3 0 1 0";
        QTest::newRow("after the integration") << seventh(3, 59) << "1 0 2 0";
        QTest::newRow("it may last until the first") << seventh(2, 35) << "0 2 0 0";
        QTest::newRow("it ends with the first") << seventh(2, 30) << "0 0 2 0";
        QTest::newRow("late") << seventh(4, 57) << "0 0 2 0";
        QTest::newRow("first of the day") << seventh(0, 0) << "0 0 2 0";
        QTest::newRow("last of the day") << seventh(23, 59) << "0 0 2 0";
    }
    void theBanksLockMeetsTheseLookUps()
    {
        QFETCH(Instant, at);
        const SweepStart start = startAt(swept(bankTimeline(true)), at);
        QTEST(QStringLiteral("%1 %2 %3 %4").arg(start.blocked).arg(start.possiblyBlocked).arg(start.stale).arg(start.possiblyStale), "counts");
    }

    void everyMinuteOfTheDayIsTried()
    {
        const Sweep sweep = swept(bankTimeline(true));
        QCOMPARE(sweep.starts.size(), std::size_t{1440});
        QCOMPARE(sweep.starts.front().at, seventh(0, 0));
        QCOMPARE(sweep.starts.back().at, seventh(23, 59));
        QCOMPARE(sweep.length(), Millis{minutes{65}});
        const auto coarse = sweepOf(bankTimeline(true), {}, {.window = "backups", .step = minutes{7}, .activity = nullptr, .goesOn = {}});
        QCOMPARE(coarse->starts.size(), std::size_t{206});
        QCOMPARE(coarse->starts.back().at, seventh(23, 55));
    }

    void everyStartIsWhatAScenarioWouldShow_data()
    {
        QTest::addColumn<std::size_t>("whatIf");
        QTest::addColumn<QString>("window");
        for (std::size_t i = 0; i < whatIfs().size(); ++i)
            for (const char* window : {"backups", "integration"})
                QTest::addRow("line %zu, %s", i + 1, window) << i << QString::fromUtf8(window);
    }
    void everyStartIsWhatAScenarioWouldShow()
    {
        QFETCH(std::size_t, whatIf);
        QFETCH(QString, window);
        compareEveryStart(bankTimeline(true), whatIfs()[whatIf], window.toStdString(), 7);
    }

    /// Ties that carry rows and windows along, one that would stretch another window, edges at look-ups.
    void everyStartIsWhatAScenarioWouldShowWhateverIsTied()
    {
        for (unsigned seed = 1; seed <= 8; ++seed)
            for (const char* window : {"w0", "w1", "w2"})
                compareEveryStart(scattered(seed), {}, window, 11);
    }

    void aWindowTheScenarioAddsIsSweptToo()
    {
        compareEveryStart(bankTimeline(true), whatIfs().back(), "mirror backups", 7);
    }

    void theSafestStartsAreThoseTheProductStates()
    {
        const Activity activity = illustration();
        const Sweep sweep = swept(bankTimeline(true), {}, "backups", &activity);
        QCOMPARE(sweep.starts[leastOfTheWorld(sweep).value()].at, seventh(4, 57));
        QCOMPARE(sweep.starts[leastForTheWorstRegion(sweep).value()].at, seventh(0, 21));
        const auto nights = leastPerRegion(sweep);
        QCOMPARE(nights.size(), std::size_t{3});
        QCOMPARE(sweep.starts[nights[0]].at, seventh(6, 57));
        QCOMPARE(sweep.starts[nights[1]].at, seventh(0, 57));
        QCOMPARE(sweep.starts[nights[2]].at, seventh(19, 57));
    }

    void ofEqualStartsTheEarlierIsSafest()
    {
        const Activity flat{.name = "flat", .isIllustration = false,
            .regions = {{.name = "UTC", .zone = Zone::utc(), .share = 1, .curve = ActivityCurve{[] {
                ActivityCurve::Weights weights{};
                weights.fill(0.1);
                return weights;
            }()}}}};
        const Sweep sweep = swept(bankTimeline(true), {}, "backups", &flat);
        QCOMPARE(leastOfTheWorld(sweep), std::optional<std::size_t>{0});
        QCOMPARE(leastForTheWorstRegion(sweep), std::optional<std::size_t>{0});
    }

    void withoutAnActivityNoStartIsSafest()
    {
        const Sweep sweep = swept(bankTimeline(true));
        QVERIFY(sweep.touched.empty());
        QVERIFY(!leastOfTheWorld(sweep));
        QVERIFY(leastPerRegion(sweep).empty());
    }

    void anUndatedTimelineIsSweptOverItsOwnDay()
    {
        const Sweep sweep = swept(undatedBankTimeline(true)), dated = swept(bankTimeline(true));
        for (std::size_t i = 0; i < dated.starts.size(); ++i) {
            QCOMPARE(sweep.starts[i].at.time_since_epoch() % hours{24}, dated.starts[i].at.time_since_epoch() % hours{24});
            QCOMPARE(sweep.starts[i].blocked, dated.starts[i].blocked);
            QCOMPARE(sweep.starts[i].stale, dated.starts[i].stale);
        }
    }

    void theEditOfAStartPutsTheWindowThere()
    {
        const Scenario later{.name = {}, .note = {}, .edits = {MoveEvent{2, minutes{29}}}};
        const Timeline bank = bankTimeline(true);
        const Sweep sweep = swept(bank, later);
        Scenario chosen = later;
        chosen.edits.emplace_back(sweep.editOf(startAt(sweep, seventh(4, 57))));
        QCOMPARE(applied(bank, chosen).windows().front().begin.earliest, seventh(4, 57));
        QCOMPARE(applied(bank, chosen).windows().front().end.latest, seventh(6, 2));
    }

    void itCanBeStoppedAndTellsHowFarItIs()
    {
        std::size_t last = 0, total = 0;
        const auto goesOn = [&](std::size_t done, std::size_t all) {
            last = done;
            total = all;
            return done < 100;
        };
        const auto sweep = sweepOf(bankTimeline(true), {}, {.window = "backups", .step = minutes{1}, .activity = nullptr, .goesOn = goesOn});
        QCOMPARE(last, std::size_t{100});
        QCOMPARE(total, std::size_t{1440});
        QCOMPARE(sweep->starts.size(), std::size_t{100});
        QVERIFY(!sweep->isWhole);
        QVERIFY(swept(bankTimeline(true)).isWhole);
    }

    void aWindowThatIsNotThereIsRefused()
    {
        const auto refused = sweepOf(bankTimeline(true), {}, {.window = "no such", .step = minutes{1}, .activity = nullptr, .goesOn = {}});
        QCOMPARE(refused.error().what, "There is no window 'no such' here.");
    }
};

QTEST_GUILESS_MAIN(TestSweep)
#include "tst_sweep.moc"
