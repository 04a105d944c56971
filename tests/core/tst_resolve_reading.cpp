#include "core/resolve.h"
#include "support/draft_rows.h"
#include "support/seed_draft.h"
#include <QtTest>
#include <algorithm>

using namespace lockstep;
using namespace lockstep::test;
using std::chrono::minutes;

namespace {

std::string lanesOf(const Draft& draft, const Reading& reading = {})
{
    const Timeline t = resolve(draft, reading).timeline;
    std::vector<std::string> rows;
    for (const Event& e : t.events)
        rows.push_back(t.lane(e.lane).role);
    return joined(rows);
}

Draft threeRows()
{
    return draftOf({DraftRow{22, 0}.zone("UTC"), DraftRow{23, 0}.zone("UTC"), DraftRow{1, 0}.zone("UTC")});
}

WindowSpec windowOver(EventId from, EventId to)
{
    return {.id = "lock", .name = "Lock", .what = {}, .effect = Effect::Blocks, .scope = Scope::everything(),
            .begin = {.earliest = {from, Millis{0}}, .latest = {from, Millis{0}}, .basis = {}, .tiedTo = from},
            .end = {.earliest = {to, minutes{-5}}, .latest = {to, Millis{0}}, .basis = "first sign", .tiedTo = {}}};
}

/// "10: what. instead." of each problem.
std::string problemsOf(const Resolved& r)
{
    std::vector<std::string> all;
    for (const Problem& p : r.problems)
        all.push_back(std::to_string(p.line) + ": " + p.what + (p.instead.empty() ? "" : " " + p.instead));
    return joined(all);
}

const Window* windowIn(const Timeline& t, const WindowId& id)
{
    const auto found = std::ranges::find(t.windows, id, &Window::id);
    return found == t.windows.end() ? nullptr : &*found;
}

} // namespace

class TestResolveReading : public QObject {
    Q_OBJECT

private slots:
    void aChosenZoneOverrulesTheRowsAndIsSaid();
    void aZoneStatedOnceIsOverruledOnce();
    void aZoneNoLaneTakesIsSaid();
    void aDateSetOverAWrittenOneIsSaid();
    void lanesAreTheActors_data();
    void lanesAreTheActors();
    void moreThanEightNamesShareOneLane();
    void aLaneStatesWhatItsRowsAgreeOn();
    void rowsAreMovedBetweenLanes();
    void aMovedRowTakesTheClockOfItsNewLane();
    void aCorrectedClockKeepsItsDay();
    void aCorrectedClockMayNameItsDay();
    void aCorrectedRangeKeepsItsLength();
    void aClockIsSetWhereNoneWasStated();
    void kindsAndReadsAreThePersons();
    void aWindowIsAddedReplacedAndRemoved();
    void aWindowFollowsItsRowsToAnotherDate();
    void aWindowOverMissingRowsDoesNothing();
    void linksAnchorsAndResources();
    void entriesThatNameNothingAreReported();
};

void TestResolveReading::lanesAreTheActors_data()
{
    QTest::addColumn<Draft>("draft");
    QTest::addColumn<std::string>("lanes");
    const auto row = [] { return DraftRow{9, 0}; };
    QTest::newRow("roles") << draftOf({row().by("Bank"), row().by("Client", "Isa"), row().by("Bank")})
                           << std::string{"Bank; Client; Bank"};
    QTest::newRow("people without roles") << draftOf({row().by("", "Ann"), row().by("", "Bob")}) << std::string{"Ann; Bob"};
    QTest::newRow("people where all have one role")
        << draftOf({row().by("Dev", "Ann"), row().by("Dev", "Bob")}) << std::string{"Ann; Bob"};
    QTest::newRow("one actor is no lane") << draftOf({row().by("Bank"), row().by("Bank")}) << std::string{"Events; Events"};
    QTest::newRow("places") << draftOf({row().at("Vietnam"), row().at("Kenya")}) << std::string{"Vietnam; Kenya"};
    QTest::newRow("nobody") << draftOf({row(), row()}) << std::string{"Events; Events"};
    QTest::newRow("some rows name nobody")
        << draftOf({row().by("XC"), row(), row().by("HQ"), row().by("XC")}) << std::string{"XC; Events; HQ; XC"};
    QTest::newRow("most rows name nobody")
        << draftOf({row().by("XC"), row(), row(), row(), row().by("HQ")}) << std::string{"Events; Events; Events; Events; Events"};
}

void TestResolveReading::lanesAreTheActors()
{
    QFETCH(Draft, draft);
    QFETCH(std::string, lanes);
    QCOMPARE(lanesOf(draft), lanes);
}

void TestResolveReading::moreThanEightNamesShareOneLane()
{
    const auto named = [](int count) {
        std::vector<DraftRow> rows;
        for (int i = 0; i < count; ++i)
            rows.push_back(DraftRow{9, i}.by("Team " + std::to_string(i)));
        return draftOf(std::move(rows));
    };
    QCOMPARE(resolve(named(8)).timeline.lanes.size(), 8u);
    QCOMPARE(resolve(named(9)).timeline.lanes.size(), 1u);
    QCOMPARE(resolve(named(9)).timeline.lane(0).role, std::string{"Events"});
    QCOMPARE(resolve(named(9)).timeline.event(3).actor, std::string{"Team 2"});
}

void TestResolveReading::aLaneStatesWhatItsRowsAgreeOn()
{
    const Timeline t = resolve(draftOf({DraftRow{9, 0}.by("Client", "Ann").at("Vietnam"), DraftRow{9, 1}.by("Client", "Bob").at("Vietnam"),
                                        DraftRow{9, 2}.by("Bank")})).timeline;
    QCOMPARE(t.lane(0).person, std::string{});
    QCOMPARE(t.lane(0).place, std::string{"Vietnam"});
    QCOMPARE(t.event(1).actor, std::string{"Client: Ann"});
}

void TestResolveReading::rowsAreMovedBetweenLanes()
{
    const Draft draft = draftOf({DraftRow{9, 0}.by("Bank"), DraftRow{9, 1}.by("Client"), DraftRow{9, 2}.by("Bank")});
    QCOMPARE(lanesOf(draft, {byPerson(SetLane{3, "Client"})}), std::string{"Bank; Client; Client"});
    QCOMPARE(lanesOf(draft, {byPerson(SetLane{1, "Database"})}), std::string{"Database; Client; Bank"});
    const Timeline t = resolve(draft, {byPerson(SetLane{2, "Bank"})}).timeline;
    QCOMPARE(t.lanes.size(), 1u);
    QCOMPARE(t.lane(0).role, std::string{"Bank"});
}

void TestResolveReading::aMovedRowTakesTheClockOfItsNewLane()
{
    const Draft draft = draftOf({DraftRow{9, 0}.by("Bank").zone("UTC"), DraftRow{9, 1}.by("Web").zone("+07:00"),
                                 DraftRow{9, 2}.by("Help"), DraftRow{9, 3}.by("Help").at("Vietnam")});
    const Timeline t = resolve(draft, {byPerson(SetLane{3, "Web"}), byPerson(SetLane{4, "Web"})}).timeline;
    QCOMPARE(t.event(3).zoneName, std::string{"+07:00"});
    QCOMPARE(t.event(4).zoneName, std::string{"Asia/Ho_Chi_Minh"});
}

void TestResolveReading::aCorrectedClockKeepsItsDay()
{
    const Resolved r = resolve(threeRows(), {byPerson(SetClock{3, Clock{.hour = 23, .minute = 30}, {}})});
    QCOMPARE(joined(localsOf(r.timeline)), std::string{"1970-01-01 22:00; 1970-01-01 23:00; 1970-01-02 23:30"});
    QCOMPARE(joined(r.timeline.event(3).notes), std::string{"The clock is corrected to 23:30; the document says \"1:00\"."});
    QCOMPARE(r.timeline.event(3).written, std::string{"1:00"});
    const Resolved seed = resolve(seedDraft(), {byPerson(SetClock{3, Clock{.hour = 10, .minute = 36}, {}})});
    QCOMPARE(instantsOf(seed.timeline)[2], std::string{"1970-01-02 03:36"});
    QVERIFY(seed.reversed.empty());
}

void TestResolveReading::aCorrectedClockMayNameItsDay()
{
    const Resolved r = resolve(threeRows(), {byPerson(SetClock{3, Clock{.hour = 23, .minute = 30}, 0})});
    QCOMPARE(joined(localsOf(r.timeline)), std::string{"1970-01-01 22:00; 1970-01-01 23:00; 1970-01-01 23:30"});
    QVERIFY(r.reversed.empty());
}

void TestResolveReading::aCorrectedRangeKeepsItsLength()
{
    const Resolved r = resolve(draftOf({DraftRow{10, 0}.zone("UTC").until(10, 20)}), {byPerson(SetClock{1, Clock{.hour = 11}, {}})});
    QCOMPARE(*r.timeline.event(1).end - r.timeline.event(1).at, Millis{minutes{20}});
    QCOMPARE(instantsOf(r.timeline)[0], std::string{"1970-01-01 11:00"});
}

void TestResolveReading::aClockIsSetWhereNoneWasStated()
{
    const Resolved r = resolve(draftOf({DraftRow{9, 0}.zone("UTC"), DraftRow{}}), {byPerson(SetClock{2, Clock{.hour = 10}, {}})});
    QVERIFY(r.timeline.event(2).hasClock);
    QCOMPARE(joined(instantsOf(r.timeline)), std::string{"1970-01-01 09:00; 1970-01-01 10:00"});
}

void TestResolveReading::kindsAndReadsAreThePersons()
{
    const Reading reading{byPerson(SetKind{2, Kind::Read}), byPerson(SetKind{1, Kind::Read}), byPerson(SetKind{1, Kind::Message}),
                          byPerson(SetEventReads{2, "mirror"}), byPerson(SetLaneReads{"Events", "master"})};
    const Timeline t = resolve(threeRows(), reading).timeline;
    QCOMPARE(t.event(1).kind, Kind::Message);
    QCOMPARE(t.event(2).kind, Kind::Read);
    QCOMPARE(t.event(2).reads, std::string{"mirror"});
    QCOMPARE(t.lane(0).reads, std::string{"master"});
}

void TestResolveReading::aWindowIsAddedReplacedAndRemoved()
{
    const Reading added{byPerson(SetWindow{windowOver(1, 3)})};
    const Timeline t = resolve(threeRows(), added).timeline;
    const Window* lock = windowIn(t, "lock");
    QVERIFY(lock);
    QCOMPARE(lock->begin, (Bound{t.event(1).at, t.event(1).at, {}, 1}));
    QCOMPARE(lock->end, (Bound{t.event(3).at - minutes{5}, t.event(3).at, "first sign", {}}));
    QVERIFY(!lock->proposed);

    Reading replaced = added;
    replaced.push_back(byPerson(SetWindow{windowOver(2, 3)}));
    const Timeline u = resolve(threeRows(), replaced).timeline;
    QCOMPARE(std::ranges::count(u.windows, WindowId{"lock"}, &Window::id), 1);
    QCOMPARE(windowIn(u, "lock")->begin.earliest, u.event(2).at);

    replaced.push_back(byPerson(RemoveWindow{"lock"}));
    QVERIFY(!windowIn(resolve(threeRows(), replaced).timeline, "lock"));
}

void TestResolveReading::aWindowFollowsItsRowsToAnotherDate()
{
    const Reading reading{byPerson(SetWindow{windowOver(1, 3)}), byPerson(SetDate{date::year{2024} / 2 / 28})};
    const Timeline t = resolve(threeRows(), reading).timeline;
    QCOMPARE(joined(instantsOf(t)), std::string{"2024-02-28 22:00; 2024-02-28 23:00; 2024-02-29 01:00"});
    QCOMPARE(windowIn(t, "lock")->end.latest, t.event(3).at);
}

void TestResolveReading::aWindowOverMissingRowsDoesNothing()
{
    const Resolved r = resolve(threeRows(), {byPerson(SetWindow{windowOver(1, 9)})});
    QVERIFY(!windowIn(r.timeline, "lock"));
    QCOMPARE(r.problems.size(), 1u);
    QCOMPARE(r.problems[0].what, std::string{"A correction names row 9, which the document does not have."});
}

void TestResolveReading::linksAnchorsAndResources()
{
    const Reading reading{byPerson(SetLink{{1, 2, LinkKind::Triggers, false}}), byPerson(SetLink{{1, 2, LinkKind::RespondsTo, true}}),
                          byPerson(SetLink{{2, 3, LinkKind::Triggers, false}}), byPerson(SetAnchor{{"onset", 1}}),
                          byPerson(SetAnchor{{"onset", 2}}), byPerson(SetResource{{"master", "Master"}}),
                          byPerson(SetResource{{"master", "The master"}})};
    const Timeline t = resolve(threeRows(), reading).timeline;
    QCOMPARE(t.links, (std::vector<Link>{{1, 2, LinkKind::RespondsTo, true}, {2, 3, LinkKind::Triggers, false}}));
    Reading removed = reading;
    removed.push_back(byPerson(RemoveLink{1, 2}));
    removed.push_back(byPerson(RemoveLink{3, 1}));
    QCOMPARE(resolve(threeRows(), removed).timeline.links, (std::vector<Link>{{2, 3, LinkKind::Triggers, false}}));
    removed.push_back(byPerson(SetLink{{1, 2, LinkKind::ScheduledAfter, false, std::chrono::minutes{5}}}));
    QCOMPARE(resolve(threeRows(), removed).timeline.links.back(), (Link{1, 2, LinkKind::ScheduledAfter, false, std::chrono::minutes{5}}));
    QCOMPARE(t.anchors, (std::vector<Anchor>{{"onset", 2}}));
    QCOMPARE(t.resources, (std::vector<Resource>{{"master", "The master"}}));
}

void TestResolveReading::entriesThatNameNothingAreReported()
{
    const Resolved r = resolve(threeRows(), {byPerson(SetClock{99, Clock{}, {}}), byPerson(SetZone{"Nobody", "UTC"}),
                                             byPerson(SetLane{-3, "x"}), byPerson(SetFold{0, true})});
    QCOMPARE(r.problems.size(), 4u);
    QCOMPARE(r.problems[1].what, std::string{"There is no lane named \"Nobody\"."});
    QCOMPARE(r.timeline, resolve(threeRows()).timeline);
}

void TestResolveReading::aChosenZoneOverrulesTheRowsAndIsSaid()
{
    const Draft draft = draftOf({DraftRow{10, 0}.zone("UTC").on(2021, 5, 4), DraftRow{10, 30}.zone("UTC").on(2021, 5, 4)});
    const Resolved r = resolve(draft, {byPerson(SetZone{"", "America/New_York"})});
    QCOMPARE(instantsOf(r.timeline)[0], std::string{"2021-05-04 14:00"});
    QCOMPARE(problemsOf(r), std::string{"10: \"UTC\" is overruled by the zone chosen by hand. Read as America/New_York.; "
                                        "11: \"UTC\" is overruled by the zone chosen by hand. Read as America/New_York."});
    // "EST" can be New York's time: the choice makes it exact and contradicts nothing.
    const Draft eastern = draftOf({DraftRow{10, 0}.zone("EST").on(2021, 1, 4)});
    QCOMPARE(problemsOf(resolve(eastern, {byPerson(SetZone{"", "America/New_York"})})), std::string{});
}

void TestResolveReading::aZoneStatedOnceIsOverruledOnce()
{
    const Draft draft = draftOf({DraftRow{10, 0}.zone("UTC", Where::Sentence, 3), DraftRow{10, 30}.zone("UTC", Where::Sentence, 3)});
    QCOMPARE(problemsOf(resolve(draft, {byPerson(SetZone{"", "Asia/Tokyo"})})),
             std::string{"3: \"UTC\" is overruled by the zone chosen by hand. Read as Asia/Tokyo."});
}

void TestResolveReading::aZoneNoLaneTakesIsSaid()
{
    const Draft draft = draftOf({DraftRow{10, 0}.by("Ops").at("Tokyo"), DraftRow{2, 5}.by("Web").at("London"),
                                 DraftRow{10, 10}.by("Ops").at("Tokyo"), DraftRow{2, 15}.by("Web").at("London")});
    const Resolved r = resolve(draft, {byPerson(SetZone{"", "America/New_York"})});
    QCOMPARE(r.timeline.lane(0).zoneName, std::string{"Asia/Tokyo"});
    QCOMPARE(problemsOf(r), std::string{"0: The zone chosen for the whole document is not used: every lane states its own. "
                                        "Choose it for one lane."});
}

void TestResolveReading::aDateSetOverAWrittenOneIsSaid()
{
    const Draft draft = draftOf({DraftRow{10, 0}.zone("UTC").on(2021, 5, 4, Where::Row, "4 May 2021"), DraftRow{10, 30}.zone("UTC")});
    const Resolved r = resolve(draft, {byPerson(SetDate{date::year{2019} / 3 / 9})});
    QCOMPARE(joined(instantsOf(r.timeline)), std::string{"2019-03-09 10:00; 2019-03-09 10:30"});
    QCOMPARE(problemsOf(r), std::string{"10: \"4 May 2021\" is overruled by the date set by hand. Its days are counted from that date."});
    QCOMPARE(problemsOf(resolve(draft, {byPerson(SetDate{date::year{2021} / 5 / 4})})), std::string{});
}

QTEST_GUILESS_MAIN(TestResolveReading)
#include "tst_resolve_reading.moc"
