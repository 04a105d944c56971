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
        content.bands = std::make_shared<const Bands>(bank, lanes.by);
        content.lanes = lanePlaces(*content.bands, lanes);
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
    void rowsByKindStandInLanesOfTheirKind();
    void lanesOfSeveralClocksNameThem();
    void aWindowTintsOnlyLanesThatAllReadIt();
    void whatIsFoldedTellsItsKinds();
};

void TestShownLanes::theyStandInTheOrderAskedFor()
{
    const Shown plain({}), turned({{{"Client"}, {"Bank"}}});
    QVERIFY(plain.scene.laneRect(0).bottom() < plain.scene.laneRect(1).top());
    QVERIFY(turned.scene.laneRect(1).bottom() < turned.scene.laneRect(0).top());
    QCOMPARE(turned.scene.laneRect(1).top(), plain.scene.laneRect(0).top());
    QVERIFY(turned.scene.axis() == plain.scene.axis());
    // Row 3 is the client's: its mark is above row 1 of the bank now.
    QVERIFY(turned.scene.markRect(3).center().y() < turned.scene.markRect(1).center().y());
}

void TestShownLanes::aFoldedLaneIsOneLineWithMarks()
{
    const Shown folded({{{"Bank", true}}});
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
    const Shown plain({}), folded({{{"Bank", true}}});
    QVERIFY(folded.scene.laneRect(1).height() > plain.scene.laneRect(1).height());
    QVERIFY(folded.scene.heightFor(1600) < plain.scene.heightFor(1600));
}

void TestShownLanes::allFoldedIsStillAChart()
{
    const Shown folded({{{"Bank", true}, {"Client", true}}});
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
    Shown plain({}), turned({{{"Client"}, {"Bank"}}});
    QCOMPARE(tint(turned, 0), tint(plain, 0));
    QCOMPARE(tint(turned, 1), tint(plain, 1));
}

void TestShownLanes::theEdgesOfTheLockReachTheLowestLane()
{
    Shown turned({{{"Client"}, {"Bank"}}});
    QImage image(1600, 900, QImage::Format_RGB32);
    QPainter painter(&image);
    turned.scene.render(&painter, QRectF{0, 0, 1600, 900}, QRectF{0, 0, 1600, 900});
    const double x = turned.scene.axis().x(turned.bank.event(2).at);
    const QRectF lowest = turned.scene.laneRect(0);
    int dark = 0; // of the begin of the lock, where no mark or leader is
    for (int y = qRound(lowest.bottom()) - 6; y < qRound(lowest.bottom()); ++y)
        dark += image.pixelColor(qRound(x), y).name() == Theme::of(Theme::Id::Light).lock.name() ? 1 : 0;
    QVERIFY(dark >= 4);
}

void TestShownLanes::rowsByKindStandInLanesOfTheirKind()
{
    Shown kinds({.lines = {}, .by = LanesBy::Kind});
    const auto look = static_cast<BandId>(Kind::Read);
    for (const EventId id : {3, 4, 8, 13})
        QVERIFY(kinds.scene.laneRect(look).contains(kinds.scene.markRect(id).center()));
    QVERIFY(kinds.scene.laneRect(static_cast<BandId>(Kind::Action)).contains(kinds.scene.markRect(1).center()));
    QVERIFY(kinds.scene.laneRect(static_cast<BandId>(Kind::Schedule)).isEmpty()); // no row is of that kind
    const std::vector<std::string> list = kinds.scene.drawList();
    QVERIFY(std::ranges::count(list, "lane: Look-ups 4 rows") == 1);
    QVERIFY(std::ranges::count(list, "lane: Actions 11 rows") == 1);
    QCOMPARE(kinds.scene.eventsIn(kinds.scene.plotRect()).size(), 15u);
}

void TestShownLanes::lanesOfSeveralClocksNameThem()
{
    const auto has = [](const Shown& shown, const char* words) {
        return std::ranges::any_of(shown.scene.drawList(), [&](const std::string& line) { return line.starts_with(words); });
    };
    const Shown kinds({.lines = {}, .by = LanesBy::Kind}), zones({.lines = {}, .by = LanesBy::Zone});
    QVERIFY(has(kinds, "label: 3 10:35 Vietnam "));
    QVERIFY(has(kinds, "label: 8 23:44 Washington "));
    QVERIFY(has(zones, "label: 3 10:35 Balance"));
    QVERIFY(has(zones, "lane: Vietnam 7 rows UTC+7"));
}

/// Only the master is locked: the bank reads it, the client does not.
void TestShownLanes::aWindowTintsOnlyLanesThatAllReadIt()
{
    const auto tinted = [](LanesBy by) {
        Shown shown({.lines = {}, .by = by});
        shown.bank.windows[0].scope = Scope::of({"master"});
        ChartContent content = shown.scene.content();
        content.view = applied(shown.bank, {});
        shown.scene.setContent(content);
        QImage image(1600, 900, QImage::Format_RGB32);
        QPainter painter(&image);
        shown.scene.render(&painter, QRectF{0, 0, 1600, 900}, QRectF{0, 0, 1600, 900});
        const double inside = shown.scene.axis().x(shown.bank.event(2).at + std::chrono::minutes{42}); // on no line of the grid
        const double outside = shown.scene.axis().x(shown.bank.event(1).at) - 12;
        std::vector<BandId> lanes;
        for (BandId id = 0; static_cast<std::size_t>(id) < shown.scene.bands().size(); ++id) {
            const int y = qRound(shown.scene.laneRect(id).bottom() - 4);
            if (!shown.scene.laneRect(id).isEmpty() && image.pixelColor(qRound(inside), y) != image.pixelColor(qRound(outside), y))
                lanes.push_back(id);
        }
        return lanes;
    };
    QCOMPARE(tinted(LanesBy::Record), (std::vector<BandId>{0}));
    QCOMPARE(tinted(LanesBy::Zone), (std::vector<BandId>{0}));
    QCOMPARE(tinted(LanesBy::Kind), std::vector<BandId>{});
}

/// A thousand rows in a second: each tenth a look-up under a lock, each hundredth a message.
void TestShownLanes::whatIsFoldedTellsItsKinds()
{
    Timeline record = bankTimeline(true);
    const std::optional<Event> pattern = record.event(2);
    record.events = {};
    record.links.clear();
    record.anchors.clear();
    for (int i = 0; i < 5'000; ++i) {
        Event event = *pattern;
        event.id = i + 1;
        event.at = pattern->at + std::chrono::milliseconds{i};
        event.kind = i % 100 == 0 ? Kind::Message : i % 10 == 5 ? Kind::Read : Kind::Action;
        record.events.push_back(event);
    }
    Event last = *pattern;
    last.id = 5'001;
    last.at = pattern->at + std::chrono::hours{20};
    record.events.push_back(last);
    ChartScene scene;
    scene.setLinear(true); // five seconds of a day are less than a pixel
    scene.setContent({applied(record, {}), {}, {}, {}, {}});
    Hit found;
    for (double y = scene.laneRect(0).top(); found.what != Hit::What::Rows && y < scene.laneRect(0).bottom(); y += 2)
        found = scene.hitTest({scene.axis().x(pattern->at) + 1, y});
    QCOMPARE(found.what, Hit::What::Rows);
    QCOMPARE(found.count, 5'000);
    QCOMPARE(scene.rowsWords(found), std::string{"5,000 rows: 4,450 actions, 500 look-ups and 50 messages, at worst during the lock"});
}

QTEST_MAIN(TestShownLanes)
#include "tst_shown_lanes.moc"
