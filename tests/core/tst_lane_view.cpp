#include "core/lane_view.h"
#include <QTest>

using namespace lockstep;

namespace {

Timeline withLanes(std::vector<std::string> names)
{
    Timeline record;
    for (std::string& name : names) {
        Lane lane;
        lane.role = std::move(name);
        record.lanes.push_back(lane);
    }
    return record;
}

std::vector<LaneId> orderOf(const Timeline& record, const LanesShown& shown)
{
    std::vector<LaneId> order;
    for (const LanePlace& place : lanePlaces(Bands{record}, shown))
        order.push_back(place.lane);
    return order;
}

using Order = std::vector<LaneId>;

} // namespace

/// How lanes are shown: a list beside the record, which any change of the record leaves in use.
class TestLaneView : public QObject {
    Q_OBJECT

private slots:
    void withoutAWordTheyStandAsRecorded();
    void aLaneGoesBeforeAnother_data();
    void aLaneGoesBeforeAnother();
    void backWhereItWasNothingIsKept();
    void newLanesFollowAndGoneOnesArePassedOver();
    void lanesOfOneNameAreToldApart();
    void foldedAndHiddenGoWithTheLane();
    void pinnedLanesStandAboveTheOthers();
    void whatIsSaidOfOtherLanesWaits();
};

void TestLaneView::withoutAWordTheyStandAsRecorded()
{
    QCOMPARE(orderOf(withLanes({"Bank", "Client", "Shop"}), {}), (Order{0, 1, 2}));
}

void TestLaneView::aLaneGoesBeforeAnother_data()
{
    QTest::addColumn<LaneId>("lane");
    QTest::addColumn<LaneId>("before"); // -1: last
    QTest::addColumn<Order>("order");
    QTest::newRow("the last to the top") << 3 << 0 << Order{3, 0, 1, 2};
    QTest::newRow("the first to the end") << 0 << -1 << Order{1, 2, 3, 0};
    QTest::newRow("one down") << 1 << 3 << Order{0, 2, 1, 3};
    QTest::newRow("one up") << 2 << 1 << Order{0, 2, 1, 3};
    QTest::newRow("before itself") << 2 << 2 << Order{0, 1, 2, 3};
    QTest::newRow("before the next") << 1 << 2 << Order{0, 1, 2, 3};
}

void TestLaneView::aLaneGoesBeforeAnother()
{
    QFETCH(LaneId, lane);
    QFETCH(LaneId, before);
    const Timeline record = withLanes({"a", "b", "c", "d"});
    const LanesShown shown = placed(Bands{record}, {}, lane, before < 0 ? std::nullopt : std::optional{before});
    QTEST(orderOf(record, shown), "order");
}

void TestLaneView::backWhereItWasNothingIsKept()
{
    const Timeline record = withLanes({"a", "b"});
    const LanesShown turned = placed(Bands{record}, {}, 1, 0);
    QCOMPARE(turned.lines.size(), 2u);
    QVERIFY(placed(Bands{record}, turned, 1, std::nullopt).isAsRecorded());
    QVERIFY(withoutHidden(Bands{record}, hidden(Bands{record}, {}, 0, true)).isAsRecorded());
}

void TestLaneView::newLanesFollowAndGoneOnesArePassedOver()
{
    const LanesShown shown = placed(Bands{withLanes({"a", "b", "c"})}, {}, 2, 0);
    QCOMPARE(orderOf(withLanes({"a", "c", "d"}), shown), (Order{1, 0, 2}));
}

void TestLaneView::lanesOfOneNameAreToldApart()
{
    const Timeline record = withLanes({"a", "a", "b"});
    QCOMPARE(lanePlaces(Bands{record}, folded(Bands{record}, {}, 1, true)), (std::vector<LanePlace>{{0, false, false}, {1, true, false}, {2, false, false}}));
}

void TestLaneView::foldedAndHiddenGoWithTheLane()
{
    const Timeline record = withLanes({"a", "b", "c"});
    const LanesShown shown = placed(Bands{record}, hidden(Bands{record}, folded(Bands{record}, {}, 0, true), 2, true), 0, std::nullopt);
    QCOMPARE(lanePlaces(Bands{record}, shown), (std::vector<LanePlace>{{1, false, false}, {2, false, true}, {0, true, false}}));
    QCOMPARE(hiddenLanes(shown), (std::set<std::string>{"c"}));
}

void TestLaneView::pinnedLanesStandAboveTheOthers()
{
    const Bands bands{withLanes({"a", "b", "c", "d"})};
    const LanesShown shown = pinned(bands, pinned(bands, {}, 3, true), 2, true);
    QCOMPARE(lanePlaces(bands, shown), (std::vector<LanePlace>{{3, false, false, true}, {2, false, false, true}, {0}, {1}}));
    QCOMPARE(lanePlaces(bands, placed(bands, shown, 0, std::nullopt)), (std::vector<LanePlace>{{3, false, false, true}, {2, false, false, true}, {1}, {0}}));
    // Not pinned any more it stands first of those that are not.
    QCOMPARE(lanePlaces(bands, pinned(bands, shown, 3, false)), (std::vector<LanePlace>{{2, false, false, true}, {3}, {0}, {1}}));
}

void TestLaneView::whatIsSaidOfOtherLanesWaits()
{
    const Timeline record = withLanes({"a", "b"});
    const LanesShown recorded = hidden(Bands{record}, {}, 1, true);
    LanesShown byKind = recorded;
    byKind.by = LanesBy::Kind;
    const Bands kinds(record, LanesBy::Kind);
    QCOMPARE(hiddenLanes(byKind), std::set<std::string>{});
    byKind = hidden(kinds, folded(kinds, byKind, 0, true), 2, true);
    QCOMPARE(hiddenLanes(byKind), (std::set<std::string>{"Look-ups"}));
    QVERIFY(lanePlaces(kinds, byKind).front() == (LanePlace{0, true}));
    LanesShown back = byKind;
    back.by = LanesBy::Record;
    QCOMPARE(hiddenLanes(back), (std::set<std::string>{"b"}));
    QCOMPARE(lanePlaces(Bands{record}, back), lanePlaces(Bands{record}, recorded));
}

QTEST_APPLESS_MAIN(TestLaneView)
#include "tst_lane_view.moc"
