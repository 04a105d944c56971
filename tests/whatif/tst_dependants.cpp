#include "formats/lockstep_round.h"
#include "support/bank_timeline.h"
#include "support/bank_what_ifs.h"
#include "whatif/dependants.h"
#include "whatif/document.h"
#include "whatif/edits.h"
#include <QUndoStack>

using namespace lockstep;
using namespace lockstep::test;
using namespace std::chrono_literals;

namespace {

using Edits = std::vector<Edit>;
using Distances = std::map<EventId, int>; ///< in minutes

/// Lays a gesture on a what-if with all that follows.
Scenario dragged(const Timeline& t, const Scenario& scenario, const Edits& edits)
{
    const TimelineView view = applied(t, scenario);
    return withEdits(t, scenario, withDependants(view, scenario, edits));
}

Distances distancesOf(const Timeline& t, const Scenario& scenario)
{
    const TimelineView view = applied(t, scenario);
    Distances moved;
    for (const auto& [id, by] : view.movedRows())
        moved[id] = static_cast<int>(by / 1min);
    return moved;
}

Distances all(std::initializer_list<EventId> rows, int by)
{
    Distances distances;
    for (const EventId id : rows)
        distances[id] = by;
    return distances;
}

} // namespace

Q_DECLARE_METATYPE(Edits)
Q_DECLARE_METATYPE(Distances)

class TestDependants : public QObject {
    Q_OBJECT
private slots:
    void whatAMovedRowCausesMovesAsFar_data()
    {
        QTest::addColumn<Edits>("scenario");
        QTest::addColumn<Edits>("gesture");
        QTest::addColumn<Distances>("expected");
        QTest::newRow("a chain") << Edits{} << Edits{MoveEvent{11, 5min}} << all({11, 14, 15}, 5);
        QTest::newRow("a fork") << Edits{} << Edits{MoveEvent{8, 2min}} << all({8, 9, 10, 11, 14, 15}, 2);
        QTest::newRow("nothing depends on it") << Edits{} << Edits{MoveEvent{13, 5min}} << all({13}, 5);
        QTest::newRow("from where they lie in the what-if") << Edits{MoveEvent{14, 10min}} << Edits{MoveEvent{11, 5min}} << Distances{{11, 5}, {14, 15}, {15, 5}};
        QTest::newRow("back to where it was") << Edits{MoveEvent{11, 5min}, MoveEvent{14, 5min}, MoveEvent{15, 5min}} << Edits{MoveEvent{11, 0min}} << Distances{};
        QTest::newRow("a row moved by itself") << Edits{} << Edits{MoveEvent{11, 5min}, MoveEvent{14, 1min}} << Distances{{11, 5}, {14, 1}, {15, 1}};
        QTest::newRow("what was left out stays") << Edits{DropEvent{14}} << Edits{MoveEvent{11, 5min}} << all({11}, 5);
        QTest::newRow("what did not happen stays") << Edits{atEleven, onlyMaster} << Edits{MoveEvent{3, 5min}} << Distances{{1, -30}, {3, 5}, {12, -30}};
        QTest::newRow("what would not happen any more stays") << Edits{} << Edits{MoveEvent{3, 60min}} << all({3}, 60);
        QTest::newRow("what happens again comes along") << Edits{MoveEvent{3, 60min}} << Edits{MoveEvent{3, 5min}}
            << all({3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 15}, 5);
        QTest::newRow("what lies before its cause stays") << Edits{MoveEvent{11, 700min}} << Edits{MoveEvent{11, 690min}} << all({11}, 690);
        QTest::newRow("no move at all") << Edits{} << Edits{onlyMaster} << Distances{};
    }
    void whatAMovedRowCausesMovesAsFar()
    {
        QFETCH(Edits, scenario);
        QFETCH(Edits, gesture);
        QFETCH(Distances, expected);
        const Timeline bank = bankTimeline(true);
        QCOMPARE(distancesOf(bank, dragged(bank, {"x", {}, scenario}, gesture)), expected);
    }

    void whatAWindowCarriesTakesItsEffectsAlong()
    {
        Timeline bank = bankTimeline(true);
        bank.links = {{.cause = 12, .effect = 13}, {.cause = 13, .effect = 14}};
        const Scenario window = dragged(bank, {}, {MoveWindow{"integration", 5min, 5min}});
        QCOMPARE(distancesOf(bank, window), all({1, 12, 13, 14}, 5));
        const Scenario row = dragged(bank, {}, {MoveEvent{1, 5min}});
        QCOMPARE(distancesOf(bank, row), all({1, 12, 13, 14}, 5));
        const Scenario edge = dragged(bank, {}, {MoveWindow{"integration", 5min, 0min}});
        QCOMPARE(distancesOf(bank, edge), all({1}, 5));
    }

    void aFollowerCarriesItsWindowAndWhatDependsOnIt()
    {
        Timeline bank = bankTimeline(true);
        bank.links = {{.cause = 2, .effect = 1}, {.cause = 12, .effect = 13}};
        const Scenario scenario = dragged(bank, {}, {MoveEvent{2, 7min}});
        QCOMPARE(distancesOf(bank, scenario), all({1, 2, 12, 13}, 7));
    }

    void ofSeveralCausesTheLatestLeads()
    {
        Timeline bank = bankTimeline(true);
        bank.links = {{.cause = 5, .effect = 11}, {.cause = 8, .effect = 11}};
        QCOMPARE(distancesOf(bank, dragged(bank, {}, {MoveEvent{5, 1min}, MoveEvent{8, 2min}})), (Distances{{5, 1}, {8, 2}, {11, 2}}));
        QCOMPARE(distancesOf(bank, dragged(bank, {}, {MoveEvent{5, 1min}})), (Distances{{5, 1}, {11, 1}}));
    }

    void undoRestoresTheVeryBytes()
    {
        const std::string bytes = fileText("timelines/bank-vietnam.lockstep");
        const auto study = readStudy(bytes);
        QVERIFY(study.has_value());
        Document d;
        d.setIncident(*study, {});
        const auto saved = [&d] { return writeStudy(d.incident(), d.resolved()).value_or(""); };
        QCOMPARE(saved(), bytes);
        d.choose(1); // the bank reads the mirror too
        d.edit(withDependants(d.view(), d.scenario(), {MoveWindow{"integration", -30min, -30min}}), QStringLiteral("Move"));
        QCOMPARE(d.view().voidRows().size(), std::size_t{10});
        d.edit(withDependants(d.view(), d.scenario(), {MoveEvent{3, -20min}}), QStringLiteral("Move"));
        d.choose(-1);
        d.read(RemoveLink{3, 4}, QStringLiteral("Remove"));
        d.read(SetLink{{5, 6, LinkKind::RespondsTo, true, 2min}}, QStringLiteral("Link"));
        QVERIFY(saved() != bytes);
        while (d.undoStack()->canUndo())
            d.undoStack()->undo();
        QCOMPARE(saved(), bytes);
    }

    void circlesEnd()
    {
        Timeline bank = bankTimeline(true);
        bank.events.open()[4].at = bank.events[5].at;
        bank.links = {{.cause = 5, .effect = 6}, {.cause = 6, .effect = 5}};
        QCOMPARE(distancesOf(bank, dragged(bank, {}, {MoveEvent{5, 1min}})), all({5, 6}, 1));
    }
};

QTEST_GUILESS_MAIN(TestDependants)
#include "tst_dependants.moc"
