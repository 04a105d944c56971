#include "core/range_facts.h"
#include "support/bank_timeline.h"
#include <QTest>

using namespace lockstep;
using namespace std::chrono_literals;

/// What a stretch or some rows hold, and the sentence that says it.
class TestRangeFacts : public QObject {
    Q_OBJECT

private slots:
    void aStretchCountsBothOfItsEnds();
    void aStretchIsToldLaneByLane();
    void theSilenceOfAStretchGoesToItsEnds();
    void theSharesUnderWindowsAreRangesWhereABoundIsUncertain();
    void rowsAreCountedWhereTheyLieNow();
    void whatDoesNotHappenCountsForNothing();
    void theSentenceSaysWhatWasCounted_data();
    void theSentenceSaysWhatWasCounted();
};

void TestRangeFacts::aStretchCountsBothOfItsEnds()
{
    const Timeline bank = bankTimeline(true);
    const TimelineView view = applied(bank, {});
    // Rows 3 (03:35), 4, 5, 6 and 7 (03:41 UTC): the longest silence is 2 minutes.
    const RangeFacts facts = factsWithin(view, {view.at(3), view.at(7)});
    QCOMPARE(facts.rows, 5);
    QCOMPARE(facts.kinds.at(Kind::Read), 2);
    QCOMPARE(facts.outcomes.at(Outcome::Blocked), 2);
    QCOMPARE(facts.longestSilence, Millis{2min});
}

void TestRangeFacts::aStretchIsToldLaneByLane()
{
    const Timeline bank = bankTimeline(true);
    const TimelineView view = applied(bank, {});
    // 03:35 to 04:35 UTC. Bank: rows 6, 8, 10, 11, 12, of which 8 looks up. Client: 3, 4, 5, 7, 9, 13, of which 3, 4 and 13.
    const RangeFacts facts = factsWithin(view, {view.at(3), view.at(13)});
    QCOMPARE(facts.lanes.size(), 2u);
    QCOMPARE(facts.lanes.at(0), (LaneFacts{5, 1, {{Outcome::Blocked, 1}}}));
    QCOMPARE(facts.lanes.at(1), (LaneFacts{6, 3, {{Outcome::Blocked, 2}, {Outcome::Fresh, 1}}}));
    QCOMPARE(outcomesWords(facts.outcomes), std::string{"3 during the lock"});
}

void TestRangeFacts::theSilenceOfAStretchGoesToItsEnds()
{
    const Timeline bank = bankTimeline(true);
    const TimelineView view = applied(bank, {});
    const auto silence = [&](Millis from, Millis to) { return factsWithin(view, {view.at(13) + from, view.at(13) + to}).longestSilence; };
    QCOMPARE(silence(-10min, 30min), Millis{30min}); // row 13 and then nothing
    QCOMPARE(silence(10min, 40min), Millis{30min});  // no row at all
    QCOMPARE(silence(-40min, 5min), Millis{36min});  // from row 12 on
}

void TestRangeFacts::theSharesUnderWindowsAreRangesWhereABoundIsUncertain()
{
    const Timeline bank = bankTimeline(true);
    const TimelineView view = applied(bank, {});
    // The lock from 03:30 to 04:30 or 04:35, the integration from 03:30 to 03:59.
    const auto parts = [&](Millis from, Millis to) { return factsWithin(view, {view.at(1) + from, view.at(1) + to}).windows; };
    QCOMPARE(parts(-10min, 90min), (std::vector<WindowPart>{{"backups", 60min, 65min}, {"integration", 29min, 29min}}));
    QCOMPARE(parts(20min, 50min), (std::vector<WindowPart>{{"backups", 30min, 30min}, {"integration", 9min, 9min}}));
    QCOMPARE(parts(62min, 70min), (std::vector<WindowPart>{{"backups", 0min, 3min}}));
    QVERIFY(parts(70min, 90min).empty());
}

void TestRangeFacts::rowsAreCountedWhereTheyLieNow()
{
    const Timeline bank = bankTimeline(true);
    const Scenario later{.name = "later", .note = {}, .edits = {MoveEvent{5, 10min}}};
    const TimelineView view = applied(bank, later);
    const RangeFacts facts = factsOf(view, {3, 5});
    // 03:35 to 03:39 and ten minutes more.
    QCOMPARE(facts.span.end - facts.span.begin, Millis{14min});
}

void TestRangeFacts::whatDoesNotHappenCountsForNothing()
{
    const Timeline bank = bankTimeline(true);
    const Scenario less{.name = "less", .note = {}, .edits = {DropEvent{5}}};
    QCOMPARE(factsOf(applied(bank, less), {3, 5, 12}).rows, 2 - static_cast<int>(!applied(bank, less).happens(12)));
    QCOMPARE(factsOf(applied(bank, less), {99}).rows, 0);
}

void TestRangeFacts::theSentenceSaysWhatWasCounted_data()
{
    QTest::addColumn<std::set<EventId>>("rows");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("look-ups and others") << std::set<EventId>{3, 4, 5, 13} << "60 min: 4 rows, 3 look-ups (2 during the lock). Longest silence 56 min.";
    QTest::newRow("two rows") << std::set<EventId>{1, 6} << "10 min: 2 rows.";
    QTest::newRow("a look-up that was answered") << std::set<EventId>{12, 13} << "36 min: 2 rows, 1 look-up.";
}

void TestRangeFacts::theSentenceSaysWhatWasCounted()
{
    QFETCH(const std::set<EventId>, rows);
    QFETCH(const QString, sentence);
    const Timeline bank = bankTimeline(true);
    QCOMPARE(QString::fromStdString(factsWords(factsOf(applied(bank, {}), rows))), sentence);
}

QTEST_APPLESS_MAIN(TestRangeFacts)
#include "tst_range_facts.moc"
