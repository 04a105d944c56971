#include "core/finding.h"
#include "core/resolve.h"
#include "support/bank_timeline.h"
#include "support/bank_what_ifs.h"
#include "support/draft_rows.h"
#include "support/seed_draft.h"
#include <QTest>
#include <array>

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

QStringList linesOf(const Timeline& timeline, const Resolved& resolved)
{
    QStringList lines;
    for (const std::string& line : footnotes(applied(timeline, {}), {}, {}, resolved))
        lines << text(line);
    return lines;
}

} // namespace

class TestFootnotes : public QObject {
    Q_OBJECT
private slots:
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
        QTest::newRow("rows that would not have happened") << Edits{atEleven, onlyMaster} << u"Would not have happened: rows 4 to 11, 14 and 15."_s;
        QTest::newRow("an effect before its cause") << Edits{MoveEvent{6, -minutes{4}}} << u"Row 6 now lies 3 min before row 5, which triggers it."_s;
    }
    void everyKindOfMoveIsNamed()
    {
        QFETCH(Edits, edits);
        QFETCH(QString, expected);
        const QString all = footnoteLines(undatedBankTimeline(true), edits).join(u' ');
        QVERIFY2(all.contains(expected), qPrintable(all));
    }

    void noSentenceHasTwoStops()
    {
        // On 9 March 2019 no reading of Washington puts the seed's rows in order.
        const Reading ninthOfMarch{byPerson(SetDate{date::year{2019} / 3 / 9})};
        const Resolved seed = resolve(seedDraft(), ninthOfMarch);
        const std::vector<std::string> lines = footnotes(applied(seed.timeline, {}), {}, ninthOfMarch, seed);
        QCOMPARE(text(lines[0]), u"† The date of row 1, Sat 9 Mar 2019, was set by hand. Washington is read as Washington, D.C. On that date no reading puts all rows in order; "
                                 "this one leaves the fewest backwards."_s);
    }

    void aCorrectedClockIsToldOnce()
    {
        const Reading corrected{{SetClock{3, Clock{10, 36}, {}}, By::Person, "10:35"}};
        const Resolved seed = resolve(seedDraft(), corrected);
        QCOMPARE(seed.timeline.event(3).notes, (std::vector<std::string>{"The clock is corrected to 10:36; the document says \"10:35 horas\"."}));
        QString all;
        for (const std::string& line : footnotes(applied(seed.timeline, {}), {}, corrected, seed))
            all += text(line) + u' ';
        QCOMPARE(all.count(u"10:36"_s), 1);
        QVERIFY2(all.contains(u"The clock of row 3 was corrected from 10:35 to 10:36."_s), qPrintable(all));
    }

    void aNoteAboutARowNamesIt()
    {
        Timeline bank = undatedBankTimeline(false);
        bank.events.open()[4].notes = {"Its date repeats the row above."};
        QVERIFY(footnoteLines(bank).join(u' ').contains(u"Row 5: its date repeats the row above."_s));
    }

    void alikeNotesAreToldOnce_data()
    {
        QTest::addColumn<QStringList>("notes"); // of rows 3, 4, 5 and 7
        QTest::addColumn<QString>("expected");
        const QString repeats = u"Its date repeats the row above, but the clock steps back; read as the day after."_s;
        QTest::newRow("one date") << QStringList{repeats} << u"Row 3 repeats the date above, but the clock steps back; read as the day after."_s;
        QTest::newRow("three dates") << QStringList{repeats, repeats, repeats} << u"Rows 3 to 5 repeat the date above, but the clock steps back; read as the day after."_s;
        QTest::newRow("clocks of another zone") << QStringList{u"This row is in EDT ('4:00 PM EDT'); its clock is shown in CAT."_s, u"This row is in EDT ('5 PM'); its clock is shown in CAT."_s}
                                                << u"Rows 3 and 4 are in EDT; their clocks are shown in CAT."_s;
        QTest::newRow("one clock of another zone") << QStringList{u"This row is in EDT ('4:00 PM EDT'); its clock is shown in CAT."_s}
                                                   << u"Row 3 is in EDT (“4:00 PM EDT”); its clock is shown in CAT."_s;
        QTest::newRow("misprinted years") << QStringList{u"'20202-01-16' is read as 16 January 2020."_s, u"'20202-01-17' is read as 17 January 2020."_s, {},
                                                         u"'20202-02-20' is read as 20 February 2020."_s}
                                          << u"“20202-01-16” is read as 16 January 2020. Likewise rows 4 and 7."_s;
        QTest::newRow("another note") << QStringList{u"There is no 02:30 that day."_s, u"There is no 02:45 that day."_s}
                                      << u"Row 3: there is no 02:30 that day. Likewise row 4."_s;
    }
    void alikeNotesAreToldOnce()
    {
        QFETCH(QStringList, notes);
        QFETCH(QString, expected);
        Timeline bank = undatedBankTimeline(false);
        constexpr std::array<std::size_t, 4> rows{2, 3, 4, 6};
        for (qsizetype i = 0; i < notes.size(); ++i)
            if (!notes[i].isEmpty())
                bank.events.open()[rows.at(static_cast<std::size_t>(i))].notes = {notes[i].toStdString()};
        const QString all = footnoteLines(bank).join(u' ');
        QVERIFY2(all.contains(expected), qPrintable(all));
    }

    void whatTheDocumentContradictsComesFirst()
    {
        const Timeline bank = undatedBankTimeline(false);
        Resolved resolved = resolvedFrom(bank);
        resolved.reversed = {{5, 6, hours{5} + minutes{45}}};
        resolved.problems = {{Severity::Warning, 19, 0, "Row 6 lies 5 h 45 min before row 5.", "Drawn as stated."},
            {Severity::Warning, 9, 0, "\"PST\" says UTC−8, but on 29 April 2022 America/Los_Angeles was on UTC−7.", "Read as local time there (UTC−7)."},
            {Severity::Warning, 30, 0, "25:61 is no time of day.", "The row is not on the chart. Write it as 23:59."},
            {Severity::Note, 28, 0, "'20:00 pm' is read as 20:00.", {}}};
        const QStringList lines = linesOf(bank, resolved);
        QCOMPARE(lines.size(), 4);
        QVERIFY2(lines[1].startsWith(u"Row 6 lies 5 h 45 min before row 5; drawn as stated. “PST” says UTC−8, but on 29 April 2022 America/Los_Angeles was on "
                                     "UTC−7. Read as local time there (UTC−7)."_s), qPrintable(lines[1]));
        const QString all = lines.join(u' ');
        QVERIFY2(all.contains(u"Line 30: 25:61 is no time of day. The row is not on the chart."_s), qPrintable(all));
        QVERIFY(!all.contains(u"Write it"_s));
        QCOMPARE(all.count(u"before row 5"_s), 1);
        QVERIFY(all.count(u"20:00 pm"_s) <= 1);
    }

    void manyReversedRowsAreOneSentence()
    {
        const Timeline bank = undatedBankTimeline(false);
        Resolved resolved = resolvedFrom(bank);
        for (int row = 2; row <= 15; row += 2)
            resolved.reversed.push_back({row - 1, row, minutes{1}});
        resolved.reversed.push_back({14, 15, minutes{1}});
        const QString all = linesOf(bank, resolved).join(u' ');
        QVERIFY2(all.contains(u"Rows 2, 4, 6, 8, 10, 12 and 2 more lie before the row above; drawn as stated."_s), qPrintable(all));
    }

    void aDateWithoutAYearIsQuoted()
    {
        const Timeline bank = undatedBankTimeline(false);
        Resolved resolved = resolvedFrom(bank);
        resolved.yearlessDate = "April 17th";
        resolved.problems = {{Severity::Note, 3, 0, "'April 17th' has no year, so it sets no date.", {}}};
        const QString all = linesOf(bank, resolved).join(u' ');
        QVERIFY2(all.startsWith(u"† The document gives no year; “April 17th” alone sets no date."_s), qPrintable(all));
        QVERIFY(!all.contains(u"The document has no date"_s));
        QCOMPARE(all.count(u"April 17th"_s), 1);
    }

    void whatIsNotKnownOfAZoneIsSaid()
    {
        Timeline bank = undatedBankTimeline(false);
        bank.lanes[0].zoneInferred = bank.lanes[0].offsetKnown = false;
        QVERIFY(footnoteLines(bank).join(u' ').contains(u"The offset of Washington is not known; it is drawn as UTC−4."_s));
        for (Lane& lane : bank.lanes)
            lane.zoneName.clear();
        QVERIFY(footnoteLines(bank).join(u' ').contains(u"The document gives no time zone; its clocks stand as written."_s));
        Timeline half = undatedBankTimeline(false);
        half.lanes[1].zoneName.clear();
        QVERIFY(footnoteLines(half).join(u' ').contains(u"No time zone is known for Client; clocks there stand as written."_s));
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
        QVERIFY(moved.join(u' ').contains(u"The lock and the integration were set by hand."_s));
        QCOMPARE(moved.join(u' ').count(u"The bank reads the master"_s), 1);
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
        for (Event& event : bank.events.open())
            event.notes = {"Row " + std::to_string(event.id) + " has a clock that was read with care " + std::string(static_cast<std::size_t>(event.id), 'o') + " and a long explanation."};
        const QStringList lines = footnoteLines(bank);
        QVERIFY(lines.size() <= 4);
        for (const QString& line : lines)
            QVERIFY2(line.size() <= 195, qPrintable(line));
        QVERIFY(lines.join(u' ').contains(u"more notes in the program."_s));
    }
};

QTEST_GUILESS_MAIN(TestFootnotes)
#include "tst_footnotes.moc"
