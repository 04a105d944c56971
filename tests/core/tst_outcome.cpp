#include "core/outcome.h"
#include <QTest>

using namespace lockstep;
using namespace Qt::StringLiterals;
using std::chrono::minutes;

Q_DECLARE_METATYPE(lockstep::Outcome)

namespace {

Instant at(int minute)
{
    return Instant{minutes{minute}};
}

Bound bound(int earliest, int latest)
{
    return {.earliest = at(earliest), .latest = at(latest), .basis = {}, .tiedTo = {}};
}

/// Begins in [10, 20] and ends in [60, 65].
Window lock(Scope scope = Scope::everything())
{
    return {.id = "lock", .name = "Backups", .what = {}, .effect = Effect::Blocks, .scope = std::move(scope),
        .begin = bound(10, 20), .end = bound(60, 65), .proposed = false, .because = {}};
}

Window copying(int begin, int endEarliest, int endLatest)
{
    return {.id = "copying", .name = "Integration", .what = {}, .effect = Effect::Stales, .scope = Scope::of({"mirror"}),
        .begin = bound(begin, begin), .end = bound(endEarliest, endLatest), .proposed = true, .because = {}};
}

} // namespace

class TestOutcome : public QObject {
    Q_OBJECT
private slots:
    void windowsAreHalfOpenAndUncertainAtTheirEnds_data()
    {
        QTest::addColumn<int>("minute");
        QTest::addColumn<Outcome>("expected");
        QTest::newRow("before the earliest begin") << 9 << Outcome::Fresh;
        QTest::newRow("at the earliest begin") << 10 << Outcome::PossiblyBlocked;
        QTest::newRow("before the latest begin") << 19 << Outcome::PossiblyBlocked;
        QTest::newRow("at the latest begin") << 20 << Outcome::Blocked;
        QTest::newRow("before the earliest end") << 59 << Outcome::Blocked;
        QTest::newRow("at the earliest end") << 60 << Outcome::PossiblyBlocked;
        QTest::newRow("before the latest end") << 64 << Outcome::PossiblyBlocked;
        QTest::newRow("at the latest end") << 65 << Outcome::Fresh;
    }
    void windowsAreHalfOpenAndUncertainAtTheirEnds()
    {
        QFETCH(int, minute);
        QFETCH(Outcome, expected);
        QCOMPARE(outcomeOf(at(minute), "master", {lock()}).outcome, expected);
    }

    void aWindowOfNoLengthTouchesNothing()
    {
        Window none = lock();
        none.begin = none.end = bound(10, 10);
        QCOMPARE(outcomeOf(at(10), "master", {none}).outcome, Outcome::Fresh);
    }

    void aLockBeatsACopyOutOfDate()
    {
        const OutcomeOf both = outcomeOf(at(30), "mirror", {copying(0, 90, 90), lock()});
        QCOMPARE(both.outcome, Outcome::Blocked);
        QCOMPARE(both.window, WindowId{"lock"});
        QVERIFY(both.note.empty());
        QVERIFY(!both.proposed);
    }

    void possiblyBlockedWinsOverStaleAndNamesTheAlternative()
    {
        const OutcomeOf both = outcomeOf(at(62), "mirror", {copying(0, 90, 90), lock()});
        QCOMPARE(both.outcome, Outcome::PossiblyBlocked);
        QCOMPARE(both.window, WindowId{"lock"});
        QCOMPARE(both.note, std::string{"If Backups ended before, the answer is out of date."});
    }

    void theNoteSaysWhichEndIsInDoubt_data()
    {
        QTest::addColumn<int>("minute");
        QTest::addColumn<QString>("note");
        QTest::newRow("begin") << 15 << u"If Backups began only later, the answer is up to date."_s;
        QTest::newRow("middle") << 30 << u""_s;
        QTest::newRow("end") << 61 << u"If Backups ended before, the answer is up to date."_s;
    }
    void theNoteSaysWhichEndIsInDoubt()
    {
        QFETCH(int, minute);
        QFETCH(QString, note);
        QCOMPARE(QString::fromStdString(outcomeOf(at(minute), "master", {lock()}).note), note);
    }

    void aSureLockIsPreferredToAPossibleOne()
    {
        Window sure = lock();
        sure.id = "sure";
        sure.end = bound(90, 90);
        const OutcomeOf outcome = outcomeOf(at(62), "master", {lock(), sure});
        QCOMPARE(outcome.outcome, Outcome::Blocked);
        QCOMPARE(outcome.window, WindowId{"sure"});
    }

    void twoPossibleLocksShareOneNote()
    {
        Window other = lock();
        other.id = "other";
        QCOMPARE(outcomeOf(at(62), "master", {lock(), other}).note,
            std::string{"If none of them held at that moment, the answer is up to date."});
    }

    void onlyTheNamedCopyIsConcerned_data()
    {
        QTest::addColumn<QString>("reads");
        QTest::addColumn<Outcome>("expected");
        QTest::newRow("the locked one") << u"master"_s << Outcome::Blocked;
        QTest::newRow("the stale one") << u"mirror"_s << Outcome::Stale;
        QTest::newRow("a third one") << u"archive"_s << Outcome::Fresh;
        QTest::newRow("nobody said which") << u""_s << Outcome::PossiblyBlocked;
    }
    void onlyTheNamedCopyIsConcerned()
    {
        QFETCH(QString, reads);
        QFETCH(Outcome, expected);
        const std::vector<Window> windows{lock(Scope::of({"master"})), copying(0, 90, 90)};
        QCOMPARE(outcomeOf(at(30), reads.toStdString(), windows).outcome, expected);
    }

    void anUnnamedCopyIsSaidToBeUnnamed()
    {
        const OutcomeOf outcome = outcomeOf(at(30), {}, {lock(Scope::of({"master"}))});
        QCOMPARE(outcome.note, std::string{"Which copy it reads is not said. From another copy, the answer is up to date."});
        QCOMPARE(outcomeOf(at(30), {}, {lock()}).outcome, Outcome::Blocked);
        QCOMPARE(outcomeOf(at(30), {}, {lock(Scope::of({}))}).outcome, Outcome::Fresh);
    }

    void aWindowThatOnlyInformsDecidesNothing()
    {
        Window runs = lock();
        runs.effect = Effect::Informs;
        QCOMPARE(outcomeOf(at(30), "master", {runs}).outcome, Outcome::Fresh);
    }

    void possiblyStaleComesFromTheUncertainEndOfACopying()
    {
        const OutcomeOf outcome = outcomeOf(at(85), "mirror", {copying(0, 80, 90)});
        QCOMPARE(outcome.outcome, Outcome::PossiblyStale);
        QCOMPARE(outcome.note, std::string{"If Integration ended before, the answer is up to date."});
        QVERIFY(outcome.proposed);
    }

    void aRowsOwnWordsAreHeldAgainstItsOutcome_data()
    {
        QTest::addColumn<bool>("refused");
        QTest::addColumn<bool>("correct");
        QTest::addColumn<Outcome>("found");
        QTest::addColumn<Outcome>("expected");
        QTest::addColumn<QString>("note");
        QTest::newRow("refused, fresh") << true << false << Outcome::Fresh << Outcome::None << u"Its words say refused or wrong, but no lock covers it."_s;
        QTest::newRow("refused, locked") << true << false << Outcome::Blocked << Outcome::Blocked << u""_s;
        QTest::newRow("refused, out of date") << true << false << Outcome::Stale << Outcome::Stale << u""_s;
        QTest::newRow("correct, locked") << false << true << Outcome::Blocked << Outcome::Blocked << u"Its words say correct, but a lock covers it."_s;
        QTest::newRow("correct, fresh") << false << true << Outcome::Fresh << Outcome::Fresh << u""_s;
        QTest::newRow("neither, fresh") << false << false << Outcome::Fresh << Outcome::Fresh << u""_s;
        QTest::newRow("neither, locked") << false << false << Outcome::Blocked << Outcome::Blocked << u""_s;
    }
    void aRowsOwnWordsAreHeldAgainstItsOutcome()
    {
        QFETCH(bool, refused);
        QFETCH(bool, correct);
        QFETCH(Outcome, found);
        Event event;
        event.kind = Kind::Read;
        event.saysRefused = refused;
        event.saysCorrect = correct;
        OutcomeOf before;
        before.outcome = found;
        const OutcomeOf after = besideItsWords(event, before);
        QTEST(after.outcome, "expected");
        QTEST(QString::fromStdString(after.note), "note");
    }

    void everyOutcomeHasTheNameFilesUse_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("name");
        QTest::newRow("none") << Outcome::None << u""_s;
        QTest::newRow("fresh") << Outcome::Fresh << u"fresh"_s;
        QTest::newRow("possibly stale") << Outcome::PossiblyStale << u"possibly stale"_s;
        QTest::newRow("stale") << Outcome::Stale << u"stale"_s;
        QTest::newRow("possibly blocked") << Outcome::PossiblyBlocked << u"possibly blocked"_s;
        QTest::newRow("blocked") << Outcome::Blocked << u"blocked"_s;
        QTest::newRow("void") << Outcome::Void << u"void"_s;
    }
    void everyOutcomeHasTheNameFilesUse()
    {
        QFETCH(Outcome, outcome);
        QFETCH(QString, name);
        QCOMPARE(QString::fromStdString(std::string{outcomeName(outcome)}), name);
    }
};

QTEST_GUILESS_MAIN(TestOutcome)
#include "tst_outcome.moc"
