#include "formats/importer.h"
#include "support/seed_draft.h"
#include "whatif/document.h"
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>

using namespace lockstep;
using namespace std::chrono_literals;

namespace {

Incident seed()
{
    Incident incident;
    incident.draft = test::seedDraftOf({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
    return incident;
}

const QString label = QStringLiteral("Move");

/// Counts what a document says.
struct Heard {
    QSignalSpy record, view, modified;
    explicit Heard(const Document& d)
        : record(&d, &Document::recordChanged), view(&d, &Document::viewChanged), modified(&d, &Document::modifiedChanged)
    {
    }
    QList<int> take()
    {
        const QList<int> counts{static_cast<int>(record.size()), static_cast<int>(view.size()), static_cast<int>(modified.size())};
        record.clear();
        view.clear();
        modified.clear();
        return counts;
    }
};

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file{path};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestDocument : public QObject {
    Q_OBJECT
private slots:
    void anOpenedDocumentIsUnmodifiedAndOnItsRecord();
    void anEditOnTheRecordStartsAWhatIfInOneStep();
    void theFirstFreeNumberIsTaken();
    void editsThatChangeNothingMakeNoStepAndKeepWhatCanBeRedone();
    void aPreviewChangesNothing();
    void theLaterEditOfAThingReplacesTheEarlier();
    void nudgesWithinASecondAreOneStep();
    void aNudgeThereAndBackIsNoStep();
    void nudgesApartOrOfOthersAreStepsOfTheirOwn();
    void aDecisionKeepsWhatItReplaced();
    void aDecisionThatChangesNothingMakesNoStep();
    void aDecisionTakenBackLeavesNoEntry();
    void severalDecisionsAreOneStep();
    void choosingIsNoStepAndUndoReturnsToWhereTheEditWas();
    void undoAndRedoVisitTheSameValues();
    void scenariosAreAddedRenamedResetAndRemoved();
    void namesStayApart();
    void aMeasureIsKeptAndRemovedInOneStepEach();
    void aMeasureFollowsItsRowsIntoASourceReadAgain();
    void savingMakesItUnmodifiedUntilTheNextStep();
    void whatWasSavedOpensEqual();
    void theOpenedSourceIsNeverWritten();
    void aFailedSaveLeavesItModified();
    void anotherIncidentClearsTheStack();
    void recoveredWorkIsModified();
    void aTypedTitleIsTheHeadline();
};

void TestDocument::anOpenedDocumentIsUnmodifiedAndOnItsRecord()
{
    Document d;
    Heard heard{d};
    QVERIFY(!d.isOpen());
    d.setIncident(seed(), QStringLiteral("postmortem.md"));
    QCOMPARE(heard.take(), (QList<int>{1, 1, 0}));
    QVERIFY(d.isOpen());
    QVERIFY(d.isOnRecord());
    QVERIFY(!d.isModified());
    QVERIFY(d.view().isRecord());
    QCOMPARE(d.view().eventCount(), 15);
    QCOMPARE(d.path(), QStringLiteral("postmortem.md"));
    QCOMPARE(d.studyPath(), QString{});
    d.setIncident(seed(), QStringLiteral("bank.lockstep"));
    QCOMPARE(d.studyPath(), QStringLiteral("bank.lockstep"));
}

void TestDocument::anEditOnTheRecordStartsAWhatIfInOneStep()
{
    Document d;
    d.setIncident(seed(), {});
    Heard heard{d};
    d.edit({MoveEvent{6, 5min}}, label);
    QCOMPARE(heard.take(), (QList<int>{0, 1, 1}));
    QCOMPARE(d.undoStack()->count(), 1);
    QCOMPARE(d.undoStack()->undoText(), label);
    QVERIFY(!d.isOnRecord());
    QCOMPARE(d.scenario().name, std::string{"What if 1"});
    QVERIFY(d.view().moved(6) == 5min);
    QVERIFY(d.isModified());
    d.undoStack()->undo();
    QCOMPARE(heard.take(), (QList<int>{0, 1, 1}));
    QVERIFY(d.isOnRecord());
    QVERIFY(d.study() == Study{});
    QVERIFY(!d.isModified());
    d.undoStack()->redo();
    QCOMPARE(d.scenario().name, std::string{"What if 1"});
}

void TestDocument::theFirstFreeNumberIsTaken()
{
    auto incident = seed();
    incident.scenarios = {{"What if 1", "", {}}, {"What if 3", "", {}}};
    Document d;
    d.setIncident(incident, {});
    d.edit({MoveEvent{6, 5min}}, label);
    QCOMPARE(d.scenario().name, std::string{"What if 2"});
    d.choose(-1);
    d.edit({MoveEvent{6, 5min}}, label);
    QCOMPARE(d.scenario().name, std::string{"What if 4"});
}

void TestDocument::editsThatChangeNothingMakeNoStepAndKeepWhatCanBeRedone()
{
    Document d;
    d.setIncident(seed(), {});
    d.edit({MoveEvent{6, 0min}}, label);
    d.edit({}, label);
    QCOMPARE(d.undoStack()->count(), 0);
    QVERIFY(d.isOnRecord());
    d.edit({MoveEvent{6, 5min}}, label);
    d.edit({MoveEvent{6, 7min}}, label);
    d.undoStack()->undo();
    Heard heard{d};
    d.edit({MoveEvent{6, 5min}}, label);
    QCOMPARE(heard.take(), (QList<int>{0, 0, 0}));
    QVERIFY(d.undoStack()->canRedo());
}

void TestDocument::aPreviewChangesNothing()
{
    Document d;
    d.setIncident(seed(), {});
    Heard heard{d};
    const auto before = d.study();
    QVERIFY(d.preview({MoveEvent{2, 29min}}).moved(2) == 29min);
    QVERIFY(d.view().moved(2) == 0min);
    d.edit({MoveEvent{6, 5min}}, label);
    heard.take();
    QVERIFY(d.preview({MoveEvent{6, 0min}}).moved(6) == 0min);
    QVERIFY(d.preview({MoveEvent{7, 1min}}).moved(6) == 5min);
    QVERIFY(d.view().moved(6) == 5min);
    QCOMPARE(heard.take(), (QList<int>{0, 0, 0}));
    QCOMPARE(d.undoStack()->count(), 1);
    QVERIFY(before == Study{});
}

void TestDocument::theLaterEditOfAThingReplacesTheEarlier()
{
    Document d;
    d.setIncident(seed(), {});
    d.edit({MoveEvent{6, 5min}}, label);
    d.edit({MoveEvent{6, 7min}}, label);
    QCOMPARE(d.undoStack()->count(), 2);
    QVERIFY(d.scenario().edits == std::vector<Edit>({MoveEvent{6, 7min}}));
    d.edit({MoveEvent{6, 0min}}, label);
    QVERIFY(d.scenario().edits.empty());
    QCOMPARE(d.undoStack()->count(), 3);
    QVERIFY(!d.isOnRecord());
}

void TestDocument::nudgesWithinASecondAreOneStep()
{
    Document d;
    d.setIncident(seed(), {});
    auto now = std::chrono::steady_clock::time_point{};
    d.setSteadyClock([&] { return now; });
    Heard heard{d};
    for (int minute = 1; minute <= 5; ++minute) {
        d.nudge({MoveEvent{6, std::chrono::minutes{minute}}}, label);
        now += 999ms;
    }
    QCOMPARE(d.undoStack()->count(), 1);
    QCOMPARE(heard.take(), (QList<int>{0, 5, 1}));
    QVERIFY(d.view().moved(6) == 5min);
    d.undoStack()->undo();
    QVERIFY(d.isOnRecord());
    d.undoStack()->redo();
    QVERIFY(d.view().moved(6) == 5min);
}

void TestDocument::aNudgeThereAndBackIsNoStep()
{
    Document d;
    d.setIncident(seed(), {});
    d.setSteadyClock([] { return std::chrono::steady_clock::time_point{}; });
    d.addScenario(QStringLiteral("A"));
    d.nudge({MoveEvent{6, 1min}}, label);
    d.nudge({MoveEvent{6, 0min}}, label);
    QCOMPARE(d.undoStack()->count(), 1);
    QVERIFY(d.scenario().edits.empty());
    d.undoStack()->undo();
    QVERIFY(d.study() == Study{});
}

void TestDocument::nudgesApartOrOfOthersAreStepsOfTheirOwn()
{
    Document d;
    d.setIncident(seed(), {});
    auto now = std::chrono::steady_clock::time_point{};
    d.setSteadyClock([&] { return now; });
    d.nudge({MoveEvent{6, 1min}}, label);
    now += 1s;
    d.nudge({MoveEvent{6, 2min}}, label);
    QCOMPARE(d.undoStack()->count(), 2);
    d.nudge({MoveEvent{7, 1min}}, label);
    QCOMPARE(d.undoStack()->count(), 3);
    d.edit({MoveEvent{7, 2min}}, label);
    QCOMPARE(d.undoStack()->count(), 4);
    d.nudge({MoveEvent{7, 3min}}, label);
    QCOMPARE(d.undoStack()->count(), 5);
}

void TestDocument::aDecisionKeepsWhatItReplaced()
{
    Document d;
    d.setIncident(seed(), {});
    Heard heard{d};
    d.read(SetClock{3, {10, 36}, std::nullopt}, label);
    QCOMPARE(heard.take(), (QList<int>{1, 1, 1}));
    QCOMPARE(d.study().reading.size(), std::size_t{1});
    QCOMPARE(d.study().reading[0].was, std::string{"10:35"});
    QCOMPARE(d.study().reading[0].by, By::Person);
    QVERIFY(d.isOnRecord());
    d.read(SetClock{3, {10, 34}, std::nullopt}, label);
    QCOMPARE(d.study().reading.size(), std::size_t{1});
    QCOMPARE(d.study().reading[0].was, std::string{"10:35"});
    d.read(SetDate{date::year{2019} / 10 / 6}, label);
    QCOMPARE(d.study().reading[1].was, std::string{"no date"});
    d.read(SetDate{date::year{2019} / 10 / 7}, label);
    QCOMPARE(d.study().reading[1].was, std::string{"no date"});
    QCOMPARE(d.undoStack()->count(), 4);
}

void TestDocument::aDecisionThatChangesNothingMakesNoStep()
{
    Document d;
    d.setIncident(seed(), {});
    Heard heard{d};
    d.read(SetTitle{"0x19. Postmortem"}, label);
    d.read(std::vector<Change>{}, label);
    QCOMPARE(d.undoStack()->count(), 0);
    QCOMPARE(heard.take(), (QList<int>{0, 0, 0}));
}

void TestDocument::aDecisionTakenBackLeavesNoEntry()
{
    Document d;
    d.setIncident(seed(), {});
    d.read(SetTitle{"Another"}, label);
    d.read(SetTitle{"0x19. Postmortem"}, label);
    QCOMPARE(d.undoStack()->count(), 2);
    QVERIFY(d.study().reading.empty());
}

void TestDocument::severalDecisionsAreOneStep()
{
    Document d;
    d.setIncident(seed(), {});
    Heard heard{d};
    d.read({SetResource{{"master", "master"}}, SetLaneReads{"Bank", "master"}, SetTitle{"Both"}}, label);
    QCOMPARE(d.study().reading.size(), std::size_t{3});
    QCOMPARE(d.undoStack()->count(), 1);
    QCOMPARE(heard.take(), (QList<int>{1, 1, 1}));
}

void TestDocument::choosingIsNoStepAndUndoReturnsToWhereTheEditWas()
{
    Document d;
    d.setIncident(seed(), {});
    const int a = d.addScenario(QStringLiteral("A"));
    const int b = d.addScenario(QStringLiteral("B"));
    d.choose(a);
    d.edit({MoveEvent{6, 5min}}, label);
    Heard heard{d};
    d.choose(b);
    QCOMPARE(heard.take(), (QList<int>{0, 1, 0}));
    d.choose(b);
    QCOMPARE(heard.take(), (QList<int>{0, 0, 0}));
    QCOMPARE(d.undoStack()->count(), 3);
    d.undoStack()->undo();
    QCOMPARE(d.scenario().name, std::string{"A"});
    QVERIFY(d.scenario().edits.empty());
    d.choose(99);
    QVERIFY(d.isOnRecord());
    d.undoStack()->redo();
    QCOMPARE(d.scenario().name, std::string{"A"});
    QCOMPARE(d.scenario().edits.size(), std::size_t{1});
}

void TestDocument::undoAndRedoVisitTheSameValues()
{
    Document d;
    d.setIncident(seed(), {});
    d.setSteadyClock([now = std::chrono::steady_clock::time_point{}]() mutable { return now += 2s; });
    std::vector<Study> visited{d.study()};
    const auto visit = [&] { visited.push_back(d.study()); };
    d.edit({MoveEvent{2, 29min}}, label), visit();
    d.edit({MoveWindow{"backups", 10min, 20min}}, label), visit();
    d.nudge({MoveEvent{6, 1min}}, label), visit();
    d.read(SetClock{3, {10, 36}, std::nullopt}, label), visit();
    d.addScenario(QStringLiteral("B")), visit();
    d.edit({DropEvent{15}, AddEvent{"Bank", "calls", {1, 5min}, Kind::Message, ""}}, label), visit();
    d.renameScenario(0, QStringLiteral("First"), QStringLiteral("A note.")), visit();
    d.resetScenario(1), visit();
    d.removeScenario(0), visit();
    d.read(SetDate{date::year{2019} / 10 / 6}, label), visit();
    QCOMPARE(static_cast<std::size_t>(d.undoStack()->count()), visited.size() - 1);
    for (int round = 0; round < 2; ++round) {
        for (std::size_t i = visited.size() - 1; i-- > 0;) {
            d.undoStack()->undo();
            QVERIFY2(d.study() == visited[i], qPrintable(QString::number(i)));
            QVERIFY(d.resolved().timeline == resolve(d.draft(), d.study().reading).timeline);
        }
        QVERIFY(!d.isModified());
        for (std::size_t i = 1; i < visited.size(); ++i) {
            d.undoStack()->redo();
            QVERIFY2(d.study() == visited[i], qPrintable(QString::number(i)));
        }
    }
}

void TestDocument::scenariosAreAddedRenamedResetAndRemoved()
{
    Document d;
    d.setIncident(seed(), {});
    QCOMPARE(d.addScenario(QStringLiteral("  A  ")), 0);
    QCOMPARE(d.addScenario({}), 1);
    QCOMPARE(d.study().scenarios[0].name, std::string{"A"});
    QCOMPARE(d.study().scenarios[1].name, std::string{"What if 1"});
    d.edit({MoveEvent{6, 5min}}, label);
    d.renameScenario(1, QStringLiteral("B"), QStringLiteral("why"));
    QCOMPARE(d.scenario().name, std::string{"B"});
    QCOMPARE(d.scenario().note, std::string{"why"});
    d.removeScenario(0);
    QCOMPARE(d.scenario().name, std::string{"B"});
    d.resetScenario(0);
    QVERIFY(d.scenario().edits.empty());
    d.removeScenario(0);
    QVERIFY(d.isOnRecord());
    QVERIFY(d.study().scenarios.empty());
    const int steps = d.undoStack()->count();
    d.removeScenario(0);
    d.resetScenario(-1);
    d.renameScenario(0, QStringLiteral("C"), {});
    QCOMPARE(d.undoStack()->count(), steps);
}

void TestDocument::namesStayApart()
{
    Document d;
    d.setIncident(seed(), {});
    d.addScenario(QStringLiteral("A"));
    d.addScenario(QStringLiteral("A"));
    d.addScenario(QStringLiteral("As recorded"));
    QCOMPARE(d.study().scenarios[1].name, std::string{"A 2"});
    QCOMPARE(d.study().scenarios[2].name, std::string{"As recorded 2"});
    d.renameScenario(2, QStringLiteral("A"), {});
    QCOMPARE(d.study().scenarios[2].name, std::string{"A 3"});
    const int steps = d.undoStack()->count();
    d.renameScenario(0, QStringLiteral("A"), {});
    d.renameScenario(0, QStringLiteral("  "), QStringLiteral("note"));
    QCOMPARE(d.undoStack()->count(), steps);
}

void TestDocument::aMeasureIsKeptAndRemovedInOneStepEach()
{
    Document d;
    d.setIncident(seed(), {});
    Heard heard{d};
    const Measure visible{3, 13};
    d.keepMeasure(visible, label);
    QCOMPARE(heard.take(), (QList<int>{0, 1, 1}));
    QVERIFY(d.isKept(visible) && d.isOnRecord());
    d.keepMeasure(visible, label); // it is there already
    QCOMPARE(d.undoStack()->count(), 1);
    d.undoStack()->undo();
    QVERIFY(!d.isKept(visible));
    d.undoStack()->redo();
    QCOMPARE(d.incident().measures, std::vector{visible});
    d.edit({MoveEvent{6, 5min}}, label); // a what-if has the same measures
    QVERIFY(!d.isOnRecord() && d.isKept(visible));
    d.removeMeasure(visible, label);
    QVERIFY(d.incident().measures.empty());
    d.removeMeasure(visible, label);
    QCOMPARE(d.undoStack()->count(), 3);
}

void TestDocument::aMeasureFollowsItsRowsIntoASourceReadAgain()
{
    Incident before = seed();
    before.measures = {{3, 13}, {Point{1, 5min}, 6}, {WindowEdge{"backups", false}, 2}, {1, 2}};
    Draft again = before.draft;
    again.events.open().erase(again.events.open().begin()); // row 1 is gone, and every other row is one further up
    const Carried carried = carriedOver(before, again);
    // Row 2 is as early as row 1 was.
    QCOMPARE(carried.incident.measures, (std::vector<Measure>{{2, 12}, {Point{1, 5min}, 5}, {WindowEdge{"backups", false}, 1}}));
    QCOMPARE(carried.lost.size(), 1u);
    QCOMPARE(QString::fromStdString(carried.lost[0]), QStringLiteral("The old row 1 is gone, and a measure from it with it."));
}

void TestDocument::savingMakesItUnmodifiedUntilTheNextStep()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("bank.lockstep"));
    Document d;
    d.setIncident(seed(), QStringLiteral("postmortem.md"));
    d.edit({MoveEvent{6, 5min}}, label);
    Heard heard{d};
    QVERIFY(d.save(path));
    QCOMPARE(heard.take(), (QList<int>{0, 0, 1}));
    QVERIFY(!d.isModified());
    QCOMPARE(d.studyPath(), path);
    QCOMPARE(d.path(), QStringLiteral("postmortem.md"));
    d.undoStack()->undo();
    QVERIFY(d.isModified());
    d.undoStack()->redo();
    QVERIFY(!d.isModified());
    d.edit({MoveEvent{6, 6min}}, label);
    QVERIFY(d.isModified());
}

void TestDocument::whatWasSavedOpensEqual()
{
    const QTemporaryDir folder;
    const auto first = folder.filePath(QStringLiteral("a.lockstep")), second = folder.filePath(QStringLiteral("b.lockstep"));
    Document d;
    d.setIncident(seed(), {});
    d.read({SetResource{{"master", "master"}}, SetDate{date::year{2019} / 10 / 6}}, label);
    d.edit({MoveEvent{2, 29min}, DropEvent{15}}, label);
    QVERIFY(d.save(first));
    const auto opened = openIncident(first.toStdString());
    QVERIFY(opened);
    QVERIFY(*opened == d.incident());
    Document e;
    e.setIncident(*opened, first);
    QVERIFY(e.resolved().timeline == d.resolved().timeline);
    QVERIFY(e.save(second));
    QFile a{first}, b{second};
    QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
    QCOMPARE(b.readAll(), a.readAll());
}

void TestDocument::theOpenedSourceIsNeverWritten()
{
    const QTemporaryDir folder;
    const auto source = folder.filePath(QStringLiteral("notes.md"));
    writeFile(source, "the source");
    QVERIFY(QFile::link(source, folder.filePath(QStringLiteral("link.md"))));
    Document d;
    d.setIncident(seed(), source);
    d.edit({MoveEvent{6, 5min}}, label);
    for (const char* name : {"notes.md", "link.md", "./notes.md"}) {
        const auto saved = d.save(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(!saved);
        QCOMPARE(saved.error().what, std::string{"This is the document that was opened; it is never written."});
    }
    QVERIFY(d.isModified());
    QFile file{source};
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray{"the source"});
}

void TestDocument::aFailedSaveLeavesItModified()
{
    Document d;
    d.setIncident(seed(), {});
    d.edit({MoveEvent{6, 5min}}, label);
    QVERIFY(!d.save(QStringLiteral("/no/such/folder/bank.lockstep")));
    QVERIFY(d.isModified());
    QCOMPARE(d.studyPath(), QString{});
}

void TestDocument::anotherIncidentClearsTheStack()
{
    Document d;
    d.setIncident(seed(), {});
    d.edit({MoveEvent{6, 5min}}, label);
    Heard heard{d};
    d.setIncident(seed(), {});
    QCOMPARE(heard.take(), (QList<int>{1, 1, 1}));
    QCOMPARE(d.undoStack()->count(), 0);
    QVERIFY(!d.isModified());
    QVERIFY(d.study() == Study{});
}

void TestDocument::recoveredWorkIsModified()
{
    auto incident = seed();
    incident.scenarios = {{"A", "", {MoveEvent{6, 5min}}}};
    Document d;
    d.setRecovered(incident, QStringLiteral("notes.md"), QStringLiteral("study.lockstep"));
    QVERIFY(d.isModified());
    QCOMPARE(d.studyPath(), QStringLiteral("study.lockstep"));
    d.edit({MoveEvent{6, 6min}}, label);
    d.undoStack()->undo();
    d.undoStack()->undo();
    QVERIFY(d.isModified());
}

void TestDocument::aTypedTitleIsTheHeadline()
{
    Document d;
    d.setIncident(seed(), {});
    QVERIFY(d.finding().headline != "Typed");
    d.read(SetTitle{"Typed"}, label);
    QCOMPARE(d.finding().headline, std::string{"Typed"});
    d.undoStack()->undo();
    QVERIFY(d.finding().headline != "Typed");
}

QTEST_MAIN(TestDocument)
#include "tst_document.moc"
