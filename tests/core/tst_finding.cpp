#include "core/finding.h"
#include "core/resolve.h"
#include "support/bank_timeline.h"
#include "support/bank_what_ifs.h"
#include "support/draft_rows.h"
#include "support/seed_draft.h"
#include <QTest>

using namespace lockstep;
using namespace lockstep::test;
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
    Reading reading;
    if (!title.empty())
        reading.push_back(byPerson(SetTitle{title}));
    return findingOf(applied(timeline, scenario), scenario, reading, {});
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
            << u"Integration starts at 23:00 in Washington† instead of 23:30. 10 rows would not have happened."_s;
        QTest::newRow("integrate at 23:00, bank reads the mirror too") << Edits{atEleven, onlyMaster, bankReadsMirror}
            << u"Locking only the master lets the client look"_s
            << u"Integration starts at 23:00 in Washington† instead of 23:30. 10 rows would not have happened. The bank reads the mirror."_s;
        QTest::newRow("each region's night") << eachNight() << u"The locks miss every look-up"_s
            << u"Backups start at 02:57 in Washington† instead of 23:30. The two early answers to the client would still be out of date: the mirror is not yet integrated."_s;
        QTest::newRow("a little later") << Edits{MoveWindow{"backups", minutes{8}, {}}} << u"The lock misses 2 of 3 look-ups"_s
            << u"Backups start at 23:38 in Washington† instead of 23:30. The two early answers to the client would still be out of date: the mirror is not yet integrated."_s;
        QTest::newRow("a longer lock") << Edits{MoveWindow{"backups", {}, minutes{30}}} << u"The lock also catches the 11:35 balance check"_s << u"Backups end 30 minutes later."_s;
        QTest::newRow("a lock that still covers all") << Edits{MoveWindow{"backups", -minutes{5}, -minutes{5}}} << u"The lock still covers 3 look-ups"_s
            << u"Backups start at 23:25 in Washington† instead of 23:30."_s;
        QTest::newRow("no lock") << Edits{DropWindow{"backups"}} << u"Without the lock, 3 look-ups get an answer"_s
            << u"Backups are left out. The two early answers to the client would still be out of date: the mirror is not yet integrated."_s;
        QTest::newRow("no lock, and no first look-up") << Edits{DropWindow{"backups"}, DropEvent{3}} << u"Without the lock, 3 look-ups would not have happened"_s
            << u"Backups are left out. 10 rows would not have happened. Row 3 is left out."_s;
        QTest::newRow("the same clock a year on") << Edits{MoveWindow{"backups", hours{8760}, hours{8760}}} << u"The lock misses every look-up"_s
            << u"Backups start 365 days later, at 23:30 in Washington†. The two early answers to the client would still be out of date: the mirror is not yet integrated."_s;
        QTest::newRow("the same clock a day on") << Edits{MoveEvent{13, hours{24}}} << u"No look-up changes"_s << u"Row 13 moves to 11:35 in Vietnam, 24 hours later."_s;
        QTest::newRow("a look-up moved out") << Edits{MoveEvent{8, hours{3}}} << u"2 look-ups fall into the lock instead of 3"_s << u"Row 8 moves to 02:44 in Washington†."_s;
        QTest::newRow("only who reads what") << Edits{bankReadsMirror} << u"No look-up changes"_s << u"The bank reads the mirror."_s;
        QTest::newRow("a row left out") << Edits{DropEvent{5}} << u"2 look-ups fall into the lock instead of 3"_s << u"Row 5 is left out. 8 rows would not have happened."_s;
        QTest::newRow("the last cause left out") << Edits{DropEvent{14}} << u"No look-up changes"_s << u"Row 14 is left out. Row 15 would not have happened."_s;
        QTest::newRow("a row and what follows it") << Edits{MoveEvent{11, minutes{5}}, MoveEvent{14, minutes{5}}, MoveEvent{15, minutes{5}}} << u"No look-up changes"_s
            << u"Row 11 moves to 23:54 in Washington†, and 2 rows follow."_s;
        QTest::newRow("rows of no common cause") << Edits{MoveEvent{5, -minutes{1}}, MoveEvent{9, -minutes{1}}} << u"No look-up changes"_s << u"2 rows move."_s;
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

    void aRowThatRunsBackwardsCarriesNoFinding()
    {
        // On 9 March New York is at UTC-5: the client's rows lie an hour before the lock, and row 13, "correct
        // balance", 5 minutes into it. Both are counted as `events` has them; neither makes a finding.
        const Reading ninthOfMarch{byPerson(SetDate{date::year{2019} / 3 / 9})};
        const Resolved seed = resolve(seedDraft(), ninthOfMarch);
        const Finding finding = findingOf(applied(seed.timeline, {}), {}, ninthOfMarch, seed);
        QCOMPARE(text(finding.headline), u"0x19. Postmortem"_s);
        QVERIFY(finding.isDocumentTitle);
        QVERIFY(!finding.moment);
        QCOMPARE(text(finding.subtitle), u"On 9 March 2019 Washington was on winter time, so 4 rows run backwards. Drawn as stated. "
                                         "2 look-ups came while every table was locked."_s);
        QVERIFY(finding.subtitle.starts_with(seed.message));
    }

    void theFindingGoesToTheFirstLookUpInOrder()
    {
        const Timeline bank = undatedBankTimeline(false);
        Resolved resolved;
        resolved.reversed = {{2, 3, minutes{1}}};
        const Finding finding = findingOf(applied(bank, {}), {}, {}, resolved);
        QCOMPARE(text(finding.headline), u"10:37 in Vietnam was 23:37 in Washington†, 7 minutes into the backups"_s);
        resolved.reversed = {{1, 2, minutes{1}}};
        QVERIFY(findingOf(applied(bank, {}), {}, {}, resolved).isDocumentTitle);
    }

    void aLookUpThatSaysCorrectIsCountedAndCarriesNoFinding()
    {
        Timeline bank = undatedBankTimeline(false);
        bank.events.open()[2].saysCorrect = true;
        const Finding finding = found(bank);
        QVERIFY(text(finding.headline).startsWith(u"10:37 in Vietnam"_s));
        QCOMPARE(text(finding.subtitle), u"3 look-ups came while every table was locked: 2 by the client, 1 by the bank."_s);
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
        bank.events.open()[12].at += minutes{5};
        QVERIFY(text(found(bank).subtitle).endsWith(u"The first correct balance came 65 minutes after the first look."_s));
        bank.events.open()[12].saysCorrect = false;
        QVERIFY(!text(found(bank).subtitle).contains(u"first correct"_s));
    }

    void oneLaneNeedsNoCounts()
    {
        Timeline bank = undatedBankTimeline(false);
        bank.events.open()[7].kind = Kind::Action;
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
        bank.events.open()[12].at -= minutes{2};
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
};

QTEST_GUILESS_MAIN(TestFinding)
#include "tst_finding.moc"
