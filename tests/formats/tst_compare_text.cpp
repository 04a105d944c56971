#include "formats/compare_text.h"
#include "support/bank_timeline.h"
#include "support/bank_what_ifs.h"
#include <QTest>

using namespace lockstep;
using namespace lockstep::test;

class TestCompareText : public QObject {
    Q_OBJECT
private slots:
    void aPostmortemGetsTheSentencesAndTheTable()
    {
        const Timeline bank = bankTimeline(true);
        const TimelineView record = applied(bank, {}), master = applied(bank, {"m", {}, {onlyMaster}});
        const SideBySide sides{{"Lock *only* the master | mirror", &master}, {{"As recorded", &record}}};
        const QString text = QString::fromStdString(compareMarkdown(sides));
        const qsizetype figures = text.indexOf(QStringLiteral("\n| Figure |"));
        QCOMPARE(text.left(figures),
            QStringLiteral("**Lock \\*only\\* the master \\| mirror**, compared with **As recorded**:\n\n"
                           "- Locking only the master lets the client look, but at old balances.\n"
                           "- The bank is still locked out.\n"
                           "- Row 3, 10:35 in Vietnam, is out of date instead of during the lock.\n"
                           "- Row 4, 10:37 in Vietnam, is out of date instead of during the lock.\n"
                           "- Backups lock only the master instead of every table.\n\n"
                           "| Look-up | As recorded | Lock \\*only\\* the master \\| mirror |\n| --- | --- | --- |\n"
                           "| Row 3, 10:35 in Vietnam | **during the lock** | out of date |\n"
                           "| Row 4, 10:37 in Vietnam | **during the lock** | out of date |\n"
                           "| Row 8, 23:44 in Washington | during the lock | during the lock |\n"
                           "| Row 13, 11:35 in Vietnam | up to date | up to date |\n"));
        QVERIFY2(text.mid(figures).startsWith(QStringLiteral("\n| Figure | As recorded | Lock \\*only\\* the master \\| mirror |\n| --- | --- | --- |\n")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("| Lock length | 60 to 65 min | 60 to 65 min |\n")), qPrintable(text));
    }

    void threeStandBesideTheRecord()
    {
        const Timeline bank = bankTimeline(true);
        const TimelineView record = applied(bank, {}), master = applied(bank, {"m", {}, {onlyMaster}});
        const TimelineView added = applied(bank, {"a", {}, {AddEvent{"Client", "look again", {13, Millis{0}}, Kind::Read, {}}}});
        const QString text = QString::fromStdString(compareText({{"Added\x1b[31m", &added}, {{"As recorded", &record}, {"Master", &master}}}));
        QVERIFY(!text.contains(QChar(0x1b)));
        QVERIFY2(text.contains(QStringLiteral("Row 16, 11:35 in Vietnam\n  As recorded: not there\n  Master: not there\n")), qPrintable(text));
        QCOMPARE(text.count(QStringLiteral(", compared with ")), 2);
    }
};

QTEST_GUILESS_MAIN(TestCompareText)
#include "tst_compare_text.moc"
