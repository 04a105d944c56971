#include "core/order.h"
#include "support/seed_draft.h"
#include <QtTest>
#include <array>

using namespace lockstep;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr int bank = 0;
constexpr int client = 1;
using Pairs = std::vector<std::pair<EventId, EventId>>;

/// The rows named, numbered anew; the client's clock runs on the bank's second day, row 14 follows a night.
std::vector<OrderRow> rowsOf(std::initializer_list<int> named)
{
    std::vector<OrderRow> rows;
    for (int n : named) {
        const auto& seed = test::seedRows[n - 1];
        const int day = seed.client || n == 14 ? 1 : 0;
        rows.push_back({.row = static_cast<EventId>(rows.size() + 1),
                        .zone = seed.client ? client : bank,
                        .local = WallTime{hours{24 * day + seed.hour} + minutes{seed.minute}}});
    }
    return rows;
}

std::vector<OrderRow> seedOrder() { return rowsOf({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}); }

/// "-4:01" to minutes.
minutes at(int h, int m) { return h < 0 ? hours{h} - minutes{m} : hours{h} + minutes{m}; }

std::array<minutes, 2> withBankAt(minutes offset) { return {offset, hours{7}}; }

QString words(const OffsetBounds& b)
{
    const auto one = [](const std::optional<minutes>& m) { return m ? QString::number(m->count()) : QStringLiteral("none"); };
    return one(b.least) + QStringLiteral(" to ") + one(b.most);
}

} // namespace

class TestOrder : public QObject {
    Q_OBJECT

private slots:
    void orderBoundsTheUnknownOffset_data();
    void orderBoundsTheUnknownOffset();
    void toleranceWidensTheBoundsByItself();
    void toleranceAtWhichAnOffsetFirstFits_data();
    void toleranceAtWhichAnOffsetFirstFits();
    void standardTimeReversesFourNeighbours();
    void reversedNeighboursAreCounted_data();
    void reversedNeighboursAreCounted();
    void neighboursOfOneClockBoundNothing();
    void secondsCloseTheBoundsToWholeMinutes();
    void nothingIsReversedInNoRows();
};

void TestOrder::orderBoundsTheUnknownOffset_data()
{
    QTest::addColumn<QString>("bounds");
    QTest::addColumn<bool>("empty");
    QTest::addColumn<Pairs>("deciding");
    QTest::addColumn<std::vector<OrderRow>>("rows");

    QTest::newRow("the seed") << "-241 to -239" << false << Pairs{{5, 6}, {6, 7}, {8, 9}, {9, 10}} << seedOrder();
    QTest::newRow("without rows 6 to 10") << "-245 to -230" << false << Pairs{{2, 3}, {5, 6}}
                                          << rowsOf({1, 2, 3, 4, 5, 11, 12, 13, 14, 15});
    QTest::newRow("rows 8 and 9 swapped") << "-241 to -241" << false << Pairs{{6, 7}, {8, 9}}
                                          << rowsOf({1, 2, 3, 4, 5, 6, 7, 9, 8, 10, 11, 12, 13, 14, 15});
    QTest::newRow("rows 3 and 13 swapped") << "-216 to -239" << true << Pairs{{5, 6}, {9, 10}, {12, 13}}
                                           << rowsOf({1, 2, 13, 4, 5, 6, 7, 8, 9, 10, 11, 12, 3, 14, 15});
    QTest::newRow("the bank alone") << "none to none" << false << Pairs{} << rowsOf({1, 2, 6, 8});
    QTest::newRow("only a floor") << "-245 to none" << false << Pairs{{2, 3}} << rowsOf({1, 2, 3, 4});
}

void TestOrder::orderBoundsTheUnknownOffset()
{
    QFETCH(QString, bounds);
    QFETCH(bool, empty);
    QFETCH(Pairs, deciding);
    QFETCH(std::vector<OrderRow>, rows);
    const OffsetBounds found = offsetBounds(rows, bank, withBankAt(minutes{0}));
    QCOMPARE(words(found), bounds);
    QCOMPARE(found.isEmpty(), empty);
    QCOMPARE(found.deciding, deciding);
}

void TestOrder::toleranceWidensTheBoundsByItself()
{
    const auto rows = seedOrder();
    for (int s = 0; s <= 90; ++s) {
        const OffsetBounds found = offsetBounds(rows, bank, withBankAt(minutes{0}), minutes{s});
        QCOMPARE(*found.least, at(-4, 1) - minutes{s});
        QCOMPARE(*found.most, at(-3, 59) + minutes{s});
    }
}

void TestOrder::toleranceAtWhichAnOffsetFirstFits_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("first");
    QTest::newRow("-04:30") << -270 << 29;
    QTest::newRow("-03:30") << -210 << 29;
    QTest::newRow("standard time") << -300 << 59;
    QTest::newRow("daylight time") << -240 << 0;
}

void TestOrder::toleranceAtWhichAnOffsetFirstFits()
{
    QFETCH(int, offset);
    QFETCH(int, first);
    const auto rows = seedOrder();
    int s = 0;
    const auto fits = [&] {
        const auto b = offsetBounds(rows, bank, withBankAt(minutes{0}), minutes{s});
        return *b.least <= minutes{offset} && minutes{offset} <= *b.most;
    };
    while (!fits() && s < 1000)
        ++s;
    QCOMPARE(s, first);
}

void TestOrder::standardTimeReversesFourNeighbours()
{
    const std::vector<ReversedPair> expected{
        {2, 3, minutes{55}}, {6, 7, minutes{59}}, {8, 9, minutes{59}}, {12, 13, minutes{24}}};
    QCOMPARE(reversedPairs(seedOrder(), withBankAt(hours{-5})), expected);
}

void TestOrder::reversedNeighboursAreCounted_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<qsizetype>("reversed");
    QTest::newRow("D.C., daylight time") << -4 << qsizetype{0};
    QTest::newRow("D.C., standard time") << -5 << qsizetype{4};
    QTest::newRow("Washington state, daylight time") << -7 << qsizetype{5};
}

void TestOrder::reversedNeighboursAreCounted()
{
    QFETCH(int, offset);
    QFETCH(qsizetype, reversed);
    QCOMPARE(std::ssize(reversedPairs(seedOrder(), withBankAt(hours{offset}))), reversed);
}

void TestOrder::neighboursOfOneClockBoundNothing()
{
    const auto backwards = rowsOf({6, 2});
    QVERIFY(offsetBounds(backwards, bank, withBankAt(minutes{0})).deciding.empty());
    const std::vector<ReversedPair> expected{{1, 2, minutes{10}}};
    QCOMPARE(reversedPairs(backwards, withBankAt(hours{-4})), expected);
}

void TestOrder::secondsCloseTheBoundsToWholeMinutes()
{
    using std::chrono::seconds;
    // Noon UTC, 12:00:30 on the unknown clock, then 12:01 UTC: from -30 s to +30 s, so only the whole minute zero.
    const std::vector<OrderRow> rows{{1, 1, WallTime{hours{12}}},
                                     {2, 0, WallTime{hours{12} + seconds{30}}},
                                     {3, 1, WallTime{hours{12} + minutes{1}}}};
    const OffsetBounds found = offsetBounds(rows, 0, std::array{minutes{0}, minutes{0}});
    QCOMPARE(*found.least, minutes{0});
    QCOMPARE(*found.most, minutes{0});
    // With noon again after it the offset must be exactly +30 s: no whole minute is.
    const OffsetBounds narrow = offsetBounds(std::vector<OrderRow>{rows[0], rows[1], {3, 1, WallTime{hours{12}}}}, 0,
                                             std::array{minutes{0}, minutes{0}});
    QCOMPARE(*narrow.least, minutes{1});
    QCOMPARE(*narrow.most, minutes{0});
    QVERIFY(narrow.isEmpty());
}

void TestOrder::nothingIsReversedInNoRows()
{
    QVERIFY(reversedPairs({}, withBankAt(hours{-4})).empty());
    const OffsetBounds none = offsetBounds({}, bank, withBankAt(hours{-4}));
    QVERIFY(!none.least && !none.most && !none.isEmpty());
}

QTEST_GUILESS_MAIN(TestOrder)
#include "tst_order.moc"
