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

QTEST_GUILESS_MAIN(TestEdits)
#include "tst_edits.moc"
