#include "core/row_order.h"
#include "support/bank_timeline.h"
#include <QTest>
#include <numeric>

using namespace lockstep;

namespace {

using Rows = std::vector<EventId>;

Rows rowsOf(const TimelineView& view)
{
    Rows rows(static_cast<std::size_t>(view.eventCount()));
    std::iota(rows.begin(), rows.end(), 1);
    return rows;
}

} // namespace

/// Rows in order of what they state, those that are alike as the document has them.
class TestRowOrder : public QObject {
    Q_OBJECT

private slots:
    void rowsAreOrdered_data();
    void rowsAreOrdered();
    void wordsAreOrderedAsInADictionary();
    void aMovedRowStandsWhereItLies();
    void onlyTheRowsAskedForAreOrdered();
};

void TestRowOrder::rowsAreOrdered_data()
{
    QTest::addColumn<RowKey>("key");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<Rows>("rows");
    QTest::newRow("the document's") << RowKey::Row << false << Rows{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    QTest::newRow("the document's, backwards") << RowKey::Row << true << Rows{15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
    // Rows 1 and 2 are at one moment: row 1 stays first.
    QTest::newRow("latest first") << RowKey::Time << true << Rows{15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 1, 2};
    // The bank's evening of the 6th, its morning of the 7th, the client's 7th.
    QTest::newRow("clocks as written") << RowKey::Written << false << Rows{1, 2, 6, 8, 10, 11, 12, 14, 3, 4, 5, 7, 9, 13, 15};
    QTest::newRow("lanes by name") << RowKey::Lane << false << Rows{1, 2, 6, 8, 10, 11, 12, 14, 3, 4, 5, 7, 9, 13, 15};
    QTest::newRow("lanes, last name first") << RowKey::Lane << true << Rows{3, 4, 5, 7, 9, 13, 15, 1, 2, 6, 8, 10, 11, 12, 14};
    // Balance, check balance, check other, Consult, dialogue, Issue, Issues, Loses, Receive, she, start backups, start chat,
    // Start customer, start information, Synchronization.
    QTest::newRow("words") << RowKey::Text << false << Rows{3, 13, 4, 8, 7, 11, 14, 10, 15, 9, 2, 5, 6, 1, 12};
    QTest::newRow("words, backwards") << RowKey::Text << true << Rows{12, 1, 6, 5, 2, 9, 15, 10, 14, 11, 7, 8, 4, 13, 3};
    QTest::newRow("the worst first") << RowKey::Outcome << false << Rows{3, 4, 8, 13, 1, 2, 5, 6, 7, 9, 10, 11, 12, 14, 15};
    // What is no look-up has no outcome and stays last.
    QTest::newRow("the best first") << RowKey::Outcome << true << Rows{13, 3, 4, 8, 1, 2, 5, 6, 7, 9, 10, 11, 12, 14, 15};
    QTest::newRow("lines, last first") << RowKey::Line << true << Rows{15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
}

void TestRowOrder::rowsAreOrdered()
{
    QFETCH(RowKey, key);
    QFETCH(bool, descending);
    const Timeline bank = bankTimeline(true);
    const TimelineView view = applied(bank, {});
    QTEST(ordered(view, rowsOf(view), {key, descending}), "rows");
}

void TestRowOrder::wordsAreOrderedAsInADictionary()
{
    Timeline bank = bankTimeline(true);
    bank.events.open().resize(7);
    bank.links.clear();
    bank.windows.clear();
    bank.anchors.clear();
    const char* words[] = {"the backup ends", "The backup begins", "Época", "zero", "", "the backup", "the backup begins"};
    for (std::size_t i = 0; i < 7; ++i)
        bank.events.open()[i].text = words[i];
    const TimelineView view = applied(bank, {});
    QCOMPARE(ordered(view, rowsOf(view), {RowKey::Text, false}), (Rows{3, 6, 2, 7, 1, 4, 5}));
    QCOMPARE(ordered(view, rowsOf(view), {RowKey::Text, true}), (Rows{4, 1, 2, 7, 6, 3, 5}));
}

void TestRowOrder::aMovedRowStandsWhereItLies()
{
    const Timeline bank = bankTimeline(true);
    const TimelineView view = applied(bank, {.name = "Late", .note = {}, .edits = {MoveEvent{.event = 3, .by = std::chrono::hours{3}}}});
    // 03:35 and 3 h is 06:35 UTC: between row 13 at 04:35 and row 14 at 11:00.
    const Rows rows = ordered(view, rowsOf(view), {RowKey::Time, false});
    QCOMPARE(Rows(rows.end() - 4, rows.end()), (Rows{13, 3, 14, 15}));
}

void TestRowOrder::onlyTheRowsAskedForAreOrdered()
{
    const Timeline bank = bankTimeline(true);
    const TimelineView view = applied(bank, {});
    QCOMPARE(ordered(view, {1, 5, 9}, {RowKey::Text, false}), (Rows{9, 5, 1}));
}

QTEST_APPLESS_MAIN(TestRowOrder)
#include "tst_row_order.moc"
