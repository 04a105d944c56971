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
