#include "core/place_spelling.h"
#include "core/places.h"
#include "core/zone.h"
#include <QFile>
#include <QtTest>

using namespace lockstep;

/// Each candidate as "zone|source" or "zone|source|stated minutes".
static QStringList seen(const QString& written)
{
    QStringList list;
    for (const auto& place : placesFor(written.toStdString())) {
        auto text = QString::fromStdString(place.zone + "|" + place.source);
        if (place.statedOffset)
            text += QStringLiteral("|%1").arg(place.statedOffset->count());
        list << text;
    }
    return list;
}

class tst_places : public QObject {
    Q_OBJECT

private slots:
    void placesAreKnownWithTheirRivals_data();
    void placesAreKnownWithTheirRivals();
    void labelsSayWhatIsMeant_data();
    void labelsSayWhatIsMeant();
    void wordsThatNameNoPlaceHaveNoCandidate_data();
    void wordsThatNameNoPlaceHaveNoCandidate();
    void closeSpellingsAreOffered_data();
    void closeSpellingsAreOffered();
    void aLargeCountryIsAChoiceWithItsMainZoneFirst();
    void everyRowOfTheTablesNamesAZoneThatKeepsItsOffset_data();
    void everyRowOfTheTablesNamesAZoneThatKeepsItsOffset();
    void aVeryLongTextNamesNoPlace();
    void distanceCountsSlips_data();
    void distanceCountsSlips();
};

void tst_places::placesAreKnownWithTheirRivals_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* written, QStringList expected) {
        QTest::newRow(written) << QString::fromUtf8(written) << expected;
    };
    const QString washington = QStringLiteral("America/New_York|alias"), state = QStringLiteral("America/Los_Angeles|alias");
    row("Washington", {washington, state});
    row("WASHINGTON", {washington, state});
    row("Washington, USA", {washington, state});
    row("Washington, D.C.", {washington});
    row("Washington DC", {washington});
    row("Washington state", {state});
    for (const auto* vietnam : {"Vietnam", "Viet Nam", "Vi\u1ec7t Nam", "vi\u1ec7t nam", "VIETNAM", "Vietnam time", "gi\u1edd Vi\u1ec7t Nam"})
        row(vietnam, {QStringLiteral("Asia/Ho_Chi_Minh|country")});
    row("UK", {QStringLiteral("Europe/London|country")});
    row("Georgia", {QStringLiteral("Asia/Tbilisi|country"), washington});
    row("Georgia, USA", {washington});
    row("asia/saigon", {QStringLiteral("Asia/Ho_Chi_Minh|zone name")});
    row("US/Pacific", {QStringLiteral("America/Los_Angeles|zone name")});
    row("UC/Pacific", {QStringLiteral("America/Los_Angeles|close spelling")});
    row("S\u00e3o Paulo", {QStringLiteral("America/Sao_Paulo|city")});
    row("sao paulo", {QStringLiteral("America/Sao_Paulo|city")});
    row("Bangalore office", {QStringLiteral("Asia/Kolkata|alias")});
    row("Paris, France", {QStringLiteral("Europe/Paris|city")});
    row("Paris, Texas", {QStringLiteral("America/Chicago|alias"), QStringLiteral("America/Denver|alias"), QStringLiteral("Europe/Paris|city")});
    row("local time in Zurich", {QStringLiteral("Europe/Zurich|city")});
    row("Zurich (CEST)", {QStringLiteral("Europe/Zurich|city|120")});
    row("IST", {QStringLiteral("Asia/Kolkata|abbreviation|330"), QStringLiteral("Europe/Dublin|abbreviation|60"), QStringLiteral("Asia/Jerusalem|abbreviation|120")});
    row("CST", {QStringLiteral("America/Chicago|abbreviation|-360"), QStringLiteral("Asia/Shanghai|abbreviation|480"), QStringLiteral("America/Havana|abbreviation|-300")});
    row("BST", {QStringLiteral("Europe/London|abbreviation|60"), QStringLiteral("Asia/Dhaka|abbreviation|360"), QStringLiteral("Pacific/Bougainville|abbreviation|660")});
    row("CAT", {QStringLiteral("Africa/Maputo|abbreviation|120")});
    row("CET", {QStringLiteral("Europe/Berlin|abbreviation|60")});
    row("East African Time", {QStringLiteral("Africa/Nairobi|abbreviation|180")});
    row("West African Time", {QStringLiteral("Africa/Lagos|abbreviation|60")});
    row("Eastern Daylight Time (EDT)", {QStringLiteral("America/New_York|abbreviation|-240")});
    row("PST/PDT", {QStringLiteral("America/Los_Angeles|abbreviation")});
    row("Pacific time", {QStringLiteral("America/Los_Angeles|abbreviation")});
    row("ET", {QStringLiteral("America/New_York|abbreviation")});
    row("PST (UTC-7)", {QStringLiteral("-07:00|offset"), QStringLiteral("America/Los_Angeles|abbreviation|-480"), QStringLiteral("Asia/Manila|abbreviation|480")});
    row("CET (GMT+1)", {QStringLiteral("+01:00|offset"), QStringLiteral("Europe/Berlin|abbreviation|60")});
    row("Zurich time (UTC+1)", {QStringLiteral("+01:00|offset"), QStringLiteral("Europe/Zurich|city")});
    row("UTC+1 (Zurich time)", {QStringLiteral("+01:00|offset"), QStringLiteral("Europe/Zurich|city")});
    row("UTC", {QStringLiteral("UTC|offset")});
    row("Z", {QStringLiteral("UTC|offset")});
    row("(all times in UTC)", {QStringLiteral("UTC|offset")});
    row("UTC\u22124", {QStringLiteral("-04:00|offset")});
    row("GMT +1", {QStringLiteral("+01:00|offset")});
}

void tst_places::placesAreKnownWithTheirRivals()
{
    QFETCH(QString, written);
    QFETCH(QStringList, expected);
    QCOMPARE(seen(written), expected);
}

void tst_places::labelsSayWhatIsMeant_data()
{
    QTest::addColumn<QString>("label");
    const auto row = [](const char* written, const char* label) { QTest::newRow(written) << QString::fromUtf8(label); };
    row("Washington", "Washington, D.C.");
    row("Washington state", "Washington state");
    row("Viet Nam", "Vietnam");
    row("IST", "India");
    row("Zurich", "Zurich, Switzerland");
    row("us/pacific", "US/Pacific");
    row("UC/Pacific", "US/Pacific, as a close spelling of \"UC/Pacific\"");
    row("UTC+1 (Zurich time)", "UTC+1 (Zurich time)");
    row("PST (UTC-7)", "UTC\u22127 (PST)");
    row("times are in GMT+7", "UTC+7");
    row("PST/PDT", "Pacific standard time or Pacific daylight time");
    row("Portugal", "Portugal");
    row("Australia", "Australia (Sydney)");
}

void tst_places::labelsSayWhatIsMeant()
{
    QFETCH(QString, label);
    const auto places = placesFor(QTest::currentDataTag());
    QVERIFY(!places.empty());
    QCOMPARE(QString::fromStdString(places.front().label), label);
}

void tst_places::wordsThatNameNoPlaceHaveNoCandidate_data()
{
    QTest::addColumn<QString>("written");
    for (const auto* written : {"", " ", "()", "nonsense", "us", "cat", "eat", "met", "la", "the", "time", "+25:00", "Factory",
             "Vietnan", "Database", "\xff\xfe", "7", "10:35"})
        QTest::newRow(written) << QString::fromUtf8(written);
}

void tst_places::wordsThatNameNoPlaceHaveNoCandidate()
{
    QFETCH(QString, written);
    QCOMPARE(seen(written), QStringList{});
    QCOMPARE(placesFor(QTest::currentDataTag()).size(), std::size_t{0});
}

void tst_places::closeSpellingsAreOffered_data()
{
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("Vietnan") << QStringList{QStringLiteral("Vietnam")};
    QTest::newRow("Londn") << QStringList{QStringLiteral("London")};
    QTest::newRow("Singapoer") << QStringList{QStringLiteral("Singapore")};
    QTest::newRow("Washingotn") << QStringList{QStringLiteral("Washington")};
    QTest::newRow("Vietnam") << QStringList{};
    QTest::newRow("abc") << QStringList{};
    QTest::newRow("unrecognisable") << QStringList{};
}

void tst_places::closeSpellingsAreOffered()
{
    QFETCH(QStringList, expected);
    QStringList names;
    for (const auto& name : placesLike(QTest::currentDataTag()))
        names << QString::fromStdString(name);
    QCOMPARE(names, expected);
}

void tst_places::aLargeCountryIsAChoiceWithItsMainZoneFirst()
{
    const auto usa = seen(QStringLiteral("USA"));
    QCOMPARE(usa.value(0), QStringLiteral("America/New_York|country"));
    QVERIFY(usa.contains(QStringLiteral("America/Phoenix|country")));
    QVERIFY(usa.contains(QStringLiteral("Pacific/Honolulu|country")));
    // Indianapolis has kept New York's clock since 2006: nothing to choose.
    QVERIFY(!usa.contains(QStringLiteral("America/Indiana/Indianapolis|country")));
    QCOMPARE(seen(QStringLiteral("Brazil")).value(0), QStringLiteral("America/Sao_Paulo|country"));
    QCOMPARE(seen(QStringLiteral("Spain")), (QStringList{QStringLiteral("Europe/Madrid|country"), QStringLiteral("Atlantic/Canary|country")}));
}

void tst_places::everyRowOfTheTablesNamesAZoneThatKeepsItsOffset_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("offset"); // empty: none stated
    for (const auto* table : {"aliases", "abbreviations", "countries"}) {
        QFile file{QStringLiteral(LOCKSTEP_SOURCE_DIR "/resources/places/%1.tsv").arg(QLatin1String(table))};
        if (!file.open(QIODevice::ReadOnly))
            qFatal("a place table cannot be read");
        for (int line = 1; !file.atEnd(); ++line) {
            const auto fields = QString::fromUtf8(file.readLine()).chopped(1).split(u'\t');
            const auto zone = fields.value(1);
            if (fields[0].startsWith(u'#') || zone == QStringLiteral("-"))
                continue;
            const auto offset = QLatin1String(table) == QLatin1String("abbreviations") ? fields.value(2) : QString{};
            QTest::addRow("%s line %d", table, line) << zone << (offset == QStringLiteral("-") ? QString{} : offset);
        }
    }
}

void tst_places::everyRowOfTheTablesNamesAZoneThatKeepsItsOffset()
{
    QFETCH(QString, zone);
    QFETCH(QString, offset);
    const auto found = Zone::find(zone.toStdString());
    QVERIFY2(found.has_value() && !found->isFixed(), qPrintable(zone));
    if (offset.isEmpty())
        return;
    const auto stated = Zone::find(offset.toStdString());
    QVERIFY2(stated.has_value() && stated->isFixed(), qPrintable(offset));
    // Two years of weeks: every phase of every zone comes up.
    bool kept = false;
    for (int week = 0; week < 52; ++week) {
        for (const int year : {2018, 2021}) {
            const Instant instant = date::sys_days{date::year{year} / 1 / 1} + date::days{7 * week};
            kept = kept || found->offsetAt(instant) == stated->offsetAt(instant);
        }
    }
    QVERIFY2(kept, qPrintable(zone + u' ' + offset));
}

void tst_places::aVeryLongTextNamesNoPlace()
{
    QCOMPARE(placesFor("Paris" + std::string(100'000, ' ')).size(), std::size_t{0});
    QCOMPARE(placesFor("Paris" + std::string(300, ' ')).size(), std::size_t{1});
}

void tst_places::distanceCountsSlips_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<int>("distance");
    QTest::newRow("") << QStringLiteral("abc") << 3;
    QTest::newRow("abc") << QStringLiteral("abc") << 0;
    QTest::newRow("abcd") << QStringLiteral("abdc") << 1;
    QTest::newRow("abc") << QStringLiteral("abxc") << 1;
    QTest::newRow("kitten") << QStringLiteral("sitting") << 3;
}

void tst_places::distanceCountsSlips()
{
    QFETCH(QString, other);
    QFETCH(int, distance);
    QCOMPARE(editDistance(QTest::currentDataTag(), other.toStdString()), static_cast<std::size_t>(distance));
}

QTEST_GUILESS_MAIN(tst_places)
#include "tst_places.moc"
