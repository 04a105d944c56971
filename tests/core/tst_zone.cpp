#include "core/zone.h"
#include <QtTest>

using namespace lockstep;

namespace {

Instant utc(int year, unsigned month, unsigned day, int hour = 0, int minute = 0)
{
    return date::sys_days{date::year{year} / date::month{month} / date::day{day}} + std::chrono::hours{hour} + std::chrono::minutes{minute};
}

WallTime wall(int year, unsigned month, unsigned day, int hour = 0, int minute = 0)
{
    return WallTime{utc(year, month, day, hour, minute).time_since_epoch()};
}

} // namespace

class tst_zone : public QObject {
    Q_OBJECT

private slots:
    void theMachinesZoneFilesAreSound();
    void namesAreFoundInAnyCase_data();
    void namesAreFoundInAnyCase();
    void unknownNamesAreRefusedInASentence_data();
    void unknownNamesAreRefusedInASentence();
    void aSkippedWallTimeIsTheJump();
    void aRepeatedWallTimeHasTwoMoments();
    void rulesHoldForever_data();
    void rulesHoldForever();
    void changesFallOnTheRightDayForever_data();
    void changesFallOnTheRightDayForever();
    void summerIsDaylightTimeEverywhere_data();
    void summerIsDaylightTimeEverywhere();
    void offsetsReadAsPeopleWriteThem_data();
    void offsetsReadAsPeopleWriteThem();
    void fixedOffsetsKeepTheirClock();
    void zonesAreEqualByName();
};

void tst_zone::theMachinesZoneFilesAreSound()
{
    QCOMPARE(QString::fromStdString(zoneDataFault()), QString{});
    // tzdata names its releases by year and letter.
    QVERIFY(QRegularExpression{QStringLiteral("^20\\d\\d[a-z]$")}.match(QString::fromStdString(tzVersion())).hasMatch());
}

void tst_zone::namesAreFoundInAnyCase_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("fixed");
    const auto row = [](const char* written, const char* name, bool fixed) {
        QTest::newRow(written) << QString::fromUtf8(name) << fixed;
    };
    row("America/New_York", "America/New_York", false);
    row("america/new_york", "America/New_York", false);
    row("ASIA/HO_CHI_MINH", "Asia/Ho_Chi_Minh", false);
    row("Asia/Saigon", "Asia/Ho_Chi_Minh", false);
    row("US/Pacific", "America/Los_Angeles", false);
    row("Europe/Stockholm", "Europe/Stockholm", false);
    row("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires", false);
    for (const auto* name : {"UTC", "utc", "Z", "z", "GMT", "Zulu", "Etc/UTC", "UTC+0", "+00:00", "-00:00", "\u00b100:00"})
        row(name, "UTC", true);
    row("+07:00", "+07:00", true);
    row("+0700", "+07:00", true);
    row("+7", "+07:00", true);
    row("UTC+7", "+07:00", true);
    row(" UTC + 7 ", "+07:00", true);
    row("UTC-4", "-04:00", true);
    row("UTC\u22124", "-04:00", true);
    row("UTC\u20134", "-04:00", true);
    row("GMT +1", "+01:00", true);
    row("gmt+05:30", "+05:30", true);
    row("UTC+530", "+05:30", true);
    row("Etc/GMT+5", "-05:00", true);
    row("UTC-18:00", "-18:00", true);
}

void tst_zone::namesAreFoundInAnyCase()
{
    QFETCH(QString, name);
    QFETCH(bool, fixed);
    const auto zone = Zone::find(QTest::currentDataTag());
    QVERIFY2(zone.has_value(), zone ? "" : zone.error().what.c_str());
    QCOMPARE(QString::fromStdString(zone->name()), name);
    QCOMPARE(zone->isFixed(), fixed);
}

void tst_zone::unknownNamesAreRefusedInASentence_data()
{
    QTest::addColumn<QString>("what");
    const auto unknown = [](const char* name) {
        QTest::newRow(name) << QStringLiteral("No time zone is called \"%1\".").arg(QString::fromUtf8(name));
    };
    for (const auto* name : {"Foo", "", "America/", "Factory", "posixrules", "../../etc/passwd", "7", "UTC+", "UTC7", "UTC+1:2", "ZZ", "+12345"})
        unknown(name);
    for (const auto* name : {"+18:01", "UTC+25", "UTC+5:60", "-99"})
        QTest::newRow(name) << QStringLiteral("\"%1\" is no offset from UTC.").arg(QString::fromUtf8(name));
}

void tst_zone::unknownNamesAreRefusedInASentence()
{
    QFETCH(QString, what);
    const auto zone = Zone::find(QTest::currentDataTag());
    QVERIFY(!zone.has_value());
    QCOMPARE(QString::fromStdString(zone.error().what), what);
    QVERIFY(!zone.error().instead.empty());
}

void tst_zone::aSkippedWallTimeIsTheJump()
{
    // Washington, 10 March 2019: 02:00 EST became 03:00 EDT at 07:00 UTC.
    const auto moments = Zone::find("America/New_York")->at(wall(2019, 3, 10, 2, 30));
    QVERIFY(moments.kind == Moments::Kind::Skipped);
    QCOMPARE(moments.earliest, utc(2019, 3, 10, 7));
    QCOMPARE(moments.latest, utc(2019, 3, 10, 7));
}

void tst_zone::aRepeatedWallTimeHasTwoMoments()
{
    // Washington, 3 November 2019: 02:00 EDT became 01:00 EST at 06:00 UTC.
    const auto zone = *Zone::find("America/New_York");
    const auto moments = zone.at(wall(2019, 11, 3, 1, 30));
    QVERIFY(moments.kind == Moments::Kind::Repeated);
    QCOMPARE(moments.earliest, utc(2019, 11, 3, 5, 30));
    QCOMPARE(moments.latest, utc(2019, 11, 3, 6, 30));
    QVERIFY(zone.isDaylightAt(moments.earliest));
    QVERIFY(!zone.isDaylightAt(moments.latest));
}

void tst_zone::rulesHoldForever_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("january");
    QTest::addColumn<int>("july");
    for (const int year : {2038, 2100, 2437, 2438, 2439, 2837, 9999}) {
        QTest::addRow("New York %d", year) << QStringLiteral("America/New_York") << year << -300 << -240;
        QTest::addRow("Sydney %d", year) << QStringLiteral("Australia/Sydney") << year << 660 << 600;
        QTest::addRow("Ho Chi Minh City %d", year) << QStringLiteral("Asia/Ho_Chi_Minh") << year << 420 << 420;
    }
    // Before there were zones, clocks showed the sun's time: New York 4 h 56 min 2 s behind Greenwich.
    QTest::newRow("year 1") << QStringLiteral("America/New_York") << 1 << -296 << -296;
}

void tst_zone::rulesHoldForever()
{
    QFETCH(QString, name);
    QFETCH(int, year);
    QFETCH(int, january);
    QFETCH(int, july);
    const auto zone = *Zone::find(name.toStdString());
    const auto minutesAt = [&](Instant instant) {
        return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(zone.offsetAt(instant)).count());
    };
    QCOMPARE(minutesAt(utc(year, 1, 15)), january);
    QCOMPARE(minutesAt(utc(year, 7, 15)), july);
    const auto moments = zone.at(zone.wallAt(utc(year, 7, 15)));
    QVERIFY(moments.kind == Moments::Kind::Unique);
    QCOMPARE(moments.earliest, utc(year, 7, 15));
}

void tst_zone::changesFallOnTheRightDayForever_data()
{
    // The second Sunday of March and the first of November, from the calendar of that year (Python's calendar).
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("march");
    QTest::addColumn<int>("november");
    QTest::newRow("2438") << 2438 << 14 << 7;
    QTest::newRow("2440") << 2440 << 11 << 4;
    QTest::newRow("2839") << 2839 << 13 << 6;
    QTest::newRow("9999") << 9999 << 14 << 7;
}

void tst_zone::changesFallOnTheRightDayForever()
{
    QFETCH(int, year);
    QFETCH(int, march);
    QFETCH(int, november);
    const auto zone = *Zone::find("America/New_York");
    const auto skipped = zone.at(wall(year, 3, static_cast<unsigned>(march), 2, 30));
    QVERIFY(skipped.kind == Moments::Kind::Skipped);
    QCOMPARE(skipped.earliest, utc(year, 3, static_cast<unsigned>(march), 7));
    const auto repeated = zone.at(wall(year, 11, static_cast<unsigned>(november), 1, 30));
    QVERIFY(repeated.kind == Moments::Kind::Repeated);
    QCOMPARE(repeated.latest, utc(year, 11, static_cast<unsigned>(november), 6, 30));
}

void tst_zone::summerIsDaylightTimeEverywhere_data()
{
    QTest::addColumn<bool>("january");
    QTest::addColumn<bool>("july");
    QTest::newRow("America/New_York") << false << true;
    QTest::newRow("Europe/London") << false << true;
    QTest::newRow("Europe/Dublin") << false << true; // tzdata calls Ireland's winter the exception
    QTest::newRow("Australia/Sydney") << true << false;
    QTest::newRow("Asia/Ho_Chi_Minh") << false << false;
    QTest::newRow("America/Phoenix") << false << false;
    QTest::newRow("Africa/Casablanca") << false << false; // an hour ahead but for Ramadan
    QTest::newRow("UTC+1") << false << false;
}

void tst_zone::summerIsDaylightTimeEverywhere()
{
    QFETCH(bool, january);
    QFETCH(bool, july);
    const auto zone = *Zone::find(QTest::currentDataTag());
    QCOMPARE(zone.isDaylightAt(utc(2021, 1, 15)), january);
    QCOMPARE(zone.isDaylightAt(utc(2021, 7, 15)), july);
    const bool ruleOnly = zone.name() == "Africa/Casablanca"; // its later years are announced, not ruled
    if (ruleOnly)
        return;
    QCOMPARE(zone.isDaylightAt(utc(2051, 1, 15)), january);
    QCOMPARE(zone.isDaylightAt(utc(2051, 7, 15)), july);
}

void tst_zone::offsetsReadAsPeopleWriteThem_data()
{
    QTest::addColumn<int>("seconds");
    QTest::newRow("UTC") << 0;
    QTest::newRow("UTC\u22124") << -4 * 3600;
    QTest::newRow("UTC+7") << 7 * 3600;
    QTest::newRow("UTC+5:30") << 19'800;
    QTest::newRow("UTC\u22123:30") << -12'600;
    QTest::newRow("UTC+5:45") << 20'700;
    QTest::newRow("UTC+14") << 14 * 3600;
    QTest::newRow("UTC\u22124:56:02") << -17'762;
    QTest::newRow("UTC\u22120:30") << -1'800;
}

void tst_zone::offsetsReadAsPeopleWriteThem()
{
    QFETCH(int, seconds);
    QCOMPARE(QString::fromStdString(offsetLabel(std::chrono::seconds{seconds})), QString::fromUtf8(QTest::currentDataTag()));
}

void tst_zone::fixedOffsetsKeepTheirClock()
{
    const auto zone = Zone::fixed(std::chrono::minutes{-210});
    QCOMPARE(QString::fromStdString(zone.name()), QStringLiteral("-03:30"));
    const auto moments = zone.at(wall(2019, 3, 10, 2, 30));
    QVERIFY(moments.kind == Moments::Kind::Unique);
    QCOMPARE(moments.earliest, utc(2019, 3, 10, 6));
    QCOMPARE(moments.latest, moments.earliest);
    QCOMPARE(zone.wallAt(utc(2019, 3, 10, 6)), wall(2019, 3, 10, 2, 30));
}

void tst_zone::zonesAreEqualByName()
{
    QVERIFY(*Zone::find("US/Eastern") == *Zone::find("America/New_York"));
    QVERIFY(Zone::fixed(std::chrono::minutes{0}) == Zone::utc());
    QVERIFY(!(Zone::fixed(std::chrono::minutes{60}) == Zone::utc()));
}

QTEST_GUILESS_MAIN(tst_zone)
#include "tst_zone.moc"
