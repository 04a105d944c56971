#include "chart/chart_scene.h"
#include "support/bank_timeline.h"
#include <QImage>
#include <QPainter>
#include <QTest>
#include <algorithm>

using namespace lockstep;

namespace {

struct Shown {
    explicit Shown(const LanesShown& lanes)
    {
        ChartContent content{applied(bank, {}), {}, {}, {"† The document has no date."}, "tz 2025b · Lockstep 1.0"};
        content.lanes = lanePlaces(bank, lanes);
        scene.setContent(std::move(content));
    }
    Timeline bank = bankTimeline(true);
    ChartScene scene;
};

} // namespace

/// Lanes in another order, folded or left out.
class TestShownLanes : public QObject {
    Q_OBJECT

private slots:
    void theyStandInTheOrderAskedFor();
    void aFoldedLaneIsOneLineWithMarks();
    void anOpenLaneTakesTheRoomOfAFoldedOne();
    void allFoldedIsStillAChart();
    void theLockLiesOverLanesInAnyOrder();
    void theEdgesOfTheLockReachTheLowestLane();
};

void TestShownLanes::theyStandInTheOrderAskedFor()
{
    const Shown plain({}), turned({{"Client"}, {"Bank"}});
    QVERIFY(plain.scene.laneRect(0).bottom() < plain.scene.laneRect(1).top());
    QVERIFY(turned.scene.laneRect(1).bottom() < turned.scene.laneRect(0).top());
    QCOMPARE(turned.scene.laneRect(1).top(), plain.scene.laneRect(0).top());
    QVERIFY(turned.scene.axis() == plain.scene.axis());
    // Row 3 is the client's: its mark is above row 1 of the bank now.
    QVERIFY(turned.scene.markRect(3).center().y() < turned.scene.markRect(1).center().y());
}

void TestShownLanes::aFoldedLaneIsOneLineWithMarks()
{
    const Shown folded({{"Bank", true}});
    const QRectF lane = folded.scene.laneRect(0);
    QVERIFY(lane.height() <= 40);
    for (const EventId id : {1, 2, 6, 8, 10, 11, 12, 14}) {
        QVERIFY(folded.scene.labelRect(id).isEmpty());
        QVERIFY(lane.contains(folded.scene.markRect(id).center()));
    }
    QVERIFY(!folded.scene.labelRect(3).isEmpty());
}

void TestShownLanes::anOpenLaneTakesTheRoomOfAFoldedOne()
{
    const Shown plain({}), folded({{"Bank", true}});
    QVERIFY(folded.scene.laneRect(1).height() > plain.scene.laneRect(1).height());
    QVERIFY(folded.scene.heightFor(1600) < plain.scene.heightFor(1600));
}

void TestShownLanes::allFoldedIsStillAChart()
{
    const Shown folded({{"Bank", true}, {"Client", true}});
    QVERIFY(folded.scene.laneRect(0).height() <= 40 && folded.scene.laneRect(1).height() <= 40);
    QCOMPARE(folded.scene.eventsIn(folded.scene.plotRect()).size(), 15u);
}

/// Below the base line at 04:15 UTC nothing but the tint of the lock is painted.
void TestShownLanes::theLockLiesOverLanesInAnyOrder()
{
    const auto tint = [](Shown& shown, LaneId lane) {
        QImage image(1600, 900, QImage::Format_RGB32);
        QPainter painter(&image);
        shown.scene.render(&painter, QRectF{0, 0, 1600, 900}, QRectF{0, 0, 1600, 900});
        const double x = shown.scene.axis().x(shown.bank.event(2).at + std::chrono::minutes{45});
        return image.pixelColor(qRound(x), qRound(shown.scene.laneRect(lane).bottom() - 4)).name();
    };
    Shown plain({}), turned({{"Client"}, {"Bank"}});
    QCOMPARE(tint(turned, 0), tint(plain, 0));
    QCOMPARE(tint(turned, 1), tint(plain, 1));
}

void TestShownLanes::theEdgesOfTheLockReachTheLowestLane()
{
    Shown turned({{"Client"}, {"Bank"}});
    QImage image(1600, 900, QImage::Format_RGB32);
    QPainter painter(&image);
    turned.scene.render(&painter, QRectF{0, 0, 1600, 900}, QRectF{0, 0, 1600, 900});
    const double x = turned.scene.axis().x(turned.bank.event(2).at);
    const QRectF lowest = turned.scene.laneRect(0);
    int dark = 0; // of the begin of the lock, below the marks
    for (int y = qRound(lowest.bottom()) - 6; y < qRound(lowest.bottom()); ++y)
        dark += image.pixelColor(qRound(x), y).name() == Theme::of(Theme::Id::Light).lock.name() ? 1 : 0;
    QVERIFY(dark >= 4);
}

QTEST_MAIN(TestShownLanes)
#include "tst_shown_lanes.moc"
