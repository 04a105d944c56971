#include "formats/lockstep_round.h"
#include "support/window_bench.h"
#include "ui/measure_edit.h"
#include "ui/selection.h"
#include "ui/selection_panel.h"
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <algorithm>

using namespace lockstep;
using namespace lockstep::test;
using namespace std::chrono_literals;

namespace {

struct MeasureBench : Bench {
    std::vector<Measure> kept() { return document().study().measures; }
    std::optional<Measure> chosen() { return window.selection().measure(); }
    void choose(std::set<EventId> rows)
    {
        const EventId last = *rows.rbegin();
        window.selection().choose(std::move(rows), last);
        QCoreApplication::processEvents();
    }
    void key(int code) { QTest::keyClick(&view(), static_cast<Qt::Key>(code)); }
    /// A place at this moment where no mark, label or window is.
    QPoint emptyAt(Instant at)
    {
        const double x = view().chart().axis().x(at);
        const QRectF plot = view().chart().plotRect();
        for (double y = plot.bottom() - 3; y > plot.top(); y -= 2)
            if (view().chart().hitTest({x, y}).what == Hit::What::Lane)
                return view().mapFromScene(QPointF{x, y});
        qFatal("no empty place");
    }
    QPoint rulerAt(Instant at)
    {
        const double x = view().chart().axis().x(at);
        for (double y = 0; y < view().chart().plotRect().top(); y += 2)
            if (view().chart().hitTest({x, y}).what == Hit::What::Ruler)
                return view().mapFromScene(QPointF{x, y + 8});
        qFatal("no ruler");
    }
    void dragWith(Qt::KeyboardModifiers keys, QPoint from, QPoint to)
    {
        QTest::mousePress(view().viewport(), Qt::LeftButton, keys, from);
        moveTo((from + to) / 2, keys);
        moveTo(to, keys);
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, keys, to);
        QCoreApplication::processEvents();
    }
    void click(QPoint at)
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, at);
        QCoreApplication::processEvents();
    }
    QStringList panelWords()
    {
        QCoreApplication::processEvents();
        QStringList words;
        for (const QLabel* label : window.findChild<SelectionPanel*>()->findChildren<QLabel*>())
            words << label->text();
        for (const QPushButton* button : window.findChild<SelectionPanel*>()->findChildren<QPushButton*>())
            words << button->text();
        return words;
    }
    QString measureDrawn()
    {
        for (const std::string& line : view().chart().drawList())
            if (line.starts_with("measure: "))
                return QString::fromStdString(line).section(QStringLiteral(" at x"), 0, 0).section(QStringLiteral(" |"), 0, 0);
        return {};
    }
    bool draws(const std::string& start)
    {
        return std::ranges::any_of(view().chart().drawList(), [&](const std::string& line) { return line.starts_with(start); });
    }
    Instant row(EventId id) { return document().view().at(id); }
};

} // namespace

/// Measuring with keys and pointer, and what is kept of it.
class TestMeasuring : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("lockstep-tests"));
        QCoreApplication::setApplicationName(QStringLiteral("measuring-%1").arg(QCoreApplication::applicationPid()));
    }

    void betweenTwoSelectedRowsItIsTheirDistanceInRealTime()
    {
        MeasureBench bench;
        bench.choose({2, 3}); // 23:30 in Washington, 10:35 in Vietnam
        QSignalSpy hints(&bench.view(), &ChartView::hinted);
        bench.key(Qt::Key_M);
        QCOMPARE(bench.chosen(), std::optional<Measure>(Measure{2, 3}));
        QCOMPARE(hints.last().first().toString(), QStringLiteral("5 min, row 2 to row 3. Enter keeps it, Esc takes it away."));
        const QStringList words = bench.panelWords();
        for (const char* part : {"5 min", "Row 2", "Row 3", "10:35, day 2", "23:30, day 1", "Longest silence", "Under the backups"})
            QVERIFY2(words.contains(QLatin1String{part}), part);
        QCOMPARE(bench.undoSteps(), 0);
    }

    void enterKeepsItAndUndoTakesItAway()
    {
        MeasureBench bench;
        bench.choose({3, 13});
        bench.key(Qt::Key_M);
        bench.key(Qt::Key_Return);
        QCOMPARE(bench.kept(), (std::vector<Measure>{{3, 13}}));
        QCOMPARE(bench.undoSteps(), 1);
        QCOMPARE(bench.document().undoStack()->undoText(), QStringLiteral("Keep 60 min, row 3 to row 13"));
        QVERIFY(bench.document().isOnRecord());
        QVERIFY(bench.draws("measure: 60 min, row 3 to row 13"));
        bench.document().undoStack()->undo();
        QVERIFY(bench.kept().empty() && !bench.draws("measure: "));
        bench.document().undoStack()->redo();
        QVERIFY(bench.draws("measure: 60 min, row 3 to row 13"));
    }

    void escapeTakesItAwayAndNothingWasDone()
    {
        MeasureBench bench;
        bench.choose({3, 13});
        bench.key(Qt::Key_M);
        bench.key(Qt::Key_Escape);
        QVERIFY(!bench.chosen());
        QCOMPARE(bench.undoSteps(), 0);
        QVERIFY(!bench.document().isModified());
    }

    void aDragAcrossTheEmptyChartHoldsOnToMarks()
    {
        MeasureBench bench;
        const QPoint from = bench.emptyAt(bench.row(12) + 10min);
        const QPoint nearThirteen{bench.markOf(13).x() - 4, bench.emptyAt(bench.row(13) - 1min).y()};
        bench.dragWith(Qt::ControlModifier, from, nearThirteen);
        QVERIFY(bench.chosen());
        QCOMPARE(bench.chosen()->to, MeasureEnd{EventId{13}});
        // 03:59 and ten minutes to 04:35 is 26 minutes; a pixel is less than one here.
        const MeasureTaken taken = takeMeasure(bench.document().view(), *bench.chosen());
        QCOMPARE(taken.figure.most, std::optional<Millis>(26min));
        QVERIFY(bench.document().isOnRecord());
    }

    void theLengthFollowsThePointerAndEscapeGivesUp()
    {
        MeasureBench bench;
        QSignalSpy hints(&bench.view(), &ChartView::hinted);
        const QPoint from = bench.emptyAt(bench.row(12) + 10min);
        QTest::mousePress(bench.view().viewport(), Qt::LeftButton, Qt::ControlModifier, from);
        QStringList lengths;
        for (const Millis later : {12min, 15min, 20min}) {
            bench.moveTo(QPoint{bench.emptyAt(bench.row(12) + later).x(), from.y()}, Qt::ControlModifier);
            lengths << hints.last().first().toString().section(QLatin1Char(','), 0, 0);
        }
        QCOMPARE(lengths, (QStringList{QStringLiteral("2 min"), QStringLiteral("5 min"), QStringLiteral("10 min")}));
        bench.key(Qt::Key_Escape);
        QTest::mouseRelease(bench.view().viewport(), Qt::LeftButton, {}, from);
        QVERIFY(!bench.chosen() && bench.kept().empty());
    }

    void twoClicksAfterMAreTheEnds()
    {
        MeasureBench bench;
        bench.window.selection().clear();
        QSignalSpy hints(&bench.view(), &ChartView::hinted);
        bench.key(Qt::Key_M);
        QVERIFY(bench.view().isMeasuring());
        QCOMPARE(hints.last().first().toString(), QStringLiteral("Click the two ends, or drag from one to the other. Esc leaves."));
        bench.click(bench.markOf(3));
        bench.click(bench.markOf(13));
        QVERIFY(!bench.view().isMeasuring());
        QCOMPARE(bench.chosen(), std::optional<Measure>(Measure{3, 13}));
        bench.click(bench.view().mapFromScene(bench.view().chart().measureRect({3, 13}).center()));
        QCOMPARE(bench.kept(), (std::vector<Measure>{{3, 13}}));
    }

    void aRowCanBeWalkedToWithTheKeysAlone()
    {
        MeasureBench bench;
        bench.choose({3});
        bench.key(Qt::Key_M);
        bench.key(Qt::Key_Right);
        bench.key(Qt::Key_Right);
        bench.key(Qt::Key_Return);
        QCOMPARE(bench.kept(), (std::vector<Measure>{{3, 5}}));
        bench.key(Qt::Key_Delete);
        QVERIFY(bench.kept().empty() && !bench.chosen());
        QCOMPARE(bench.undoSteps(), 2);
    }

    void mAgainLeavesMeasuringAndAfterAKeptOneBeginsAnew()
    {
        MeasureBench bench;
        bench.window.selection().clear();
        bench.key(Qt::Key_M);
        bench.key(Qt::Key_M);
        QVERIFY(!bench.view().isMeasuring());
        bench.choose({3, 13});
        for (int i = 0; i < 3; ++i)
            bench.key(Qt::Key_M); // shows the length, keeps it, asks for the ends of another
        QCOMPARE(bench.kept().size(), 1u);
        QVERIFY(bench.view().isMeasuring());
    }

    void aKeptOneIsChosenByAClickAndRemovedByDelete()
    {
        MeasureBench bench;
        keepMeasure(bench.document(), {3, 13});
        bench.window.selection().clear();
        bench.click(bench.view().mapFromScene(bench.view().chart().measureRect({3, 13}).center()));
        QCOMPARE(bench.chosen(), std::optional<Measure>(Measure{3, 13}));
        QVERIFY(bench.panelWords().contains(QStringLiteral("Remove it (Delete)")));
        bench.key(Qt::Key_Delete);
        QVERIFY(bench.kept().empty());
    }

    void itIsListedWhereNothingIsChosen()
    {
        MeasureBench bench;
        keepMeasure(bench.document(), {3, 13});
        bench.window.selection().clear();
        QVERIFY(bench.panelWords().contains(QStringLiteral("60 min, row 3 to row 13")));
    }

    void aStretchOfTheRulerShowsWhatLiesInIt()
    {
        MeasureBench bench;
        const AxisScale before = bench.view().chart().axis();
        bench.dragWith(Qt::ShiftModifier, bench.rulerAt(bench.row(1) + 10min), bench.rulerAt(bench.row(1) + 50min));
        QVERIFY(bench.view().chart().axis() == before); // a plain drag zooms, this one does not
        const QStringList words = bench.panelWords();
        // 03:40 to 04:20 UTC: rows 6 to 12, one look-up of the bank. The lock covers all of it, the integration 19 minutes.
        for (const char* part : {"40 min", "Bank: 5 rows, 1 look-up (1 during the lock)", "Client: 2 rows", "During the lock", "Under the information integration", "19 min", "21 min"})
            QVERIFY2(words.contains(QLatin1String{part}), part);
    }

    void whileARowIsDraggedItsMeasureFollows()
    {
        MeasureBench bench;
        keepMeasure(bench.document(), {1, 12});
        const QPoint from = bench.markOf(12), to = bench.later(12, 10min);
        bench.press(from);
        bench.moveTo((from + to) / 2);
        bench.moveTo(to);
        QCOMPARE(bench.measureDrawn(), QStringLiteral("measure: 39 min, row 1 to row 12"));
        bench.release(to);
        QCOMPARE(bench.measureDrawn(), QStringLiteral("measure: 39 min, row 1 to row 12"));
        bench.document().choose(-1);
        QCOMPARE(bench.measureDrawn(), QStringLiteral("measure: 29 min, row 1 to row 12"));
    }

    void savedOpenedAndConvertedItIsTheSame()
    {
        QTemporaryDir folder;
        const QString study = folder.filePath(QStringLiteral("bank.lockstep")), again = folder.filePath(QStringLiteral("again.lockstep"));
        MeasureBench bench;
        keepMeasure(bench.document(), {3, 13});
        keepMeasure(bench.document(), {WindowEdge{bench.lock(), false}, WindowEdge{bench.lock(), true}});
        keepMeasure(bench.document(), {Point{1, 5min}, Point{1, 50s + 9min}});
        QVERIFY(bench.document().save(study).has_value());
        const std::vector<Measure> kept = bench.kept();
        MeasureBench other;
        QVERIFY(other.window.open(study));
        QCOMPARE(other.kept(), kept);
        QVERIFY(!other.document().isModified());
        QVERIFY(other.draws("measure: 60 min, row 3 to row 13"));
        QVERIFY(other.document().save(again).has_value());
        QFile first(study), second(again);
        QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
        QCOMPARE(second.readAll(), first.readAll());
    }
};

QTEST_MAIN(TestMeasuring)
#include "tst_measuring.moc"
