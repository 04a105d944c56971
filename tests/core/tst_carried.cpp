#include "core/carried.h"
#include "core/rebased.h"
#include "core/resolve.h"
#include "support/bank_reading.h"
#include "support/bank_what_ifs.h"
#include "support/draft_rows.h"
#include "support/seed_draft.h"
#include <QTest>

using namespace lockstep;
using namespace lockstep::test;
using namespace Qt::StringLiterals;
using std::chrono::minutes;

namespace {

/// The bank incident with the record's curated reading and the what-ifs of the table that need no second window.
Incident bank()
{
    return {seedDraft(), bankReading(),
        {{"Lock only the master", "The document's own remedy.", {onlyMaster}},
            {"Back up after the integration", {}, {MoveEvent{2, minutes{29}}}}}};
}

DraftEvent rowLike(const DraftEvent& other, std::string text, Clock clock, std::string written)
{
    DraftEvent row = other;
    row.text = std::move(text);
    row.clock = clock;
    row.written = std::move(written);
    return row;
}

/// What each look-up meets, as product.md's table writes it: "3 blocked, 4 blocked".
QString outcomes(const Incident& incident, std::size_t scenario)
{
    const Timeline record = resolve(incident.draft, incident.reading).timeline;
    const TimelineView view = applied(record, scenario == 0 ? Scenario{} : incident.scenarios[scenario - 1]);
    QStringList all;
    for (EventId id = 1; id <= view.eventCount(); ++id)
        if (const auto name = outcomeName(view.outcome(id).outcome); !name.empty())
            all << QString::number(id) + u' ' + QString::fromStdString(std::string{name});
    return all.join(u", ");
}

QStringList shown(const std::vector<std::string>& sentences)
{
    QStringList all;
    for (const std::string& sentence : sentences)
        all << QString::fromStdString(sentence);
    return all;
}

std::vector<EventId> mapped(const RowMap& rows, EventId last)
{
    std::vector<EventId> all;
    for (EventId id = 1; id <= last; ++id)
        all.push_back(rows(id));
    return all;
}

} // namespace

class TestCarried : public QObject {
    Q_OBJECT
private slots:
    void theSameRowsKeepEverything()
    {
        const Incident before = bank();
        const Carried carried = carriedOver(before, seedDraft());
        QVERIFY(carried.incident == before);
        QCOMPARE(shown(carried.lost), QStringList{});
    }

    void rowsOfTheSameBytesAreTheSameWhereTheyStand()
    {
        Incident before = bank();
        before.draft.sourceHash = "sha256:00";
        Draft again = before.draft;
        for (DraftEvent& row : again.events.open())
            row.text = row.written = "of another column";
        QCOMPARE(shown(carriedOver(before, again).lost), QStringList{});
        again.events.open().erase(again.events.open().begin()); // by another column its first row has no clock
        const Carried carried = carriedOver(before, again);
        QCOMPARE(carried.rows(1), 0);
        QCOMPARE(carried.rows(2), 1);
    }

    void aRowInsertedBeforeMovesTheNumbers()
    {
        Draft again = seedDraft();
        again.events.open().insert(again.events.open().begin(), rowLike(again.events[0], "The night shift begins", {.hour = 23, .minute = 10}, "23:10 horas"));
        const Carried carried = carriedOver(bank(), again);
        QCOMPARE(shown(carried.lost), QStringList{});
        QCOMPARE(carried.incident.scenarios[1].edits, (std::vector<Edit>{MoveEvent{3, minutes{29}}}));
        QCOMPARE(outcomes(carried.incident, 0), u"4 blocked, 5 blocked, 9 blocked, 14 fresh"_s);
        QCOMPARE(outcomes(carried.incident, 1), u"4 stale, 5 stale, 9 blocked, 14 fresh"_s);
        QCOMPARE(outcomes(carried.incident, 2), u"4 stale, 5 stale, 9 fresh, 14 blocked"_s);
        QCOMPARE(carried.incident.scenarios[0].note, std::string{"The document's own remedy."});
    }

    void aRowThatIsGoneTakesItsDecisionsAlongAndIsNamed()
    {
        Incident before = bank();
        before.reading.push_back(byPerson(SetClock{8, {.hour = 23, .minute = 45}, {}}));
        before.reading.push_back(byPerson(SetKind{7, Kind::Read}));
        before.reading.push_back(byPerson(SetLink{{7, 8, LinkKind::Triggers, false}}));
        before.reading.push_back(byPerson(SetLink{{8, 9, LinkKind::Triggers, false}}));
        before.scenarios[0].edits.push_back(MoveEvent{8, minutes{29}});
        before.scenarios[1].edits.push_back(DropEvent{8});
        before.scenarios[1].edits.push_back(MoveEvent{9, minutes{1}});
        Draft again = seedDraft();
        again.events.open().erase(again.events.open().begin() + 7);
        const Carried carried = carriedOver(before, again);
        QCOMPARE(shown(carried.lost),
            (QStringList{u"The old row 8 is gone, and its corrected clock with it."_s, u"The old row 8 is gone, and its link with row 7 with it."_s,
                u"The old row 8 is gone, and its link with row 9 with it."_s,
                u"In 'Lock only the master', the old row 8 is gone, and its move by +29 min with it."_s,
                u"In 'Back up after the integration', the old row 8, left out here, is gone from the document itself."_s}));
        QCOMPARE(carried.incident.scenarios[1].edits, (std::vector<Edit>{MoveEvent{2, minutes{29}}, MoveEvent{8, minutes{1}}}));
        QCOMPARE(carried.incident.reading.back().change, (Change{SetKind{7, Kind::Read}}));
        QCOMPARE(outcomes(carried.incident, 2), u"3 stale, 4 stale, 7 stale, 12 blocked"_s);
    }

    /// The lock's latest end went by row 13 and is told by its time from now on.
    void aBoundThatWentByAGoneRowKeepsItsTime()
    {
        const Incident before = bank();
        Draft again = seedDraft();
        again.events.open().erase(again.events.open().begin() + 12);
        const Carried carried = carriedOver(before, again);
        QCOMPARE(shown(carried.lost), (QStringList{u"The end of 'Backups' went by old row 13, which is gone; its time is kept."_s,
                                          u"The old row 13 is gone, and the moment 'recovered' with it."_s}));
        const auto locks = [](const Incident& incident) { return resolve(incident.draft, incident.reading).timeline.windows[0]; };
        QVERIFY(locks(carried.incident).end.latest == locks(before).end.latest);
        QCOMPARE(outcomes(carried.incident, 0), u"3 blocked, 4 blocked, 8 blocked"_s);
    }

    void aTieToAGoneRowIsLoosed()
    {
        Draft again = seedDraft();
        again.events.open().erase(again.events.open().begin() + 1);
        const Carried carried = carriedOver(bank(), again);
        QCOMPARE(shown(carried.lost),
            (QStringList{u"The begin of 'Backups' went by old row 2, which is gone; its time is kept."_s,
                u"The end of 'Backups' went by old row 2, which is gone; its time is kept."_s,
                u"In 'Back up after the integration', the old row 2 is gone, and its move by +29 min with it."_s}));
        const std::vector<Window> windows = resolve(carried.incident.draft, carried.incident.reading).timeline.windows;
        const auto lock = std::ranges::find(windows, "backups", &Window::id);
        QVERIFY(lock != windows.end() && !lock->begin.tiedTo);
        QCOMPARE(outcomes(carried.incident, 1), u"2 stale, 3 stale, 7 blocked, 12 fresh"_s);
    }

    void aClockCorrectedInTheDocumentKeepsTheDistances()
    {
        Draft again = seedDraft();
        again.events.open()[1].clock = Clock{.hour = 23, .minute = 33};
        again.events.open()[1].written = "23:33 horas";
        const Incident before = bank();
        const Carried carried = carriedOver(before, again);
        QCOMPARE(shown(carried.lost), QStringList{});
        QCOMPARE(carried.incident.scenarios, before.scenarios);
        const Timeline record = resolve(carried.incident.draft, carried.incident.reading).timeline;
        const TimelineView later = applied(record, carried.incident.scenarios[1]);
        QVERIFY(later.at(2) - record.event(2).at == minutes{29});
        QVERIFY(later.windows()[0].begin.earliest == record.event(2).at + minutes{29});
    }

    void aCorrectionTheDocumentNowMakesItselfIsTakenAway()
    {
        Incident before = bank();
        before.reading.push_back(byPerson(SetClock{3, {.hour = 10, .minute = 36}, {}}));
        Draft again = seedDraft();
        again.events.open()[2].clock = Clock{.hour = 10, .minute = 36};
        again.events.open()[2].written = "10:36 horas";
        const Carried carried = carriedOver(before, again);
        QCOMPARE(shown(carried.lost), QStringList{u"Row 3 now says 10:36 itself; its correction was taken away."_s});
        QCOMPARE(carried.incident.reading, bankReading());
    }

    void anEditedTextIsTheSameRow_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("words changed") << QByteArray{"Consult the platform: it allows no access to any information."} << QByteArray{"23:44 horas"} << true;
        QTest::newRow("words added, and the clock") << QByteArray{"Consult the platform: It does not allow access to customer information at all."} << QByteArray{"23:45 horas"} << true;
        QTest::newRow("another thing at that clock") << QByteArray{"The coffee machine breaks."} << QByteArray{"23:44 horas"} << false;
    }
    void anEditedTextIsTheSameRow()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, written);
        QFETCH(bool, isSame);
        Draft again = seedDraft();
        again.events.open()[7].text = text.toStdString();
        again.events.open()[7].written = written.toStdString();
        const RowMap rows = RowMap::between(seedDraft(), again);
        QCOMPARE(rows(8), isSame ? 8 : 0);
        QCOMPARE(rows(9), 9);
    }

    void equalRowsAreMatchedByTheirNeighbours()
    {
        const auto day = [](std::initializer_list<const char*> texts) {
            Draft draft = draftOf(std::vector<DraftRow>(texts.size(), DraftRow{10, 0}));
            std::size_t i = 0;
            for (const char* text : texts)
                draft.events.open()[i++].text = text;
            return draft;
        };
        const Draft before = day({"retry", "page the bank", "retry", "all is well", "retry"});
        QCOMPARE(mapped(RowMap::between(before, day({"page the bank", "retry", "all is well", "retry"})), 5), (std::vector<EventId>{0, 1, 2, 3, 4}));
        QCOMPARE(mapped(RowMap::between(before, day({"retry", "page the bank", "all is well", "retry"})), 5), (std::vector<EventId>{1, 2, 0, 3, 4}));
        QCOMPARE(mapped(RowMap::between(before, day({"all is well", "page the bank"})), 5), (std::vector<EventId>{0, 2, 0, 1, 0}));
        QCOMPARE(mapped(RowMap::same(3), 4), (std::vector<EventId>{1, 2, 3, 4}));
    }

    void eventsAWhatIfAddsFollowTheLastRow()
    {
        Incident before = bank();
        before.scenarios[0].edits = {AddEvent{"Client", "ring the bank", {8, minutes{1}}, Kind::Action, {}}, MoveEvent{16, minutes{2}}};
        Draft again = seedDraft();
        again.events.open().erase(again.events.open().begin() + 7);
        const Carried carried = carriedOver(before, again);
        const auto& edits = carried.incident.scenarios[0].edits;
        QCOMPARE(std::get<MoveEvent>(edits[1]).event, 15);
        // 23:45 in Washington, now told from row 9 (10:45 in Vietnam), its nearest neighbour in time.
        QCOMPARE(std::get<AddEvent>(edits[0]).at, (Point{8, minutes{0}}));
        QCOMPARE(shown(carried.lost), QStringList{});
    }

    void whatNamesALaneThatIsGoneIsKeptAndSaid()
    {
        Incident before = bank();
        before.scenarios[0].edits = {bankReadsMirror};
        Draft again = seedDraft();
        for (DraftEvent& row : again.events.open())
            if (row.role == "Bank")
                row.role = "The office";
        const Carried carried = carriedOver(before, again);
        QCOMPARE(carried.incident.scenarios[0].edits, std::vector<Edit>{Edit{bankReadsMirror}});
        QCOMPARE(shown(carried.lost), (QStringList{u"No row is in the lane Bank any more; what was said of it is kept and changes nothing."_s,
                                          u"In 'Lock only the master': The timeline has no lane 'Bank'. This edit is kept and changes nothing."_s,
                                          u"In 'Lock only the master': Integration concerns only some copies, and The office has no copy it reads. "
                                          "Say which copy each lane reads, such as the master or the mirror."_s,
                                          u"In 'Back up after the integration': Integration concerns only some copies, and The office has no copy it reads. "
                                          "Say which copy each lane reads, such as the master or the mirror."_s}));
    }

    void aCorrectedClockSaysWhatItDidToEachWhatIf()
    {
        const Incident incident = bank();
        const Timeline was = resolve(incident.draft, incident.reading).timeline;
        const auto said = [&](const Change& change) {
            Reading reading = incident.reading;
            reading.push_back(byPerson(change));
            const Timeline now = resolve(incident.draft, reading).timeline;
            return shown(rebasedSentences({was, incident.scenarios}, {now, incident.scenarios}, RowMap::same(15)));
        };
        // By hand: at 12:00 in Vietnam row 13 lies at 05:00Z. Moved by 29 min the lock ends between 04:59Z and 05:29Z.
        QCOMPARE(said(SetClock{13, {.hour = 12, .minute = 0}, {}}), QStringList{u"In 'Back up after the integration', row 13 is now possibly during the lock."_s});
        QCOMPARE(said(SetClock{3, {.hour = 10, .minute = 29}, {}}),
            (QStringList{u"As recorded, row 3 is now unclear."_s, u"In 'Lock only the master', row 3 is now unclear."_s,
                u"In 'Back up after the integration', row 3 is now unclear."_s}));
        QCOMPARE(said(SetClock{12, {.hour = 23, .minute = 36}, {}}),
            (QStringList{u"In 'Lock only the master', row 4 is now up to date."_s, u"In 'Back up after the integration', row 4 is now up to date."_s}));
        QCOMPARE(said(SetLane{5, "Bank"}), QStringList{});
    }
};

QTEST_GUILESS_MAIN(TestCarried)
#include "tst_carried.moc"
