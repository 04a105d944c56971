#include "core/resolve.h"
#include "support/draft_rows.h"
#include <QtTest>
#include <algorithm>

using namespace lockstep;
using namespace lockstep::test;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

bool says(const std::vector<Problem>& problems, const std::string& part)
{
    return std::ranges::any_of(problems, [&](const Problem& p) { return p.what.find(part) != std::string::npos; });
}

std::string lanesOf(const Timeline& t)
{
    std::vector<std::string> lanes;
    for (const Lane& lane : t.lanes)
        lanes.push_back(lane.role + "=" + lane.zoneName);
    return joined(lanes);
}

std::string zonesOf(const Timeline& t)
{
    std::vector<std::string> zones;
    for (const Event& e : t.events)
        zones.push_back(e.zoneName);
    return joined(zones);
}

} // namespace

class TestResolveZones : public QObject {
    Q_OBJECT

private slots:
    void withoutAZoneTimesAreDrawnAsWritten();
    void aPersonChoosesTheDocumentsZone();
    void aPersonsZoneForTheDocumentLeavesPlacesAlone();
    void aZoneStatedOnceHoldsForAllRows();
    void aPlaceInARowIsNearerThanASentence();
    void aRowMayStateAZoneOfItsOwn();
    void aRowWithoutAZoneTakesItsLanes();
    void aLaneWithoutAZoneIsNamed();
    void anUnknownPlaceIsReportedOnce();
    void orderThatDoesNotDecideIsSaid();
    void orderDecidesThePhaseOfACertainPlace();
    void twoPlacesChangingTogetherStayUndecided();
    void placesShareTheSideOfTheYear();
    void anAbbreviationFixesItsOffset();
    void anAbbreviationTheDateContradictsIsRead_data();
    void anAbbreviationTheDateContradictsIsRead();
    void aRepeatedHourIsReadAndFlipped();
    void theSecondPassIsTakenWhereOrderAsksForIt();
    void aSkippedHourIsReadAndFlipped();
    void anEndInARepeatedHourIsNotBeforeItsBegin();
    void differentSpellingsShareAClock();
};

void TestResolveZones::withoutAZoneTimesAreDrawnAsWritten()
{
    const Resolved r = resolve(draftOf({DraftRow{7, 0}.on(2020, 2, 22), DraftRow{7, 15}.on(2020, 2, 22)}));
    QVERIFY(r.timeline.dated);
    QCOMPARE(lanesOf(r.timeline), std::string{"Events="});
    QVERIFY(r.timeline.lane(0).zone == Zone::utc());
    QVERIFY(!r.timeline.lane(0).offsetKnown);
    QVERIFY(!r.timeline.event(1).offsetKnown);
    QCOMPARE(joined(instantsOf(r.timeline)), std::string{"2020-02-22 07:00; 2020-02-22 07:15"});
    QCOMPARE(r.message, std::string{"No time zone in this document. Times are drawn as written until you choose one."});
    QCOMPARE(std::ranges::count(r.problems, r.message, &Problem::what), 1);
}

void TestResolveZones::aPersonChoosesTheDocumentsZone()
{
    const Draft draft = draftOf({DraftRow{7, 0}.on(2020, 2, 22), DraftRow{7, 15}.on(2020, 2, 22)});
    for (const char* lane : {"", "Events"}) {
        const Resolved r = resolve(draft, {byPerson(SetZone{lane, "Asia/Tokyo"})});
        QCOMPARE(lanesOf(r.timeline), std::string{"Events=Asia/Tokyo"});
        QCOMPARE(joined(instantsOf(r.timeline)), std::string{"2020-02-21 22:00; 2020-02-21 22:15"});
        QVERIFY(r.timeline.lane(0).offsetKnown);
        QCOMPARE(r.message, std::string{});
    }
    const Resolved later = resolve(draft, {byPerson(SetZone{"", "Asia/Tokyo"}), byPerson(SetZone{"", "UTC"})});
    QCOMPARE(lanesOf(later.timeline), std::string{"Events=UTC"});
    const Resolved unknown = resolve(draft, {byPerson(SetZone{"", "Mars/Base"})});
    QCOMPARE(lanesOf(unknown.timeline), std::string{"Events="});
    QVERIFY(says(unknown.problems, "\"Mars/Base\" is not a place or time zone known here."));
}

void TestResolveZones::aPersonsZoneForTheDocumentLeavesPlacesAlone()
{
    const Draft draft = draftOf({DraftRow{7, 0}.by("Bank").at("Vietnam"), DraftRow{8, 0}.by("Support"),
                                 DraftRow{9, 0}.by("Bank").at("Vietnam")});
    const Resolved r = resolve(draft, {byPerson(SetZone{"", "Asia/Tokyo"})});
    QCOMPARE(lanesOf(r.timeline), std::string{"Bank=Asia/Ho_Chi_Minh; Support=Asia/Tokyo"});
    const Draft underOne = draftOf({DraftRow{7, 0}.by("Bank").zone("UTC", Where::Sentence, 3),
                                    DraftRow{8, 0}.by("Support").zone("UTC", Where::Sentence, 3)});
    const Resolved all = resolve(underOne, {byPerson(SetZone{"", "Asia/Tokyo"})});
    QCOMPARE(lanesOf(all.timeline), std::string{"Bank=Asia/Tokyo; Support=Asia/Tokyo"});
}

void TestResolveZones::aZoneStatedOnceHoldsForAllRows()
{
    const Resolved r = resolve(draftOf({DraftRow{15, 50}.on(2024, 3, 8, Where::Sentence).zone("Kenya", Where::Heading, 7),
                                        DraftRow{16, 0}.on(2024, 3, 8, Where::Sentence).zone("Kenya", Where::Heading, 7)}));
    QCOMPARE(lanesOf(r.timeline), std::string{"Events=Africa/Nairobi"});
    QCOMPARE(joined(instantsOf(r.timeline)), std::string{"2024-03-08 12:50; 2024-03-08 13:00"});
    QVERIFY(!r.timeline.lane(0).zoneInferred);
}

void TestResolveZones::aPlaceInARowIsNearerThanASentence()
{
    const Resolved r = resolve(draftOf({DraftRow{10, 0}.by("Bank").at("Vietnam").zone("UTC", Where::Sentence, 3),
                                        DraftRow{10, 1}.by("Client").zone("UTC", Where::Sentence, 3)}));
    QCOMPARE(lanesOf(r.timeline), std::string{"Bank=Asia/Ho_Chi_Minh; Client=UTC"});
    const Resolved own = resolve(draftOf({DraftRow{10, 0}.by("Bank").at("Vietnam").zone("UTC"),
                                          DraftRow{10, 1}.by("Client").zone("UTC")}));
    QCOMPARE(lanesOf(own.timeline), std::string{"Bank=UTC; Client=UTC"});
}

void TestResolveZones::aRowMayStateAZoneOfItsOwn()
{
    const Resolved r = resolve(draftOf({DraftRow{15, 30}.zone("+02:00"), DraftRow{15, 45}.zone("+02:00"),
                                        DraftRow{16, 0}.zone("-04:00"), DraftRow{16, 15}.zone("+02:00")}));
    QCOMPARE(lanesOf(r.timeline), std::string{"Events=+02:00"});
    QCOMPARE(zonesOf(r.timeline), std::string{"+02:00; +02:00; -04:00; +02:00"});
    // 16:00 at -04:00 is 20:00 UTC; the row after it is 14:15 UTC.
    QCOMPARE(joined(instantsOf(r.timeline)),
             std::string{"1970-01-01 13:30; 1970-01-01 13:45; 1970-01-01 20:00; 1970-01-01 14:15"});
    QCOMPARE(r.reversed, (std::vector<ReversedPair>{{3, 4, hours{5} + minutes{45}}}));
    QCOMPARE(r.message, std::string{"No date in this document. 1 row runs backwards; drawn as stated."});
}

void TestResolveZones::aRowWithoutAZoneTakesItsLanes()
{
    const Resolved r = resolve(draftOf({DraftRow{9, 0}.by("Ops").zone("+02:00"), DraftRow{9, 5}.by("Ops"),
                                        DraftRow{9, 10}.by("Web").zone("UTC")}));
    QCOMPARE(zonesOf(r.timeline), std::string{"+02:00; +02:00; UTC"});
}

void TestResolveZones::aLaneWithoutAZoneIsNamed()
{
    const Resolved r = resolve(draftOf({DraftRow{9, 0}.by("Ops").zone("UTC"), DraftRow{9, 5}.by("Web"),
                                        DraftRow{9, 10}.by("Ops").zone("UTC")}));
    QCOMPARE(lanesOf(r.timeline), std::string{"Ops=UTC; Web="});
    QVERIFY(r.timeline.event(1).offsetKnown);
    QVERIFY(!r.timeline.event(2).offsetKnown);
    QCOMPARE(r.message, std::string{"No time zone for Web. Times there are drawn as written until you choose one."});
}

void TestResolveZones::anUnknownPlaceIsReportedOnce()
{
    const Resolved r = resolve(draftOf({DraftRow{9, 0}.by("Ops").at("Qwertyshire"), DraftRow{9, 5}.by("Web").at("Qwertyshire")}));
    QCOMPARE(std::ranges::count(r.problems, std::string{"\"Qwertyshire\" is not a place or time zone known here."}, &Problem::what), 1);
    QCOMPARE(r.problems[1].line, 10); // after the note that no zone is known
    QCOMPARE(r.problems[1].severity, Severity::Warning);
    const Resolved near = resolve(draftOf({DraftRow{9, 0}.at("Vietnan")}));
    QVERIFY2(near.problems[1].instead.find("Vietnam") != std::string::npos, near.problems[0].instead.c_str());
}

void TestResolveZones::orderThatDoesNotDecideIsSaid()
{
    const Resolved r = resolve(draftOf({DraftRow{10, 45}.zone("Europe/Paris"), DraftRow{11, 0}.zone("Europe/Paris")}));
    QCOMPARE(r.timeline.lane(0).zoneName, std::string{"Europe/Paris"});
    QVERIFY(r.timeline.lane(0).zone == Zone::fixed(hours{1}));
    QVERIFY(!r.timeline.lane(0).zoneInferred);
    QVERIFY(!r.timeline.lane(0).offsetKnown);
    QVERIFY(!r.timeline.event(1).offsetKnown);
    QCOMPARE(r.inferences.size(), 1u);
    QCOMPARE(r.inferences[0].answer, std::string{"Europe/Paris, standard time (UTC+1)"});
    QCOMPARE(r.inferences[0].because, std::string{"No date tells the offset and the order of the rows does not decide."});
    QVERIFY(r.inferences[0].rivals[0].words.find("daylight time (UTC+2), 0 rows run backwards") != std::string::npos);
    QCOMPARE(r.message, std::string{"No date in this document. The order of its rows does not tell the offset of Europe/Paris."});
}

void TestResolveZones::orderDecidesThePhaseOfACertainPlace()
{
    // 12:00 in Paris between 10:10 and 10:20 UTC: only +1:40 to +1:50 would do, summer time is nearer; at 11:55 it fits.
    const Resolved r = resolve(draftOf({DraftRow{9, 50}.zone("UTC"), DraftRow{11, 55}.zone("Europe/Paris"),
                                        DraftRow{10, 5}.zone("UTC"), DraftRow{12, 10}.zone("Europe/Paris")}));
    QVERIFY(r.reversed.empty());
    QCOMPARE(joined(instantsOf(r.timeline)), std::string{"1970-01-01 09:50; 1970-01-01 09:55; 1970-01-01 10:05; 1970-01-01 10:10"});
    QVERIFY(r.timeline.event(2).offsetKnown);
    QCOMPARE(r.message, std::string{"No date in this document. Its rows run in order only if Europe/Paris is on summer time (UTC+2)."});
    QCOMPARE(r.why, std::string{"Read as Europe/Paris in summer: 0 rows run backwards. Europe/Paris in winter: 1."});
}

void TestResolveZones::twoPlacesChangingTogetherStayUndecided()
{
    // New York and London lie five hours apart in summer and in winter.
    const Resolved r = resolve(draftOf({DraftRow{10, 0}.by("A").zone("America/New_York"), DraftRow{15, 5}.by("B").zone("Europe/London"),
                                        DraftRow{10, 10}.by("A").zone("America/New_York"), DraftRow{15, 15}.by("B").zone("Europe/London")}));
    QVERIFY(r.reversed.empty());
    QVERIFY(!r.timeline.lane(0).offsetKnown);
    QVERIFY(!r.timeline.lane(1).offsetKnown);
    QVERIFY(r.timeline.lane(0).zone == Zone::fixed(hours{-5}));
    QVERIFY(r.timeline.lane(1).zone == Zone::utc() || r.timeline.lane(1).zone == Zone::fixed(hours{0}));
}

void TestResolveZones::placesShareTheSideOfTheYear()
{
    // Order asks for New York on summer time; Paris, which order leaves open, is then on summer time as well.
    const Resolved r = resolve(draftOf({DraftRow{10, 0}.by("A").zone("America/New_York"), DraftRow{14, 1}.by("B").zone("UTC"),
                                        DraftRow{10, 2}.by("A").zone("America/New_York"), DraftRow{14, 3}.by("B").zone("UTC"),
                                        DraftRow{20, 0}.by("C").zone("Europe/Paris"), DraftRow{20, 30}.by("C").zone("Europe/Paris")}));
    QVERIFY(r.timeline.lane(0).zone == Zone::fixed(hours{-4}));
    QVERIFY(r.timeline.lane(2).zone == Zone::fixed(hours{2}));
    QVERIFY(r.timeline.lane(0).offsetKnown);
    QVERIFY(!r.timeline.lane(2).offsetKnown);
}

void TestResolveZones::anAbbreviationFixesItsOffset()
{
    const Resolved r = resolve(draftOf({DraftRow{10, 0}.zone("EDT"), DraftRow{11, 0}.zone("EDT")}));
    QCOMPARE(r.timeline.event(1).zoneName, std::string{"America/New_York"});
    QVERIFY(r.timeline.event(1).offsetKnown);
    QCOMPARE(instantsOf(r.timeline)[0], std::string{"1970-01-01 14:00"});
}

void TestResolveZones::anAbbreviationTheDateContradictsIsRead_data()
{
    QTest::addColumn<unsigned>("month");
    QTest::addColumn<std::string>("instant");
    QTest::addColumn<bool>("isContradicted");
    QTest::newRow("PST in April") << 4u << std::string{"2022-04-29 20:15"} << true;
    QTest::newRow("PST in December") << 12u << std::string{"2022-12-29 21:15"} << false;
}

void TestResolveZones::anAbbreviationTheDateContradictsIsRead()
{
    QFETCH(unsigned, month);
    QFETCH(std::string, instant);
    QFETCH(bool, isContradicted);
    const Resolved r = resolve(draftOf({DraftRow{13, 15}.zone("PST").on(2022, month, 29)}));
    QCOMPARE(r.timeline.event(1).zoneName, std::string{"America/Los_Angeles"});
    QCOMPARE(instantsOf(r.timeline)[0], instant);
    QCOMPARE(says(r.problems, "\"PST\" says UTC−8, but on 29 April 2022 America/Los_Angeles was on UTC−7."), isContradicted);
}

void TestResolveZones::aRepeatedHourIsReadAndFlipped()
{
    // 3 November 2019, New York: 01:30 comes at 05:30Z and again at 06:30Z.
    const Draft draft = draftOf({DraftRow{0, 30}.zone("America/New_York").on(2019, 11, 3), DraftRow{1, 30}.zone("America/New_York").on(2019, 11, 3)});
    const Resolved r = resolve(draft);
    QCOMPARE(joined(instantsOf(r.timeline)), std::string{"2019-11-03 04:30; 2019-11-03 05:30"});
    QCOMPARE(joined(r.timeline.event(2).notes), std::string{"01:30 comes twice that night in New York, for the clocks go back; "
                                                            "read as the first (UTC−4)."});
    QVERIFY(says(r.problems, "01:30 comes twice"));
    const Resolved flipped = resolve(draft, {byPerson(SetFold{2, true})});
    QCOMPARE(instantsOf(flipped.timeline)[1], std::string{"2019-11-03 06:30"});
}

void TestResolveZones::theSecondPassIsTakenWhereOrderAsksForIt()
{
    const auto row = [](int h, int m) { return DraftRow{h, m}.zone("America/New_York").on(2019, 11, 3); };
    const Resolved r = resolve(draftOf({row(1, 40), row(1, 10), row(1, 50), row(2, 5)}));
    // 01:40 (first), then 01:10 only as the second pass, then 01:50 second as well.
    QCOMPARE(joined(instantsOf(r.timeline)), std::string{"2019-11-03 05:40; 2019-11-03 06:10; 2019-11-03 06:50; 2019-11-03 07:05"});
    QVERIFY(r.reversed.empty());
    QCOMPARE(r.message, std::string{});
}

void TestResolveZones::aSkippedHourIsReadAndFlipped()
{
    // 10 March 2019, New York: from 02:00 EST to 03:00 EDT at 07:00Z.
    const Draft draft = draftOf({DraftRow{2, 30}.zone("America/New_York").on(2019, 3, 10)});
    const Resolved r = resolve(draft);
    QCOMPARE(instantsOf(r.timeline)[0], std::string{"2019-03-10 07:00"});
    QCOMPARE(joined(r.timeline.event(1).notes),
             std::string{"There is no 02:30 that day in New York, for the clocks go forward; read as 03:00."});
    QCOMPARE(instantsOf(resolve(draft, {byPerson(SetFold{1, true})}).timeline)[0], std::string{"2019-03-10 07:30"});
    QCOMPARE(instantsOf(resolve(draft, {byPerson(SetFold{1, false})}).timeline)[0], std::string{"2019-03-10 06:30"});
}

void TestResolveZones::anEndInARepeatedHourIsNotBeforeItsBegin()
{
    const Resolved r = resolve(draftOf({DraftRow{1, 50}.zone("America/New_York").on(2019, 11, 3).until(1, 55)}), {byPerson(SetFold{1, true})});
    QCOMPARE(*r.timeline.event(1).end - r.timeline.event(1).at, Millis{minutes{5}});
}

void TestResolveZones::differentSpellingsShareAClock()
{
    // Were they two clocks, the second would be on one row only.
    const Resolved r = resolve(draftOf({DraftRow{23, 0}.zone("UTC"), DraftRow{23, 30}.zone("UTC"), DraftRow{0, 10}.zone("Z")}));
    QCOMPARE(joined(localsOf(r.timeline)), std::string{"1970-01-01 23:00; 1970-01-01 23:30; 1970-01-02 00:10"});
}

QTEST_GUILESS_MAIN(TestResolveZones)
#include "tst_resolve_zones.moc"
