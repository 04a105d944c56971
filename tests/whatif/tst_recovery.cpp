#include "formats/importer.h"
#include "support/seed_draft.h"
#include "whatif/recovery.h"
#include <QDir>
#include <QLockFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <QUndoStack>
#include "support/eventually.h"

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

/// A folder with the journal of a run that ended badly, after one edit.
struct Crashed {
    QTemporaryDir folder;
    Incident incident;

    explicit Crashed(const QString& path = QStringLiteral("notes.md"))
    {
        const QTemporaryDir running;
        Document document;
        document.setIncident(seed(), path);
        Recovery recovery{document, running.path()};
        document.edit({MoveEvent{6, 5min}}, label);
        recovery.writeNow();
        incident = document.incident();
        for (const auto& journal : journals(running.path()))
            QFile::copy(running.filePath(journal), folder.filePath(journal));
    }
    static QStringList journals(const QString& folder) { return QDir{folder}.entryList({QStringLiteral("*.journal")}, QDir::Files); }
    QStringList journals() const { return journals(folder.path()); }
};

} // namespace

class TestRecovery : public QObject {
    Q_OBJECT
private slots:
    void aChangeIsInTheJournalWithinTwoSeconds();
    void savingRemovesTheJournal();
    void undoneToTheStartNothingIsKept();
    void endingWellRemovesTheJournal();
    void openingAnotherDocumentRemovesTheJournal();
    void runningProgramsKeepTheirWork();
    void lostWorkSaysWhereItBelongs();
    void recoveredWorkIsEqualAndModifiedAndKeptAtOnce();
    void openingTheSourceKeepsTheLostWork();
    void untitledWorkIsKeptToo();
    void aBrokenJournalStaysAndChangesNothing();
    void discardedWorkIsGone();
    void anUnwritableFolderIsReported();
    void ofALargeFileOnlyTheDecisionsAreKept();
    void aLargeFileThatIsAnotherNowLosesNothing();
};

namespace {

/// A log of more rows than a journal holds, with one row moved when the program ended badly.
struct CrashedLog {
    QTemporaryDir folder, work;
    QString path = folder.filePath(QStringLiteral("log.csv"));
    Incident incident;

    CrashedLog()
    {
        write({});
        const QTemporaryDir running;
        Document document;
        document.setIncident(*openIncident(path.toStdString()), path);
        Recovery recovery{document, running.path()};
        document.edit({MoveEvent{20'500, 5min}}, label);
        recovery.writeNow();
        incident = document.incident();
        for (const auto& journal : Crashed::journals(running.path()))
            QFile::copy(running.filePath(journal), work.filePath(journal));
    }
    void write(const QByteArray& more) const
    {
        QByteArray rows{"time,who,what\n"};
        for (int i = 0; i < 21'000; ++i)
            rows += QTime{0, 0}.addSecs(i).toString(QStringLiteral("hh:mm:ss")).toUtf8() + ",Bank,Row " + QByteArray::number(i) + '\n';
        QFile file{path};
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(rows + more) > 0);
    }
};

} // namespace

void TestRecovery::ofALargeFileOnlyTheDecisionsAreKept()
{
    const CrashedLog crashed;
    const auto journals = Crashed::journals(crashed.work.path());
    QCOMPARE(journals.size(), 1);
    QVERIFY(QFileInfo{crashed.work.filePath(journals[0])}.size() < 2'000);
    Document document;
    Recovery recovery{document, crashed.work.path()};
    const auto recovered = recovery.recover(Recovery::lostWork(crashed.work.path()).at(0));
    QVERIFY2(recovered, recovered ? "" : recovered.error().what.c_str());
    QVERIFY(document.incident() == crashed.incident);
    QVERIFY(document.isModified());
    QCOMPARE(document.path(), crashed.path);
}

void TestRecovery::aLargeFileThatIsAnotherNowLosesNothing()
{
    const CrashedLog crashed;
    const auto journals = Crashed::journals(crashed.work.path());
    crashed.write("05:51:00,Bank,One more\n");
    Document document;
    Recovery recovery{document, crashed.work.path()};
    const auto changed = recovery.recover(Recovery::lostWork(crashed.work.path()).at(0));
    QVERIFY(!changed && changed.error().what.find("log.csv has changed since") == 0);
    QFile::remove(crashed.path);
    const auto gone = recovery.recover(Recovery::lostWork(crashed.work.path()).at(0));
    QVERIFY(!gone && gone.error().what.find("log.csv, which cannot be read") != std::string::npos);
    QCOMPARE(Crashed::journals(crashed.work.path()), journals);
    crashed.write({});
    QVERIFY(recovery.recover(Recovery::lostWork(crashed.work.path()).at(0)));
    QVERIFY(document.incident() == crashed.incident);
}

void TestRecovery::aChangeIsInTheJournalWithinTwoSeconds()
{
    const QTemporaryDir folder;
    Document document;
    document.setIncident(seed(), {});
    const Recovery recovery{document, folder.path()};
    QCOMPARE(Crashed::journals(folder.path()).size(), 0);
    document.edit({MoveEvent{6, 5min}}, label);
    QTRY_COMPARE_WITH_TIMEOUT(Crashed::journals(folder.path()).size(), 1, 2000);
}

void TestRecovery::savingRemovesTheJournal()
{
    const QTemporaryDir folder, other;
    Document document;
    document.setIncident(seed(), {});
    Recovery recovery{document, folder.path()};
    document.edit({MoveEvent{6, 5min}}, label);
    recovery.writeNow();
    QCOMPARE(Crashed::journals(folder.path()).size(), 1);
    QVERIFY(document.save(other.filePath(QStringLiteral("a.lockstep"))));
    QCOMPARE(QDir{folder.path()}.entryList(QDir::Files).size(), 0);
}

void TestRecovery::undoneToTheStartNothingIsKept()
{
    const QTemporaryDir folder;
    Document document;
    document.setIncident(seed(), {});
    Recovery recovery{document, folder.path()};
    document.edit({MoveEvent{6, 5min}}, label);
    recovery.writeNow();
    document.undoStack()->undo();
    QCOMPARE(Crashed::journals(folder.path()).size(), 0);
    recovery.writeNow();
    QCOMPARE(Crashed::journals(folder.path()).size(), 0);
}

void TestRecovery::endingWellRemovesTheJournal()
{
    const QTemporaryDir folder;
    {
        Document document;
        document.setIncident(seed(), {});
        Recovery recovery{document, folder.path()};
        document.edit({MoveEvent{6, 5min}}, label);
        recovery.writeNow();
        QCOMPARE(Crashed::journals(folder.path()).size(), 1);
    }
    QCOMPARE(QDir{folder.path()}.entryList(QDir::Files).size(), 0);
}

void TestRecovery::openingAnotherDocumentRemovesTheJournal()
{
    const QTemporaryDir folder;
    Document document;
    document.setIncident(seed(), {});
    Recovery recovery{document, folder.path()};
    document.edit({MoveEvent{6, 5min}}, label);
    recovery.writeNow();
    document.setIncident(seed(), {});
    QCOMPARE(Crashed::journals(folder.path()).size(), 0);
}

void TestRecovery::runningProgramsKeepTheirWork()
{
    const QTemporaryDir folder;
    Document document;
    document.setIncident(seed(), {});
    Recovery recovery{document, folder.path()};
    document.edit({MoveEvent{6, 5min}}, label);
    recovery.writeNow();
    QCOMPARE(Crashed::journals(folder.path()).size(), 1);
    QCOMPARE(Recovery::lostWork(folder.path()).size(), std::size_t{0});
    QCOMPARE(Crashed::journals(folder.path()).size(), 1);
}

void TestRecovery::lostWorkSaysWhereItBelongs()
{
    const Crashed crashed;
    const auto lost = Recovery::lostWork(crashed.folder.path());
    QCOMPARE(lost.size(), std::size_t{1});
    QCOMPARE(lost[0].path, QStringLiteral("notes.md"));
    QCOMPARE(lost[0].studyPath, QString{});
    QCOMPARE(lost[0].title, QStringLiteral("0x19. Postmortem"));
    QVERIFY(lost[0].changed.isValid());
    QCOMPARE(Recovery::lostWork(crashed.folder.filePath(QStringLiteral("none"))).size(), std::size_t{0});
}

void TestRecovery::recoveredWorkIsEqualAndModifiedAndKeptAtOnce()
{
    const Crashed crashed{QStringLiteral("bank.lockstep")};
    const auto old = crashed.journals();
    Document document;
    Recovery recovery{document, crashed.folder.path()};
    QVERIFY(recovery.recover(Recovery::lostWork(crashed.folder.path()).at(0)));
    QVERIFY(document.incident() == crashed.incident);
    QVERIFY(document.isModified());
    QCOMPARE(document.path(), QStringLiteral("bank.lockstep"));
    QCOMPARE(document.studyPath(), QStringLiteral("bank.lockstep"));
    QCOMPARE(crashed.journals().size(), 1);
    QVERIFY(crashed.journals() != old);
    QCOMPARE(Recovery::lostWork(crashed.folder.path()).size(), std::size_t{0});
}

void TestRecovery::openingTheSourceKeepsTheLostWork()
{
    const Crashed crashed;
    {
        Document document;
        const Recovery recovery{document, crashed.folder.path()};
        document.setIncident(seed(), QStringLiteral("notes.md"));
    }
    QCOMPARE(Recovery::lostWork(crashed.folder.path()).size(), std::size_t{1});
}

void TestRecovery::untitledWorkIsKeptToo()
{
    const Crashed crashed{QString{}};
    QCOMPARE(Recovery::lostWork(crashed.folder.path()).at(0).path, QString{});
}

void TestRecovery::aBrokenJournalStaysAndChangesNothing()
{
    const Crashed crashed;
    const auto lost = Recovery::lostWork(crashed.folder.path()).at(0);
    QFile file{lost.journal};
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 2));
    file.close();
    Document document;
    document.setIncident(seed(), QStringLiteral("open.md"));
    Recovery recovery{document, crashed.folder.path()};
    const auto recovered = recovery.recover(lost);
    QVERIFY(!recovered);
    QVERIFY(recovered.error().line > 0);
    QCOMPARE(document.path(), QStringLiteral("open.md"));
    QVERIFY(!document.isModified());
    QVERIFY(QFile::exists(lost.journal));
}

void TestRecovery::discardedWorkIsGone()
{
    const Crashed crashed;
    Recovery::discard(Recovery::lostWork(crashed.folder.path()).at(0));
    QCOMPARE(QDir{crashed.folder.path()}.entryList(QDir::Files).size(), 0);
}

void TestRecovery::anUnwritableFolderIsReported()
{
    const QTemporaryDir folder;
    QFile file{folder.filePath(QStringLiteral("plain"))};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    Document document;
    document.setIncident(seed(), {});
    Recovery recovery{document, folder.filePath(QStringLiteral("plain/recovery"))};
    const QSignalSpy failed{&recovery, &Recovery::failed};
    document.edit({MoveEvent{6, 5min}}, label);
    recovery.writeNow();
    QCOMPARE(failed.size(), 1);
    QVERIFY(document.isModified());
}

QTEST_MAIN(TestRecovery)
#include "tst_recovery.moc"
