#include "formats/elapsed_text.h"
#include <QTest>

using namespace lockstep;

class TestElapsedText : public QObject {
    Q_OBJECT

private slots:
    void aTimeSinceAZeroIsReadAsAPersonWould_data();
    void aTimeSinceAZeroIsReadAsAPersonWould();
    void whatIsNoneIsNotReadAsOne_data();
    void whatIsNoneIsNotReadAsOne();
    void inAColumnOfItsOwnALengthAloneIsOne_data();
    void inAColumnOfItsOwnALengthAloneIsOne();
    void aNumberWithoutAUnitIsADoubt();
};

namespace {

constexpr int minute = 60'000, hour = 60 * minute;

} // namespace

void TestElapsedText::aTimeSinceAZeroIsReadAsAPersonWould_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end"); // 0: none
    const auto row = [](const char* text, int begin, int end = 0) { QTest::newRow(text) << QString::fromUtf8(text) << begin << end; };
    row("T+5m", 5 * minute);
    row("T+0", 0);
    row("T0: deploy", 0);
    row("T-10m", -10 * minute);
    row("T−15 min", -15 * minute);
    row("T + 90s", 90'000);
    row("t+1h05m", hour + 5 * minute);
    row("T+1h 5 min", hour + 5 * minute);
    row("T+1h30: closed", hour + 30 * minute);
    row("T+1.5h", hour + 30 * minute);
    row("T+26h", 26 * hour);
    row("T+1d 4h", 28 * hour);
    row("T+00:05", 5 * minute);
    row("T+00:05:30", 5 * minute + 30'000);
    row("T+120:00", 120 * hour);
    row("H+2h", 2 * hour);
    row("+5m", 5 * minute);
    row("~T+5m", 5 * minute);
    row("T+5m to T+12m", 5 * minute, 12 * minute);
    row("T+5m - 12m", 5 * minute, 12 * minute);
    row("T+5m - the pool is empty", 5 * minute);
    row("T+3: errors", 3 * minute);
}

void TestElapsedText::aTimeSinceAZeroIsReadAsAPersonWould()
{
    QFETCH(QString, text);
    QFETCH(int, begin);
    QFETCH(int, end);
    const auto read = readElapsed(text.toStdString());
    QVERIFY(read.has_value());
    QCOMPARE(read->elapsed.begin.count(), begin);
    QCOMPARE(read->elapsed.end.has_value(), end != 0);
    if (end != 0)
        QCOMPARE(read->elapsed.end->count(), end);
}

void TestElapsedText::whatIsNoneIsNotReadAsOne_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"T", "The door", "T1000 lands", "-5m", "+5", "+1 for this", "5m", "00:05", "T+", "T+5%", "T+5mm", "H2O", "T+1:5"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestElapsedText::whatIsNoneIsNotReadAsOne()
{
    QFETCH(QString, text);
    QVERIFY(!readElapsed(text.toStdString()));
}

void TestElapsedText::inAColumnOfItsOwnALengthAloneIsOne_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("begin");
    QTest::newRow("00:05") << QStringLiteral("00:05") << 5 * minute;
    QTest::newRow("5 min") << QStringLiteral("5 min") << 5 * minute;
    QTest::newRow("1:05:30") << QStringLiteral("1:05:30") << hour + 5 * minute + 30'000;
    QTest::newRow("90") << QStringLiteral("90") << 90 * minute;
    QTest::newRow("T+5m") << QStringLiteral("T+5m") << 5 * minute;
}

void TestElapsedText::inAColumnOfItsOwnALengthAloneIsOne()
{
    QFETCH(QString, text);
    QFETCH(int, begin);
    const auto read = readElapsed(text.toStdString(), ElapsedLead::Free);
    QVERIFY(read.has_value());
    QCOMPARE(read->elapsed.begin.count(), begin);
}

void TestElapsedText::aNumberWithoutAUnitIsADoubt()
{
    const auto read = readElapsed("T+5: errors");
    QVERIFY(read.has_value());
    QCOMPARE(read->doubts, std::vector<std::string>{"'T+5' is read as minutes."});
    QVERIFY(readElapsed("T+0: start")->doubts.empty());
}

QTEST_GUILESS_MAIN(TestElapsedText)
#include "tst_elapsed_text.moc"
