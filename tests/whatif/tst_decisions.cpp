#include "support/bank_timeline.h"
#include "support/every_kind.h"
#include "whatif/decisions.h"
#include <QtTest>

using namespace lockstep;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(lockstep::Change)

class TestDecisions : public QObject {
    Q_OBJECT
private slots:
    void whatWasThereIsToldInWords_data();
    void whatWasThereIsToldInWords();
    void aDatedRecordTellsItsDate();
    void rawRecordsTellThatNothingWasNamed();
    void aDecisionReplacesTheOneOnTheSameThing_data();
    void aDecisionReplacesTheOneOnTheSameThing();
    void theProgramsDecisionGivesWayToThePersons();
    void repeatingADecisionChangesNothing();
};

namespace {

Resolved curated()
{
    Resolved resolved;
    resolved.timeline = undatedBankTimeline(true);
    resolved.inferences.push_back({.about = "dates in digits", .answer = "month first", .because = {}, .rivals = {}});
    return resolved;
}

std::string wasOf(const Change& change, const Resolved& before)
{
    return withDecision({}, change, before).at(0).was;
}

} // namespace

void TestDecisions::whatWasThereIsToldInWords_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("was");
    const auto add = [](const char* name, Change change, const char* was) { QTest::newRow(name) << change << QString::fromUtf8(was); };
    add("title", SetTitle{"Other"}, "0x19. Postmortem");
    add("date", SetDate{date::year{2019} / 10 / 6}, "no date");
    add("a lane's zone", SetZone{"Bank", "America/Los_Angeles"}, "America/New_York");
    add("the document's zone, which lanes differ on", SetZone{"", "UTC"}, "");
    add("clock", SetClock{3, {10, 36}, {}}, "10:35");
    add("clock of no row", SetClock{99, {10, 36}, {}}, "");
    add("lane", SetLane{3, "Bank"}, "Client");
    add("kind", SetKind{3, Kind::Action}, "look-up");
    add("reads of a row", SetEventReads{3, "master"}, "not named");
    add("reads of a lane", SetLaneReads{"Client", "master"}, "mirror");
    add("resource", SetResource{{"mirror", "Mirror copy"}}, "mirror");
    add("new resource", SetResource{{"third", "Third"}}, "");
    add("window", SetWindow{{"backups", "Nightly", "", Effect::Blocks, {}, {}, {}}}, "Backups, 03:30 to between 04:30 and 04:35");
    add("window removed", RemoveWindow{"integration"}, "Integration, 03:30 to 03:59");
    add("new window", SetWindow{{"third", "Third", "", Effect::Blocks, {}, {}, {}}}, "");
    add("link", SetLink{{3, 4, LinkKind::RespondsTo, false}}, "triggers");
    add("a link with a delay", SetLink{{3, 4, LinkKind::Triggers, true, 5min}}, "triggers");
    add("link removed", RemoveLink{3, 4}, "triggers");
    add("no link removed", RemoveLink{4, 3}, "");
    add("new link", SetLink{{1, 2, LinkKind::RespondsTo, false}}, "");
    add("anchor", SetAnchor{{"detected", 7}}, "row 6");
    add("new anchor", SetAnchor{{"told", 14}}, "");
    add("fold", SetFold{3, true}, "earlier");
    add("what a place means", SetZoneWords{"Washington", "America/Los_Angeles"}, "America/New_York");
    add("words of no row", SetZoneWords{"PST", "-08:00"}, "");
    add("day order", SetDayOrder{true}, "month first");
    add("day order of a file that is not there", SetDayOrder{true, "chat.md"}, "");
    add("year that nothing was said of", SetYear{2020}, "");
    add("row order", SetRowOrder{true}, "oldest first");
    add("midnight", SetMidnight{3, false}, "the day after");
}

void TestDecisions::whatWasThereIsToldInWords()
{
    QFETCH(lockstep::Change, change);
    QFETCH(QString, was);
    QCOMPARE(QString::fromStdString(wasOf(change, curated())), was);
}

void TestDecisions::aDatedRecordTellsItsDate()
{
    Resolved dated;
    dated.timeline = bankTimeline(true);
    QCOMPARE(wasOf(SetDate{date::year{2019} / 10 / 7}, dated), std::string{"Sun 6 Oct 2019"});
}

void TestDecisions::rawRecordsTellThatNothingWasNamed()
{
    Resolved raw;
    raw.timeline = undatedBankTimeline(false);
    for (auto& lane : raw.timeline.lanes)
        lane.zoneName.clear();
    QCOMPARE(wasOf(SetLaneReads{"Bank", "master"}, raw), std::string{"not named"});
    QCOMPARE(wasOf(SetZone{"Bank", "UTC"}, raw), std::string{"no zone"});
    QCOMPARE(wasOf(SetZone{"", "UTC"}, raw), std::string{"no zone"});
}

void TestDecisions::aDecisionReplacesTheOneOnTheSameThing_data()
{
    QTest::addColumn<Change>("first");
    QTest::addColumn<Change>("second");
    QTest::addColumn<int>("entries");
    const auto add = [](const char* name, Change first, Change second, int entries) { QTest::newRow(name) << first << second << entries; };
    add("two dates", SetDate{date::year{2019} / 10 / 6}, SetDate{date::year{2019} / 10 / 7}, 1);
    add("one row's clock", SetClock{3, {10, 36}, {}}, SetClock{3, {10, 37}, 1}, 1);
    add("two rows' clocks", SetClock{3, {10, 36}, {}}, SetClock{4, {10, 36}, {}}, 2);
    add("a row's clock and its lane", SetClock{3, {10, 36}, {}}, SetLane{3, "Bank"}, 2);
    add("one lane's zone", SetZone{"Bank", "UTC"}, SetZone{"Bank", "+01:00"}, 1);
    add("a lane's zone and the document's", SetZone{"Bank", "UTC"}, SetZone{"", "+01:00"}, 2);
    add("a lane's zone and what it reads", SetZone{"Bank", "UTC"}, SetLaneReads{"Bank", "mirror"}, 2);
    add("a window set and removed", SetWindow{{"backups", "Nightly", "", Effect::Blocks, {}, {}, {}}}, RemoveWindow{"backups"}, 1);
    add("two windows", RemoveWindow{"integration"}, RemoveWindow{"backups"}, 2);
    add("a link's kind", SetLink{{1, 2, LinkKind::Triggers, false}}, SetLink{{1, 2, LinkKind::RespondsTo, true}}, 1);
    add("a link and its removal", SetLink{{1, 2, LinkKind::Triggers, false}}, RemoveLink{1, 2}, 1);
    add("a link and its reverse", SetLink{{1, 2, LinkKind::Triggers, false}}, SetLink{{2, 1, LinkKind::Triggers, false}}, 2);
    add("the day order twice", SetDayOrder{true}, SetDayOrder{false}, 1);
    add("the year of two files", SetYear{2020}, SetYear{2020, "chat.md"}, 2);
    add("two words for zones", SetZoneWords{"PST", "UTC"}, SetZoneWords{"EST", "UTC"}, 2);
    add("a midnight taken and given", SetMidnight{3, true}, SetMidnight{3, false}, 1);
    add("a row's midnight and its clock", SetMidnight{3, true}, SetClock{3, {10, 36}, {}}, 2);
    add("the unit twice", SetEpochUnit{EpochUnit::Milliseconds}, SetEpochUnit{EpochUnit::Microseconds}, 1);
    add("an anchor moved", SetAnchor{{"onset", 1}}, SetAnchor{{"onset", 2}}, 1);
    add("two anchors of a row", SetAnchor{{"onset", 1}}, SetAnchor{{"detected", 1}}, 2);
    add("an anchor and its removal", SetAnchor{{"onset", 1}}, RemoveAnchor{"onset"}, 1);
    add("a metric and its removal", SetMetric{{"wait", "Wait", "onset", "told"}}, RemoveMetric{"wait"}, 1);
    add("two metrics of one name", SetMetric{{"a", "Wait", "onset", "told"}}, SetMetric{{"b", "Wait", "first impact", "told"}}, 2);
}

void TestDecisions::aDecisionReplacesTheOneOnTheSameThing()
{
    QFETCH(lockstep::Change, first);
    QFETCH(lockstep::Change, second);
    QFETCH(int, entries);
    const auto once = withDecision({}, first, curated());
    const auto twice = withDecision(once, second, curated());
    QCOMPARE(static_cast<int>(twice.size()), entries);
    QVERIFY(twice.back().change == second);
    QCOMPARE(sameThing(first, second), entries == 1);
}

void TestDecisions::theProgramsDecisionGivesWayToThePersons()
{
    const Reading programs{{SetKind{3, Kind::Read}, By::Program, ""}};
    const auto reading = withDecision(programs, SetKind{3, Kind::Read}, curated());
    QCOMPARE(reading.size(), std::size_t{1});
    QCOMPARE(reading[0].by, By::Person);
}

void TestDecisions::repeatingADecisionChangesNothing()
{
    Reading reading;
    for (const auto& entry : test::everyKind().reading)
        reading = withDecision(reading, entry.change, curated());
    auto again = reading;
    for (const auto& entry : reading)
        again = withDecision(again, entry.change, curated());
    QVERIFY(again == reading);
}

QTEST_GUILESS_MAIN(TestDecisions)
#include "tst_decisions.moc"
