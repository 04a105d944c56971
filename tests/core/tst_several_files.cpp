#include "core/added_file.h"
#include "core/comparable.h"
#include "core/file_summary.h"
#include "core/finding.h"
#include "core/footnote_parts.h"
#include "core/scenario.h"
#include "support/draft_rows.h"
#include <QTest>
#include <algorithm>

using namespace lockstep;
using namespace lockstep::test;
using namespace date::literals;

namespace {

Draft named(Draft draft, std::string name)
{
    draft.sourceHash = "sha256:" + name;
    draft.sourceName = std::move(name);
    return draft;
}

/// A log in UTC on 4 March 2024, 03:30 and 04:30.
Draft bankLog()
{
    return named(draftOf({DraftRow{3, 30}.zone("UTC").on(2024, 3, 4), DraftRow{4, 30}.zone("UTC").on(2024, 3, 4)}), "bank.log");
}

/// A chat with Vietnam clocks (UTC+7) the same day: 10:35 and 11:35 there are 03:35 and 04:35 UTC.
Draft chat()
{
    return named(draftOf({DraftRow{10, 35}.at("Vietnam").on(2024, 3, 4), DraftRow{11, 35}.at("Vietnam").on(2024, 3, 4)}), "chat.md");
}

Draft both(Draft one, Draft other)
{
    return withFile(incidentOf(std::move(one)), std::move(other)).draft;
}

std::vector<std::string> rolesOf(const Timeline& timeline)
{
    std::vector<std::string> roles;
    for (const Event& e : timeline.events)
        roles.push_back(timeline.lane(e.lane).role);
    return roles;
}

Reading readingOf(std::vector<Change> changes)
{
    Reading reading;
    for (Change& change : changes)
        reading.push_back(byPerson(std::move(change)));
    return reading;
}

bool says(const std::vector<Problem>& problems, const std::string& what)
{
    return std::ranges::any_of(problems, [&](const Problem& p) { return p.what == what; });
}

} // namespace

class TestSeveralFiles : public QObject {
    Q_OBJECT

private slots:
    void datedFilesShareOneAxis();
    void everyRowAndProblemNamesItsFile();
    void aZoneOfOneFileSaysNothingOfAnother();
    void anActorOfTwoFilesSharesALaneOnlyInOneStatedZone_data();
    void anActorOfTwoFilesSharesALaneOnlyInOneStatedZone();
    void aFastClockIsSetBackForItsFileAlone();
    void aCorrectedClockIsNotSetBackAgain();
    void anUndatedFileHasNoPlaceBesideADatedOne();
    void aDateOfItsOwnPlacesTheFile();
    void undatedFilesAreNotSetAgainstEachOther();
    void daysOfEachFileStartAnew();
    void whatWasDecidedOnTheFirstFileStays();
    void eventsThatAWhatIfAddsFollowTheLastRow();
    void filesOfOneNameAreToldApart();
    void theSummaryTellsWhatIsAdded();
    void theFootnoteNamesTheSources();
};

void TestSeveralFiles::datedFilesShareOneAxis()
{
    const Resolved r = resolve(both(bankLog(), chat()));
    QVERIFY(r.timeline.dated);
    QCOMPARE(joined(instantsOf(r.timeline)), std::string{"2024-03-04 03:30; 2024-03-04 04:30; 2024-03-04 03:35; 2024-03-04 04:35"});
    QCOMPARE(joined(rolesOf(r.timeline)), std::string{"bank.log; bank.log; chat.md; chat.md"});
    QVERIFY(areAllComparable(r.timeline));
    QVERIFY(r.reversed.empty()); // 03:35 after 04:30 is another file's
    QVERIFY(r.message.empty());
}

void TestSeveralFiles::everyRowAndProblemNamesItsFile()
{
    Draft other = chat();
    other.problems.push_back({Severity::Warning, 12, 0, "Line not understood.", {}});
    other.events.open()[1].doubts.push_back("'20:00 pm' is read as 20:00.");
    const Resolved r = resolve(both(bankLog(), other));
    QCOMPARE(r.timeline.sources.size(), std::size_t{2});
    QCOMPARE(r.timeline.sources[1].name, std::string{"chat.md"});
    QCOMPARE(r.timeline.sources[1].firstRow, 3);
    QCOMPARE(r.timeline.event(4).file, 1);
    QCOMPARE(r.timeline.event(4).line, 11);
    for (const Problem& problem : r.problems)
        QCOMPARE(problem.file, 1);
    QCOMPARE(r.problems.size(), std::size_t{2});
}

void TestSeveralFiles::aZoneOfOneFileSaysNothingOfAnother()
{
    const Draft noZone = named(draftOf({DraftRow{9, 0}.on(2024, 3, 4)}), "app.log");
    const Draft draft = both(bankLog(), noZone);
    const Resolved plain = resolve(draft);
    QCOMPARE(plain.timeline.event(3).zoneName, std::string{});
    QVERIFY(!areComparable(plain.timeline.event(1), plain.timeline.event(3)));
    QCOMPARE(plain.message, std::string{"No time zone in app.log. Its times are drawn as written until you choose one."});
    // Nor does a zone chosen for the first as a whole.
    const Resolved first = resolve(draft, readingOf({SetZone{{}, "Europe/Paris"}}));
    QCOMPARE(first.timeline.event(3).zoneName, std::string{});
    const Resolved second = resolve(draft, readingOf({SetZone{{}, "Europe/Paris", "app.log"}}));
    QCOMPARE(second.timeline.event(3).zoneName, std::string{"Europe/Paris"});
    QCOMPARE(second.timeline.event(1).zoneName, plain.timeline.event(1).zoneName);
    QCOMPARE(instantsOf(second.timeline).back(), std::string{"2024-03-04 08:00"}); // Paris is on UTC+1 in March
}

void TestSeveralFiles::anActorOfTwoFilesSharesALaneOnlyInOneStatedZone_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<bool>("isDated");
    QTest::addColumn<QString>("lane");
    QTest::newRow("the same place") << "Vietnam" << true << "Client";
    QTest::newRow("another place") << "Tokyo" << true << "Client (chat.md)";
    QTest::newRow("no place") << "" << true << "Client (chat.md)";
    QTest::newRow("no date") << "Vietnam" << false << "Client (chat.md)";
}

void TestSeveralFiles::anActorOfTwoFilesSharesALaneOnlyInOneStatedZone()
{
    QFETCH(QString, place);
    QFETCH(bool, isDated);
    QFETCH(QString, lane);
    DraftRow other = DraftRow{12, 0}.by("Client").at(place.toStdString());
    if (isDated)
        other.on(2024, 3, 4);
    const Draft one = named(draftOf({DraftRow{10, 0}.by("Client").at("Vietnam").on(2024, 3, 4), DraftRow{3, 5}.by("Bank").zone("UTC").on(2024, 3, 4)}), "log.md");
    const Resolved r = resolve(both(one, named(draftOf({other}), "chat.md")));
    QCOMPARE(joined(rolesOf(r.timeline)), "Client; Bank; " + lane.toStdString());
}

void TestSeveralFiles::aFastClockIsSetBackForItsFileAlone()
{
    const Resolved r = resolve(both(bankLog(), chat()), readingOf({SetClockAhead{"chat.md", std::chrono::seconds{40}}}));
    const Resolved plain = resolve(both(bankLog(), chat()));
    for (const EventId id : {1, 2})
        QVERIFY(r.timeline.event(id) == plain.timeline.event(id));
    for (const EventId id : {3, 4}) {
        QCOMPARE((plain.timeline.event(id).at - r.timeline.event(id).at).count(), 40'000);
        QCOMPARE((plain.timeline.event(id).local - r.timeline.event(id).local).count(), 40'000);
        QCOMPARE(joined(r.timeline.event(id).notes), std::string{"Its clock is set back by 40 s."});
    }
    const Resolved slow = resolve(both(bankLog(), chat()), readingOf({SetClockAhead{{}, std::chrono::minutes{-2}}}));
    QCOMPARE(instantsOf(slow.timeline).front(), std::string{"2024-03-04 03:32"});
    QCOMPARE(joined(slow.timeline.event(1).notes), std::string{"Its clock is set forward by 2 min."});
}

void TestSeveralFiles::aCorrectedClockIsNotSetBackAgain()
{
    const Resolved r = resolve(both(bankLog(), chat()),
        readingOf({SetClockAhead{"chat.md", std::chrono::minutes{1}}, SetClock{3, Clock{.hour = 10, .minute = 36}, {}}}));
    QCOMPARE(joined(instantsOf(r.timeline)), std::string{"2024-03-04 03:30; 2024-03-04 04:30; 2024-03-04 03:36; 2024-03-04 04:34"});
}

void TestSeveralFiles::anUndatedFileHasNoPlaceBesideADatedOne()
{
    const Draft undated = named(draftOf({DraftRow{10, 35}.at("Vietnam"), DraftRow{10, 40}.at("Vietnam")}), "chat.md");
    const Resolved r = resolve(both(bankLog(), undated));
    QCOMPARE(joined(instantsOf(r.timeline)), std::string{"2024-03-04 03:30; 2024-03-04 04:30; -; -"});
    QCOMPARE(r.message, std::string{"chat.md has no date. Its rows cannot be placed beside the others."});
    QVERIFY(says(r.problems, "chat.md has no date, so its 2 rows cannot be placed."));
    // The other way round the first file is the one without a place.
    const Resolved turned = resolve(both(undated, bankLog()));
    QCOMPARE(joined(instantsOf(turned.timeline)), std::string{"-; -; 2024-03-04 03:30; 2024-03-04 04:30"});
}

void TestSeveralFiles::aDateOfItsOwnPlacesTheFile()
{
    const Draft undated = named(draftOf({DraftRow{10, 35}.at("Vietnam"), DraftRow{10, 40}.at("Vietnam")}), "chat.md");
    const Resolved r = resolve(both(bankLog(), undated), readingOf({SetDate{2024_y / 3 / 4, "chat.md"}}));
    QCOMPARE(joined(instantsOf(r.timeline)), std::string{"2024-03-04 03:30; 2024-03-04 04:30; 2024-03-04 03:35; 2024-03-04 03:40"});
    QVERIFY(r.message.empty());
    QCOMPARE(joined(daySentences(r.timeline, readingOf({SetDate{2024_y / 3 / 4, "chat.md"}}), r)),
             std::string{"The date of row 3, Mon 4 Mar 2024, was set by hand."});
}

void TestSeveralFiles::undatedFilesAreNotSetAgainstEachOther()
{
    const Draft one = named(draftOf({DraftRow{3, 30}.zone("UTC"), DraftRow{4, 0}.zone("UTC")}), "bank.log");
    const Draft other = named(draftOf({DraftRow{10, 35}.at("Vietnam")}), "chat.md");
    const Resolved r = resolve(both(one, other));
    QVERIFY(!r.timeline.dated);
    QVERIFY(areComparable(r.timeline.event(1), r.timeline.event(2)));
    QVERIFY(!areComparable(r.timeline.event(1), r.timeline.event(3)));
    QVERIFY(!isAfter(r.timeline.event(3), r.timeline.event(1)));
    QCOMPARE(r.message, std::string{"No date in these files: only the order within each file is known."});
    QCOMPARE(daySentences(r.timeline, {}, r).front(), std::string{"No file has a date: each counts its own days, so only the order within a file is known."});
}

void TestSeveralFiles::daysOfEachFileStartAnew()
{
    // 23:50 to 00:10 passes midnight in the first file; the second begins again with its own date.
    const Draft night = named(draftOf({DraftRow{23, 50}.zone("UTC").on(2024, 3, 4, Where::Heading), DraftRow{0, 10}.zone("UTC").on(2024, 3, 4, Where::Heading)}), "a.md");
    const Draft evening = named(draftOf({DraftRow{23, 55}.zone("UTC").on(2024, 3, 4, Where::Heading)}), "b.md");
    QCOMPARE(joined(instantsOf(resolve(both(night, evening)).timeline)), std::string{"2024-03-04 23:50; 2024-03-05 00:10; 2024-03-04 23:55"});
    QCOMPARE(joined(instantsOf(resolve(both(evening, night)).timeline)), std::string{"2024-03-04 23:55; 2024-03-04 23:50; 2024-03-05 00:10"});
}

void TestSeveralFiles::whatWasDecidedOnTheFirstFileStays()
{
    Incident incident = incidentOf(bankLog());
    incident.reading = readingOf({SetZone{"Events", "Europe/Paris"}, SetClock{2, Clock{.hour = 5, .minute = 0}, {}}, SetLaneReads{"Events", "master"}});
    incident.scenarios.push_back({"What if 1", {}, {MoveEvent{1, std::chrono::minutes{5}}, SetReads{"Events", "mirror"}}});
    const Resolved before = resolve(incident.draft, incident.reading);
    const Incident with = withFile(incident, chat());
    const Resolved after = resolve(with.draft, with.reading);
    for (const EventId id : {1, 2})
        QVERIFY(after.timeline.event(id).at == before.timeline.event(id).at);
    QCOMPARE(after.timeline.lane(0).role, std::string{"bank.log"});
    QCOMPARE(after.timeline.lane(0).reads, std::string{"master"});
    QVERIFY(std::get<SetReads>(with.scenarios[0].edits[1]).lane == "bank.log");
    QVERIFY(applied(after.timeline, with.scenarios[0]).problems().empty());
    QVERIFY(!says(after.problems, "There is no lane named \"Events\"."));
}

void TestSeveralFiles::eventsThatAWhatIfAddsFollowTheLastRow()
{
    Incident incident = incidentOf(bankLog());
    incident.scenarios.push_back({"What if 1", {}, {AddEvent{"Events", "asks again", {1, std::chrono::minutes{5}}, Kind::Message, {}},
        MoveEvent{3, std::chrono::minutes{2}}, MoveEvent{2, std::chrono::minutes{1}}}});
    const Incident with = withFile(incident, chat());
    const Timeline record = resolve(with.draft, with.reading).timeline;
    const TimelineView view = applied(record, with.scenarios[0]);
    QCOMPARE(view.eventCount(), 5);
    QCOMPARE(view.event(5).text, std::string{"asks again"});
    QCOMPARE(view.moved(5).count(), 120'000);
    QCOMPARE(view.moved(3).count(), 0);
    QCOMPARE(view.moved(2).count(), 60'000);
}

void TestSeveralFiles::filesOfOneNameAreToldApart()
{
    Draft other = chat();
    other.sourceName = "bank.log";
    const Draft draft = both(both(bankLog(), other), other);
    QCOMPARE(draft.added[0].sourceName, std::string{"bank.log (2)"});
    QCOMPARE(draft.added[1].sourceName, std::string{"bank.log (3)"});
    QCOMPARE(draft.added[1].rowsBefore, 4);
    QVERIFY(holdsFile(draft, chat()));
    QVERIFY(!holdsFile(draft, named(chat(), "new.md")));
    // A draft that has files added brings them along.
    QCOMPARE(both(named(chat(), "c.md"), draft).added.size(), std::size_t{3});
}

void TestSeveralFiles::theSummaryTellsWhatIsAdded()
{
    Draft other = chat();
    other.problems = {{Severity::Warning, 12, 0, "No clock.", {}}, {Severity::Note, 13, 0, "A note.", {}}};
    const Draft draft = both(bankLog(), other);
    const FileSummary summary = summaryOf(resolve(draft), draft.added[0], 1);
    QCOMPARE(summaryLine(summary), std::string{"chat.md: 2 rows, Mon 4 Mar 2024 10:35 to 11:35 Vietnam, 1 line not understood."});
    QCOMPARE(joined(summary.lanes), std::string{"chat.md"});
    const Draft plain = named(draftOf({DraftRow{9, 0}}), "app.log");
    const Draft undated = both(bankLog(), plain);
    QCOMPARE(summaryLine(summaryOf(resolve(undated), undated.added[0], 1)), std::string{"app.log: 1 row, 09:00, no time zone, no date."});
}

void TestSeveralFiles::theFootnoteNamesTheSources()
{
    const Reading reading = readingOf({SetClockAhead{"chat.md", std::chrono::seconds{40}}});
    const Resolved r = resolve(both(bankLog(), chat()), reading);
    QCOMPARE(footnotes(applied(r.timeline, {}), {}, reading, r).back(),
             std::string{"Small numbers are the rows. Sources: bank.log, lines 10 to 11; chat.md, lines 10 to 11 (clock set back by 40 s)."});
}

QTEST_GUILESS_MAIN(TestSeveralFiles)
#include "tst_several_files.moc"
