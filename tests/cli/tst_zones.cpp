#include "support/program.h"
#include <QFile>
#include <QTest>

/// The door through which any oracle can ask what the program takes a local time to mean.
class ZonesTest : public QObject {
    Q_OBJECT

private slots:
    void aLineIsAnswered_data();
    void aLineIsAnswered();
    void whatCannotBeReadIsAnErrorInItsPlace_data();
    void whatCannotBeReadIsAnErrorInItsPlace();
    void everyLineOfTheOracleAgrees();
    void wrongUseIsSaid_data();
    void wrongUseIsSaid();
};

namespace {

program::Ran resolved(const QByteArray& lines)
{
    return program::run({QStringLiteral("zones"), QStringLiteral("--resolve")}, lines);
}

} // namespace

void ZonesTest::aLineIsAnswered_data()
{
    // Source: zdump -v of tzdata 2024a.
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char* name, const char* line, const char* answer) {
        QTest::newRow(name) << QByteArray{line} << QByteArray{line} + '\t' + answer;
    };
    row("a plain night", "America/New_York\t2019-10-06 23:30:00", "unique\t2019-10-07T03:30:00Z\t2019-10-07T03:30:00Z");
    row("clocks go forward", "America/New_York\t2019-03-10 02:30:00", "gap\t2019-03-10T07:00:00Z\t2019-03-10T07:00:00Z");
    row("clocks go back", "America/New_York\t2019-11-03 01:30:00", "overlap\t2019-11-03T05:30:00Z\t2019-11-03T06:30:00Z");
    row("a day that never was", "Pacific/Apia\t2011-12-30 12:00:00", "gap\t2011-12-30T10:00:00Z\t2011-12-30T10:00:00Z");
    row("past the zone file's last transition", "America/New_York\t2050-07-01 12:00:00",
        "unique\t2050-07-01T16:00:00Z\t2050-07-01T16:00:00Z");
    row("an alias in any case", "us/pacific\t2020-01-01 00:00:00", "unique\t2020-01-01T08:00:00Z\t2020-01-01T08:00:00Z");
    row("an offset", "+05:45\t2020-01-01 00:00:00", "unique\t2019-12-31T18:15:00Z\t2019-12-31T18:15:00Z");
    row("local mean time", "America/New_York\t1800-01-01 00:00:00", "unique\t1800-01-01T04:56:02Z\t1800-01-01T04:56:02Z");
}

void ZonesTest::aLineIsAnswered()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, answer);
    const auto ran = resolved(line + '\n');
    QCOMPARE(ran.out, answer + '\n');
    QCOMPARE(ran.err, QByteArray{});
    QCOMPARE(ran.code, 0);
}

void ZonesTest::whatCannotBeReadIsAnErrorInItsPlace_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* line, const char* says) {
        QTest::newRow(name) << QByteArray{line} << QByteArray{says};
    };
    row("nothing", "", "a zone, a tab and a local time");
    row("no tab", "UTC 2019-10-06 23:30:00", "a zone, a tab and a local time");
    row("an unknown zone", "Mars/Olympus\t2019-10-06 23:30:00", "No time zone is called");
    row("no zone", "\t2019-10-06 23:30:00", "No time zone is called");
    row("the 31st of June", "UTC\t2019-06-31 23:30:00", "a zone, a tab and a local time");
    row("hour 24", "UTC\t2019-06-30 24:00:00", "a zone, a tab and a local time");
    row("a minute of 60", "UTC\t2019-06-30 23:60:00", "a zone, a tab and a local time");
    row("a sign for a digit", "UTC\t2019-06-30 -1:00:00", "a zone, a tab and a local time");
    row("no seconds", "UTC\t2019-06-30 23:30", "a zone, a tab and a local time");
    row("something after it", "UTC\t2019-06-30 23:30:00Z", "a zone, a tab and a local time");
    row("before the first year", "+10:00\t0001-01-01 00:00:00", "outside the years 1 to 9999");
    row("after the last year", "-10:00\t9999-12-31 23:00:00", "outside the years 1 to 9999");
}

void ZonesTest::whatCannotBeReadIsAnErrorInItsPlace()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, says);
    const QByteArray good = "UTC\t2020-01-01 00:00:00";
    const auto ran = resolved(good + '\n' + line + "\r\n" + good);
    const auto lines = ran.out.split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines[1].startsWith("error: line 2: "), lines[1].constData());
    QVERIFY2(lines[1].contains(says), lines[1].constData());
    QCOMPARE(lines[2], lines[0]);
    QCOMPARE(ran.code, 0);
}

void ZonesTest::everyLineOfTheOracleAgrees()
{
    QFile file{QStringLiteral(LOCKSTEP_SOURCE_DIR "/tests/core/zone_oracle.tsv")};
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray asked, expected;
    for (const auto& line : file.readAll().split('\n')) {
        auto fields = line.split('\t');
        if (fields.size() != 5)
            continue;
        for (const int at : {1, 3, 4})
            fields[at].replace(' ', 'T');
        fields[2].replace("repeated", "overlap").replace("skipped", "gap");
        const QByteArray question = fields[0] + '\t' + fields[1].replace('T', ' ');
        asked += question + '\n';
        const auto utc = [](const QByteArray& text) { return text.endsWith('Z') ? text : text + 'Z'; };
        expected += question + '\t' + fields[2] + '\t' + utc(fields[3]) + '\t' + utc(fields[4]) + '\n';
    }
    QVERIFY(asked.count('\n') > 1000);
    QCOMPARE(resolved(asked).out, expected);
}

void ZonesTest::wrongUseIsSaid_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no switch") << QStringList{QStringLiteral("zones")} << QByteArray{"--resolve"};
    QTest::newRow("a file") << QStringList{QStringLiteral("zones"), QStringLiteral("--resolve"), QStringLiteral("x.txt")}
                            << QByteArray{"standard input"};
}

void ZonesTest::wrongUseIsSaid()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, says);
    const auto ran = program::run(words);
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.err.contains(says) && ran.err.contains("Usage: lockstep zones"), ran.err.constData());
    QCOMPARE(ran.out, QByteArray{});
}

QTEST_GUILESS_MAIN(ZonesTest)
#include "tst_zones.moc"
