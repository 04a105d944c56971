#include "core/row_filter.h"
#include "support/bank_timeline.h"
#include "support/bank_what_ifs.h"
#include <QTest>

using namespace lockstep;

namespace {

std::vector<EventId> hiddenOf(const TimelineView& view, const RowFilter& filter)
{
    std::vector<EventId> rows;
    const auto hidden = hiddenRows(view, filter);
    for (EventId id = 1; id <= view.eventCount(); ++id)
        if (hidden && hidden->has(id))
            rows.push_back(id);
    return rows;
}

} // namespace

Q_DECLARE_METATYPE(RowFilter)

/// Which rows a filter leaves out, and that it changes nothing else.
class TestRowFilter : public QObject {
    Q_OBJECT

private slots:
    void rowsAreLeftOutByWhatTheyAre_data();
    void rowsAreLeftOutByWhatTheyAre();
    void rowsOfOneFileAreLeftOut();
    void anOutcomeIsThatOfTheView();
    void aFilterThatNothingMeetsHidesNothing();
    void theSentenceCountsRows();
    void whatThereIsIsCounted();
};

void TestRowFilter::rowsAreLeftOutByWhatTheyAre_data()
{
    QTest::addColumn<RowFilter>("filter");
    QTest::addColumn<std::vector<EventId>>("rows");
    using Rows = std::vector<EventId>;
    QTest::newRow("nothing") << RowFilter{} << Rows{};
    QTest::newRow("a lane") << RowFilter{.lanes = {"Bank"}, .kinds = {}, .outcomes = {}, .files = {}} << Rows{1, 2, 6, 8, 10, 11, 12, 14};
    QTest::newRow("a kind") << RowFilter{.lanes = {}, .kinds = {Kind::Read}, .outcomes = {}, .files = {}} << Rows{3, 4, 8, 13};
    QTest::newRow("what look-ups met") << RowFilter{.lanes = {}, .kinds = {}, .outcomes = {Outcome::Blocked}, .files = {}} << Rows{3, 4, 8};
    QTest::newRow("a row is no look-up without an outcome") << RowFilter{.lanes = {}, .kinds = {}, .outcomes = {Outcome::None}, .files = {}} << Rows{};
    QTest::newRow("each hides what it names") << RowFilter{.lanes = {"Client"}, .kinds = {}, .outcomes = {Outcome::Blocked}, .files = {}} << Rows{3, 4, 5, 7, 8, 9, 13, 15};
}

void TestRowFilter::rowsAreLeftOutByWhatTheyAre()
{
    QFETCH(RowFilter, filter);
    const Timeline bank = bankTimeline(true);
    QTEST(hiddenOf(applied(bank, {}), filter), "rows");
}

void TestRowFilter::rowsOfOneFileAreLeftOut()
{
    Timeline bank = bankTimeline(true);
    bank.sources.push_back({.name = "chat.md", .hash = {}});
    for (const EventId id : {5, 7})
        bank.events.open()[static_cast<std::size_t>(id) - 1].file = 1;
    const RowFilter filter{.lanes = {}, .kinds = {}, .outcomes = {}, .files = {1}};
    QCOMPARE(hiddenOf(applied(bank, {}), filter), (std::vector<EventId>{5, 7}));
    QCOMPARE(countedRows(applied(bank, {})).files, (std::vector<int>{13, 2}));
}

void TestRowFilter::anOutcomeIsThatOfTheView()
{
    // "Only the master": the client's looks, rows 3 and 4, are out of date; the bank's, row 8, stays blocked.
    const Timeline bank = bankTimeline(true);
    const TimelineView view = applied(bank, {.name = "Lock only the master", .note = {}, .edits = {test::onlyMaster}});
    QCOMPARE(hiddenOf(view, {.lanes = {}, .kinds = {}, .outcomes = {Outcome::Stale}, .files = {}}), (std::vector<EventId>{3, 4}));
    QCOMPARE(view.outcome(3).outcome, Outcome::Stale);
}

void TestRowFilter::aFilterThatNothingMeetsHidesNothing()
{
    const Timeline bank = bankTimeline(true);
    const TimelineView view = applied(bank, {});
    QVERIFY(!hiddenRows(view, {.lanes = {"Shop"}, .kinds = {}, .outcomes = {}, .files = {}}));
    QVERIFY(!hiddenRows(view, {}));
}

void TestRowFilter::theSentenceCountsRows()
{
    const Timeline bank = bankTimeline(true);
    const TimelineView view = applied(bank, {});
    QCOMPARE(hiddenWords(*hiddenRows(view, {.lanes = {"Bank"}, .kinds = {}, .outcomes = {}, .files = {}})), std::string{"8 of 15 rows are not shown."});
    QCOMPARE(hiddenWords(*hiddenRows(view, {.lanes = {}, .kinds = {}, .outcomes = {Outcome::Fresh}, .files = {}})), std::string{"1 of 15 rows is not shown."});
}

void TestRowFilter::whatThereIsIsCounted()
{
    const Timeline bank = bankTimeline(true);
    const RowCounts counts = countedRows(applied(bank, {}));
    QCOMPARE(counts.lanes, (std::vector<int>{8, 7}));
    QCOMPARE(counts.kinds, (std::map<Kind, int>{{Kind::Action, 11}, {Kind::Read, 4}}));
    QCOMPARE(counts.outcomes, (std::map<Outcome, int>{{Outcome::Fresh, 1}, {Outcome::Blocked, 3}}));
}

QTEST_APPLESS_MAIN(TestRowFilter)
#include "tst_row_filter.moc"
