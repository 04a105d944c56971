#include "core/wording.h"
#include "support/window_bench.h"
#include "ui/clock_editor.h"
#include "ui/decisions.h"
#include "ui/selection.h"
#include "ui/selection_panel.h"
#include "ui/window_edit.h"
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <random>
#include "support/eventually.h"

using namespace lockstep;
using namespace lockstep::test;
using namespace std::chrono_literals;

namespace {

struct Hand : Bench {
    const TimelineView& shown() { return document().view(); }
    Millis moved(EventId id) { return shown().moved(id); }
    const Window& window(std::size_t i) { return shown().windows().at(i); }
    void press(QPoint at, Qt::KeyboardModifiers keys = {}) { QTest::mousePress(view().viewport(), Qt::LeftButton, keys, at); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {})
    {
        press(from, keys);
        moveTo(from + (to - from) / 2, keys & ~Qt::AltModifier);
        moveTo(to, keys & ~Qt::AltModifier);
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, keys & ~Qt::AltModifier, to);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers keys = {}) { QTest::keyClick(&view(), key, keys); }
    ClockEditor* editor() { return Bench::window.findChild<ClockEditor*>(); }
    void type(const QString& text)
    {
        editor()->field()->setText(text);
        QTest::keyClick(editor()->field(), Qt::Key_Return);
    }
    void choose(std::set<EventId> rows, EventId current) { Bench::window.selection().choose(std::move(rows), current); }
    QString undoText() { return document().undoStack()->undoText(); }
};

} // namespace

class TestEditsByHand : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void oneOfSeveralSelectedRowsMovesAll();
    void aRowThatAWindowCarriesMovesOnce();
    void altTakesEverythingLaterInTheLane();
    void escapeWhileSeveralMoveLeavesNothing();
    void nudgesOfSeveralAreOneStep();
    void aBandChoosesTheRowsInIt();
    void theReadOutShowsEveryClockWhileTheButtonIsDown();
    void aWindowMayGoInTheMiddleOfADrag();
    void aTimeIsTypedInAnyZone_data();
    void aTimeIsTypedInAnyZone();
    void aTimeThatWillNotDoIsSaidInPlace();
    void aTypedTimeMovesAllSelectedRows();
    void anEdgeIsChosenNudgedAndTyped();
    void theWholeWindowIsTyped();
    void deleteOnTheRecordBeginsAWhatIf();
    void deleteOnAWindowLeavesItOut();
    void aRowIsAddedBesideTheSelectedOne();
    void anAddedRowMovesAndGoes();
    void aWindowIsDuplicatedBehindItself();
    void aCopyNamedInAWhatIfIsOneStep();
    void whatCanBeACorrectionIs_data();
    void whatCanBeACorrectionIs();
    void scopeAndReadsBecomeReadings();
    void theHistoryListsEveryStepAndGoesThere();
    void undoAndRedoVisitTheSameStudies();
    void aPersonsActMovedIsDrawnAsAnAssumption();
};

void TestEditsByHand::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("lockstep-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("edits-%1").arg(QCoreApplication::applicationPid()));
}

void TestEditsByHand::oneOfSeveralSelectedRowsMovesAll()
{
    Hand hand;
    hand.choose({9, 11}, 11);
    QSignalSpy changes(&hand.document(), &Document::viewChanged);
    hand.drag(hand.markOf(11), hand.later(11, 25min));
    QCOMPARE(hand.undoSteps(), 1);
    QCOMPARE(changes.count(), 1);
    const Millis by = hand.moved(11);
    QVERIFY(by >= 24min && by <= 26min);
    QCOMPARE(hand.moved(9).count(), by.count());
    QCOMPARE(hand.moved(10).count(), 0);
    QVERIFY2(hand.undoText().startsWith(QStringLiteral("Move 2 rows, row 11 to ")), qPrintable(hand.undoText()));
    hand.document().undoStack()->undo();
    QVERIFY(hand.document().study().scenarios.empty());
}

void TestEditsByHand::aRowThatAWindowCarriesMovesOnce()
{
    Hand hand;
    // Row 2 begins the lock, rows 1 and 12 are the integration's ends.
    hand.choose({1, 2, 12}, 12);
    hand.drag(hand.markOf(12), hand.later(12, 40min));
    const Millis by = hand.moved(12);
    QVERIFY(by >= 39min && by <= 41min);
    for (const EventId id : {1, 2})
        QCOMPARE(hand.moved(id).count(), by.count());
    for (const Window& window : hand.shown().windows()) {
        const Window& was = *hand.shown().recordedWindow(window.id);
        QCOMPARE((window.begin.earliest - was.begin.earliest).count(), by.count());
        QCOMPARE((window.end.latest - was.end.latest).count(), by.count());
    }
    QCOMPARE(hand.undoSteps(), 1);
}

void TestEditsByHand::altTakesEverythingLaterInTheLane()
{
    Hand hand;
    hand.drag(hand.markOf(11), hand.later(11, 25min), Qt::AltModifier);
    const Millis by = hand.moved(11);
    QVERIFY(by > Millis{0});
    for (const EventId id : {12, 14})
        QCOMPARE(hand.moved(id).count(), by.count());
    for (const EventId id : {1, 2, 6, 8, 10, 13, 15})
        QCOMPARE(hand.moved(id).count(), 0);
    QCOMPARE(hand.undoSteps(), 1);
}

void TestEditsByHand::escapeWhileSeveralMoveLeavesNothing()
{
    Hand hand;
    hand.choose({9, 11}, 11);
    const QPoint to = hand.later(11, 25min);
    hand.press(hand.markOf(11));
    hand.moveTo(to);
    hand.moveTo(to + QPoint(2, 0));
    QVERIFY(hand.view().isDragging());
    hand.key(Qt::Key_Escape);
    hand.release(to);
    QCOMPARE(hand.undoSteps(), 0);
    QVERIFY(hand.document().isOnRecord());
}

void TestEditsByHand::nudgesOfSeveralAreOneStep()
{
    Hand hand;
    const auto now = std::chrono::steady_clock::now();
    hand.document().setSteadyClock([now] { return now; });
    hand.choose({9, 11}, 11);
    hand.key(Qt::Key_Right, Qt::AltModifier);
    hand.key(Qt::Key_Right, Qt::AltModifier);
    hand.key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(hand.undoSteps(), 1);
    QCOMPARE(hand.moved(9).count(), Millis{7min}.count());
    QCOMPARE(hand.moved(11).count(), Millis{7min}.count());
    // It says where it ended, not where the first press put it: 03:49 and seven minutes.
    QCOMPARE(hand.undoText(), QStringLiteral("Move 2 rows, row 11 to 03:56 UTC"));
}

void TestEditsByHand::aBandChoosesTheRowsInIt()
{
    Hand hand;
    Bench& bench = hand;
    bench.window.selection().clear();
    const QRectF lane = hand.view().chart().laneRect(hand.shown().event(8).lane);
    const auto scene = [&](double x, double y) { return hand.view().mapFromScene(QPointF(x, y)); };
    const double left = hand.view().chart().axis().x(hand.shown().at(8)) - 14, right = hand.view().chart().axis().x(hand.shown().at(11)) + 14;
    const double base = hand.view().chart().markRect(8).center().y();
    // From the paper below the base line, up over the marks and not as far as the labels.
    hand.press(scene(left, lane.bottom() - 3), Qt::ShiftModifier);
    hand.moveTo(scene((left + right) / 2, base), Qt::ShiftModifier);
    hand.moveTo(scene(right, base - 14), Qt::ShiftModifier);
    QTest::mouseRelease(hand.view().viewport(), Qt::LeftButton, Qt::ShiftModifier, scene(right, base - 14));
    const std::set<EventId> rows = bench.window.selection().events();
    for (const EventId id : {8, 10, 11})
        QVERIFY2(rows.contains(id), std::to_string(id).c_str());
    for (const EventId id : {1, 2, 14})
        QVERIFY2(!rows.contains(id), std::to_string(id).c_str());
    QCOMPARE(hand.undoSteps(), 0);
}

/// Seen: the drag was taken back when the document was gone already.
void TestEditsByHand::aWindowMayGoInTheMiddleOfADrag()
{
    auto hand = std::make_unique<Hand>();
    const QPoint from = hand->barOf(hand->lock());
    hand->press(from);
    hand->moveTo(from + QPoint(20, 0));
    hand->moveTo(from + QPoint(60, 0));
    hand.reset();
}

void TestEditsByHand::theReadOutShowsEveryClockWhileTheButtonIsDown()
{
    Hand hand;
    const QPoint from = hand.barOf(hand.lock());
    const Instant begin = hand.window(0).begin.earliest;
    hand.press(from);
    hand.moveTo(from + QPoint(hand.pixelsOf(begin, begin + 15min), 0));
    hand.moveTo(from + QPoint(hand.pixelsOf(begin, begin + 29min), 0));
    auto* card = hand.view().findChild<QWidget*>(QStringLiteral("readOut"));
    QVERIFY(card && card->isVisible());
    QStringList words;
    for (const QLabel* label : card->findChildren<QLabel*>())
        if (label->isVisible())
            words << label->text();
    const QString all = words.join(QLatin1Char('|'));
    for (const char* part : {"Backups start 29 min later", "Washington|23:30 \u2192 23:59|+29 min", "UTC|03:30 \u2192 03:59|+29 min",
             "Vietnam|10:30 \u2192 10:59|+29 min", "During the lock: 3\u00a0\u2192\u00a01."})
        QVERIFY2(all.contains(QString::fromUtf8(part)), qPrintable(all));
    QVERIFY(hand.view().viewport()->rect().contains(card->geometry()));
    hand.key(Qt::Key_Escape);
    QVERIFY(!card->isVisible());
}

void TestEditsByHand::aTimeIsTypedInAnyZone_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("minutes"); // from 03:44 UTC, 23:44 in Washington, 10:44 in Vietnam
    QTest::newRow("on its own clock") << "23:52" << 8;
    QTest::newRow("Washington") << "23:52 Washington" << 8;
    QTest::newRow("UTC") << "03:52Z" << 8;
    QTest::newRow("UTC as a word") << "03:52 UTC" << 8;
    QTest::newRow("Vietnam") << "10:52 am Vietnam" << 8;
    QTest::newRow("place first") << "Vietnam 10:52" << 8;
    QTest::newRow("later by") << "+5 min" << 5;
    QTest::newRow("earlier by") << "-1 h 10 min" << -70;
    QTest::newRow("earlier by, true minus") << "\u22125 min" << -5;
    QTest::newRow("past midnight elsewhere") << "00:10 Washington" << 26;
}

void TestEditsByHand::aTimeIsTypedInAnyZone()
{
    QFETCH(QString, typed);
    QFETCH(int, minutes);
    Hand hand;
    hand.document().addScenario({});
    hand.choose({8}, 8);
    hand.key(Qt::Key_F2);
    QVERIFY(hand.editor()->isVisible());
    hand.type(typed);
    QVERIFY2(!hand.editor()->isVisible(), qPrintable(typed));
    QCOMPARE(hand.moved(8).count(), Millis{std::chrono::minutes{minutes}}.count());
}

void TestEditsByHand::aTimeThatWillNotDoIsSaidInPlace()
{
    Hand hand;
    hand.document().addScenario({});
    hand.choose({8}, 8);
    const int steps = hand.undoSteps();
    for (const char* typed : {"25:61", "+5", "noon o'clock in Nowhere", "10:30 Atlantis"}) {
        hand.key(Qt::Key_F2);
        hand.type(QString::fromUtf8(typed));
        QVERIFY2(hand.editor()->isVisible(), typed);
        const auto* fault = hand.editor()->findChild<QLabel*>(QStringLiteral("fault"));
        QVERIFY2(fault && fault->text().endsWith(QLatin1Char('.')), typed);
        QTest::keyClick(hand.editor()->field(), Qt::Key_Escape);
    }
    QCOMPARE(hand.undoSteps(), steps);
}

void TestEditsByHand::aTypedTimeMovesAllSelectedRows()
{
    Hand hand;
    hand.document().addScenario({});
    hand.choose({8, 10}, 10);
    hand.key(Qt::Key_F2);
    hand.type(QStringLiteral("+5 min"));
    QCOMPARE(hand.moved(8).count(), Millis{5min}.count());
    QCOMPARE(hand.moved(10).count(), Millis{5min}.count());
}

void TestEditsByHand::anEdgeIsChosenNudgedAndTyped()
{
    Hand hand;
    Bench& bench = hand;
    hand.document().addScenario({});
    const auto now = std::chrono::steady_clock::now();
    hand.document().setSteadyClock([now] { return now; });
    bench.window.selection().chooseWindow(hand.lock());
    hand.view().setFocus();
    hand.key(Qt::Key_Right); // its end
    const int steps = hand.undoSteps();
    hand.key(Qt::Key_Right, Qt::AltModifier);
    hand.key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(hand.undoSteps(), steps + 1);
    const Window was = *hand.shown().recordedWindow(hand.lock());
    QCOMPARE((hand.window(0).end.earliest - was.end.earliest).count(), Millis{6min}.count());
    QCOMPARE((hand.window(0).end.latest - was.end.latest).count(), Millis{6min}.count()); // the uncertain end keeps its width
    QVERIFY(hand.window(0).begin == was.begin);
    hand.key(Qt::Key_F2);
    QVERIFY(hand.editor()->isVisible());
    hand.type(QStringLiteral("00:50 Washington"));
    QCOMPARE((hand.window(0).end.latest - was.end.latest).count(), Millis{15min}.count()); // 04:50 instead of 04:35
    hand.key(Qt::Key_Left); // its begin
    hand.key(Qt::Key_F2);
    hand.type(QStringLiteral("05:00 UTC"));
    QVERIFY(hand.editor()->isVisible()); // it would begin after its end
    QTest::keyClick(hand.editor()->field(), Qt::Key_Escape);
    QVERIFY(hand.window(0).begin == was.begin);
}

void TestEditsByHand::theWholeWindowIsTyped()
{
    Hand hand;
    Bench& bench = hand;
    hand.document().addScenario({});
    bench.window.selection().chooseWindow(hand.lock());
    hand.view().setFocus();
    hand.key(Qt::Key_F2);
    hand.type(QStringLiteral("23:59 Washington"));
    QCOMPARE(hand.moved(2).count(), Millis{29min}.count());
    const Window& was = *hand.shown().recordedWindow(hand.lock());
    QCOMPARE((hand.window(0).end.latest - was.end.latest).count(), Millis{29min}.count());
}

void TestEditsByHand::deleteOnTheRecordBeginsAWhatIf()
{
    Hand hand;
    hand.choose({9, 10}, 10);
    hand.key(Qt::Key_Delete);
    QCOMPARE(hand.undoSteps(), 1);
    QVERIFY(!hand.document().isOnRecord());
    QVERIFY(hand.shown().isDropped(9) && hand.shown().isDropped(10) && !hand.shown().isDropped(11));
    QCOMPARE(hand.undoText(), QStringLiteral("Leave rows 9 and 10 out"));
    putRowsBack(hand.document(), {9});
    QVERIFY(!hand.shown().isDropped(9) && hand.shown().isDropped(10));
}

void TestEditsByHand::deleteOnAWindowLeavesItOut()
{
    Hand hand;
    Bench& bench = hand;
    const WindowId lock = hand.lock();
    bench.window.selection().chooseWindow(lock);
    hand.key(Qt::Key_Delete);
    QVERIFY(!hand.document().isOnRecord());
    QVERIFY(std::ranges::find(hand.shown().windows(), lock, &Window::id) == hand.shown().windows().end());
    putWindowBack(hand.document(), lock);
    QVERIFY(hand.window(0) == *hand.shown().recordedWindow(lock));
}

void TestEditsByHand::aRowIsAddedBesideTheSelectedOne()
{
    Hand hand;
    Bench& bench = hand;
    hand.choose({8}, 8);
    hand.key(Qt::Key_Insert);
    QVERIFY(hand.editor()->isVisible());
    hand.type(QString{});
    QVERIFY(hand.editor()->isVisible()); // a row needs words
    hand.editor()->choices()->setCurrentIndex(static_cast<int>(Kind::Message));
    hand.type(QStringLiteral("Tell the client to wait"));
    QVERIFY(!hand.editor()->isVisible());
    QCOMPARE(hand.undoSteps(), 1);
    QCOMPARE(hand.shown().eventCount(), 16);
    const Event& added = hand.shown().event(16);
    QCOMPARE(QString::fromStdString(added.text), QStringLiteral("Tell the client to wait"));
    QVERIFY(added.kind == Kind::Message && added.lane == hand.shown().event(8).lane && added.at == hand.shown().at(8));
    QCOMPARE(bench.window.selection().current(), 16);
    const auto drawn = hand.view().chart().drawList();
    QVERIFY(std::ranges::any_of(drawn, [](const std::string& line) { return line.starts_with("mark: 16") && line.ends_with(", added"); }));
}

void TestEditsByHand::anAddedRowMovesAndGoes()
{
    Hand hand;
    Bench& bench = hand;
    duplicateRow(hand.document(), 9);
    QCOMPARE(hand.shown().eventCount(), 16);
    QCOMPARE((hand.shown().at(16) - hand.shown().at(9)).count(), Millis{5min}.count());
    hand.choose({16}, 16);
    hand.key(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE((hand.shown().at(16) - hand.shown().at(9)).count(), Millis{6min}.count());
    hand.key(Qt::Key_Delete);
    QCOMPARE(hand.shown().eventCount(), 15);
    QVERIFY(hand.document().scenario().edits.empty());
    QVERIFY(bench.window.selection().isEmpty());
}

void TestEditsByHand::aWindowIsDuplicatedBehindItself()
{
    Hand hand;
    hand.document().addScenario({});
    const Window lock = hand.window(0);
    const WindowId id = duplicateWindow(hand.document(), lock);
    const auto& windows = hand.shown().windows();
    const auto copy = std::ranges::find(windows, id, &Window::id);
    QVERIFY(copy != windows.end());
    QCOMPARE(QString::fromStdString(copy->name), QStringLiteral("Backups 2"));
    QVERIFY(copy->effect == lock.effect && copy->scope == lock.scope && copy->begin.earliest == lock.end.latest && !copy->begin.tiedTo);
    QCOMPARE((copy->end.latest - copy->end.earliest).count(), (lock.end.latest - lock.end.earliest).count());
    // It moves by itself, and what was moved is not said to be recorded elsewhere.
    hand.drag(hand.barOf(id), hand.barOf(id) + QPoint(40, 0));
    QCOMPARE(hand.moved(2).count(), 0);
    QVERIFY(std::ranges::find(hand.shown().windows(), id, &Window::id)->begin.earliest > lock.end.latest);
}

void TestEditsByHand::aCopyNamedInAWhatIfIsOneStep()
{
    Hand hand;
    hand.document().addScenario({});
    const int steps = hand.undoSteps();
    changeScope(hand.document(), hand.window(0), Scope::of({"master"}));
    QCOMPARE(hand.undoSteps(), steps + 1);
    setLaneReads(hand.document(), 1, QStringLiteral("mirror"));
    QCOMPARE(hand.undoSteps(), steps + 2);
    QVERIFY(hand.window(0).scope == Scope::of({"master"}));
    QVERIFY(hand.shown().recordedWindow(hand.lock())->scope.all);
    QCOMPARE(QString::fromStdString(hand.shown().laneReads(1)), QStringLiteral("mirror"));
    QVERIFY(hand.shown().record().lane(1).reads.empty());
    hand.document().undoStack()->setIndex(steps);
    QVERIFY(hand.document().scenario().edits.empty());
}

void TestEditsByHand::whatCanBeACorrectionIs_data()
{
    QTest::addColumn<int>("edit");
    QTest::addColumn<bool>("can");
    QTest::newRow("a move") << 0 << true;
    QTest::newRow("a scope") << 1 << true;
    QTest::newRow("what a lane reads") << 2 << true;
    QTest::newRow("a window left out") << 3 << true;
    QTest::newRow("a row left out") << 4 << false;
    QTest::newRow("a row added") << 5 << false;
}

void TestEditsByHand::whatCanBeACorrectionIs()
{
    QFETCH(int, edit);
    QFETCH(bool, can);
    Hand hand;
    const Edit edits[] = {MoveEvent{8, 5min}, SetScope{hand.lock(), Scope::of({"master"})}, SetReads{"Bank", "master"}, DropWindow{hand.lock()}, DropEvent{8},
        AddEvent{"Bank", "calls", {1, 1min}, Kind::Action, ""}};
    hand.document().edit({edits[edit]}, QStringLiteral("x"));
    QCOMPARE(canCorrectInstead(hand.document()), can);
}

void TestEditsByHand::scopeAndReadsBecomeReadings()
{
    Hand hand;
    const WindowId lock = hand.lock();
    const WindowId other = hand.window(1).id;
    hand.document().edit({SetScope{lock, Scope::of({"master"})}, SetReads{"Bank", "master"}, DropWindow{other}, MoveWindow{lock, 10min, 10min}, MoveEvent{8, 3min}},
        QStringLiteral("x"));
    const Instant begin = hand.window(0).begin.earliest, row8 = hand.shown().at(8);
    const int steps = hand.undoSteps();
    correctInstead(hand.document());
    QVERIFY(hand.document().isOnRecord());
    QCOMPARE(hand.undoSteps(), steps + 1);
    QCOMPARE(hand.shown().windows().size(), std::size_t{1});
    QVERIFY(hand.window(0).scope == Scope::of({"master"}));
    QVERIFY(hand.window(0).begin.earliest == begin);
    QVERIFY(hand.shown().at(8) == row8);
    QCOMPARE(QString::fromStdString(hand.shown().laneReads(0)), QStringLiteral("master"));
    hand.document().undoStack()->undo();
    QVERIFY(!hand.document().isOnRecord());
    QCOMPARE(hand.document().study().scenarios.size(), std::size_t{1});
}

void TestEditsByHand::theHistoryListsEveryStepAndGoesThere()
{
    Hand hand;
    Bench& bench = hand;
    auto menus = bench.window.findChildren<QMenu*>();
    const auto history = std::ranges::find_if(menus, [](QMenu* menu) { return menu->title() == QStringLiteral("History"); });
    QVERIFY(history != menus.end());
    hand.document().edit({MoveEvent{8, 5min}}, QStringLiteral("First"));
    hand.document().edit({MoveEvent{9, 5min}}, QStringLiteral("Second"));
    hand.document().edit({DropEvent{10}}, QStringLiteral("Third"));
    hand.document().undoStack()->undo();
    const auto listed = [&] {
        emit(*history)->aboutToShow();
        QStringList words;
        for (const QAction* action : (*history)->actions())
            words << (action->isChecked() ? QStringLiteral("*") : QString{}) + action->text();
        return words;
    };
    QCOMPARE(listed(), (QStringList{QStringLiteral("Third (undone)"), QStringLiteral("*Second"), QStringLiteral("First"), QStringLiteral("As it was opened")}));
    (*history)->actions().at(2)->trigger();
    QCOMPARE(hand.document().undoStack()->index(), 1);
    QCOMPARE(hand.moved(9).count(), 0);
    (void)listed();
    (*history)->actions().at(0)->trigger();
    QVERIFY(hand.shown().isDropped(10));
}

/// Forty steps of every kind in an order of chance: back and forth comes by the same studies.
void TestEditsByHand::undoAndRedoVisitTheSameStudies()
{
    Hand hand;
    Document& document = hand.document();
    std::mt19937 random{20191006};
    const auto any = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const auto row = [&] { return 1 + any(document.view().eventCount()); };
    std::vector<Study> visited{document.study()};
    int tries = 0;
    while (document.undoStack()->count() < 40 && ++tries < 400) {
        const int before = document.undoStack()->count();
        const auto by = std::chrono::minutes{any(21) - 10};
        const auto& windows = document.view().windows();
        switch (any(9)) {
        case 0: document.edit({MoveEvent{row(), by}}, QStringLiteral("a")); break;
        case 1: dropRows(document, {row(), row()}); break;
        case 2: duplicateRow(document, row()); break;
        case 3: (void)addRow(document, any(2), document.view().at(1) + by, QStringLiteral("new"), static_cast<Kind>(any(6))); break;
        case 4: if (!windows.empty()) duplicateWindow(document, Window{windows.front()}); break;
        case 5: if (!windows.empty()) dropWindow(document, WindowId{windows.back().id}); break;
        case 6: if (!windows.empty()) document.edit({MoveWindow{windows.front().id, by, by + 5min}}, QStringLiteral("b")); break;
        case 7: putRowsBack(document, {row()}); break;
        default: document.edit({SetReads{"Bank", any(2) ? "master" : "mirror"}}, QStringLiteral("c"));
        }
        if (document.undoStack()->count() > before)
            visited.push_back(document.study());
    }
    QCOMPARE(document.undoStack()->count(), 40);
    for (std::size_t i = visited.size() - 1; i-- > 0;) {
        document.undoStack()->undo();
        QVERIFY(document.study() == visited[i]);
    }
    for (std::size_t i = 1; i < visited.size(); ++i) {
        document.undoStack()->redo();
        QVERIFY(document.study() == visited[i]);
    }
}

void TestEditsByHand::aPersonsActMovedIsDrawnAsAnAssumption()
{
    Hand hand;
    hand.document().edit({MoveEvent{8, -3min}, MoveWindow{hand.lock(), 4min, 4min}}, QStringLiteral("x"));
    const auto drawn = hand.view().chart().drawList();
    const auto line = [&](const char* start) {
        const auto found = std::ranges::find_if(drawn, [&](const std::string& s) { return s.starts_with(start); });
        return found == drawn.end() ? std::string{} : *found;
    };
    QVERIFY2(line("mark: 8 ").ends_with(", an assumption"), line("mark: 8 ").c_str());
    QVERIFY2(line("mark: 2 ").find("moved by") != std::string::npos, line("mark: 2 ").c_str());
    QVERIFY(line("mark: 2 ").find("an assumption") == std::string::npos);
    const auto notes = hand.document().footnotes();
    QVERIFY(std::ranges::any_of(notes, [](const std::string& note) {
        return note.find("Row 8 was a person's act; that it would come earlier is an assumption.") != std::string::npos;
    }));
    Bench& bench = hand;
    bench.window.selection().choose(8);
    QTRY_VERIFY(bench.window.findChild<QLabel*>(QStringLiteral("assumption")));
}

QTEST_MAIN(TestEditsByHand)
#include "tst_edits_by_hand.moc"
