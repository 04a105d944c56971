#include "chart/lane_density.h"
#include "support/bank_timeline.h"
#include "support/drawn_chart.h"
#include <QTest>
#include <random>

using namespace lockstep;
using namespace std::chrono_literals;

namespace {

/// Rows of one lane as they come in a log: each as likely at any moment.
Timeline logOf(int rows)
{
    std::mt19937 engine(7);
    std::exponential_distribution<double> apart(1.0 / 170'000);
    Timeline t;
    t.sources = {{.name = "made", .hash = {}}};
    t.lanes.resize(1);
    double at = 0;
    for (int i = 0; i < rows; ++i, at += apart(engine)) {
        Event event;
        event.id = i + 1;
        event.at = Instant{Millis{static_cast<Millis::rep>(at)}};
        event.local = WallTime{event.at.time_since_epoch()};
        t.events.push_back(event);
    }
    return t;
}

std::set<EventId> denseIn(const LaneRows& rows, const AxisScale& axis, const Span& span)
{
    std::set<EventId> dense;
    for (const RowStretch& stretch : stretchesOf(rows, axis))
        for (RowPlace place = stretch.from; stretch.isDense && place != stretch.to; place = rows.next(place))
            if (const Placed row = rows.row(place); span.begin <= row.at && row.at <= span.end)
                dense.insert(row.event);
    return dense;
}

} // namespace

/// Where rows are drawn as columns, and where each has its mark.
class TestDenseRows : public QObject {
    Q_OBJECT

private slots:
    void aLongLaneDoesNotTurnFromColumnsToMarksAndBack()
    {
        const Drawn drawn(logOf(340), {}, {1600, 900});
        const auto stretches = stretchesOf(drawn.facts.rows.lane(0), drawn.axis);
        QVERIFY2(stretches.size() <= 3, qPrintable(QString::number(stretches.size())));
    }
    void everyRowIsInOneStretch()
    {
        const Drawn drawn(logOf(340), {}, {1600, 900});
        const LaneRows& rows = drawn.facts.rows.lane(0);
        std::size_t count = 0;
        for (const RowStretch& stretch : stretchesOf(rows, drawn.axis))
            count += rows.count(stretch.from, stretch.to);
        QCOMPARE(count, std::size_t{340});
    }
    void theRowsOfAPostmortemKeepTheirMarks()
    {
        const Drawn drawn(bankTimeline(true), {}, {1600, 900});
        for (int lane = 0; lane < 2; ++lane)
            for (const RowStretch& stretch : stretchesOf(drawn.facts.rows.lane(lane), drawn.axis))
                QVERIFY(!stretch.isDense);
    }
    void whatIsAColumnDoesNotDependOnWhatElseIsInSight()
    {
        const Drawn drawn(logOf(340), {}, {1600, 900});
        const LaneRows& rows = drawn.facts.rows.lane(0);
        AxisScale before = drawn.axis.zoomedAt(700, 1.7);
        for (int i = 0; i < 60; ++i) {
            const AxisScale after = before.panned(i % 2 == 0 ? -17 : 5);
            const Span both{std::max(before.visible().begin, after.visible().begin), std::min(before.visible().end, after.visible().end)};
            QCOMPARE(denseIn(rows, before, both), denseIn(rows, after, both));
            before = after;
        }
    }
};

QTEST_MAIN(TestDenseRows)
#include "tst_dense_rows.moc"
