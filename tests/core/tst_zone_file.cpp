#include "core/zone_file.h"
#include <QtTest>

using namespace lockstep;

namespace {

QByteArray bigEndian(qint64 value, int size)
{
    QByteArray bytes;
    for (int shift = (size - 1) * 8; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift);
    return bytes;
}

QByteArray header(char version, int times, int types, int letters)
{
    auto bytes = QByteArray{"TZif"} + version + QByteArray(15, '\0');
    for (const int count : {0, 0, 0, times, types, letters})
        bytes += bigEndian(count, 4);
    return bytes;
}

QByteArray body(const QList<qint64>& times, int timeSize)
{
    QByteArray bytes;
    for (const auto time : times)
        bytes += bigEndian(time, timeSize);
    bytes += QByteArray(times.size(), '\0');
    return bytes + bigEndian(-18'000, 4) + QByteArray(2, '\0') + QByteArray{"EST\0", 4};
}

/// A zone file as RFC 8536 lays it out: the old block, the new block, the footer.
QByteArray zoneFile(const QList<qint64>& times, const QByteArray& footer, char version = '2')
{
    const int count = static_cast<int>(times.size());
    return header(version, 1, 1, 4) + body({0}, 4) + header(version, count, 1, 4) + body(times, 8) + '\n' + footer + '\n';
}

std::string bytesOf(const QByteArray& bytes) { return bytes.toStdString(); }

QString textOf(Instant instant)
{
    return QString::fromStdString(date::format("%FT%TZ", date::floor<std::chrono::seconds>(instant)));
}

} // namespace

class tst_zone_file : public QObject {
    Q_OBJECT

private slots:
    void footersGiveTheChangesOfAYear_data();
    void footersGiveTheChangesOfAYear();
    void offsetsOfFootersCountEast_data();
    void offsetsOfFootersCountEast();
    void badFootersAreRefused_data();
    void badFootersAreRefused();
    void theEndOfAZoneFileIsRead();
    void aFileWithoutTransitionsHasNoLastOne();
    void brokenFilesAreRefused_data();
    void brokenFilesAreRefused();
};

void tst_zone_file::footersGiveTheChangesOfAYear_data()
{
    QTest::addColumn<int>("year");
    QTest::addColumn<QStringList>("changes"); // "+" to daylight time, "-" back
    const auto row = [](const char* footer, int year, QStringList changes) {
        QTest::addRow("%s in %d", footer, year) << year << changes;
    };
    // The first five: Python's zoneinfo for New York, Nuuk, Jerusalem, Lord Howe and Dublin.
    row("EST5EDT,M3.2.0,M11.1.0", 2044, {QStringLiteral("+2044-03-13T07:00:00Z"), QStringLiteral("-2044-11-06T06:00:00Z")});
    row("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2044, {QStringLiteral("+2044-03-27T01:00:00Z"), QStringLiteral("-2044-10-30T01:00:00Z")});
    row("IST-2IDT,M3.4.4/26,M10.5.0", 2044, {QStringLiteral("+2044-03-25T00:00:00Z"), QStringLiteral("-2044-10-29T23:00:00Z")});
    row("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 2044, {QStringLiteral("-2044-04-02T15:00:00Z"), QStringLiteral("+2044-10-01T15:30:00Z")});
    row("IST-1GMT0,M10.5.0,M3.5.0/1", 2044, {QStringLiteral("-2044-03-27T01:00:00Z"), QStringLiteral("+2044-10-30T01:00:00Z")});
    // By hand: J60 is 1 March in every year, 59 is 29 February in a leap year and 1 March in others.
    row("AAA0BBB,J60/0,J300/0", 2044, {QStringLiteral("+2044-03-01T00:00:00Z"), QStringLiteral("-2044-10-26T23:00:00Z")});
    row("AAA0BBB,J60/0,J300/0", 2043, {QStringLiteral("+2043-03-01T00:00:00Z"), QStringLiteral("-2043-10-26T23:00:00Z")});
    row("AAA0BBB,59/0,299/0", 2044, {QStringLiteral("+2044-02-29T00:00:00Z"), QStringLiteral("-2044-10-25T23:00:00Z")});
    row("AAA0BBB,59/0,299/0", 2043, {QStringLiteral("+2043-03-01T00:00:00Z"), QStringLiteral("-2043-10-26T23:00:00Z")});
    row("<+0545>-5:45", 2044, {});
}

void tst_zone_file::footersGiveTheChangesOfAYear()
{
    QFETCH(int, year);
    QFETCH(QStringList, changes);
    const auto tag = std::string{QTest::currentDataTag()};
    const auto rule = readFooter(tag.substr(0, tag.find(" in ")));
    QVERIFY(rule.has_value());
    QStringList seen;
    for (const auto& change : changesIn(*rule, year))
        seen << (change.toDaylight ? u'+' : u'-') + textOf(change.at);
    QCOMPARE(seen, changes);
}

void tst_zone_file::offsetsOfFootersCountEast_data()
{
    QTest::addColumn<int>("standard");
    QTest::addColumn<int>("summer");
    QTest::newRow("EST5EDT,M3.2.0,M11.1.0") << -18'000 << -14'400;
    QTest::newRow("<+0545>-5:45") << 20'700 << 20'700;
    QTest::newRow("IST-1GMT0,M10.5.0,M3.5.0/1") << 3'600 << 0;
    QTest::newRow("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0") << 37'800 << 39'600;
    QTest::newRow("LMT0:01:15") << -75 << -75;
}

void tst_zone_file::offsetsOfFootersCountEast()
{
    QFETCH(int, standard);
    QFETCH(int, summer);
    const auto rule = readFooter(QTest::currentDataTag());
    QVERIFY(rule.has_value());
    QCOMPARE(static_cast<int>(rule->standard.count()), standard);
    QCOMPARE(static_cast<int>(rule->daylight.count()), summer);
}

void tst_zone_file::badFootersAreRefused_data()
{
    QTest::addColumn<int>("unused");
    for (const auto* footer : {"", "E5", "EST", "EST5EDT", "EST25", "EST5EDT,M13.1.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0",
             "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,M11.1.0,", "<EST5", "EST5:60", "EST5EDT,J0,J300",
             "EST5EDT,J366,J300", "EST5EDT,M0.1.0,M11.1.0", "EST99999999999999999999"})
        QTest::newRow(footer) << 0;
}

void tst_zone_file::badFootersAreRefused()
{
    QVERIFY(!readFooter(QTest::currentDataTag()).has_value());
}

void tst_zone_file::theEndOfAZoneFileIsRead()
{
    const auto end = readZoneFileEnd(bytesOf(zoneFile({-2'717'650'800, 1'173'596'400, 1'194'156'000}, "EST5EDT,M3.2.0,M11.1.0")));
    QVERIFY(end.has_value());
    QCOMPARE(textOf(*end->lastTransition), QStringLiteral("2007-11-04T06:00:00Z"));
    QVERIFY(end->rule.daylightBegins.has_value());
}

void tst_zone_file::aFileWithoutTransitionsHasNoLastOne()
{
    const auto end = readZoneFileEnd(bytesOf(zoneFile({}, "<+07>-7", '3')));
    QVERIFY(end.has_value());
    QVERIFY(!end->lastTransition.has_value());
    QCOMPARE(static_cast<int>(end->rule.standard.count()), 25'200);
}

void tst_zone_file::brokenFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto whole = zoneFile({0, 1'000'000}, "EST5");
    QTest::newRow("empty") << QByteArray{};
    QTest::newRow("no zone file") << QByteArray(100, 'x');
    QTest::newRow("the old format, without a footer") << header('\0', 1, 1, 4) + body({0}, 4);
    QTest::newRow("an empty footer") << zoneFile({0}, "");
    QTest::newRow("a footer that cannot be read") << zoneFile({0}, "EST5EDT");
    QTest::newRow("a last change out of range") << zoneFile({0, Q_INT64_C(1) << 59}, "EST5");
    QTest::newRow("counts past the end") << header('2', 1, 1, 4) + body({0}, 4) + header('2', -1, 1, 4) + "\nEST5\n";
    for (const auto length : {10, 44, 60, 100, 110, 120})
        QTest::addRow("cut at %d", length) << whole.left(length);
    QTest::newRow("last byte cut") << whole.chopped(1);
}

void tst_zone_file::brokenFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!readZoneFileEnd(bytesOf(bytes)).has_value());
}

QTEST_GUILESS_MAIN(tst_zone_file)
#include "tst_zone_file.moc"
