#include "support/bank_timeline.h"
#include "support/every_kind.h"
#include "whatif/edits.h"
#include <QtTest>

using namespace lockstep;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::vector<lockstep::Edit>)

class TestEdits : public QObject {
    Q_OBJECT
private slots:
    void eachThingIsNamedOnce_data();
    void eachThingIsNamedOnce();
    void aRowAtTheBeginCarriesItsWindowRigidly();
    void noEditsChangeNothing();
    void layingTheSameEditsAgainChangesNothing();
    void manyMovesAreLaidAsOneByOne();
    void anAddedRowDroppedLeavesNothing_data();
    void anAddedRowDroppedLeavesNothing();
    void rowsArePutBack();
    void aWindowIsPutBack();
    void anAddedRowIsStatedAnew();
};

namespace {

WindowSpec extra(const char* name)
{
    return {"extra", name, "", Effect::Blocks, Scope::of({"mirror"}), {{1, 0min}, {1, 0min}, "", {}}, {{2, 5min}, {2, 5min}, "", {}}};
}

} // namespace

void TestEdits::eachThingIsNamedOnce_data()
{
    using Edits = std::vector<Edit>;
    QTest::addColumn<Edits>("before");
    QTest::addColumn<Edits>("laid");
    QTest::addColumn<Edits>("after");
    const auto add = [](const char* name, Edits before, Edits laid, Edits after) { QTest::newRow(name) << before << laid << after; };
    add("a first move stays", {}, {MoveEvent{6, 5min}}, {MoveEvent{6, 5min}});
    add("a later move replaces", {MoveEvent{6, 5min}}, {MoveEvent{6, 7min}}, {MoveEvent{6, 7min}});
    add("back to the record takes away", {MoveEvent{6, 5min}}, {MoveEvent{6, 0min}}, {});
    add("no distance adds nothing", {}, {MoveEvent{6, 0min}, MoveWindow{"backups", 0min, 0min}}, {});
    add("moves of others stay", {MoveEvent{6, 5min}}, {MoveEvent{7, 1min}}, {MoveEvent{6, 5min}, MoveEvent{7, 1min}});
    add("the tied row, after its window, decides", {MoveWindow{"backups", 29min, 29min}}, {MoveEvent{2, 40min}}, {MoveEvent{2, 40min}});
    add("the tied row back takes its window back", {MoveWindow{"backups", 29min, 29min}}, {MoveEvent{2, 0min}}, {});
    add("the window, after its tied row, decides", {MoveEvent{2, 29min}}, {MoveWindow{"backups", 10min, 10min}},
        {MoveWindow{"backups", 10min, 10min}});
    add("the window back takes its tied row back", {MoveEvent{2, 29min}}, {MoveWindow{"backups", 0min, 0min}}, {});
    add("a resized window stays resized", {MoveWindow{"backups", 0min, 10min}}, {MoveEvent{2, 5min}},
        {MoveWindow{"backups", 0min, 10min}, MoveEvent{2, 5min}});
    add("the tied row of a resized window, back", {MoveWindow{"backups", 0min, 10min}, MoveEvent{2, 5min}}, {MoveEvent{2, 0min}},
        {MoveWindow{"backups", 0min, 10min}});
    add("a window carries the row at its end that was moved by itself", {MoveEvent{12, 5min}},
        {MoveWindow{"integration", 10min, 15min}}, {MoveWindow{"integration", 10min, 15min}});
    add("a row at the begin carries the end that was moved by itself", {MoveEvent{12, 5min}}, {MoveEvent{1, -30min}},
        {MoveWindow{"integration", 0min, 5min}, MoveEvent{1, -30min}});
    add("a row at the end resizes its window", {MoveWindow{"integration", -30min, -30min}}, {MoveEvent{12, -25min}},
        {MoveWindow{"integration", -30min, -30min}, MoveEvent{12, -25min}});
    add("a scope replaces", {SetScope{"backups", Scope::of({"master"})}}, {SetScope{"backups", Scope::of({"mirror"})}},
        {SetScope{"backups", Scope::of({"mirror"})}});
    add("the recorded scope takes away", {SetScope{"backups", Scope::of({"master"})}}, {SetScope{"backups", Scope::everything()}}, {});
    add("reads replace", {SetReads{"Bank", "mirror"}}, {SetReads{"Bank", "third"}}, {SetReads{"Bank", "third"}});
    add("recorded reads take away", {SetReads{"Bank", "mirror"}}, {SetReads{"Bank", "master"}}, {});
    add("reads of another lane stay", {SetReads{"Bank", "mirror"}}, {SetReads{"Client", "master"}},
        {SetReads{"Bank", "mirror"}, SetReads{"Client", "master"}});
    add("a dropped row is not moved", {MoveEvent{6, 5min}}, {DropEvent{6}}, {DropEvent{6}});
    add("dropped twice is dropped once", {DropEvent{6}}, {DropEvent{6}}, {DropEvent{6}});
    add("two equal new rows are two", {AddEvent{"Bank", "calls", {1, 1min}, Kind::Action, ""}},
        {AddEvent{"Bank", "calls", {1, 1min}, Kind::Action, ""}},
        {AddEvent{"Bank", "calls", {1, 1min}, Kind::Action, ""}, AddEvent{"Bank", "calls", {1, 1min}, Kind::Action, ""}});
    add("a dropped window is not edited", {MoveWindow{"backups", 1min, 2min}, SetScope{"backups", Scope::of({"master"})}},
        {DropWindow{"backups"}}, {DropWindow{"backups"}});
    add("an added window dropped leaves nothing", {AddWindow{extra("a")}, MoveWindow{"extra", 1min, 1min}}, {DropWindow{"extra"}}, {});
    add("an added window replaces itself", {AddWindow{extra("a")}, MoveWindow{"extra", 1min, 1min}}, {AddWindow{extra("b")}},
        {AddWindow{extra("b")}});
    add("the scope of an added window", {AddWindow{extra("a")}}, {SetScope{"extra", Scope::of({"mirror"})}}, {AddWindow{extra("a")}});
    add("an added window moves", {AddWindow{extra("a")}}, {MoveWindow{"extra", 1min, 1min}},
        {AddWindow{extra("a")}, MoveWindow{"extra", 1min, 1min}});
    add("what names nothing we know is kept", {SetScope{"gone", Scope::everything()}}, {MoveEvent{6, 5min}},
        {SetScope{"gone", Scope::everything()}, MoveEvent{6, 5min}});
}

void TestEdits::eachThingIsNamedOnce()
{
    QFETCH(std::vector<lockstep::Edit>, before);
    QFETCH(std::vector<lockstep::Edit>, laid);
    QFETCH(std::vector<lockstep::Edit>, after);
    const auto record = undatedBankTimeline(true);
    const auto result = withEdits(record, {"A", "note", before}, laid);
    QCOMPARE(result.edits.size(), after.size());
    QVERIFY(result == (Scenario{"A", "note", after}));
}

void TestEdits::aRowAtTheBeginCarriesItsWindowRigidly()
{
    const auto record = undatedBankTimeline(true);
    auto scenario = withEdits(record, {}, {MoveEvent{12, 5min}});
    scenario = withEdits(record, scenario, {MoveEvent{1, -30min}});
    const auto view = applied(record, scenario);
    QCOMPARE(view.moved(1).count(), Millis{-30min}.count());
    QCOMPARE(view.moved(12).count(), Millis{-25min}.count());
}

void TestEdits::noEditsChangeNothing()
{
    const auto record = undatedBankTimeline(true);
    for (const auto& scenario : test::everyKind().scenarios)
        QVERIFY(withEdits(record, scenario, {}) == scenario);
}

void TestEdits::layingTheSameEditsAgainChangesNothing()
{
    const auto record = undatedBankTimeline(true);
    const std::vector<Edit> edits{MoveEvent{2, 29min}, SetReads{"Bank", "mirror"}, DropEvent{15}, AddWindow{extra("a")}};
    const auto once = withEdits(record, {}, edits);
    QCOMPARE(once.edits.size(), edits.size());
    auto twice = withEdits(record, once, edits);
    const auto sorted = [](Scenario s) {
        std::sort(s.edits.begin(), s.edits.end(), [](const Edit& a, const Edit& b) { return a.index() < b.index(); });
        return s;
    };
    QVERIFY(sorted(twice) == sorted(once));
}

/// Fifteen rows at once, tied ones among them, come to the same places as one after the other.
void TestEdits::manyMovesAreLaidAsOneByOne()
{
    const auto record = undatedBankTimeline(true);
    std::vector<Edit> all;
    Scenario single;
    for (EventId row = 1; row <= 15; ++row) {
        const MoveEvent move{row, 10min};
        all.emplace_back(move);
        single = withEdits(record, single, {move});
    }
    const auto together = applied(record, withEdits(record, {}, all)), apart = applied(record, single);
    for (EventId row = 1; row <= 15; ++row) {
        QCOMPARE(together.moved(row).count(), Millis{10min}.count());
        QCOMPARE(apart.moved(row).count(), Millis{10min}.count());
    }
    for (const auto& window : together.windows()) {
        QCOMPARE((window.begin.earliest - together.recordedWindow(window.id)->begin.earliest).count(), Millis{10min}.count());
        QCOMPARE((window.end.latest - together.recordedWindow(window.id)->end.latest).count(), Millis{10min}.count());
    }
}

void TestEdits::anAddedRowDroppedLeavesNothing_data()
{
    using Edits = std::vector<Edit>;
    const AddEvent one{"Bank", "calls", {1, 1min}, Kind::Action, ""}, two{"Client", "waits", {1, 2min}, Kind::Action, ""};
    QTest::addColumn<Edits>("before");
    QTest::addColumn<int>("dropped");
    QTest::addColumn<Edits>("after");
    QTest::newRow("the only one") << Edits{one} << 16 << Edits{};
    QTest::newRow("with what moved it") << Edits{one, MoveEvent{16, 5min}} << 16 << Edits{};
    QTest::newRow("the last of two") << Edits{one, two} << 17 << Edits{one};
    QTest::newRow("the first of two keeps the number of the second") << Edits{one, two} << 16 << Edits{one, two, DropEvent{16}};
    QTest::newRow("the second after the first") << Edits{one, two, DropEvent{16}} << 17 << Edits{};
    QTest::newRow("a row of the record stays left out") << Edits{one} << 15 << Edits{one, DropEvent{15}};
}

void TestEdits::anAddedRowDroppedLeavesNothing()
{
    QFETCH(std::vector<lockstep::Edit>, before);
    QFETCH(int, dropped);
    QFETCH(std::vector<lockstep::Edit>, after);
    QVERIFY(withEdits(undatedBankTimeline(true), {"A", {}, before}, {DropEvent{dropped}}) == (Scenario{"A", {}, after}));
}

void TestEdits::rowsArePutBack()
{
    const auto record = undatedBankTimeline(true);
    const Scenario changed{"A", {}, {MoveEvent{6, 5min}, DropEvent{8}, MoveWindow{"backups", 29min, 29min}, DropEvent{9}}};
    QVERIFY(withRowsPutBack(record, changed, {6, 8}) == (Scenario{"A", {}, {MoveWindow{"backups", 29min, 29min}, DropEvent{9}}}));
    // Row 2 is carried by the backups: they go back with it.
    const auto back = applied(record, withRowsPutBack(record, changed, {2}));
    QCOMPARE(back.moved(2).count(), 0);
    QVERIFY(back.windows().front().begin == record.windows.front().begin);
}

void TestEdits::aWindowIsPutBack()
{
    const auto record = undatedBankTimeline(true);
    const Scenario moved{"A", {}, {MoveWindow{"backups", 1min, 2min}, SetScope{"backups", Scope::of({"master"})}, DropEvent{9}}};
    QVERIFY(withWindowPutBack(record, moved, "backups") == (Scenario{"A", {}, {DropEvent{9}}}));
    QVERIFY(withWindowPutBack(record, {"A", {}, {DropWindow{"backups"}}}, "backups") == (Scenario{"A", {}, {}}));
}

void TestEdits::anAddedRowIsStatedAnew()
{
    const auto record = undatedBankTimeline(true);
    const AddEvent one{"Bank", "calls", {1, 1min}, Kind::Action, ""}, two{"Client", "waits", {1, 2min}, Kind::Action, ""};
    const Scenario scenario{"A", {}, {one, two, MoveEvent{17, 5min}}};
    QVERIFY(addedRow(record, scenario, 15) == nullptr);
    QVERIFY(*addedRow(record, scenario, 17) == two);
    const AddEvent other{"Client", "waits on", {1, 7min}, Kind::Message, ""};
    QVERIFY(withAddedRow(record, scenario, 17, other) == (Scenario{"A", {}, {one, other}}));
    QVERIFY(withAddedRow(record, scenario, 18, other) == scenario);
}

QTEST_GUILESS_MAIN(TestEdits)
#include "tst_edits.moc"
