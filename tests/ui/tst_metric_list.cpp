#include "chart/metric_bars.h"
#include "core/anchors.h"
#include "support/window_bench.h"
#include "ui/metric_list.h"
#include "ui/moments.h"
#include "ui/selection.h"
#include "ui/selection_panel.h"
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace lockstep;
using namespace lockstep::test;
using namespace Qt::StringLiterals;

namespace {

MetricRow* rowOf(Bench& bench, const QString& begin)
{
    for (MetricRow* row : bench.window.findChildren<MetricRow*>())
        if (row->accessibleName().startsWith(begin))
            return row;
    return nullptr;
}

QStringList texts(QWidget& window)
{
    QStringList all;
    for (const QLabel* label : window.findChildren<QLabel*>())
        all << label->text();
    return all;
}

QPushButton* linkOf(Bench& bench, const QString& text)
{
    for (QPushButton* button : bench.window.findChildren<QPushButton*>())
        if (button->text() == text)
            return button;
    return nullptr;
}

QStringList ticked(Document& document, EventId row)
{
    QMenu menu;
    addMomentMenu(menu, document, row, [] {});
    QStringList all;
    for (const QAction* action : menu.actions().front()->menu()->actions())
        if (action->isChecked())
            all << action->text();
    return all;
}

} // namespace

class TestMetricList : public QObject {
    Q_OBJECT
private slots:
    void everyFigureHasItsLine();
    void pointingAtAFigureFlagsItsMoments();
    void anOpenFigureSaysWhatItIsMeasuredBetween();
    void whatIsNotKnownIsFoldedAndSaysWhy();
    void barsShowTheRecordAndEveryWhatIf();
    void aRowIsMarkedAndUnmarkedFromTheMenu();
    void aFigureOfOnesOwnIsAddedAndTakenOut();
    void leavingTheFormAddsNothing();
    void claimsStandWithTheirVerdict();
};

void TestMetricList::everyFigureHasItsLine()
{
    Bench bench;
    QTRY_VERIFY(rowOf(bench, u"Client-visible: 60 min"_s));
    QVERIFY(rowOf(bench, u"Lock length: 60 to 65 min"_s));
    QVERIFY(rowOf(bench, u"Lane changes: 9"_s));
    QVERIFY(rowOf(bench, u"Time to restore, onset to recovered: 65 min"_s));
    QVERIFY(rowOf(bench, u"Time to restore, first impact to recovered: 60 min"_s));
}

void TestMetricList::pointingAtAFigureFlagsItsMoments()
{
    Bench bench;
    QTRY_VERIFY(rowOf(bench, u"Onset to declared"_s));
    auto* panel = bench.window.findChild<SelectionPanel*>();
    std::vector<Anchor> flags;
    connect(panel, &SelectionPanel::momentsShown, panel, [&](const std::vector<Anchor>& moments) { flags = moments; });
    rowOf(bench, u"Onset to declared"_s)->setFocus();
    QTRY_COMPARE(flags.size(), 2u);
    QCOMPARE(flags[0].event, 1);
    QCOMPARE(flags[1].event, 11);
    bench.view().setFocus();
    QTRY_VERIFY(flags.empty());
}

void TestMetricList::anOpenFigureSaysWhatItIsMeasuredBetween()
{
    Bench bench;
    QTRY_VERIFY(rowOf(bench, u"Client-visible"_s));
    QTest::mouseClick(rowOf(bench, u"Client-visible"_s), Qt::LeftButton);
    const QString basis = u"From first impact (row 3, as its words say) to recovered (row 13, as its words say). "
                          "An upper bound: the recovery was first seen at 11:35 in Vietnam."_s;
    QTRY_VERIFY(texts(bench.window).contains(basis));
    QTest::keyClick(rowOf(bench, u"Client-visible"_s), Qt::Key_Return);
    QTRY_VERIFY(!texts(bench.window).contains(basis));
}

void TestMetricList::whatIsNotKnownIsFoldedAndSaysWhy()
{
    Bench bench;
    QTRY_VERIFY(rowOf(bench, u"Client-visible"_s));
    QVERIFY(!rowOf(bench, u"Onset to detected"_s));
    QVERIFY(linkOf(bench, u"3 not known"_s)); // to detected from onset and from impact, and to mitigated
    linkOf(bench, u"3 not known"_s)->click();
    QTRY_VERIFY(rowOf(bench, u"Onset to detected: not known"_s));
    QTest::mouseClick(rowOf(bench, u"Onset to detected"_s), Qt::LeftButton);
    QTRY_VERIFY(texts(bench.window).contains(u"No row is marked as detected."_s));
}

void TestMetricList::barsShowTheRecordAndEveryWhatIf()
{
    Bench bench;
    bench.document().edit({MoveEvent{11, std::chrono::minutes{5}}}, u"Move"_s);
    QTRY_VERIFY(rowOf(bench, u"Onset to declared: 24 min"_s));
    QTest::mouseClick(rowOf(bench, u"Onset to declared"_s), Qt::LeftButton);
    QTRY_VERIFY(bench.window.findChild<MetricBars*>());
    const QStringList shown = texts(*bench.window.findChild<MetricBars*>());
    QCOMPARE(shown, (QStringList{u"As recorded"_s, u"19 min"_s, u"What if 1"_s, u"24 min"_s}));
}

void TestMetricList::aRowIsMarkedAndUnmarkedFromTheMenu()
{
    Bench bench;
    QCOMPARE(ticked(bench.document(), 1), (QStringList{u"onset, as its words say"_s}));
    setMoment(bench.document(), u"detected"_s, 6);
    QCOMPARE(ticked(bench.document(), 6), QStringList{u"detected"_s});
    QTRY_VERIFY(rowOf(bench, u"Onset to detected: 10 min"_s));
    QCOMPARE(bench.undoSteps(), 1);
    QMenu menu;
    addMomentMenu(menu, bench.document(), 6, [] {});
    for (QAction* action : menu.actions().front()->menu()->actions())
        if (action->text() == u"detected"_s)
            action->trigger();
    QCOMPARE(ticked(bench.document(), 6), QStringList{});
    bench.document().undoStack()->undo();
    QCOMPARE(ticked(bench.document(), 6), QStringList{u"detected"_s});
    setMoment(bench.document(), u"  the   call "_s, 5);
    QCOMPARE(ticked(bench.document(), 5), QStringList{u"the call"_s});
}

void TestMetricList::leavingTheFormAddsNothing()
{
    Bench bench;
    const auto field = [&]() -> QLineEdit* {
        for (QLineEdit* edit : bench.window.findChildren<QLineEdit*>())
            if (edit->accessibleName() == u"What is it called?"_s)
                return edit;
        return nullptr;
    };
    for (const QString& leave : {u"Never mind"_s, u"Add it"_s}) {
        QTRY_VERIFY(linkOf(bench, u"Add a figure\u2026"_s));
        linkOf(bench, u"Add a figure\u2026"_s)->click();
        QTRY_VERIFY(field());
        field()->setFocus();
        QTest::keyClicks(field(), u"Mine"_s);
        linkOf(bench, leave)->setFocus();
        QCoreApplication::processEvents();
        QCOMPARE(bench.undoSteps(), 0);
        linkOf(bench, leave)->click();
        QTRY_VERIFY(!field());
    }
    QCOMPARE(bench.undoSteps(), 1);
    QTRY_VERIFY(rowOf(bench, u"Mine"_s));
}

void TestMetricList::aFigureOfOnesOwnIsAddedAndTakenOut()
{
    Bench bench;
    QVERIFY(!addMetric(bench.document(), u" "_s, "onset", "told").isEmpty());
    QVERIFY(!addMetric(bench.document(), u"Mine"_s, "told", "told").isEmpty());
    QVERIFY(addMetric(bench.document(), u"Time to shout"_s, "first impact", "declared").isEmpty());
    QVERIFY(!addMetric(bench.document(), u"Time to shout"_s, "first impact", "declared").isEmpty());
    QTRY_VERIFY(rowOf(bench, u"Time to shout: 14 min"_s));
    QTest::mouseClick(rowOf(bench, u"Time to shout"_s), Qt::LeftButton);
    QTRY_VERIFY(linkOf(bench, u"Take this figure out"_s));
    linkOf(bench, u"Take this figure out"_s)->click();
    QTRY_VERIFY(!rowOf(bench, u"Time to shout"_s));
    QCOMPARE(bench.undoSteps(), 2);
}

void TestMetricList::claimsStandWithTheirVerdict()
{
    Bench bench;
    QTRY_VERIFY(texts(bench.window).contains(u"\u201cat least 1 hour\u201d cannot be told"_s));
}

QTEST_MAIN(TestMetricList)
#include "tst_metric_list.moc"
