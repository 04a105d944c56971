#include "core/bands.h"
#include "core/kind_words.h"
#include "core/limits.h"
#include "core/scenario.h"
#include "support/bank_timeline.h"
#include <QTest>

using namespace lockstep;

namespace {

using Rows = std::vector<EventId>;

Rows rowsIn(const Bands& bands, const Timeline& record, BandId band)
{
    Rows rows;
    for (const Event& event : record.events)
        if (bands.of(event) == band)
            rows.push_back(event.id);
    return rows;
}

/// "Bank: 1 2 6", a line for each lane that holds rows.
QStringList shown(const Bands& bands, const Timeline& record)
{
    QStringList lines;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        QString line = QString::fromStdString(bands.lane(static_cast<BandId>(i)).role) + u':';
        const Rows rows = rowsIn(bands, record, static_cast<BandId>(i));
        for (const EventId id : rows)
            line += u' ' + QString::number(id);
        if (!rows.empty())
            lines += line;
    }
    return lines;
}

Timeline bankByKind()
{
    Timeline bank = bankTimeline(true);
    bank.change(13, [](Event& row) { row.kind = Kind::Recovery; });
    return bank;
}

} // namespace

/// In which lane of the chart a row lies, by each property of it.
class TestBands : public QObject {
    Q_OBJECT

private slots:
    void rowsLieWhereTheirPropertyPutsThem_data();
    void rowsLieWhereTheirPropertyPutsThem();
    void aClockIsToldOnlyWhereAllRowsShareIt();
    void aLaneOfAZoneIsNamedAsItsClock();
    void rowsOfAZoneThatNoLaneHasStandOnItsClock();
    void whatAWhatIfAddsLiesSomewhere_data();
    void whatAWhatIfAddsLiesSomewhere();
    void rareActorsShareALane();
    void kindsAreCountedInWords();
};

void TestBands::rowsLieWhereTheirPropertyPutsThem_data()
{
    QTest::addColumn<int>("by");
    QTest::addColumn<QStringList>("lanes");
    const QString bank = QStringLiteral(" 1 2 6 8 10 11 12 14"), client = QStringLiteral(" 3 4 5 7 9 13 15");
    QTest::newRow("as recorded") << static_cast<int>(LanesBy::Record) << QStringList{QStringLiteral("Bank:") + bank, QStringLiteral("Client:") + client};
    QTest::newRow("by actor") << static_cast<int>(LanesBy::Actor) << QStringList{QStringLiteral("Bank:") + bank, QStringLiteral("Client: Isa Gates:") + client};
    QTest::newRow("by zone") << static_cast<int>(LanesBy::Zone) << QStringList{QStringLiteral("Washington:") + bank, QStringLiteral("Vietnam:") + client};
    QTest::newRow("by kind") << static_cast<int>(LanesBy::Kind)
                             << QStringList{QStringLiteral("Actions: 1 2 5 6 7 9 10 11 12 14 15"), QStringLiteral("Look-ups: 3 4 8"), QStringLiteral("Restored: 13")};
    QTest::newRow("by file") << static_cast<int>(LanesBy::Source) << QStringList{QStringLiteral("postmortem.md: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15")};
}

void TestBands::rowsLieWhereTheirPropertyPutsThem()
{
    QFETCH(int, by);
    const Timeline bank = bankByKind();
    QTEST(shown(Bands(bank, static_cast<LanesBy>(by)), bank), "lanes");
}

void TestBands::aClockIsToldOnlyWhereAllRowsShareIt()
{
    const Timeline bank = bankByKind();
    const Bands kinds(bank, LanesBy::Kind), actors(bank, LanesBy::Actor), recorded(bank);
    const auto look = static_cast<BandId>(Kind::Read), restored = static_cast<BandId>(Kind::Recovery);
    QVERIFY(kinds.isMixed(look)); // rows 3 and 4 in Vietnam, row 8 in Washington
    QVERIFY(kinds.lane(look).zoneName.empty());
    QVERIFY(!kinds.isMixed(restored)); // row 13 alone
    QCOMPARE(kinds.lane(restored).place, std::string{"Vietnam"});
    QVERIFY(!actors.isMixed(1));
    QCOMPARE(actors.lane(1).zoneName, std::string{"Asia/Ho_Chi_Minh"});
    QVERIFY(!recorded.isMixed(0));
    QVERIFY(recorded.lane(0) == bank.lane(0));
}

void TestBands::aLaneOfAZoneIsNamedAsItsClock()
{
    const Timeline bank = bankTimeline(true);
    const Bands zones(bank, LanesBy::Zone);
    QCOMPARE(zones.lane(0).role, std::string{"Washington"});
    QVERIFY(zones.lane(0).zone == bank.lane(0).zone);
    QVERIFY(zones.lane(0).zoneInferred);
}

/// 08:00 in Kathmandu is 02:15 UTC.
void TestBands::rowsOfAZoneThatNoLaneHasStandOnItsClock()
{
    Timeline bank = bankTimeline(true);
    bank.change(15, [](Event& row) { row.zoneName = "Asia/Kathmandu"; });
    const Bands zones(bank, LanesBy::Zone);
    const BandId here = zones.of(bank.event(15));
    QCOMPARE(zones.lane(here).role, std::string{"Kathmandu"});
    QCOMPARE(zones.lane(here).zone.offsetAt(bank.event(15).at), std::chrono::seconds{5 * 3600 + 45 * 60});
    QCOMPARE(rowsIn(zones, bank, here), (Rows{15}));
}

void TestBands::whatAWhatIfAddsLiesSomewhere_data()
{
    QTest::addColumn<int>("by");
    QTest::addColumn<QString>("lane");
    QTest::newRow("as recorded") << static_cast<int>(LanesBy::Record) << QStringLiteral("Client");
    QTest::newRow("by actor") << static_cast<int>(LanesBy::Actor) << QStringLiteral("No one named");
    QTest::newRow("by zone") << static_cast<int>(LanesBy::Zone) << QStringLiteral("Vietnam");
    QTest::newRow("by kind") << static_cast<int>(LanesBy::Kind) << QStringLiteral("Messages");
    QTest::newRow("by file") << static_cast<int>(LanesBy::Source) << QStringLiteral("postmortem.md");
}

void TestBands::whatAWhatIfAddsLiesSomewhere()
{
    QFETCH(int, by);
    const Timeline bank = bankTimeline(true);
    const TimelineView view = applied(bank, {"Added", "", {AddEvent{"Client", "asks again", {3, std::chrono::minutes{5}}, Kind::Message, {}}}});
    const Bands bands(bank, static_cast<LanesBy>(by));
    QTEST(QString::fromStdString(bands.lane(bands.of(view.event(16))).role), "lane");
}

void TestBands::rareActorsShareALane()
{
    Timeline record;
    record.lanes.emplace_back().role = "Events";
    const int actors = static_cast<int>(limits::mostBands) + 3;
    for (int i = 0; i < 2 * actors; ++i) {
        Event event;
        event.id = i + 1;
        // The first three say one thing each, the others two.
        event.actor = "actor " + std::to_string(i < actors ? i : std::max(3, i - actors));
        record.events.push_back(event);
    }
    const Bands bands(record, LanesBy::Actor);
    QCOMPARE(bands.lane(0).role, std::string{"actor 3"});
    QCOMPARE(bands.lane(bands.of(record.event(1))).role, std::string{"3 others"});
    QCOMPARE(rowsIn(bands, record, bands.of(record.event(1))), (Rows{1, 2, 3}));
}

void TestBands::kindsAreCountedInWords()
{
    QCOMPARE(kindsWords({{Kind::Action, 1180}, {Kind::Read, 20}, {Kind::Message, 1}}), std::string{"1,180 actions, 20 look-ups and 1 message"});
    QCOMPARE(kindsWords({{Kind::Schedule, 2}, {Kind::Detection, 7}, {Kind::Recovery, 0}}), std::string{"7 noticed and 2 scheduled"});
    QCOMPARE(kindsWords({{Kind::Action, 1}}), std::string{"1 action"});
}

QTEST_APPLESS_MAIN(TestBands)
#include "tst_bands.moc"
