#include "support/window_bench.h"
#include "ui/bundled.h"
#include "ui/decisions.h"
#include "ui/selection.h"
#include <QAction>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUrl>
#include <algorithm>
#include "support/eventually.h"

using namespace lockstep;
using namespace lockstep::test;

namespace {

const char threeRows[] = "# Slow night\n\n- 10:00 UTC - The queue grows\n- 10:20 UTC - Workers are added\n- 10:45 UTC - The queue is empty\n";

QString written(const QTemporaryDir& folder, const char* name, const QByteArray& bytes)
{
    const QString path = folder.filePath(QLatin1String(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("not written");
    return path;
}

/// As a desktop does: onto the chart, where most of the window is.
void drop(Bench& bench, const QString& path)
{
    QWidget* under = bench.view().viewport();
    QMimeData held;
    held.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &held, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(under, &enter);
    QDropEvent event(QPointF(300, 300), Qt::CopyAction, &held, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(under, &event);
    QVERIFY(event.isAccepted());
}

} // namespace

class TestWindowFiles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void aStudyComesBackAsItWasLeft();
    void aStudyFromElsewhereSaysWhatItHolds();
    void pastedTextIsANewDocument();
    void pastingAsksForUnsavedChanges();
    void textWithoutATimelineLeavesWhatIsOpen();
    void aSmallerDocumentTakesThePlaceOfALargerOne();
    void aDroppedFileIsOpened();
    void aDroppedFileThatCannotBeReadLeavesWhatIsOpen_data();
    void aDroppedFileThatCannotBeReadLeavesWhatIsOpen();
    void aCopiedPictureIsOnTheClipboard();
    void aFileChangedOnDiskIsReadAgain();
    void whatIfsStayWhenTheRowsAreTheSame();
    void whatFindsNoRowAnyMoreIsListed();
    void savingIsNoChangeOnDisk();
    void withNothingOpenNothingIsOffered();
};

void TestWindowFiles::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("lockstep-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("window-files-%1").arg(QCoreApplication::applicationPid()));
}

void TestWindowFiles::cleanup()
{
    QSettings{}.clear();
}

void TestWindowFiles::aStudyComesBackAsItWasLeft()
{
    QTemporaryDir folder;
    const QString study = folder.filePath(QStringLiteral("study.lockstep"));
    {
        Bench bench;
        bench.document().addScenario(QStringLiteral("One"));
        bench.document().addScenario(QStringLiteral("Two"));
        bench.document().choose(0);
        QVERIFY(bench.window.saveAs(study));
    }
    MainWindow window;
    QVERIFY(window.open(study));
    QCOMPARE(window.document().scenario().name, std::string{"One"});
    QVERIFY(!window.document().isModified());
    window.document().choose(-1);
    QVERIFY(window.close());
    MainWindow again;
    QVERIFY(again.open(study));
    QVERIFY(again.document().isOnRecord());
}

void TestWindowFiles::aStudyFromElsewhereSaysWhatItHolds()
{
    QTemporaryDir folder;
    const QString study = folder.filePath(QStringLiteral("study.lockstep"));
    Bench bench;
    bench.document().addScenario(QStringLiteral("Later backups"));
    QVERIFY(bench.window.saveAs(study));
    QSettings{}.clear();
    bench.document().choose(-1);
    MainWindow other;
    other.show();
    QVERIFY(other.open(study));
    QVERIFY(other.document().isOnRecord());
    QCOMPARE(other.messages().text(), QStringLiteral("This study holds a what-if."));
    QPushButton* way = buttonCalled(other, QStringLiteral("Show 'Later backups'"));
    QVERIFY(way);
    QTest::mouseClick(way, Qt::LeftButton);
    QCOMPARE(other.document().scenario().name, std::string{"Later backups"});
    QCOMPARE(other.messages().text(), QStringLiteral("You are exploring 'Later backups'. The record is unchanged."));
}

void TestWindowFiles::pastedTextIsANewDocument()
{
    MainWindow window;
    window.askUnsaved = [] { return MainWindow::Unsaved::Discard; };
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QGuiApplication::clipboard()->setText(QString::fromUtf8(threeRows));
    QTest::keyClick(&window, Qt::Key_V, Qt::ControlModifier);
    QVERIFY(window.document().isOpen());
    QCOMPARE(window.document().view().eventCount(), 3);
    QCOMPARE(window.windowTitle(), QStringLiteral("Slow night (pasted text)[*] \u2014 Lockstep"));
    // It is in no file: leaving it asks.
    QVERIFY(window.document().isModified());
}

void TestWindowFiles::pastingAsksForUnsavedChanges()
{
    Bench bench;
    int asked = 0;
    bench.window.askUnsaved = [&] {
        ++asked;
        return MainWindow::Unsaved::Cancel;
    };
    markAsLookUp(bench.document(), {1}, true);
    QVERIFY(!bench.window.openText(threeRows));
    QCOMPARE(asked, 1);
    QCOMPARE(bench.document().view().eventCount(), 15);
}

void TestWindowFiles::textWithoutATimelineLeavesWhatIsOpen()
{
    Bench bench;
    QVERIFY(!bench.window.openText("Nothing happened here.\n"));
    QCOMPARE(bench.document().view().eventCount(), 15);
    QVERIFY(bench.window.messages().text().startsWith(QStringLiteral("The text was not opened.")));
}

void TestWindowFiles::aSmallerDocumentTakesThePlaceOfALargerOne()
{
    // Its message makes the bar grow, and the chart is laid out anew before it has the new rows.
    Bench bench;
    QVERIFY(bench.window.openText("# Slow night\n\n- 10:00 - The queue grows\n- 10:20 - Workers are added\n"));
    QCOMPARE(bench.document().view().eventCount(), 2);
    QVERIFY(bench.window.messages().isVisible());
    bench.document().setIncident({seedDraft(), {}, {}}, QStringLiteral("postmortem.md"));
    QCOMPARE(bench.document().view().eventCount(), 15);
}

void TestWindowFiles::aDroppedFileIsOpened()
{
    QTemporaryDir folder;
    Bench bench;
    drop(bench, written(folder, "slow.md", threeRows));
    QCOMPARE(bench.document().view().eventCount(), 3);
}

void TestWindowFiles::aDroppedFileThatCannotBeReadLeavesWhatIsOpen_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing") << QByteArray() << QStringLiteral("missing.md was not opened.");
    QTest::newRow("empty") << QByteArray("") << QStringLiteral("is empty");
    QTest::newRow("binary") << QByteArray("\x89\xff\xfe\0\0\x01", 6) << QStringLiteral("not UTF-8");
    QTest::newRow("no timeline") << QByteArray("Hello\n\nnothing here\n") << QStringLiteral("No timeline found");
}

void TestWindowFiles::aDroppedFileThatCannotBeReadLeavesWhatIsOpen()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    QTemporaryDir folder;
    Bench bench;
    markAsLookUp(bench.document(), {1}, true);
    drop(bench, bytes.isNull() ? folder.filePath(QStringLiteral("missing.md")) : written(folder, "other.md", bytes));
    QVERIFY2(bench.window.messages().text().contains(words), qPrintable(bench.window.messages().text()));
    QCOMPARE(bench.document().view().eventCount(), 15);
    QVERIFY(bench.document().isModified());
    QCOMPARE(bench.undoSteps(), 1);
}

void TestWindowFiles::aCopiedPictureIsOnTheClipboard()
{
    Bench bench;
    for (QAction* action : bench.window.findChildren<QAction*>())
        if (action->text() == QStringLiteral("Copy picture"))
            action->trigger();
    const QImage held = QGuiApplication::clipboard()->image();
    QCOMPARE(held.size(), QSize(3200, 1800));
    QVERIFY(bench.window.messages().text().contains(QStringLiteral("on the clipboard")));
}

void TestWindowFiles::aFileChangedOnDiskIsReadAgain()
{
    QTemporaryDir folder;
    const QString path = written(folder, "night.md", threeRows);
    MainWindow window;
    window.show();
    QVERIFY(window.open(path));
    written(folder, "night.md", QByteArray(threeRows) + "- 11:00 UTC - All is well\n");
    QTRY_COMPARE(window.messages().text(), QStringLiteral("night.md changed on disk."));
    QCOMPARE(window.document().view().eventCount(), 3);
    QTest::mouseClick(buttonCalled(window, QStringLiteral("Reload")), Qt::LeftButton);
    QCOMPARE(window.document().view().eventCount(), 4);
    QVERIFY(!window.document().isModified());
}

void TestWindowFiles::whatIfsStayWhenTheRowsAreTheSame()
{
    QTemporaryDir folder;
    const QString path = written(folder, "night.md", threeRows);
    MainWindow window;
    QVERIFY(window.open(path));
    markAsLookUp(window.document(), {2}, true);
    window.document().addScenario(QStringLiteral("Sooner"));
    written(folder, "night.md", "A word before.\n\n" + QByteArray(threeRows));
    window.reload();
    QCOMPARE(window.document().scenario().name, std::string{"Sooner"});
    QCOMPARE(window.document().view().event(2).kind, Kind::Read);
    QCOMPARE(window.document().view().event(2).line, 6);
    QVERIFY(window.document().isModified());
    window.askUnsaved = [] { return MainWindow::Unsaved::Discard; };
}

void TestWindowFiles::whatFindsNoRowAnyMoreIsListed()
{
    QTemporaryDir folder;
    const QString path = written(folder, "night.md", threeRows);
    MainWindow window;
    QVERIFY(window.open(path));
    window.askUnsaved = [] { return MainWindow::Unsaved::Discard; };
    markAsLookUp(window.document(), {2}, true);
    markAsLookUp(window.document(), {3}, true);
    window.document().addScenario(QStringLiteral("Sooner"));
    written(folder, "night.md", QByteArray(threeRows).replace("10:20", "10:25"));
    window.reload();
    QCOMPARE(window.messages().text(), QStringLiteral("night.md was read again. Corrections and what-ifs were carried over."));
    QCOMPARE(window.document().scenario().name, std::string{"Sooner"});
    QCOMPARE(window.document().view().event(2).kind, Kind::Read);
    written(folder, "night.md", QByteArray(threeRows).replace("- 10:20 UTC - Workers are added\n", ""));
    window.reload();
    QCOMPARE(window.messages().text(), QStringLiteral("night.md was read again. One thing was not carried over."));
    QCOMPARE(window.document().view().event(2).kind, Kind::Read);
    window.document().undoStack()->undo();
    QCOMPARE(window.document().view().eventCount(), 3);
}

void TestWindowFiles::savingIsNoChangeOnDisk()
{
    QTemporaryDir folder;
    const QString study = folder.filePath(QStringLiteral("study.lockstep"));
    MainWindow window;
    window.show();
    QVERIFY(window.open(written(folder, "night.md", threeRows)));
    QVERIFY(window.saveAs(study));
    QVERIFY(window.open(study));
    markAsLookUp(window.document(), {2}, true);
    QVERIFY(window.save());
    QTest::qWait(500);
    QVERIFY(!window.messages().text().contains(QStringLiteral("on disk")));
}

void TestWindowFiles::withNothingOpenNothingIsOffered()
{
    MainWindow window;
    window.show();
    for (QToolButton* button : window.findChildren<QToolButton*>(QStringLiteral("tool")))
        if (button->text() != QStringLiteral("Open") && button->accessibleName() != QStringLiteral("Menu"))
            QVERIFY2(!button->isEnabled(), qPrintable(button->text()));
    QStringList offered;
    for (const QAction* action : window.findChildren<QAction*>())
        if (action->isEnabled() && !action->menu() && !action->isSeparator() && !action->text().isEmpty())
            offered << action->text();
    offered.sort();
    const QStringList harmless{QStringLiteral("About Lockstep"), QStringLiteral("Keys and gestures"), QStringLiteral("Open\u2026"),
        QStringLiteral("Paste a timeline"), QStringLiteral("Quit"), QStringLiteral("The bank incident")};
    QCOMPARE(offered, harmless);
}

QTEST_MAIN(TestWindowFiles)
#include "tst_window_files.moc"
