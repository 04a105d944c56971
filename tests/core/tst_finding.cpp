#include "core/finding.h"
#include "core/resolve.h"
#include "support/bank_timeline.h"
#include <QTest>

using namespace lockstep;
using namespace Qt::StringLiterals;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

using Edits = std::vector<Edit>;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

Finding found(const Timeline& timeline, const Edits& edits = {}, const std::string& title = {})
{
    const Scenario scenario{.name = "x", .note = {}, .edits = edits};
    return findingOf(applied(timeline, scenario), scenario, title);
}

const SetScope onlyMaster{"backups", Scope::of({"master"})};
const MoveWindow atEleven{"integration", -minutes{30}, -minutes{30}};
const SetReads bankReadsMirror{"Bank", "mirror"};

Edits eachNight()
{
    WindowSpec second{.id = "mirror backups", .name = "Mirror backups", .what = {}, .effect = Effect::Blocks,
        .scope = Scope::of({"mirror"}), .begin = {}, .end = {}};
    const Millis before = -(hours{7} + minutes{33});
    second.begin = {.earliest = {2, before}, .latest = {2, before}, .basis = {}, .tiedTo = {}};
    second.end = {.earliest = {2, before + minutes{60}}, .latest = {2, before + minutes{65}}, .basis = {}, .tiedTo = {}};
    const Millis by = hours{3} + minutes{27};
    return {MoveWindow{"backups", by, by}, onlyMaster, AddWindow{second}};
}

Resolved resolvedFrom(const Timeline& timeline)
{
    Resolved resolved{.timeline = timeline, .reversed = {}, .inferences = {}, .problems = {}, .message = {}, .why = {}};
    resolved.inferences.push_back({.about = "zone of Bank", .answer = "America/New_York, daylight time (UTC−4)",
        .because = "Read as Washington, D.C.: the only offset in use that puts all 15 rows in order.", .rivals = {}, .line = 14});
    return resolved;
}

QStringList footnoteLines(const Timeline& timeline, const Edits& edits = {}, const Reading& reading = {})
{
    const Scenario scenario{.name = "x", .note = {}, .edits = edits};
    QStringList lines;
    for (const std::string& line : footnotes(applied(timeline, scenario), scenario, reading, resolvedFrom(timeline)))
        lines << text(line);
    return lines;
}

int wordsIn(const QString& sentence)
{
    return static_cast<int>(sentence.split(u' ', Qt::SkipEmptyParts).size());
}

} // namespace

class TestFinding : public QObject {
    Q_OBJECT
private slots:
    void theRecordSaysThatTwoClocksWereOneMoment()
    {
        const Timeline bank = undatedBankTimeline(false);
        const Finding finding = found(bank);
        QCOMPARE(text(finding.headline), u"10:35 in Vietnam was 23:35 in Washington†, 5 minutes into the backups"_s);
        QCOMPARE(text(finding.subtitle), u"3 look-ups came while every table was locked: 2 by the client, 1 by the bank. The first correct balance came an hour "
                                         "after the first look."_s);
        QVERIFY(finding.moment == bank.event(3).at);
        QVERIFY(!finding.isDocumentTitle);
    }

    void whatIfsSayWhatChangesForTheLookUps_data()
    {
        QTest::addColumn<Edits>("edits");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<QString>("subtitle");
        QTest::newRow("back up after the integration") << Edits{MoveEvent{2, minutes{29}}} << u"The lock misses 3 look-ups but catches the 11:35 balance check"_s
            << u"Backups start at 23:59 in Washington† instead of 23:30. The two early answers to the client would still be out of date: the mirror is not yet integrated."_s;
        QTest::newRow("lock only the master") << Edits{onlyMaster} << u"Locking only the master lets the client look, but at old balances"_s << u"The bank is still locked out."_s;
        QTest::newRow("bank reads the mirror too") << Edits{onlyMaster, bankReadsMirror}
            << u"Locking only the master lets the bank and the client look, but at old answers"_s << u"The bank reads the mirror."_s;
        QTest::newRow("integrate at 23:00") << Edits{atEleven, onlyMaster} << u"Locking only the master lets the client look"_s
            << u"Integration starts at 23:00 in Washington† instead of 23:30. The bank is still locked out."_s;
        QTest::newRow("integrate at 23:00, bank reads the mirror too") << Edits{atEleven, onlyMaster, bankReadsMirror}
            << u"Locking only the master lets the bank and the client look"_s << u"Integration starts at 23:00 in Washington† instead of 23:30. The bank reads the mirror."_s;
        QTest::newRow("each region's night") << eachNight() << u"The locks miss every look-up"_s
            << u"Backups start at 02:57 in Washington† instead of 23:30. The two early answers to the client would still be out of date: the mirror is not yet integrated."_s;
        QTest::newRow("a little later") << Edits{MoveWindow{"backups", minutes{8}, {}}} << u"The lock misses 2 of 3 look-ups"_s
            << u"Backups start at 23:38 in Washington† instead of 23:30. The two early answers to the client would still be out of date: the mirror is not yet integrated."_s;
        QTest::newRow("a longer lock") << Edits{MoveWindow{"backups", {}, minutes{30}}} << u"The lock also catches the 11:35 balance check"_s << u"Backups end 30 minutes later."_s;
        QTest::newRow("a lock that still covers all") << Edits{MoveWindow{"backups", -minutes{5}, -minutes{5}}} << u"The lock still covers 3 look-ups"_s
            << u"Backups start at 23:25 in Washington† instead of 23:30."_s;
        QTest::newRow("no lock") << Edits{DropWindow{"backups"}} << u"Without the lock, 3 look-ups get an answer"_s
            << u"Backups are left out. The two early answers to the client would still be out of date: the mirror is not yet integrated."_s;
        QTest::newRow("a look-up moved out") << Edits{MoveEvent{8, hours{3}}} << u"2 look-ups fall into the lock instead of 3"_s << u"Row 8 moves to 02:44 in Washington†."_s;
        QTest::newRow("only who reads what") << Edits{bankReadsMirror} << u"No look-up changes"_s << u"The bank reads the mirror."_s;
        QTest::newRow("a row left out") << Edits{DropEvent{5}} << u"No look-up changes"_s << u"Row 5 is left out."_s;
    }
    void whatIfsSayWhatChangesForTheLookUps()
    {
        QFETCH(Edits, edits);
        QFETCH(QString, headline);
        QFETCH(QString, subtitle);
        const Finding finding = found(undatedBankTimeline(true), edits);
        QCOMPARE(text(finding.headline), headline);
        QCOMPARE(text(finding.subtitle), subtitle);
        for (const QString& sentence : (text(finding.headline) + u". "_s + text(finding.subtitle)).split(u". "_s))
            QVERIFY2(wordsIn(sentence) <= 20, qPrintable(sentence));
    }

    void theBoxedMomentIsTheMovedLocksBegin()
    {
        const Timeline bank = undatedBankTimeline(true);
        QVERIFY(found(bank, {MoveEvent{2, minutes{29}}}).moment == bank.event(12).at);
        QVERIFY(found(bank, {onlyMaster}).moment == bank.event(3).at);
    }

    void aTypedTitleAlwaysWins()
    {
        const Finding finding = found(undatedBankTimeline(false), {}, "Our night");
        QCOMPARE(text(finding.headline), u"Our night"_s);
        QVERIFY(finding.subtitle.starts_with("3 look-ups"));
        QVERIFY(!finding.isDocumentTitle);
    }

    void withinOneZoneTheTitleStands()
    {
        Timeline bank = undatedBankTimeline(false);
        bank.lanes[1].zone = bank.lanes[0].zone;
        const Finding finding = found(bank);
        QCOMPARE(text(finding.headline), u"0x19. Postmortem"_s);
        QVERIFY(finding.isDocumentTitle);
        QVERIFY(!finding.moment);
        QVERIFY(finding.subtitle.starts_with("3 look-ups came while every table was locked"));
    }

    void withoutALockTheRowsAreCounted()
    {
        Timeline bank = undatedBankTimeline(false);
        bank.windows.clear();
        const Finding finding = found(bank);
        QVERIFY(finding.isDocumentTitle);
        QCOMPARE(text(finding.subtitle), u"15 rows in 2 lanes, 9 hours 30 minutes from first to last. The longest silence lasted 6 hours 25 minutes."_s);
    }

    void anotherHourIsCounted()
    {
        Timeline bank = undatedBankTimeline(false);
        bank.events[12].at += minutes{5};
        QVERIFY(text(found(bank).subtitle).endsWith(u"The first correct balance came 65 minutes after the first look."_s));
        bank.events[12].saysCorrect = false;
        QVERIFY(!text(found(bank).subtitle).contains(u"first correct"_s));
    }

    void oneLaneNeedsNoCounts()
    {
        Timeline bank = undatedBankTimeline(false);
        bank.events[7].kind = Kind::Action;
        QVERIFY(found(bank).subtitle.starts_with("2 look-ups by the client came while every table was locked."));
    }

    void aNameTakesNoArticle()
    {
        Timeline bank = undatedBankTimeline(false);
        bank.lanes[1].role = "Pablo";
        QVERIFY(text(found(bank).subtitle).contains(u"2 by Pablo, 1 by the bank"_s));
    }

    void possibleOnesAreCountedApart()
    {
        Timeline bank = undatedBankTimeline(false);
        bank.events[12].at -= minutes{2};
        QVERIFY(text(found(bank).subtitle).contains(u"1 more look-up possibly came during the lock."_s));
    }

    void anUncertainBeginGivesARange()
    {
        Timeline bank = undatedBankTimeline(false);
        bank.windows[0].begin.earliest -= minutes{10};
        QVERIFY(text(found(bank).headline).endsWith(u"5 to 15 min into the backups"_s));
    }

    void anEmptyTimelineHasAFindingToo()
    {
        Timeline empty;
        empty.title = "Nothing yet";
        const Finding finding = found(empty);
        QCOMPARE(text(finding.headline), u"Nothing yet"_s);
        QCOMPARE(text(finding.subtitle), u"0 rows."_s);
    }

    void theFootnotesOfTheRecordReadAsInThePicture()
    {
        const QStringList lines = footnoteLines(undatedBankTimeline(false));
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], u"† The document has no date. Washington is read as Washington, D.C. on summer time (UTC−4), the only offset in use that puts all 15 rows in "
                           "order. Day 1 is Washington’s first day."_s);
        QCOMPARE(lines[1], u"End of the lock: not before 04:30 UTC (“at least 1 hour”), not after 04:35 (first correct balance). The lock and the integration "
                           "are read from the document’s words. “20:00 pm” is read as 20:00."_s);
        QCOMPARE(lines[2], u"Small numbers are the rows of the timeline in postmortem.md, lines 14 to 28."_s);
    }

    void theFootnotesOfAWhatIfReadAsInThePicture()
    {
        const QStringList lines = footnoteLines(undatedBankTimeline(true), {MoveEvent{2, minutes{29}}});
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith(u"† The document has no date."_s));
        QCOMPARE(lines[1], u"Moved: row 2 by +29 min, and the lock with it, as long as recorded (60 to 65 min). The bank reads the master, the client the mirror. Everything "
                           "else stands as recorded."_s);
        QCOMPARE(lines[2], u"Small numbers are the rows of the timeline in postmortem.md, lines 14 to 28."_s);
    }

    void everyKindOfMoveIsNamed_data()
    {
        QTest::addColumn<Edits>("edits");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a process with both rows") << Edits{atEleven} << u"Moved: rows 1 and 12 by −30 min, and the integration with them, as long as recorded (29 min)."_s;
        QTest::newRow("an edge") << Edits{MoveWindow{"backups", {}, minutes{10}}} << u"Moved: the end of the lock by +10 min (now 70 to 75 min)."_s;
        QTest::newRow("rows alone") << Edits{MoveEvent{3, minutes{5}}, MoveEvent{4, minutes{5}}} << u"Moved: rows 3 and 4 by +5 min."_s;
        QTest::newRow("who reads what") << Edits{bankReadsMirror} << u"The bank and the client read the mirror."_s;
        QTest::newRow("an added lock") << eachNight() << u"Moved: row 2 by +3 h 27 min, and the backups with it, as long as recorded (60 to 65 min). The backups cover only the master."_s;
        QTest::newRow("its bounds") << eachNight() << u"Added: the mirror backups, 19:57 to between 20:57 and 21:02 UTC."_s;
        QTest::newRow("a scope") << Edits{onlyMaster} << u"The lock covers only the master."_s;
        QTest::newRow("a row left out") << Edits{DropEvent{5}} << u"Left out: row 5."_s;
    }
    void everyKindOfMoveIsNamed()
    {
        QFETCH(Edits, edits);
        QFETCH(QString, expected);
        const QString all = footnoteLines(undatedBankTimeline(true), edits).join(u' ');
        QVERIFY2(all.contains(expected), qPrintable(all));
    }

    void aNoteAboutARowNamesIt()
    {
        Timeline bank = undatedBankTimeline(false);
        bank.events[4].notes = {"Its date repeats the row above."};
        QVERIFY(footnoteLines(bank).join(u' ').contains(u"Row 5: its date repeats the row above."_s));
    }

    void correctionsOfAPersonAreListed()
    {
        const Reading reading{{.change = SetClock{.event = 3, .clock = {.hour = 10, .minute = 36}, .day = {}}, .by = By::Person, .was = "10:35"},
            {.change = SetZone{.lane = "Bank", .zone = "America/Chicago"}, .by = By::Person, .was = {}},
            {.change = SetKind{.event = 7, .kind = Kind::Read}, .by = By::Program, .was = {}}};
        const QString all = footnoteLines(undatedBankTimeline(false), {}, reading).join(u' ');
        QVERIFY(all.contains(u"The clock of row 3 was corrected from 10:35 to 10:36."_s));
        QVERIFY(all.contains(u"The zone of Bank was set to America/Chicago."_s));
        QVERIFY(!all.contains(u"row 7"_s) && !all.contains(u"Row 7"_s));
    }

    void whatIsSetByHandIsToldTogether()
    {
        const Reading reading{{.change = SetLaneReads{.lane = "Bank", .resource = "master"}, .by = By::Person, .was = {}},
            {.change = SetWindow{{.id = "backups", .name = "Backups", .what = {}, .effect = Effect::Blocks, .scope = {}, .begin = {}, .end = {}}}, .by = By::Person, .was = {}},
            {.change = SetWindow{{.id = "integration", .name = "Integration", .what = {}, .effect = Effect::Stales, .scope = {}, .begin = {}, .end = {}}}, .by = By::Person, .was = {}}};
        const QString record = footnoteLines(undatedBankTimeline(true), {}, reading).join(u' ');
        QVERIFY(record.contains(u"The bank reads the master, the client the mirror. The lock and the integration were set by hand."_s));
        const QStringList moved = footnoteLines(undatedBankTimeline(true), {MoveEvent{2, minutes{29}}}, reading);
        QCOMPARE(moved.size(), 3);
    }

    void aDateSetByHandIsSaid()
    {
        using namespace date::literals;
        const Reading reading{{.change = SetDate{2019_y / date::October / 6}, .by = By::Person, .was = {}}};
        const QString all = footnoteLines(bankTimeline(false), {}, reading).join(u' ');
        QVERIFY(all.contains(u"The date of row 1, Sun 6 Oct 2019, was set by hand."_s));
        QVERIFY(!all.contains(u"no date"_s));
    }

    void everyLineFitsAcrossAPicture()
    {
        Timeline bank = undatedBankTimeline(false);
        for (Event& event : bank.events)
            event.notes = {"Row " + std::to_string(event.id) + " has a clock that was read with some care and a long explanation."};
        const QStringList lines = footnoteLines(bank);
        QVERIFY(lines.size() <= 6);
        for (const QString& line : lines)
            QVERIFY2(line.size() <= 195, qPrintable(line));
        QVERIFY(lines.join(u' ').contains(u"more notes in the program."_s));
    }
};

QTEST_GUILESS_MAIN(TestFinding)
#include "tst_finding.moc"
