#include "core/wording.h"
#include "support/bank_timeline.h"
#include <QTest>

using namespace lockstep;
using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QStringList labels(const Timeline& timeline, std::vector<Edit> edits, const WindowId& id)
{
    const TimelineView view = applied(timeline, {.name = {}, .note = {}, .edits = std::move(edits)});
    QStringList lines;
    for (const Window& window : view.windows()) {
        if (window.id != id)
            continue;
        for (const std::string& label : windowLabels(view, window))
            lines << text(label);
    }
    return lines;
}

} // namespace

class TestWording : public QObject {
    Q_OBJECT
private slots:
    void largeCountsAreGrouped()
    {
        QCOMPARE(counted(1, "row"), std::string{"1 row"});
        QCOMPARE(counted(999, "row"), std::string{"999 rows"});
        QCOMPARE(counted(1'000, "row"), std::string{"1,000 rows"});
        QCOMPARE(counted(12'345'678, "look-up"), std::string{"12,345,678 look-ups"});
        QCOMPARE(counted(-1'234, "row"), std::string{"-1,234 rows"});
    }
    void lengthsReadAsPeopleSayThem_data()
    {
        QTest::addColumn<qint64>("millis");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* expected, Millis length) { QTest::newRow(expected) << qint64{length.count()} << QString::fromUtf8(expected); };
        row("0 min", Millis{0});
        row("45 s", seconds{45});
        row("0.250 s", Millis{250});
        row("29 min", minutes{29});
        row("60 min", minutes{60});
        row("119 min", minutes{119});
        row("2 h", hours{2});
        row("6 h 25 min", minutes{385});
        row("5 min 30 s", seconds{330});
        row("47 h", hours{47});
        row("2 days", hours{48});
        row("2 days 1 h 5 min", hours{49} + minutes{5});
        row("2 days 5 min", hours{48} + minutes{5});
        row("−30 min", -minutes{30});
    }
    void lengthsReadAsPeopleSayThem()
    {
        QFETCH(qint64, millis);
        QFETCH(QString, expected);
        QCOMPARE(text(lengthLabel(Millis{millis})), expected);
    }

    void rangesNameAUnitOnce()
    {
        QCOMPARE(text(lengthRange(minutes{60}, minutes{65})), u"60 to 65 min"_s);
        QCOMPARE(text(lengthRange(minutes{60}, minutes{60})), u"60 min"_s);
        QCOMPARE(text(lengthRange(minutes{115}, minutes{125})), u"115 min to 2 h 5 min"_s);
        QCOMPARE(text(lengthRange(seconds{30}, minutes{2})), u"30 s to 2 min"_s);
    }

    void distancesCarryATrueSign()
    {
        QCOMPARE(text(signedLength(minutes{29})), u"+29 min"_s);
        QCOMPARE(text(signedLength(-minutes{30})), u"\u221230 min"_s);
        QCOMPARE(text(signedLength(Millis{0})), u"0 min"_s);
    }

    void clocksShowSecondsOnlyWhenTheyMatter()
    {
        const WallTime midnight{};
        QCOMPARE(text(clockLabel(midnight + hours{3} + minutes{5})), u"03:05"_s);
        QCOMPARE(text(clockLabel(midnight + hours{23} + seconds{9})), u"23:00:09"_s);
        QCOMPARE(text(clockLabel(midnight + Millis{7})), u"00:00:00.007"_s);
        QCOMPARE(text(clockLabel(midnight - minutes{1})), u"23:59"_s);
    }

    void daysCountFromTheEarliestLocalDateAtTheFirstRow()
    {
        const Timeline bank = undatedBankTimeline(false);
        QCOMPARE(text(dayLabel(bank, bank.event(1).local)), u"day 1"_s);
        QCOMPARE(text(dayLabel(bank, Zone::utc().wallAt(bank.event(1).at))), u"day 2"_s);
        QCOMPARE(text(dayLabel(bank, bank.event(3).local)), u"day 2"_s);
        QCOMPARE(text(dayLabel(bank, bank.event(14).local)), u"day 2"_s);
        QCOMPARE(text(dayLabel(bank, bank.event(1).local - hours{24})), u"day 0"_s);
    }

    void datedDaysNameTheWeekday()
    {
        const Timeline bank = bankTimeline(false);
        QCOMPARE(text(dayLabel(bank, bank.event(1).local)), u"Sun 6 Oct 2019"_s);
        QCOMPARE(text(dayLabel(bank, bank.event(3).local)), u"Mon 7 Oct 2019"_s);
    }

    void aLaneIsNamedByItsPlaceElseByItsZone()
    {
        const Timeline bank = undatedBankTimeline(false);
        QCOMPARE(text(laneZoneLabel(bank, bank.lane(0))), u"Washington†"_s);
        QCOMPARE(text(laneZoneLabel(bank, bank.lane(1))), u"Vietnam"_s);
        Lane placeless = bank.lane(0);
        placeless.place.clear();
        QCOMPARE(text(laneZoneLabel(bank, placeless)), u"New York†"_s);
        placeless.zoneInferred = false;
        placeless.zoneName = "+07:00";
        placeless.zone = Zone::fixed(hours{7});
        QCOMPARE(text(laneZoneLabel(bank, placeless)), u"UTC+7"_s);
        placeless.zoneName.clear();
        QCOMPARE(text(laneZoneLabel(bank, placeless)), QString{});
    }

    void wordsOfTheDocumentNameAClockBeforeItsZone()
    {
        const Timeline bank = undatedBankTimeline(false);
        Lane lane = bank.lane(0);
        lane.zoneWritten = "EDT";
        QCOMPARE(text(laneZoneLabel(bank, lane)), u"EDT†"_s);
        QCOMPARE(text(clockName(lane)), u"EDT"_s);
    }

    void onlyPlacesAreBeingIn_data()
    {
        QTest::addColumn<bool>("isPlace");
        QTest::newRow("Zurich") << true;
        QTest::newRow("EDT") << false;
        QTest::newRow("East African Time") << false;
        QTest::newRow("UC/Pacific") << false;
        QTest::newRow("UTC−4") << false;
    }
    void onlyPlacesAreBeingIn()
    {
        QFETCH(bool, isPlace);
        Lane lane;
        lane.zoneName = "America/New_York";
        lane.zoneWritten = QTest::currentDataTag();
        QCOMPARE(isNamedByPlace(lane), isPlace);
    }

    void theLockOfTheRawRecordReadsAsInThePicture()
    {
        const QStringList lines = labels(bankTimeline(false), {}, "backups");
        QCOMPARE(lines.first(), u"Backups lock every table: 03:30 to between 04:30 and 04:35 UTC"_s);
        QVERIFY(lines.contains(u"Backups lock every table: 03:30 to 04:30 or 04:35"_s));
        QCOMPARE(lines.last(), u"Backups"_s);
        for (qsizetype i = 1; i < lines.size(); ++i)
            QVERIFY2(lines[i].size() < lines[i - 1].size(), qPrintable(lines[i]));
        QCOMPARE(labels(bankTimeline(false), {}, "integration").first(), u"Information integration: 03:30 to 03:59"_s);
    }

    void theMovedLockReadsAsInThePicture()
    {
        const QStringList lines = labels(bankTimeline(true), {MoveEvent{2, minutes{29}}}, "backups");
        QVERIFY(lines.contains(u"Backups lock every table: 03:59 to 04:59 or 05:04"_s));
        QVERIFY(labels(bankTimeline(true), {}, "integration").contains(u"Integration: mirror out of date"_s));
    }

    void aNewScopeIsNamedByItsCopies_data()
    {
        QTest::addColumn<QStringList>("copies");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one") << QStringList{u"master"_s} << u"Backups lock the master"_s;
        QTest::newRow("two") << QStringList{u"master"_s, u"mirror"_s} << u"Backups lock the master and the mirror"_s;
        QTest::newRow("none") << QStringList{} << u"Backups lock nothing"_s;
    }
    void aNewScopeIsNamedByItsCopies()
    {
        QFETCH(QStringList, copies);
        QFETCH(QString, expected);
        std::set<ResourceId> ids;
        for (const QString& copy : copies)
            ids.insert(copy.toStdString());
        QVERIFY(labels(bankTimeline(true), {SetScope{"backups", Scope::of(ids)}}, "backups").contains(expected));
    }

    void namesDecideTheVerb_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("plural");
        QTest::newRow("Backups") << u"Backups"_s << true;
        QTest::newRow("Backups of the branch") << u"Backups of the branch"_s << true;
        QTest::newRow("Backup of all tables") << u"Backup of all tables"_s << false;
        QTest::newRow("Integration") << u"Integration"_s << false;
        QTest::newRow("Nightly process") << u"Nightly process"_s << false;
        QTest::newRow("Analysis") << u"Analysis"_s << false;
    }
    void namesDecideTheVerb()
    {
        QFETCH(QString, name);
        QFETCH(bool, plural);
        QCOMPARE(readsAsPlural(name.toStdString()), plural);
    }

    void aSingularLockTakesAnS()
    {
        Timeline bank = bankTimeline(false);
        bank.windows[0].name = "Backup";
        QCOMPARE(labels(bank, {}, "backups").first(), u"Backup locks every table: 03:30 to between 04:30 and 04:35 UTC"_s);
        bank.windows[0].name = "Table lock";
        QVERIFY(labels(bank, {}, "backups").contains(u"Table lock on every table"_s));
    }

    void withoutAZoneNothingIsCalledUtc()
    {
        Timeline bank = bankTimeline(false);
        for (Lane& lane : bank.lanes)
            lane.zoneName.clear();
        QCOMPARE(labels(bank, {}, "backups").first(), u"Backups lock every table: 03:30 to between 04:30 and 04:35"_s);
    }

    void aWindowOverDaysNamesThem()
    {
        Timeline bank = undatedBankTimeline(false);
        bank.windows[1].end = Bound::certain(bank.event(1).at + hours{25});
        QCOMPARE(labels(bank, {}, "integration").first(), u"Information integration: 03:30 day 2 to 04:30 day 3"_s);
    }

    void aWindowsLengthIsARange()
    {
        const Timeline bank = bankTimeline(false);
        QCOMPARE(text(windowLength(bank.windows[0])), u"60 to 65 min"_s);
        QCOMPARE(text(windowLength(bank.windows[1])), u"29 min"_s);
    }

    void listsAndCountsRead()
    {
        QCOMPARE(text(listed({})), QString{});
        QCOMPARE(text(listed({"a"})), u"a"_s);
        QCOMPARE(text(listed({"a", "b", "c"})), u"a, b and c"_s);
        QCOMPARE(text(counted(1, "look-up")), u"1 look-up"_s);
        QCOMPARE(text(counted(3, "look-up")), u"3 look-ups"_s);
    }

    void outcomesReadInPlainWords()
    {
        QCOMPARE(text(outcomeWords(Outcome::Blocked)), u"during the lock"_s);
        QCOMPARE(text(outcomeWords(Outcome::Stale)), u"out of date"_s);
        QCOMPARE(text(outcomeWords(Outcome::Fresh)), u"up to date"_s);
        QCOMPARE(text(outcomeWords(Outcome::None)), QString{});
    }
};

QTEST_GUILESS_MAIN(TestWording)
#include "tst_wording.moc"
