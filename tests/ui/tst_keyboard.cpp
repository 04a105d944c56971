#include "support/window_bench.h"
#include "ui/decisions.h"
#include "ui/selection.h"
#include "ui/selection_panel.h"
#include "ui/table_card.h"
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <algorithm>
#include <map>
#include "support/eventually.h"

using namespace lockstep;
using namespace lockstep::test;

namespace {

const char noZone[] = "# Slow night\n\n- 10:00 - The queue grows\n- 10:20 - Workers are added\n- 10:45 - The queue is empty\n";

template <class Part> Part* called(MainWindow& window, const QString& name)
{
    for (Part* part : window.findChildren<Part*>())
        if (part->isVisible() && part->accessibleName() == name)
            return part;
    return nullptr;
}

bool panelSays(MainWindow& window, const QString& words)
{
    const auto labels = window.findChild<SelectionPanel*>()->findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
}

/// The window with a document that names no place, and its only lane in the panel.
struct ZoneBench : Bench {
    ZoneBench()
    {
        if (!window.openText(noZone))
            qFatal("not opened");
        window.selection().chooseLane(0);
        QCoreApplication::processEvents();
    }
    std::string zone() { return document().resolved().timeline.lane(0).zoneName; }
    void answer(const QString& text)
    {
        auto* field = called<QLineEdit>(window, zone().empty() ? QStringLiteral("Place or zone") : QStringLiteral("Another place or zone"));
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents();
    }
};

} // namespace

class TestKeyboard : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void everyShortcutIsOneAction();
    void aTypedPlaceOffersItsRivals();
    void anUnknownPlaceSaysWhatToType();
    void escapeTakesBackWhatWasTypedInThePanel();
    void undoReachesTheDocumentFromAnEmptyField();
    void aWindowUndoneLeavesThePanel();
    void theDateAnsweredTheChartHasTheKeyboard();
    void aSaveThatFailsKeepsTheWindowOpen();
};

void TestKeyboard::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("lockstep-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("keyboard-%1").arg(QCoreApplication::applicationPid()));
}

void TestKeyboard::cleanup()
{
    QSettings{}.clear();
}

void TestKeyboard::everyShortcutIsOneAction()
{
    Bench bench;
    std::map<QString, QString> owners;
    for (const QAction* action : bench.window.findChildren<QAction*>())
        for (const QKeySequence& keys : action->shortcuts()) {
            const auto [owner, isNew] = owners.emplace(keys.toString(), action->text());
            QVERIFY2(isNew, qPrintable(keys.toString() + QStringLiteral(": ") + owner->second + QStringLiteral(", ") + action->text()));
        }
    QVERIFY(owners.size() > 15);
}

void TestKeyboard::aTypedPlaceOffersItsRivals()
{
    ZoneBench bench;
    QCOMPARE(bench.zone(), std::string{});
    const auto head = [&] { return bench.window.table().model().headerData(EventModel::Utc, Qt::Horizontal, Qt::DisplayRole).toString(); };
    QCOMPARE(head(), QStringLiteral("As drawn"));
    bench.answer(QStringLiteral("IST"));
    QCOMPARE(head(), QStringLiteral("UTC"));
    QCOMPARE(bench.zone(), std::string{"Asia/Kolkata"});
    auto* rivals = called<QComboBox>(bench.window, QStringLiteral("IST can mean"));
    QVERIFY(rivals);
    QVERIFY(rivals->currentText().contains(QStringLiteral("Asia/Kolkata")));
    const int other = rivals->findText(QStringLiteral("Europe/Dublin"), Qt::MatchContains);
    QVERIFY(other >= 0);
    emit rivals->activated(other);
    QTRY_COMPARE(bench.zone(), std::string{"Europe/Dublin"});
    // Both choices are steps of their own.
    bench.document().undoStack()->undo();
    QCOMPARE(bench.zone(), std::string{"Asia/Kolkata"});
    bench.document().undoStack()->undo();
    QCOMPARE(bench.zone(), std::string{});
    QTRY_VERIFY(!called<QComboBox>(bench.window, QStringLiteral("IST can mean")));
}

void TestKeyboard::anUnknownPlaceSaysWhatToType()
{
    ZoneBench bench;
    bench.answer(QStringLiteral("Xyzzyville"));
    QCOMPARE(bench.zone(), std::string{});
    QVERIFY(panelSays(bench.window, QStringLiteral("No place or zone is called 'Xyzzyville'. Type a large city near it")));
}

void TestKeyboard::escapeTakesBackWhatWasTypedInThePanel()
{
    ZoneBench bench;
    auto* field = called<QLineEdit>(bench.window, QStringLiteral("Place or zone"));
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("Vietnam"));
    QTest::keyClick(field, Qt::Key_Escape);
    QCoreApplication::processEvents();
    QVERIFY(bench.view().hasFocus());
    QCOMPARE(bench.zone(), std::string{});
}

void TestKeyboard::undoReachesTheDocumentFromAnEmptyField()
{
    ZoneBench bench;
    bench.answer(QStringLiteral("Vietnam"));
    QCOMPARE(bench.zone(), std::string{"Asia/Ho_Chi_Minh"});
    auto* field = called<QLineEdit>(bench.window, QStringLiteral("Another place or zone"));
    field->setFocus();
    QKeyEvent undo(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
    undo.ignore();
    QCoreApplication::sendEvent(field, &undo);
    QVERIFY(!undo.isAccepted());
    QTest::keyClicks(field, QStringLiteral("Ja"));
    QCoreApplication::sendEvent(field, &undo);
    QVERIFY(undo.isAccepted());
}

void TestKeyboard::aWindowUndoneLeavesThePanel()
{
    Bench bench;
    bench.window.selection().choose({6, 11}, 11);
    bench.window.markWindowFromRows();
    QTRY_VERIFY(panelSays(bench.window, QStringLiteral("row 6: Start customer support")));
    bench.document().undoStack()->undo();
    QTRY_VERIFY(panelSays(bench.window, QStringLiteral("Click a mark to see what the document says there.")));
}

void TestKeyboard::theDateAnsweredTheChartHasTheKeyboard()
{
    Bench bench;
    bench.window.askDate();
    auto* answer = bench.window.findChild<QLineEdit*>(QStringLiteral("answer"));
    QTest::keyClicks(answer, QStringLiteral("2019-10-06"));
    QTest::keyClick(answer, Qt::Key_Return);
    QVERIFY(bench.document().resolved().timeline.dated);
    QCoreApplication::processEvents();
    QVERIFY(bench.view().hasFocus());
}

void TestKeyboard::aSaveThatFailsKeepsTheWindowOpen()
{
    Bench bench;
    QTemporaryDir folder;
    QVERIFY(bench.window.saveAs(folder.filePath(QStringLiteral("study.lockstep"))));
    markAsLookUp(bench.document(), {1}, true);
    bench.window.askUnsaved = [] { return MainWindow::Unsaved::Save; };
    // The study's folder is gone: saving fails, and what is not saved stays on the screen.
    folder.remove();
    QVERIFY(!bench.window.close());
    QVERIFY(bench.window.isVisible());
    QVERIFY(bench.window.messages().text().startsWith(QStringLiteral("Nothing was saved.")));
    QVERIFY(bench.document().isModified());
    bench.window.askUnsaved = [] { return MainWindow::Unsaved::Discard; };
    QVERIFY(bench.window.close());
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
