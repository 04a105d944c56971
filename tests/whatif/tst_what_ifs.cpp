#include "formats/importer.h"
#include "support/bank_reading.h"
#include "support/bank_what_ifs.h"
#include "support/seed_draft.h"
#include "whatif/document.h"
#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>

using namespace lockstep;
using namespace lockstep::test;
using namespace Qt::StringLiterals;
using std::chrono::minutes;

namespace {

Incident bank()
{
    return {seedDraft(), bankReading(),
        {{"Lock only the master", "The document's own remedy.", {onlyMaster}},
            {"Back up after the integration", {}, {MoveEvent{2, minutes{29}}}}, {"Nothing yet", {}, {}}}};
}

QStringList names(const Document& d)
{
    QStringList all;
    for (const Scenario& scenario : d.study().scenarios)
        all << QString::fromStdString(scenario.name);
    return all;
}

QStringList steps(const Document& d)
{
    QStringList all;
    for (int i = 0; i < d.undoStack()->count(); ++i)
        all << d.undoStack()->text(i);
    return all;
}

QByteArray fileOf(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

class TestWhatIfs : public QObject {
    Q_OBJECT
private slots:
    void everythingDoneToTheListIsOneNamedStep()
    {
        Document d;
        d.setIncident(bank(), u"postmortem.md"_s);
        QCOMPARE(d.duplicateScenario(0), 1);
        QCOMPARE(names(d), (QStringList{u"Lock only the master"_s, u"Lock only the master 2"_s, u"Back up after the integration"_s, u"Nothing yet"_s}));
        QCOMPARE(d.scenario().edits, std::vector<Edit>{Edit{onlyMaster}});
        QCOMPARE(d.scenario().note, std::string{"The document's own remedy."});
        d.renameScenario(1, u"Mirror first"_s, u"The document's own remedy."_s);
        d.renameScenario(1, u"Mirror first"_s, u"Asked by the bank."_s);
        d.moveScenario(1, 3);
        QCOMPARE(names(d), (QStringList{u"Lock only the master"_s, u"Back up after the integration"_s, u"Nothing yet"_s, u"Mirror first"_s}));
        QCOMPARE(d.study().current, 3);
        d.moveScenario(3, 0);
        d.resetScenario(0);
        d.removeScenario(0);
        QCOMPARE(steps(d), (QStringList{u"Duplicate 'Lock only the master'"_s, u"Rename 'Lock only the master 2'"_s, u"Note on 'Mirror first'"_s,
                               u"Move 'Mirror first' down"_s, u"Move 'Mirror first' up"_s, u"Reset 'Mirror first'"_s, u"Remove 'Mirror first'"_s}));
        d.undoStack()->setIndex(0);
        QCOMPARE(d.study().scenarios, bank().scenarios);
        QVERIFY(!d.isModified());
        d.undoStack()->setIndex(7);
        QCOMPARE(names(d), (QStringList{u"Lock only the master"_s, u"Back up after the integration"_s, u"Nothing yet"_s}));
    }

    void theListKeepsTheChosenOneWhenAnotherMoves_data()
    {
        QTest::addColumn<int>("chosen");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("passed on the way down") << 1 << 0 << 2;
        QTest::newRow("passed on the way up") << 1 << 2 << 0;
        QTest::newRow("not passed") << 0 << 1 << 2;
        QTest::newRow("past the end") << 0 << 0 << 9;
        QTest::newRow("before the begin") << 2 << 2 << -3;
        QTest::newRow("the record") << -1 << 2 << 0;
    }
    void theListKeepsTheChosenOneWhenAnotherMoves()
    {
        QFETCH(int, chosen);
        QFETCH(int, from);
        QFETCH(int, to);
        Document d;
        d.setIncident(bank(), u"postmortem.md"_s);
        d.choose(chosen);
        const Scenario before = d.scenario();
        d.moveScenario(from, to);
        QCOMPARE(d.undoStack()->count(), 1);
        QCOMPARE(d.scenario(), before);
        QVERIFY(d.study().scenarios != bank().scenarios);
    }

    void whatChangesNothingIsNoStep()
    {
        Document d;
        d.setIncident(bank(), u"postmortem.md"_s);
        d.moveScenario(0, -1);
        d.moveScenario(2, 7);
        d.moveScenario(5, 0);
        d.duplicateScenario(-1);
        d.resetScenario(2);
        d.renameScenario(0, u"Lock only the master"_s, u"The document's own remedy."_s);
        QCOMPARE(d.undoStack()->count(), 0);
    }

    /// Looking at another what-if is no step, and undo goes back to the one it changes.
    void undoShowsWhatItChanged()
    {
        Document d;
        d.setIncident(bank(), u"postmortem.md"_s);
        d.choose(1);
        d.removeScenario(1);
        d.choose(0);
        QCOMPARE(d.undoStack()->count(), 1);
        d.undoStack()->undo();
        QCOMPARE(d.scenario().name, std::string{"Back up after the integration"});
        d.choose(0);
        d.edit({MoveEvent{8, minutes{3}}}, u"Move"_s);
        d.choose(-1);
        d.undoStack()->undo();
        QCOMPARE(d.scenario().name, std::string{"Lock only the master"});
        d.choose(1);
        d.undoStack()->redo();
        QCOMPARE(d.scenario().name, std::string{"Lock only the master"});
    }

    void namesAreUniqueWhateverTheirCase()
    {
        Document d;
        d.setIncident(bank(), u"postmortem.md"_s);
        d.addScenario(u"LOCK only the master"_s);
        QCOMPARE(d.scenario().name, std::string{"LOCK only the master 2"});
        d.addScenario(u"as recorded"_s);
        QCOMPARE(d.scenario().name, std::string{"as recorded 2"});
        d.addScenario({});
        QCOMPARE(d.scenario().name, std::string{"What if 1"});
        d.duplicateScenario(d.study().current);
        QCOMPARE(d.scenario().name, std::string{"What if 2"});
        d.duplicateScenario(d.study().current);
        QCOMPARE(d.scenario().name, std::string{"What if 3"});
    }

    void whatIsSavedOpensAgainAndIsSavedAlike()
    {
        const QTemporaryDir at;
        const QString one = at.filePath(u"one.lockstep"_s), two = at.filePath(u"two.lockstep"_s);
        Document d;
        d.setIncident(bank(), u"postmortem.md"_s);
        d.duplicateScenario(0);
        d.renameScenario(1, u"Mirror first"_s, u"Asked by the bank."_s);
        d.edit({SetReads{"Bank", "mirror"}, DropEvent{5}}, u"Edit"_s);
        d.moveScenario(1, 3);
        QVERIFY(d.save(one).has_value());
        const auto opened = openIncident(one.toStdString());
        QVERIFY(opened.has_value());
        QCOMPARE(opened->scenarios, d.study().scenarios);
        Document again;
        again.setIncident(*opened, one);
        QVERIFY(again.save(two).has_value());
        QVERIFY(!fileOf(one).isEmpty());
        QCOMPARE(fileOf(two), fileOf(one));
    }

    void aCorrectedClockSaysWhatItDidToTheWhatIfs()
    {
        Document d;
        d.setIncident(bank(), u"postmortem.md"_s);
        // At 12:00 in Vietnam row 13 lies at 05:00Z, and the moved lock ends between 04:59Z and 05:29Z.
        d.read(SetClock{13, {.hour = 12, .minute = 0}, {}}, u"Correct"_s);
        QCOMPARE(d.rebased(), std::vector<std::string>{"In 'Back up after the integration', row 13 is now possibly during the lock."});
        d.choose(1);
        QVERIFY(d.rebased().empty());
        d.undoStack()->undo();
        QCOMPARE(d.rebased(), std::vector<std::string>{"In 'Back up after the integration', row 13 is now during the lock."});
    }

    void aDocumentReadAgainIsOneStep()
    {
        Document d;
        d.setIncident(bank(), u"postmortem.md"_s);
        d.choose(1);
        Draft again = seedDraft();
        again.events.open().erase(again.events.open().begin());
        d.readAgain(carriedOver(d.incident(), again));
        QCOMPARE(d.view().record().events.size(), std::size_t{14});
        QCOMPARE(d.scenario().edits, (std::vector<Edit>{MoveEvent{1, minutes{29}}}));
        QCOMPARE(d.undoStack()->undoText(), u"Read postmortem.md again"_s);
        QVERIFY(d.isModified());
        d.undoStack()->undo();
        QCOMPARE(d.view().record().events.size(), std::size_t{15});
        QVERIFY(d.incident() == bank());
        QVERIFY(!d.isModified());
    }
};

QTEST_GUILESS_MAIN(TestWhatIfs)
#include "tst_what_ifs.moc"
