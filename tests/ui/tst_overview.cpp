#include "support/draft_rows.h"
#include "support/window_bench.h"
#include "ui/density.h"
#include "ui/overview.h"
#include "ui/selection.h"
#include "ui/table_card.h"
#include <QAccessible>
#include <numeric>
#include "support/eventually.h"

using namespace lockstep;
using namespace lockstep::test;
using namespace std::chrono_literals;

namespace {

struct OverviewBench : Bench {
    Overview* overview = nullptr;
    Instant first;

    OverviewBench()
    {
        overview = window.findChild<Overview*>();
        first = document().view().at(1);
        view().zoomTo({first, first + 20min});
        QTest::qWait(0); // the strip takes its room
    }
    const AxisScale& axis() { return view().chart().axis(); }
    void drag(double from, double to)
    {
        QTest::mousePress(overview, Qt::LeftButton, {}, QPoint(qRound(from), 24));
        QMouseEvent move(QEvent::MouseMove, QPointF(qRound(to), 24), overview->mapToGlobal(QPointF(qRound(to), 24)), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(overview, &move);
        QTest::mouseRelease(overview, Qt::LeftButton, {}, QPoint(qRound(to), 24));
    }
};

} // namespace

/// The strip under a zoomed chart.
class TestOverview : public QObject {
    Q_OBJECT

private slots:
    void itIsThereOnlyWhileZoomed();
    void everyRowIsCountedOnce();
    void manyLanesAreCountedTogether();
    void theFrameIsWhatIsInView();
    void draggingTheFramePansAndKeepsTheZoom();
    void draggingAnEdgeZooms();
    void aClickBesideTheFrameCentres();
    void aDoubleClickShowsEverything();
    void theWheelZoomsAtThePointer();
    void theKeysPanAndZoom();
    void aDragIsOneStepBack();
    void aScreenReaderHearsWhatIsInView();
};

void TestOverview::itIsThereOnlyWhileZoomed()
{
    OverviewBench bench;
    QVERIFY(bench.overview->isVisible());
    bench.view().fit();
    QVERIFY(!bench.overview->isVisible());
}

void TestOverview::everyRowIsCountedOnce()
{
    OverviewBench bench;
    const Density density = densityOf(bench.document().view(), bench.axis().fitted(), *bench.document().bands());
    QCOMPARE(density.lanes.size(), 2u);
    const auto sum = [](const std::vector<int>& counts) { return std::accumulate(counts.begin(), counts.end(), 0); };
    QCOMPARE(sum(density.lanes[0]), 8);
    QCOMPARE(sum(density.lanes[1]), 7);
    QCOMPARE(density.most, 2); // rows 1 and 2 at 23:30
}

void TestOverview::manyLanesAreCountedTogether()
{
    OverviewBench bench;
    std::vector<DraftRow> rows;
    for (int i = 0; i < 8; ++i)
        rows.push_back(DraftRow{10, i}.by("Team " + std::to_string(i)));
    bench.document().setIncident({draftOf(rows), {}, {}}, QStringLiteral("teams.md"));
    QCOMPARE(bench.document().view().record().lanes.size(), 8u);
    const Density density = densityOf(bench.document().view(), bench.axis(), *bench.document().bands());
    QCOMPARE(density.lanes.size(), 1u);
}

void TestOverview::theFrameIsWhatIsInView()
{
    OverviewBench bench;
    const AxisScale whole = bench.axis().fitted();
    const Span seen = bench.axis().visible();
    QCOMPARE(bench.overview->frame().left(), whole.x(seen.begin));
    QCOMPARE(bench.overview->frame().right(), whole.x(seen.end));
}

void TestOverview::draggingTheFramePansAndKeepsTheZoom()
{
    OverviewBench bench;
    const double zoom = bench.axis().pixelsPerMinute();
    const double from = bench.overview->frame().center().x();
    const double left = bench.overview->frame().left();
    bench.drag(from, from + 120);
    QVERIFY(std::abs(bench.axis().pixelsPerMinute() - zoom) < 1e-6);
    QVERIFY2(std::abs(bench.overview->frame().left() - left - 120) < 1.5, qPrintable(QString::number(bench.overview->frame().left() - left)));
    bench.drag(from + 120, from);
    QVERIFY(std::abs(bench.overview->frame().left() - left) < 1.5);
}

void TestOverview::draggingAnEdgeZooms()
{
    OverviewBench bench;
    const QRectF before = bench.overview->frame();
    bench.drag(before.right(), before.right() + 100);
    QVERIFY(std::abs(bench.overview->frame().left() - before.left()) < 1.5);
    QVERIFY(std::abs(bench.overview->frame().right() - before.right() - 100) < 2);
}

void TestOverview::aClickBesideTheFrameCentres()
{
    OverviewBench bench;
    const double x = bench.overview->frame().right() + 200;
    QTest::mouseClick(bench.overview, Qt::LeftButton, {}, QPoint(qRound(x), 24));
    QVERIFY2(std::abs(bench.overview->frame().center().x() - qRound(x)) < 1.5, qPrintable(QString::number(bench.overview->frame().center().x() - x)));
}

void TestOverview::aDoubleClickShowsEverything()
{
    OverviewBench bench;
    QTest::mouseDClick(bench.overview, Qt::LeftButton, {}, bench.overview->frame().center().toPoint());
    QVERIFY(!bench.axis().isZoomed());
}

void TestOverview::theWheelZoomsAtThePointer()
{
    OverviewBench bench;
    const QPointF at = bench.overview->frame().center();
    const Instant under = bench.axis().fitted().at(at.x());
    const double was = bench.axis().x(under), zoom = bench.axis().pixelsPerMinute();
    QWheelEvent turn(at, bench.overview->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(bench.overview, &turn);
    QVERIFY(bench.axis().pixelsPerMinute() > zoom);
    QVERIFY(std::abs(bench.axis().x(under) - was) < 0.5);
}

void TestOverview::theKeysPanAndZoom()
{
    OverviewBench bench;
    const double left = bench.overview->frame().left(), zoom = bench.axis().pixelsPerMinute();
    QTest::keyClick(bench.overview, Qt::Key_Right);
    QVERIFY(bench.overview->frame().left() > left);
    QTest::keyClick(bench.overview, Qt::Key_Home);
    QVERIFY(std::abs(bench.overview->frame().left() - bench.axis().fitted().left()) < 1.5);
    QVERIFY(std::abs(bench.axis().pixelsPerMinute() - zoom) < 1e-6);
    QTest::keyClick(bench.overview, Qt::Key_Plus);
    QVERIFY(bench.axis().pixelsPerMinute() > zoom);
    bench.overview->setFocus();
    QTest::keyClick(bench.overview, Qt::Key_0);
    QVERIFY(!bench.overview->isVisible());
    QVERIFY(bench.view().hasFocus()); // not lost with the strip
}

void TestOverview::aDragIsOneStepBack()
{
    OverviewBench bench;
    const Span before = bench.axis().visible();
    const double from = bench.overview->frame().center().x();
    bench.drag(from, from + 120);
    bench.view().zoomBack();
    QCOMPARE(bench.axis().visible(), before);
}

void TestOverview::aScreenReaderHearsWhatIsInView()
{
    OverviewBench bench;
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(bench.overview);
    QVERIFY(face);
    QCOMPARE(face->role(), QAccessible::Slider);
    QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Overview"));
    const QString value = face->text(QAccessible::Value);
    QVERIFY2(value.startsWith(QStringLiteral("03:30 to 03:50 UTC of ")), qPrintable(value));
}

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
