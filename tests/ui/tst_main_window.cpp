#include "chart/picture.h"
#include "support/window_bench.h"
#include "ui/bundled.h"
#include "ui/chart_accessible.h"
#include "ui/chart_view.h"
#include "ui/clock_editor.h"
#include "ui/decisions.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/selection.h"
#include "ui/selection_panel.h"
#include "ui/table_card.h"
#include "ui/window_edit.h"
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>
#include <QWheelEvent>
#include <algorithm>
#include "support/eventually.h"

using namespace lockstep;
using namespace lockstep::test;
using namespace std::chrono_literals;

class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theTitleNamesDocumentAndFile();
    void aMarkIsSelectedByAClick();
    void aDragOnTheRecordStartsAWhatIf();
    void aDragSaysWhatItWouldDoBeforeRelease();
    void thePanelShowsWhatADragDraws();
    void aDragIsOneUndoStep();
    void escapeCancelsADrag();
    void aDragBackToItsStartIsNone();
    void aShakyClickIsNoDrag();
    void theLockIsDragged();
    void altAndAnArrowNudgesByAMinute();
    void twoSelectedRowsAndLMakeAWindow();
    void aStretchOfTheStripMakesAWindow();
    void f2CorrectsTheRecordAndIsUndone();
    void f2InAWhatIfMovesTheRow();
    void aMoveCanBeTakenAsACorrection();
    void theTableIsTheChartsTwin();
    void theTableCorrectsAClock();
    void aFileThatCannotBeOpenedLeavesWhatIsOpen();
    void unsavedChangesAreAskedFor();
    void theMessageSaysWhatWasInferred();
    void theDateIsAskedForInTheBar();
    void theWheelZoomsAtThePointerAndBackspaceGoesBack();
    void arrowsWalkTheRows();
    void theChartTakesMostOfTheWindow();
    void aPictureIsWrittenAndSaysWhere();
    void screenReadersHearTheRows();
    void theLookFollowsTheDesktop();
    void anEmptyCheckBoxIsSeenInTheDark();
    void anotherSelectionIsReadFromItsHead();
    void aDocumentOpensAtItsHeadline();
    void onlyATiedBoundFollowsACorrection_data();
    void onlyATiedBoundFollowsACorrection();
    void theStatusBarFollowsTheDate();
    void withoutRowsSelectedLOnlyHints();
    void aNarrowWindowKeepsItsLastButtons();
    void dialogsStartBesideTheOpenFile();
    void aFaultOnTheWelcomePageStaysThere();
};

void TestMainWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    installChartAccessibility();
    QCoreApplication::setOrganizationName(QStringLiteral("lockstep-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("main-window-%1").arg(QCoreApplication::applicationPid()));
}

void TestMainWindow::theTitleNamesDocumentAndFile()
{
    Bench bench;
    QCOMPARE(bench.window.windowTitle(), QStringLiteral("0x19. Postmortem (postmortem.md)[*] \u2014 Lockstep"));
    QVERIFY(!bench.window.isWindowModified());
    markAsLookUp(bench.document(), {1}, true);
    QVERIFY(bench.window.isWindowModified());
}

void TestMainWindow::aMarkIsSelectedByAClick()
{
    Bench bench;
    QTest::mouseClick(bench.view().viewport(), Qt::LeftButton, {}, bench.markOf(6));
    QCOMPARE(bench.window.selection().current(), 6);
    QTest::mouseClick(bench.view().viewport(), Qt::LeftButton, Qt::ControlModifier, bench.markOf(11));
    QVERIFY(bench.window.selection().events() == (std::set<EventId>{6, 11}));
}

void TestMainWindow::aDragOnTheRecordStartsAWhatIf()
{
    Bench bench;
    QVERIFY(bench.document().isOnRecord());
    bench.drag(bench.markOf(11), bench.later(11, 25min));
    QVERIFY(!bench.document().isOnRecord());
    QCOMPARE(bench.document().scenario().name, std::string{"What if 1"});
    QCOMPARE(bench.document().view().moved(11).count(), Millis{25min}.count());
    QCOMPARE(bench.window.messages().text(), QStringLiteral("You are exploring 'What if 1'. The record is unchanged."));
    QCOMPARE(bench.document().resolved().timeline.event(11).at, bench.document().view().at(11) - 25min);
}

void TestMainWindow::aDragSaysWhatItWouldDoBeforeRelease()
{
    Bench bench;
    QSignalSpy changes(&bench.document(), &Document::viewChanged);
    const QPoint from = bench.barOf(bench.lock());
    const Instant begin = bench.document().view().windows().at(0).begin.earliest;
    bench.press(from);
    bench.moveTo(from + QPoint(bench.pixelsOf(begin, begin + 15min), 0));
    bench.moveTo(from + QPoint(bench.pixelsOf(begin, begin + 29min), 0));
    QVERIFY(bench.view().isDragging());
    QCOMPARE(bench.view().dragSentence(),
        QStringLiteral("Backups start 03:30 \u2192 03:59 UTC (+29 min): 23:59 Washington, 10:59 Vietnam. During the lock: 3 \u2192 1."));
    // The document hears of it on release only.
    QCOMPARE(changes.count(), 0);
    QTest::keyClick(&bench.view(), Qt::Key_Escape);
}

void TestMainWindow::thePanelShowsWhatADragDraws()
{
    Bench bench;
    const auto says = [&](const QString& sentence) {
        const auto labels = bench.window.findChildren<QLabel*>(QStringLiteral("value"));
        return std::ranges::any_of(labels, [&](QLabel* label) { return label->isVisible() && label->text().startsWith(sentence); });
    };
    const QPoint from = bench.barOf(bench.lock());
    const Instant begin = bench.document().view().windows().at(0).begin.earliest;
    bench.press(from);
    bench.moveTo(from + QPoint(bench.pixelsOf(begin, begin + 15min), 0));
    bench.moveTo(from + QPoint(bench.pixelsOf(begin, begin + 29min), 0));
    QTRY_VERIFY(says(QStringLiteral("03:59 UTC")));
    QVERIFY(bench.document().isOnRecord());
    QTest::keyClick(&bench.view(), Qt::Key_Escape);
    QTRY_VERIFY(says(QStringLiteral("03:30 UTC")));
    QVERIFY(!says(QStringLiteral("03:59 UTC")));
}

void TestMainWindow::aDragIsOneUndoStep()
{
    Bench bench;
    const int before = bench.undoSteps();
    bench.drag(bench.markOf(11), bench.later(11, 25min));
    QCOMPARE(bench.undoSteps(), before + 1);
    for (QAction* action : bench.window.findChildren<QAction*>())
        if (action->text() == QStringLiteral("Undo")) {
            QVERIFY(action->isEnabled());
            action->trigger();
        }
    QVERIFY(bench.document().isOnRecord());
    QVERIFY(bench.document().study().scenarios.empty());
}

void TestMainWindow::escapeCancelsADrag()
{
    Bench bench;
    const int before = bench.undoSteps();
    const QPoint to = bench.later(11, 25min);
    bench.press(bench.markOf(11));
    bench.moveTo(to);
    bench.moveTo(to + QPoint(3, 0));
    QVERIFY(bench.view().isDragging());
    QTest::keyClick(&bench.view(), Qt::Key_Escape);
    QVERIFY(!bench.view().isDragging());
    bench.release(to);
    QCOMPARE(bench.undoSteps(), before);
    QVERIFY(bench.document().isOnRecord());
    QVERIFY(bench.document().study().scenarios.empty());
}

void TestMainWindow::aDragBackToItsStartIsNone()
{
    Bench bench;
    const int before = bench.undoSteps();
    const QPoint from = bench.markOf(11);
    bench.press(from);
    bench.moveTo(from + QPoint(80, 0));
    bench.moveTo(from);
    bench.release(from);
    QCOMPARE(bench.undoSteps(), before);
    QVERIFY(bench.document().isOnRecord());
}

void TestMainWindow::aShakyClickIsNoDrag()
{
    Bench bench;
    const int before = bench.undoSteps();
    const QPoint from = bench.markOf(11);
    bench.press(from);
    bench.moveTo(from + QPoint(QApplication::startDragDistance() - 2, 0));
    bench.release(from + QPoint(QApplication::startDragDistance() - 2, 0));
    QCOMPARE(bench.undoSteps(), before);
    QCOMPARE(bench.window.selection().current(), 11);
}

void TestMainWindow::theLockIsDragged()
{
    Bench bench;
    const Instant begin = bench.document().view().windows().at(0).begin.earliest;
    const QPoint from = bench.barOf(bench.lock());
    bench.drag(from, from + QPoint(bench.pixelsOf(begin, begin + 29min), 0));
    const Window& lock = bench.document().view().windows().at(0);
    QCOMPARE(lock.begin.earliest, begin + 29min);
    // Row 2 starts the lock and goes with it; the look-ups of rows 3, 4 and 8 come free.
    QCOMPARE(bench.document().view().moved(2).count(), Millis{29min}.count());
    for (const EventId id : {3, 4, 8})
        QVERIFY(bench.document().view().outcome(id).outcome == Outcome::Fresh);
}

void TestMainWindow::altAndAnArrowNudgesByAMinute()
{
    Bench bench;
    bench.window.selection().choose(11);
    QTest::keyClick(&bench.view(), Qt::Key_Right, Qt::AltModifier);
    QTest::keyClick(&bench.view(), Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(bench.document().view().moved(11).count(), Millis{6min}.count());
    QCOMPARE(bench.document().scenario().name, std::string{"What if 1"});
}

void TestMainWindow::twoSelectedRowsAndLMakeAWindow()
{
    Bench bench;
    const std::size_t before = bench.document().view().windows().size();
    bench.window.selection().choose({6, 11}, 11);
    QTest::keyClick(&bench.view(), Qt::Key_L);
    QVERIFY(bench.document().isOnRecord());
    QCOMPARE(bench.document().view().windows().size(), before + 1);
    const Window& made = bench.document().view().windows().back();
    QCOMPARE(made.begin.earliest, bench.document().view().at(6));
    QCOMPARE(made.end.latest, bench.document().view().at(11));
    QVERIFY(made.effect == Effect::Blocks);
    QVERIFY(!made.proposed);
    QCOMPARE(bench.window.messages().text(), QStringLiteral("Lock from 03:40 to 03:49 UTC. What did it lock?"));
    auto* answer = bench.window.findChild<QLineEdit*>(QStringLiteral("answer"));
    QTest::keyClicks(answer, QStringLiteral("the ledger"));
    QTest::keyClick(answer, Qt::Key_Return);
    QCOMPARE(bench.document().view().windows().back().what, std::string{"the ledger"});
    QCOMPARE(bench.window.focusWidget(), &bench.view());
}

void TestMainWindow::aStretchOfTheStripMakesAWindow()
{
    Bench bench;
    const QRectF bar = bench.view().chart().windowRect(bench.lock());
    const AxisScale& axis = bench.view().chart().axis();
    const Instant end = bench.document().view().windows().at(0).end.latest;
    // Beside the lock, where the strip is empty: after its last possible end.
    const Instant from = end + 4min;
    const QPoint start = bench.view().mapFromScene(QPointF(axis.x(from), bar.center().y()));
    QVERIFY(bench.view().chart().hitTest(QPointF(axis.x(from), bar.center().y())).what == Hit::What::WindowStrip);
    const std::size_t before = bench.document().view().windows().size();
    bench.drag(start, start + QPoint(40, 0));
    QCOMPARE(bench.document().view().windows().size(), before + 1);
    const Window& made = bench.document().view().windows().back();
    QVERIFY(std::chrono::abs(made.begin.earliest - from) <= Millis{1min});
    QVERIFY(made.begin.earliest < made.end.earliest);
}

void TestMainWindow::f2CorrectsTheRecordAndIsUndone()
{
    Bench bench;
    bench.window.selection().choose(3);
    QTest::keyClick(&bench.view(), Qt::Key_F2);
    auto* editor = bench.window.findChild<ClockEditor*>();
    QVERIFY(editor->isVisible());
    QCOMPARE(editor->field()->text(), QStringLiteral("10:35"));
    const Instant was = bench.document().view().at(3);
    editor->field()->setText(QStringLiteral("23:36 Washington"));
    QTest::keyClick(editor->field(), Qt::Key_Return);
    QVERIFY2(!editor->isVisible(), qPrintable(editor->findChildren<QLabel*>().back()->text()));
    QVERIFY(bench.document().isOnRecord());
    QCOMPARE(bench.document().resolved().timeline.event(3).at, was + 1min);
    bench.document().undoStack()->undo();
    QCOMPARE(bench.document().resolved().timeline.event(3).at, was);
}

void TestMainWindow::f2InAWhatIfMovesTheRow()
{
    Bench bench;
    bench.document().choose(bench.document().addScenario(QStringLiteral("Later")));
    const Instant was = bench.document().view().at(3);
    QCOMPARE(bench.window.typeTime(3, QStringLiteral("10:50")), QString{});
    QCOMPARE(bench.document().view().moved(3).count(), Millis{15min}.count());
    QCOMPARE(bench.document().resolved().timeline.event(3).at, was);
    QVERIFY(!bench.window.typeTime(3, QStringLiteral("half past never")).isEmpty());
    QCOMPARE(bench.document().view().moved(3).count(), Millis{15min}.count());
}

void TestMainWindow::aMoveCanBeTakenAsACorrection()
{
    Bench bench;
    const Instant was = bench.document().view().at(11);
    bench.drag(bench.markOf(11), bench.later(11, 25min));
    QVERIFY(canCorrectInstead(bench.document()));
    const int before = bench.undoSteps();
    correctInstead(bench.document());
    QVERIFY(bench.document().isOnRecord());
    QVERIFY(bench.document().study().scenarios.empty());
    QCOMPARE(bench.document().resolved().timeline.event(11).at, was + 25min);
    QCOMPARE(bench.undoSteps(), before + 1);
    bench.document().undoStack()->undo();
    QCOMPARE(bench.document().resolved().timeline.event(11).at, was);
    QCOMPARE(bench.document().view().moved(11).count(), Millis{25min}.count());
}

void TestMainWindow::theTableIsTheChartsTwin()
{
    Bench bench;
    EventModel& rows = bench.window.table().model();
    QCOMPARE(rows.rowCount(), 15);
    const auto cell = [&](int row, EventModel::Column column) { return rows.index(row - 1, column).data().toString(); };
    QCOMPARE(cell(3, EventModel::Utc), QStringLiteral("03:35"));
    QCOMPARE(cell(3, EventModel::Written), QStringLiteral("10:35 horas, Vietnam"));
    QCOMPARE(cell(3, EventModel::LaneName), QStringLiteral("Client"));
    QCOMPARE(cell(3, EventModel::Text), QStringLiteral("Balance inquiry: Overdrawn"));
    QCOMPARE(cell(3, EventModel::LookUp), QStringLiteral("during the lock"));
    QCOMPARE(cell(3, EventModel::Line), QStringLiteral("16"));
    QCOMPARE(cell(1, EventModel::LookUp), QString{});
}

void TestMainWindow::theTableCorrectsAClock()
{
    Bench bench;
    EventModel& rows = bench.window.table().model();
    const Instant was = bench.document().view().at(3);
    QVERIFY(rows.setData(rows.index(2, EventModel::Written), QStringLiteral("10:36"), Qt::EditRole));
    QCOMPARE(bench.document().resolved().timeline.event(3).at, was + 1min);
    QVERIFY(!rows.setData(rows.index(2, EventModel::Written), QStringLiteral("25:61"), Qt::EditRole));
    QCOMPARE(bench.document().resolved().timeline.event(3).at, was + 1min);
    QVERIFY(!bench.window.messages().text().isEmpty());
}

void TestMainWindow::aFileThatCannotBeOpenedLeavesWhatIsOpen()
{
    Bench bench;
    QTemporaryDir folder;
    const QString empty = folder.filePath(QStringLiteral("empty.md"));
    QFile file(empty);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(!bench.window.open(empty));
    QVERIFY(!bench.window.open(folder.filePath(QStringLiteral("missing.md"))));
    QCOMPARE(bench.document().draft().title, seedDraft().title);
    QCOMPARE(bench.document().view().eventCount(), 15);
    QVERIFY(bench.window.messages().text().contains(QStringLiteral("missing.md")));
}

void TestMainWindow::unsavedChangesAreAskedFor()
{
    Bench bench;
    int asked = 0;
    MainWindow::Unsaved answer = MainWindow::Unsaved::Cancel;
    bench.window.askUnsaved = [&] {
        ++asked;
        return answer;
    };
    markAsLookUp(bench.document(), {1}, true);
    QVERIFY(!bench.window.close());
    QCOMPARE(asked, 1);
    QTemporaryDir folder;
    QVERIFY(bench.window.saveAs(folder.filePath(QStringLiteral("study.lockstep"))));
    QVERIFY(bench.window.close());
    QCOMPARE(asked, 1);
    markAsLookUp(bench.document(), {2}, true);
    answer = MainWindow::Unsaved::Discard;
    QVERIFY(bench.window.close() || asked == 2);
}

void TestMainWindow::theMessageSaysWhatWasInferred()
{
    Bench bench;
    QCOMPARE(bench.window.messages().text(),
        QStringLiteral("No date in this document. Its rows run in order only if Washington is on summer time (UTC\u22124)."));
}

void TestMainWindow::theDateIsAskedForInTheBar()
{
    Bench bench;
    bench.window.askDate();
    QVERIFY(bench.window.messages().isAsking());
    auto* answer = bench.window.findChild<QLineEdit*>(QStringLiteral("answer"));
    QTest::keyClicks(answer, QStringLiteral("2019-02-30"));
    QTest::keyClick(answer, Qt::Key_Return);
    QVERIFY(!bench.document().resolved().timeline.dated);
    answer->setText(QStringLiteral("2019-10-06"));
    QTest::keyClick(answer, Qt::Key_Return);
    QVERIFY(bench.document().resolved().timeline.dated);
    using namespace date::literals;
    QCOMPARE(bench.document().resolved().timeline.event(3).at, Instant{date::sys_days{2019_y / 10 / 7} + 3h + 35min});
    bench.document().undoStack()->undo();
    QVERIFY(!bench.document().resolved().timeline.dated);
}

void TestMainWindow::theWheelZoomsAtThePointerAndBackspaceGoesBack()
{
    Bench bench;
    const AxisScale before = bench.view().chart().axis();
    const QPoint at = bench.markOf(8);
    const Instant under = before.at(bench.view().mapToScene(at).x());
    QWheelEvent wheel(at, bench.view().viewport()->mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(bench.view().viewport(), &wheel);
    QVERIFY(bench.view().chart().axis().isZoomed());
    QVERIFY(std::chrono::abs(bench.view().chart().axis().at(bench.view().mapToScene(at).x()) - under) <= Millis{2s});
    QTest::keyClick(&bench.view(), Qt::Key_Backspace);
    QVERIFY(!bench.view().chart().axis().isZoomed());
}

void TestMainWindow::arrowsWalkTheRows()
{
    Bench bench;
    QTest::keyClick(&bench.view(), Qt::Key_Home);
    QCOMPARE(bench.window.selection().current(), 1);
    QTest::keyClick(&bench.view(), Qt::Key_Right);
    QTest::keyClick(&bench.view(), Qt::Key_Right);
    QCOMPARE(bench.window.selection().current(), 3);
    QTest::keyClick(&bench.view(), Qt::Key_Up);
    // The bank's row nearest to 03:35 is one of those at 03:30, or 03:40: five minutes either way.
    QCOMPARE(bench.document().view().event(bench.window.selection().current()).lane, 0);
    QTest::keyClick(&bench.view(), Qt::Key_End);
    QCOMPARE(bench.window.selection().current(), 15);
}

void TestMainWindow::theChartTakesMostOfTheWindow()
{
    Bench bench;
    const QWidget* card = bench.view().parentWidget();
    const double chart = double(card->width()) * card->height();
    QVERIFY2(chart >= 0.65 * bench.window.width() * bench.window.height(), qPrintable(QString::number(chart / bench.window.width() / bench.window.height())));
}

void TestMainWindow::aPictureIsWrittenAndSaysWhere()
{
    Bench bench;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bank.png"));
    PictureOptions options;
    QVERIFY(bench.window.exportPicture(path, options));
    QCOMPARE(QImage(path).width(), 1600);
    QVERIFY(bench.window.messages().text().contains(path));
    QVERIFY(!bench.window.exportPicture(folder.filePath(QStringLiteral("no/such/folder.png")), options));
    QVERIFY(!bench.window.exportPicture(folder.filePath(QStringLiteral("bank.xyz")), options));
}

void TestMainWindow::screenReadersHearTheRows()
{
    Bench bench;
    QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(&bench.view());
    QVERIFY(chart);
    QCOMPARE(chart->childCount(), 15);
    QVERIFY(chart->role() == QAccessible::List);
    bench.window.selection().choose(8);
    QAccessibleInterface* row = chart->child(7);
    QCOMPARE(row->text(QAccessible::Name),
        QStringLiteral("Row 8, Bank: Consult the platform: It does not allow access to customer information. "
                       "03:44 UTC 23:44 Washington 10:44 Vietnam. Look-up: during the lock."));
    QVERIFY(row->state().selected);
    QVERIFY(!chart->child(6)->state().selected);
    QCOMPARE(chart->childAt(row->rect().center().x(), row->rect().center().y()), row);
}

void TestMainWindow::theLookFollowsTheDesktop()
{
    Bench bench;
    const auto paper = [&] { return bench.view().backgroundBrush().color().lightness(); };
    QVERIFY(paper() > 200);
    const QPalette before = QGuiApplication::palette();
    QPalette dark = before;
    dark.setColor(QPalette::Window, QColor(30, 30, 30));
    dark.setColor(QPalette::WindowText, Qt::white);
    QApplication::setPalette(dark);
    QCoreApplication::processEvents();
    QVERIFY(paper() < 80);
    QVERIFY(bench.window.palette().color(QPalette::Window).lightness() < 80);
    QApplication::setPalette(before);
    QCoreApplication::processEvents();
    QVERIFY(paper() > 200);
}

void TestMainWindow::anEmptyCheckBoxIsSeenInTheDark()
{
    const QPalette before = QGuiApplication::palette();
    QPalette dark = before;
    dark.setColor(QPalette::Window, QColor(30, 30, 30));
    dark.setColor(QPalette::WindowText, Qt::white);
    QApplication::setPalette(dark);
    QDialog dialog;
    QCheckBox box(&dialog);
    dress(dialog);
    box.resize(40, 30);
    const QImage picture = box.grab().toImage();
    QApplication::setPalette(before);
    int brightest = 0;
    for (int x = 0; x < 20; ++x)
        brightest = std::max(brightest, picture.pixelColor(x, picture.height() / 2).lightness());
    QVERIFY2(brightest > 120, qPrintable(QString::number(brightest))); // its edge, on a card of lightness 34
}

void TestMainWindow::anotherSelectionIsReadFromItsHead()
{
    Bench bench;
    auto* panel = bench.window.findChild<SelectionPanel*>();
    bench.window.selection().choose(3);
    QCoreApplication::processEvents();
    QVERIFY(panel->verticalScrollBar()->maximum() > 0);
    panel->verticalScrollBar()->setValue(panel->verticalScrollBar()->maximum());
    bench.window.selection().choose(8);
    QCoreApplication::processEvents();
    QCOMPARE(panel->verticalScrollBar()->value(), 0);
}

void TestMainWindow::aDocumentOpensAtItsHeadline()
{
    MainWindow window;
    window.resize(1400, 600);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.document().setIncident({seedDraft(), {}, {}}, QStringLiteral("postmortem.md"));
    QCoreApplication::processEvents();
    // Row 3 is chosen, and it lies below what so low a window shows.
    QCOMPARE(window.selection().current(), 3);
    QVERIFY(window.view().verticalScrollBar()->maximum() > 0);
    QCOMPARE(window.view().verticalScrollBar()->value(), 0);
}

void TestMainWindow::onlyATiedBoundFollowsACorrection_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("clock");
    QTest::addColumn<bool>("beginFollows");
    QTest::newRow("the row it is tied to") << 6 << QStringLiteral("23:41") << true;
    QTest::newRow("the row before its loose end") << 11 << QStringLiteral("23:50") << false;
    QTest::newRow("the look-up of its loose end") << 13 << QStringLiteral("11:36") << false;
    QTest::newRow("the first row") << 1 << QStringLiteral("23:29") << false;
}

void TestMainWindow::onlyATiedBoundFollowsACorrection()
{
    QFETCH(int, row);
    QFETCH(QString, clock);
    QFETCH(bool, beginFollows);
    Bench bench;
    // Row 6 is an action and carries the begin; row 13 is a look-up and only limits the end.
    addWindow(bench.document(), windowBetween(bench.document().view(), 6, 13));
    const Window was = bench.document().view().windows().back();
    QCOMPARE(was.end.latest, bench.document().view().at(13));
    QCOMPARE(bench.window.typeTime(row, clock), QString{});
    const Window& now = bench.document().view().windows().back();
    QCOMPARE(now.id, was.id);
    QCOMPARE((now.begin.earliest - was.begin.earliest).count(), (beginFollows ? Millis{1min} : Millis{0}).count());
    QCOMPARE(now.end.latest, was.end.latest);
}

void TestMainWindow::theStatusBarFollowsTheDate()
{
    Bench bench;
    bench.window.selection().choose(3);
    auto* clocks = bench.window.findChild<QLabel*>(QStringLiteral("clocks"));
    QVERIFY(clocks->text().contains(QStringLiteral("03:35 UTC")));
    // In January Washington is at UTC-5: Vietnam's 10:35 is 22:35 there.
    QCOMPARE(typeDate(bench.document(), 0, QStringLiteral("2019-01-06")), QString{});
    QVERIFY2(clocks->text().contains(QStringLiteral("22:35 Washington")), qPrintable(clocks->text()));
}

void TestMainWindow::withoutRowsSelectedLOnlyHints()
{
    Bench bench;
    const std::size_t before = bench.window.messages().count();
    bench.window.selection().clear();
    bench.window.markWindowFromRows();
    QCOMPARE(bench.window.messages().count(), before);
    QCOMPARE(bench.window.statusBar()->currentMessage(), QStringLiteral("Select the two rows where it began and ended, then press L."));
}

void TestMainWindow::aNarrowWindowKeepsItsLastButtons()
{
    Bench bench;
    const auto isSeen = [&](const QString& text) {
        const auto buttons = bench.window.findChildren<QToolButton*>();
        return std::ranges::any_of(buttons, [&](QToolButton* b) { return b->text() == text && b->isVisible(); });
    };
    QVERIFY(isSeen(QStringLiteral("Copy picture")));
    bench.window.resize(900, 600);
    QCoreApplication::processEvents();
    QCOMPARE(bench.window.width(), 900);
    QVERIFY(!isSeen(QStringLiteral("Copy picture")));
    for (const char* text : {"Open", "Save", "What if\u2026", "Export PNG\u2026"})
        QVERIFY2(isSeen(QString::fromUtf8(text)), text);
    bench.window.resize(1600, 1000);
    QCoreApplication::processEvents();
    QVERIFY(isSeen(QStringLiteral("Copy picture")));
}

void TestMainWindow::dialogsStartBesideTheOpenFile()
{
    QTemporaryDir folder;
    const QString here = QDir(folder.path()).absolutePath();
    QCOMPARE(startFolder(here + QStringLiteral("/report.md")), here);
    const QString bundled = bundledFolder();
    QVERIFY(!bundled.isEmpty());
    QVERIFY(startFolder(bankIncident()) != bundled);
    QVERIFY(!startFolder({}).startsWith(QCoreApplication::applicationDirPath()));
}

void TestMainWindow::aFaultOnTheWelcomePageStaysThere()
{
    MainWindow window;
    window.show();
    QVERIFY(!window.open(QStringLiteral("missing.md")));
    const auto labels = window.findChildren<QLabel*>(QStringLiteral("fault"));
    QVERIFY(std::ranges::any_of(labels, [](QLabel* label) { return label->isVisible() && label->text().contains(QStringLiteral("missing.md")); }));
    QVERIFY(!window.document().isOpen());
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
