#include "core/compare_words.h"
#include "support/bank_timeline.h"
#include "support/bank_what_ifs.h"
#include <QTest>

using namespace lockstep;
using namespace lockstep::test;
using namespace Qt::StringLiterals;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

using Edits = std::vector<Edit>;

const Timeline& bank()
{
    static const Timeline timeline = bankTimeline(true);
    return timeline;
}

TimelineView with(const Edits& edits)
{
    return applied(bank(), {.name = "x", .note = {}, .edits = edits});
}

QStringList told(const TimelineView& was, const TimelineView& now)
{
    QStringList sentences;
    for (const ComparedSentence& sentence : sentencesOf(compared(was, now), was, now))
        sentences << QString::fromStdString(sentence.text);
    return sentences;
}

QString outcomesIn(const LookUpRow& row)
{
    QStringList names;
    for (const OutcomeOf& outcome : row.outcomes)
        names << QString::fromStdString(std::string{outcomeName(outcome.outcome)});
    return names.join(u", ");
}

const Edits afterIntegration{MoveEvent{2, minutes{29}}};

} // namespace

class TestCompare : public QObject {
    Q_OBJECT
private slots:
    void aPersonReadsWhatAWhatIfChanges_data()
    {
        QTest::addColumn<Edits>("was");
        QTest::addColumn<Edits>("now");
        QTest::addColumn<QStringList>("sentences");
        QTest::newRow("lock only the master, with the record") << Edits{} << Edits{onlyMaster}
            << QStringList{u"Locking only the master lets the client look, but at old balances."_s, u"The bank is still locked out."_s,
                   u"Row 3, 10:35 in Vietnam, is out of date instead of during the lock."_s,
                   u"Row 4, 10:37 in Vietnam, is out of date instead of during the lock."_s,
                   u"Backups lock only the master instead of every table."_s};
        QTest::newRow("back up after the integration, with the record") << Edits{} << afterIntegration
            << QStringList{u"The lock misses 3 look-ups but catches the 11:35 balance check."_s,
                   u"The two early answers to the client would still be out of date: the mirror is not yet integrated."_s,
                   u"Row 3, 10:35 in Vietnam, is out of date instead of during the lock."_s,
                   u"Row 4, 10:37 in Vietnam, is out of date instead of during the lock."_s,
                   u"Row 8, 23:44 in Washington, is up to date instead of during the lock."_s,
                   u"Row 13, 11:35 in Vietnam, is during the lock instead of up to date."_s,
                   u"Backups start at 23:59 in Washington instead of 23:30."_s};
        QTest::newRow("integrate at 23:00, lock only the master, with the record") << Edits{} << Edits{atEleven, onlyMaster}
            << QStringList{u"Locking only the master lets the client look."_s, u"Rows 4 to 11, 14 and 15 would not have happened."_s,
                   u"Row 3, 10:35 in Vietnam, is up to date instead of during the lock."_s,
                   u"Integration starts at 23:00 in Washington instead of 23:30."_s,
                   u"Backups lock only the master instead of every table."_s};
        QTest::newRow("what would not have happened, and what would after all") << Edits{atEleven, onlyMaster} << Edits{onlyMaster}
            << QStringList{u"1 look-up falls into the lock instead of none."_s, u"Rows 4 to 11, 14 and 15 would have happened after all."_s,
                   u"Row 3, 10:35 in Vietnam, is out of date instead of up to date."_s, u"Row 4, 10:37 in Vietnam, is out of date."_s,
                   u"Row 8, 23:44 in Washington, is during the lock."_s, u"Integration starts at 23:30 in Washington instead of 23:00."_s};
        QTest::newRow("two what-ifs") << Edits{onlyMaster} << Edits{onlyMaster, bankReadsMirror}
            << QStringList{u"No look-up falls into the lock any more."_s,
                   u"Row 8, 23:44 in Washington, is out of date instead of during the lock."_s,
                   u"The bank reads the mirror instead of the master."_s};
        QTest::newRow("two what-ifs, the other way round") << Edits{onlyMaster, bankReadsMirror} << Edits{onlyMaster}
            << QStringList{u"1 look-up falls into the lock instead of none."_s,
                   u"Row 8, 23:44 in Washington, is during the lock instead of out of date."_s,
                   u"The bank reads the master instead of the mirror."_s};
        QTest::newRow("back to the record") << afterIntegration << Edits{}
            << QStringList{u"3 look-ups fall into the lock instead of 1."_s,
                   u"Row 3, 10:35 in Vietnam, is during the lock instead of out of date."_s,
                   u"Row 4, 10:37 in Vietnam, is during the lock instead of out of date."_s,
                   u"Row 8, 23:44 in Washington, is during the lock instead of up to date."_s,
                   u"Row 13, 11:35 in Vietnam, is up to date instead of during the lock."_s,
                   u"Backups start at 23:30 in Washington instead of 23:59."_s};
        QTest::newRow("the same") << Edits{onlyMaster} << Edits{onlyMaster} << QStringList{u"Nothing differs."_s};
        QTest::newRow("rows moved, left out and added") << Edits{MoveEvent{5, minutes{1}}}
            << Edits{MoveEvent{9, minutes{3}}, MoveEvent{10, minutes{3}}, MoveEvent{5, minutes{2}}, DropEvent{15}, DropEvent{1}, DropEvent{2},
                   AddEvent{"Client", "ring the bank", {5, minutes{1}}, Kind::Action, {}}}
            << QStringList{u"Row 5 moves to 10:41 in Vietnam, 1 minute later."_s, u"Rows 9 and 10 move 3 minutes later."_s,
                   u"Row 16 is added at 10:40 in Vietnam."_s, u"Rows 1, 2 and 15 are left out."_s};
        QTest::newRow("rows put back") << Edits{DropEvent{15}, AddEvent{"Client", "ring the bank", {5, minutes{1}}, Kind::Action, {}}} << Edits{DropWindow{"integration"}}
            << QStringList{u"Integration is left out."_s, u"The row added at 10:40 in Vietnam is not there."_s, u"Row 15 is not left out."_s};
        QTest::newRow("windows") << Edits{DropWindow{"integration"}} << eachNight()
            << QStringList{u"No look-up falls into the lock any more."_s,
                   u"Row 3, 10:35 in Vietnam, is out of date instead of during the lock."_s,
                   u"Row 4, 10:37 in Vietnam, is out of date instead of during the lock."_s,
                   u"Row 8, 23:44 in Washington, is up to date instead of during the lock."_s,
                   u"Backups start at 02:57 in Washington instead of 23:30."_s, u"Integration is not left out."_s,
                   u"Mirror backups lock the mirror from 19:57 UTC."_s, u"Backups lock only the master instead of every table."_s};
        QTest::newRow("a longer lock") << Edits{} << Edits{MoveWindow{"backups", {}, minutes{30}}}
            << QStringList{u"The lock also catches the 11:35 balance check."_s, u"Row 13, 11:35 in Vietnam, is during the lock instead of up to date."_s,
                   u"Backups end 30 minutes later."_s};
    }
    void aPersonReadsWhatAWhatIfChanges()
    {
        QFETCH(Edits, was);
        QFETCH(Edits, now);
        QFETCH(QStringList, sentences);
        QCOMPARE(told(with(was), with(now)), sentences);
        for (const QString& sentence : std::as_const(sentences))
            QVERIFY2(sentence.split(u' ').size() <= 20, qPrintable(sentence));
    }

    void theFactsNameEachSide()
    {
        const TimelineView record = with({}), later = with(afterIntegration);
        const Comparison found = compared(record, later);
        QCOMPARE(found.movedRows, (std::vector<MovedRow>{{{2, 2}, minutes{29}}}));
        QCOMPARE(found.movedWindows, (std::vector<MovedWindow>{{"backups", {minutes{29}, minutes{29}}}}));
        QCOMPARE(found.outcomes.size(), std::size_t{4});
        QCOMPARE(found.outcomes[3].row, (RowPair{13, 13}));
        QCOMPARE(found.outcomes[3].was.outcome, Outcome::Fresh);
        QCOMPARE(found.outcomes[3].now.outcome, Outcome::Blocked);
        QCOMPARE(found.outcomes[3].now.window, WindowId{"backups"});
        QVERIFY(compared(later, later).isEmpty());
        QVERIFY(compared(record, record).isEmpty());
    }

    /// An added row has a number of its own in each what-if.
    void addedRowsAreMatchedByWhatTheyAre()
    {
        const AddEvent ring{"Client", "ring the bank", {5, minutes{1}}, Kind::Action, {}};
        const AddEvent look{"Client", "look again", {5, minutes{3}}, Kind::Read, {}};
        const AddEvent laterLook{"Client", "look again", {13, minutes{3}}, Kind::Read, {}};
        const TimelineView was = with({ring, look}), now = with({laterLook});
        const Comparison found = compared(was, now);
        QCOMPARE(found.leftOut, (std::vector<RowPair>{{16, 0}}));
        QVERIFY(found.takenIn.empty());
        QCOMPARE(found.movedRows, (std::vector<MovedRow>{{{17, 16}, minutes{56}}}));
        QCOMPARE(found.outcomes.size(), std::size_t{1});
        QCOMPARE(found.outcomes[0].row, (RowPair{17, 16}));
        QCOMPARE(sameRows({&was, &now, &was}).back(), (SameRow{17, 16, 17}));
    }

    void theTableHasALineForEachLookUp()
    {
        const TimelineView record = with({}), master = with({onlyMaster}), later = with(afterIntegration);
        const auto table = lookUpTable({&record, &master, &later});
        QCOMPARE(table.size(), std::size_t{4});
        QCOMPARE(outcomesIn(table[0]), u"blocked, stale, stale"_s);
        QCOMPARE(outcomesIn(table[1]), u"blocked, stale, stale"_s);
        QCOMPARE(outcomesIn(table[2]), u"blocked, blocked, fresh"_s);
        QCOMPARE(outcomesIn(table[3]), u"fresh, fresh, blocked"_s);
        QVERIFY(!lookUpTable({&record, &master}).back().differs);
        QVERIFY(table.back().differs);
        QCOMPARE(table.back().ids, (SameRow{13, 13, 13}));
    }
};

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
