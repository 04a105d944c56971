#include "core/record.h"
#include "core/resolve.h"
#include "support/draft_rows.h"
#include "support/seed_draft.h"
#include <QtTest>
#include <algorithm>

using namespace lockstep;
using namespace lockstep::test;
using std::chrono::minutes;

namespace {

Resolved seedOn(int year, unsigned month, unsigned day)
{
    return resolve(seedDraft(), {byPerson(SetDate{date::year{year} / static_cast<int>(month) / static_cast<int>(day)})});
}

std::vector<std::string> onNight(const char* day, std::initializer_list<const char*> clocks)
{
    std::vector<std::string> all;
    for (const char* clock : clocks)
        all.push_back(std::string{day} + " " + clock);
    return all;
}

const Inference* inferenceAbout(const Resolved& resolved, const std::string& about)
{
    const auto found = std::ranges::find(resolved.inferences, about, &Inference::about);
    return found == resolved.inferences.end() ? nullptr : &*found;
}

std::string answerAbout(const Resolved& resolved, const std::string& about)
{
    const Inference* inference = inferenceAbout(resolved, about);
    return inference ? inference->answer : "nothing";
}

const std::vector<ReversedPair> winterPairs{
    {2, 3, minutes{55}}, {6, 7, minutes{59}}, {8, 9, minutes{59}}, {12, 13, minutes{24}}};

/// The bank's and the client's rows in turn, ten a minute, day after day.
Draft interleavedDraft(int count)
{
    std::vector<DraftRow> rows;
    for (int i = 0; i < count; ++i) {
        const int at = i / 10 + (i % 2) * 11 * 60;
        rows.push_back(DraftRow{at / 60 % 24, at % 60}.by(i % 2 ? "Client" : "Bank").at(i % 2 ? "Vietnam" : "Washington"));
    }
    return draftOf(std::move(rows));
}

} // namespace

class TestResolve : public QObject {
    Q_OBJECT

private slots:
    void seedIsUndatedAndInOrder();
    void seedFindsWashingtonOnDaylightTime();
    void seedSpeaksPlainly();
    void seedBoundsTheOffset_data();
    void seedBoundsTheOffset();
    void whereNoZoneFitsTheBestIsKept();
    void nightsOfTheYearThatFit();
    void datedNightInOctober();
    void clocksGoBackThatNight();
    void onAWinterNightFourPairsRunBackwards();
    void aPersonsZoneIsNotGuessedAgain();
    void titleIsThePersonsOrTheDocuments();
    void anEmptyDraftGivesAnEmptyRecord();
    void thirtyThousandRowsOnTwoClocksAreSetAgainstEachOther();
};

void TestResolve::seedIsUndatedAndInOrder()
{
    const Resolved r = resolve(seedDraft());
    QVERIFY(!r.timeline.dated);
    QVERIFY(r.reversed.empty());
    QCOMPARE(joined(instantsOf(r.timeline)),
             joined(onNight("1970-01-02", {"03:30", "03:30", "03:35", "03:37", "03:39", "03:40", "03:41", "03:44",
                                           "03:45", "03:46", "03:49", "03:59", "04:35", "11:00", "13:00"})));
    QCOMPARE(date::format("%F %H:%M", date::floor<minutes>(r.timeline.event(1).local)), std::string{"1970-01-01 23:30"});
    QCOMPARE(date::format("%F %H:%M", date::floor<minutes>(r.timeline.event(3).local)), std::string{"1970-01-02 10:35"});
    QCOMPARE(date::format("%F %H:%M", date::floor<minutes>(r.timeline.event(14).local)), std::string{"1970-01-02 07:00"});
    QCOMPARE(r.timeline.event(15).notes, std::vector<std::string>{"'20:00 pm' is read as 20:00."});
    QCOMPARE(r.timeline.event(15).line, 28);
    QCOMPARE(r.timeline.event(15).actor, std::string{"Client: Isa Gates"});
    QCOMPARE(r.timeline.event(1).actor, std::string{"Bank"});
    const auto note = std::ranges::find(r.problems, std::string{"'20:00 pm' is read as 20:00."}, &Problem::what);
    QVERIFY(note != r.problems.end());
    QCOMPARE(note->line, 28);
}

void TestResolve::seedFindsWashingtonOnDaylightTime()
{
    const Resolved r = resolve(seedDraft());
    QCOMPARE(r.timeline.lanes.size(), 2u);
    const Lane& bank = r.timeline.lane(0);
    QCOMPARE(bank.role, std::string{"Bank"});
    QCOMPARE(bank.place, std::string{"Washington"});
    QCOMPARE(bank.zoneName, std::string{"America/New_York"});
    QVERIFY(bank.zone == Zone::fixed(std::chrono::hours{-4}));
    QVERIFY(bank.zoneInferred);
    QVERIFY(bank.offsetKnown);
    const Lane& client = r.timeline.lane(1);
    QCOMPARE(client.person, std::string{"Isa Gates"});
    QCOMPARE(client.zoneName, std::string{"Asia/Ho_Chi_Minh"});
    QVERIFY(!client.zoneInferred);
    QVERIFY(client.offsetKnown);

    const Inference* zone = inferenceAbout(r, "zone of Bank");
    QVERIFY(zone);
    QCOMPARE(zone->answer, std::string{"America/New_York, daylight time (UTC−4)"});
    QCOMPARE(zone->line, 14);
    QCOMPARE(joined(zone->rivals),
             std::string{"Washington, D.C.: America/New_York, standard time (UTC−5), 4 rows run backwards; "
                         "Washington state: America/Los_Angeles, standard time (UTC−8), 5 rows run backwards; "
                         "Washington state: America/Los_Angeles, daylight time (UTC−7), 5 rows run backwards"});
}

void TestResolve::seedSpeaksPlainly()
{
    const Resolved r = resolve(seedDraft());
    QCOMPARE(r.message, std::string{"No date in this document. Its rows run in order only if Washington is on summer "
                                    "time (UTC−4)."});
    QCOMPARE(r.why, std::string{"Read as D.C. in summer: 0 rows run backwards. D.C. in winter: 4. Washington state: 5."});
}

void TestResolve::seedBoundsTheOffset_data()
{
    QTest::addColumn<Draft>("draft");
    QTest::addColumn<std::string>("bounds");
    QTest::addColumn<std::string>("because");
    QTest::newRow("as written") << seedDraft() << std::string{"UTC−4:01 to UTC−3:59"}
                                << std::string{"The order of rows 5-6, 6-7, 8-9 and 9-10 allows no other."};
    QTest::newRow("without rows 6 to 10")
        << seedDraftOf({1, 2, 3, 4, 5, 11, 12, 13, 14, 15}) << std::string{"UTC−4:05 to UTC−3:50"}
        << std::string{"The order of rows 2-3 and 5-6 allows no other."};
    QTest::newRow("rows 8 and 9 swapped")
        << seedDraftOf({1, 2, 3, 4, 5, 6, 7, 9, 8, 10, 11, 12, 13, 14, 15}) << std::string{"only UTC−4:01"}
        << std::string{"The order of rows 6-7 and 8-9 allows no other."};
    QTest::newRow("rows 3 and 13 swapped")
        << seedDraftOf({1, 2, 13, 4, 5, 6, 7, 8, 9, 10, 11, 12, 3, 14, 15})
        << std::string{"none: at least UTC−3:36 and at most UTC−3:59"}
        << std::string{"Rows 5-6, 9-10 and 12-13 contradict each other."};
}

void TestResolve::seedBoundsTheOffset()
{
    QFETCH(Draft, draft);
    QFETCH(std::string, bounds);
    QFETCH(std::string, because);
    const Resolved r = resolve(draft);
    const Inference* offset = inferenceAbout(r, "offset of Bank");
    QVERIFY(offset);
    QCOMPARE(offset->answer, bounds);
    QCOMPARE(offset->because, because);
}

void TestResolve::whereNoZoneFitsTheBestIsKept()
{
    const Resolved r = resolve(seedDraftOf({1, 2, 3, 4, 5, 6, 7, 9, 8, 10, 11, 12, 13, 14, 15}));
    QCOMPARE(r.timeline.lane(0).zoneName, std::string{"America/New_York"});
    QVERIFY(r.timeline.lane(0).zone == Zone::fixed(std::chrono::hours{-4}));
    QCOMPARE(r.reversed, (std::vector<ReversedPair>{{8, 9, minutes{1}}}));
    QCOMPARE(r.message, std::string{"No date in this document. No reading of Washington puts all its rows in order."});
    const auto problem = std::ranges::find(r.problems, std::string{"Row 9 lies 1 min before row 8."}, &Problem::what);
    QVERIFY(problem != r.problems.end());
    QCOMPARE(problem->line, 22);
    QCOMPARE(problem->severity, Severity::Warning);
}

void TestResolve::nightsOfTheYearThatFit()
{
    const Resolved r = resolve(seedDraft());
    const Inference* date = inferenceAbout(r, "date");
    QVERIFY(date);
    QCOMPARE(date->answer, std::string{"none stated; 238 nights a year fit"});
    QCOMPARE(joined(date->rivals), std::string{"9 March 2025 to 1 November 2025"});

    const Draft draft = seedDraft();
    const Understanding known = understand(draft, {});
    const auto nights = feasibleNights(draft, known.clocks.clocks, known.clocks.clockOf, known.calendar, known.choices,
                                       date::year{2019});
    QCOMPARE(nights.size(), 238u);
    QCOMPARE(date::format("%F", nights.front()), std::string{"2019-03-10"});
    QCOMPARE(date::format("%F", nights.back()), std::string{"2019-11-02"});
}

void TestResolve::datedNightInOctober()
{
    const Resolved r = seedOn(2019, 10, 6);
    QVERIFY(r.timeline.dated);
    QVERIFY(r.reversed.empty());
    QCOMPARE(joined(instantsOf(r.timeline)),
             joined(onNight("2019-10-07", {"03:30", "03:30", "03:35", "03:37", "03:39", "03:40", "03:41", "03:44",
                                           "03:45", "03:46", "03:49", "03:59", "04:35", "11:00", "13:00"})));
    QCOMPARE(r.message, std::string{});
    QVERIFY(r.timeline.lane(0).zoneInferred);
    QCOMPARE(r.timeline.lane(0).zone.name(), std::string{"America/New_York"});
}

void TestResolve::clocksGoBackThatNight()
{
    const Resolved r = seedOn(2019, 11, 2);
    QVERIFY(r.reversed.empty());
    QCOMPARE(instantsOf(r.timeline)[13], std::string{"2019-11-03 12:00"});
    QCOMPARE(instantsOf(r.timeline)[0], std::string{"2019-11-03 03:30"});
}

void TestResolve::onAWinterNightFourPairsRunBackwards()
{
    const Resolved r = seedOn(2019, 3, 9);
    QCOMPARE(r.reversed, winterPairs);
    QCOMPARE(instantsOf(r.timeline)[1], std::string{"2019-03-10 04:30"});
    QCOMPARE(instantsOf(r.timeline)[13], std::string{"2019-03-10 11:00"});
    QCOMPARE(r.message, std::string{"On 9 March 2019 Washington was on winter time, so 4 rows run backwards. Drawn as "
                                    "stated."});
    QCOMPARE(r.why, std::string{"Read as D.C.: 4 rows run backwards. Washington state: 5."});
    QCOMPARE(std::ranges::count(r.problems, Severity::Warning, &Problem::severity), 4);
}

void TestResolve::aPersonsZoneIsNotGuessedAgain()
{
    const Resolved r = resolve(seedDraft(), {byPerson(SetZone{"Bank", "America/Los_Angeles"})});
    QCOMPARE(r.timeline.lane(0).zoneName, std::string{"America/Los_Angeles"});
    QCOMPARE(std::ssize(r.reversed), 5);
    QCOMPARE(date::format("%F %H:%M", date::floor<minutes>(r.timeline.event(3).local)), std::string{"1970-01-02 10:35"});
    const Resolved fixedAt = resolve(seedDraft(), {byPerson(SetZone{"Bank", "-04:00"})});
    QCOMPARE(fixedAt.timeline.lane(0).zoneName, std::string{"-04:00"});
    QVERIFY(!fixedAt.timeline.lane(0).zoneInferred);
    QVERIFY(fixedAt.timeline.lane(0).offsetKnown);
    QCOMPARE(answerAbout(fixedAt, "zone of Bank"), std::string{"nothing"});
    // Words with rivals leave the choice to the order of the rows.
    const Resolved words = resolve(seedDraft(), {byPerson(SetZone{"Bank", "Washington"})});
    QCOMPARE(words.timeline.lane(0), resolve(seedDraft()).timeline.lane(0));
    QCOMPARE(fixedAt.message, std::string{"No date in this document. Days are counted from its first row."});
}

void TestResolve::titleIsThePersonsOrTheDocuments()
{
    QCOMPARE(resolve(seedDraft()).timeline.title, std::string{"0x19. Postmortem"});
    QCOMPARE(resolve(seedDraft(), {byPerson(SetTitle{"The night of the backups"})}).timeline.title,
             std::string{"The night of the backups"});
}

void TestResolve::anEmptyDraftGivesAnEmptyRecord()
{
    const Resolved r = resolve(Draft{});
    QVERIFY(r.timeline.events.empty());
    QVERIFY(r.timeline.lanes.empty());
    QCOMPARE(r.message, std::string{});
}

void TestResolve::thirtyThousandRowsOnTwoClocksAreSetAgainstEachOther()
{
    const Resolved r = resolve(interleavedDraft(30'000));
    QCOMPARE(r.timeline.events.size(), 30'000u);
    QVERIFY(r.reversed.empty());
    QVERIFY(r.timeline.lane(0).zone == Zone::fixed(std::chrono::hours{-4}));
}

QTEST_GUILESS_MAIN(TestResolve)
#include "tst_resolve.moc"
