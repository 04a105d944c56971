#include "core/finding_words.h"
#include "core/ribbon.h"
#include "support/bank_timeline.h"
#include <QTest>

using namespace lockstep;
using std::chrono::minutes;

namespace {

/// The bank with a lock of a certain length over every resource.
Timeline bankLockedFor(int length, bool dated = true)
{
    Timeline bank = dated ? bankTimeline(true) : undatedBankTimeline(true);
    Window& lock = bank.windows.front();
    lock.end = Bound::certain(lock.begin.earliest + minutes{length});
    return bank;
}

Ribbon ribbonIn(const Timeline& timeline, const Scenario& scenario = {}, const WindowId& id = "backups")
{
    const TimelineView view = applied(timeline, scenario);
    return ribbonOf(view, *windowIn(view, id), slideOf(view, scenario, id).value());
}

/// "..-24 15..36 66..": the whole minutes of shift that touch nothing, from -120 to 200.
QString minutesOf(const Ribbon& ribbon)
{
    QStringList parts;
    constexpr int least = -120, most = 200;
    for (int from = least; from <= most; ++from) {
        if (!ribbon.isFree(minutes{from}))
            continue;
        int to = from;
        while (to < most && ribbon.isFree(minutes{to + 1}))
            ++to;
        parts << (from == least ? QString{} : QString::number(from)) + QStringLiteral("..") + (to == most ? QString{} : QString::number(to));
        from = to;
    }
    return parts.join(QLatin1Char(' '));
}

Event& row(Timeline& timeline, EventId id)
{
    return timeline.events.open()[static_cast<std::size_t>(id) - 1];
}

} // namespace

class TestRibbon : public QObject {
    Q_OBJECT
private slots:
    /// Look-ups lie 5, 7, 14 and 65 minutes after the record's lock begins.
    void aLockLandsWhereItTouchesNoLookUp_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("free");
        QTest::newRow("29 minutes") << 29 << "..-24 15..36 66..";
        QTest::newRow("60 minutes") << 60 << "..-55 66..";
        QTest::newRow("65 minutes") << 65 << "..-60 66..";
        QTest::newRow("2 minutes") << 2 << "..3 8..12 15..63 66..";
        QTest::newRow("1 minute") << 1 << "..4 6..6 8..13 15..64 66..";
        QTest::newRow("no length at all") << 0 << "..";
    }
    void aLockLandsWhereItTouchesNoLookUp()
    {
        QFETCH(int, length);
        QTEST(minutesOf(ribbonIn(bankLockedFor(length))), "free");
        QTEST(minutesOf(ribbonIn(bankLockedFor(length, false))), "free");
    }

    void itMayEndAtALookUpButNotBeginAtOne()
    {
        const Ribbon ribbon = ribbonIn(bankLockedFor(29));
        QCOMPARE(ribbon.clearances.size(), std::size_t{3});
        QCOMPARE(ribbon.clearances[0], (Clearance{.after = {}, .upTo = minutes{-24}}));
        QCOMPARE(ribbon.clearances[1], (Clearance{.after = minutes{14}, .upTo = minutes{36}}));
        QCOMPARE(ribbon.clearances[2], (Clearance{.after = minutes{65}, .upTo = {}}));
        QVERIFY(!ribbon.isFree(minutes{14}));
        QVERIFY(ribbon.isFree(Millis{minutes{14}} + Millis{1}));
        QVERIFY(!ribbon.isFree(Millis{minutes{36}} + Millis{1}));
    }

    void uncertainBoundsCountFully()
    {
        QCOMPARE(minutesOf(ribbonIn(bankTimeline(true))), QStringLiteral("..-60 66.."));
        Timeline bank = bankLockedFor(60);
        bank.windows[0].begin.earliest -= minutes{5};
        QCOMPARE(minutesOf(ribbonIn(bank)), QStringLiteral("..-55 71.."));
    }

    /// Row 8 reads the master 14 minutes after the begin, rows 3, 4 and 13 the mirror.
    void onlyLookUpsOfWhatItConcernsCount_data()
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<QString>("free");
        QTest::newRow("master") << "master" << "..-15 15..";
        QTest::newRow("mirror") << "mirror" << "..-24 8..36 66..";
        QTest::newRow("a copy nobody reads") << "archive" << "..";
    }
    void onlyLookUpsOfWhatItConcernsCount()
    {
        QFETCH(QString, scope);
        const Timeline bank = bankLockedFor(29);
        QTEST(minutesOf(ribbonIn(bank, {.name = {}, .note = {}, .edits = {SetScope{"backups", Scope::of({scope.toStdString()})}}})), "free");
    }

    void aLookUpOfNoNamedCopyMayReadAny()
    {
        Timeline bank = bankLockedFor(29);
        bank.lanes[0].reads.clear();
        bank.windows[0].scope = Scope::of({"archive"});
        QCOMPARE(minutesOf(ribbonIn(bank)), QStringLiteral("..-15 15.."));
    }

    void droppedAndMovedLookUpsCountWhereTheyAreNow()
    {
        const Scenario scenario{.name = {}, .note = {}, .edits = {DropEvent{13}, MoveEvent{8, minutes{-14}}}};
        QCOMPARE(minutesOf(ribbonIn(bankLockedFor(29), scenario)), QStringLiteral("..-29 8.."));
    }

    /// Without row 3 there is no row 4, and no row 8 either.
    void whatWouldNotHaveHappenedIsNotTouched()
    {
        const Scenario scenario{.name = {}, .note = {}, .edits = {DropEvent{3}}};
        QCOMPARE(minutesOf(ribbonIn(bankLockedFor(29), scenario)), QStringLiteral("..36 66.."));
    }

    void shiftsCountFromWhereTheWindowLiesNow()
    {
        const Scenario scenario{.name = {}, .note = {}, .edits = {MoveWindow{"backups", minutes{20}, minutes{20}}}};
        QCOMPARE(minutesOf(ribbonIn(bankLockedFor(29), scenario)), QStringLiteral("..-44 -5..16 46.."));
    }

    void aLookUpThatGoesAlongKeepsItsPlace()
    {
        Timeline bank = bankLockedFor(29);
        row(bank, 2).kind = Kind::Read;
        QCOMPARE(minutesOf(ribbonIn(bank)), QString{}); // the lock begins with it, wherever that is
        bank.windows[0].begin = Bound::certain(bank.event(2).at + minutes{1});
        bank.windows[0].begin.tiedTo = 2;
        QCOMPARE(minutesOf(ribbonIn(bank)), QStringLiteral("..-24 14..36 65.."));
    }

    void aLookUpOnAClockWithoutAZoneIsNamedAndNotCounted()
    {
        Timeline bank = bankLockedFor(29);
        row(bank, 8).zoneName = {};
        const Ribbon ribbon = ribbonIn(bank);
        QCOMPARE(ribbon.unsure, std::vector<EventId>{8});
        QCOMPARE(minutesOf(ribbon), QStringLiteral("..-24 8..36 66.."));
    }

    void aLookUpByALikeliestOffsetIsNamedAndCountedWhereItIsDrawn()
    {
        Timeline bank = bankLockedFor(29, false);
        for (const EventId id : {3, 4, 13})
            row(bank, id).offsetKnown = false;
        const Ribbon ribbon = ribbonIn(bank);
        QCOMPARE(ribbon.unsure, (std::vector<EventId>{3, 4, 13}));
        QCOMPARE(minutesOf(ribbon), QStringLiteral("..-24 15..36 66.."));
        for (Event& event : bank.events.open())
            event.offsetKnown = false; // rows on the window's own clock lie where they lie beside it
        QCOMPARE(ribbonIn(bank).unsure, (std::vector<EventId>{3, 4, 13}));
    }
};

QTEST_GUILESS_MAIN(TestRibbon)
#include "tst_ribbon.moc"
