#include "chart/chart_layout.h"
#include "chart/chart_scene.h"
#include "support/bank_timeline.h"
#include "support/label_walk.h"
#include <QTest>

using namespace lockstep;
using namespace std::chrono_literals;

namespace {

/// Rows at uneven distances on three lanes, some in bursts.
Timeline unevenTimeline(int rows)
{
    Timeline t;
    t.sources = {{.name = "made", .hash = {}}};
    t.lanes.resize(3);
    std::uint32_t dice = 7;
    const auto next = [&](std::uint32_t most) { return (dice = dice * 1'664'525u + 1'013'904'223u) / (0xffffffffu / most + 1); };
    Instant at{};
    for (int i = 0; i < rows; ++i) {
        const bool isBurst = i / 40 % 3 == 0;
        at += std::chrono::seconds{1 + next(isBurst ? 20 : 240)};
        Event event;
        event.id = i + 1;
        event.lane = static_cast<LaneId>(next(3));
        event.kind = next(3) == 0 ? Kind::Read : Kind::Action;
        event.text = std::string{"Somebody looks at the balance of an account and finds no movements"}.substr(0, 9 + next(58));
        event.at = at;
        event.local = WallTime{at.time_since_epoch()};
        t.events.push_back(event);
    }
    return t;
}

/// How many labels are cut or counted in a "+n".
int lacking(const ChartScene& scene)
{
    int count = 0;
    for (const std::string& line : scene.drawList())
        count += line.starts_with("label: ") && line.find("…") != std::string::npos ? 1 : line.starts_with("folded: ") ? 1 : 0;
    return count;
}

} // namespace

class TestSteadyLabels : public QObject {
    Q_OBJECT

private slots:
    void whenAZoomIsDoneLabelsTakeTheRoomThereIs()
    {
        const Timeline record = unevenTimeline(300);
        int turning = 0, settled = 0;
        for (const double x : {400.0, 600.0, 800.0, 1000.0, 1200.0}) {
            ChartScene scene;
            scene.setSteady(true);
            scene.setSize({1600, 900});
            scene.setContent({applied(record, {}), {}, {}, {}, {}});
            for (int turn = 0; turn < 16; ++turn)
                scene.setAxis(scene.axis().zoomedAt(x, 1.25));
            turning += lacking(scene);
            scene.settleLabels();
            settled += lacking(scene);
        }
        QVERIFY2(settled < turning, qPrintable(QStringLiteral("%1 of %2").arg(settled).arg(turning)));
    }
    void noLabelJumpsWithoutCauseAndNoneOverlap_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("frames");
        QTest::newRow("the bank's fifteen") << 0 << 150;
        QTest::newRow("300 rows") << 300 << 150;
        QTest::newRow("10,000 rows") << 10'000 << 120;
    }
    void noLabelJumpsWithoutCauseAndNoneOverlap()
    {
        QFETCH(int, rows);
        QFETCH(int, frames);
        LabelWalk walk(rows == 0 ? undatedBankTimeline(false) : unevenTimeline(rows), {1600, 900}, 3);
        std::size_t labels = 0;
        for (int i = 0; i < frames; ++i) {
            const std::string wrong = walk.step();
            QVERIFY2(wrong.empty(), ("frame " + std::to_string(i) + ": " + wrong).c_str());
            for (const LaneBox& lane : walk.layout().lanes)
                labels += lane.labels.size();
        }
        QVERIFY(labels > static_cast<std::size_t>(frames) * (rows == 0 ? 1 : 3)); // a chart without labels would jump least
    }

    /// All lanes are to be seen at once: what stands for hundreds of rows need not fill a page.
    void aLaneOfManyRowsAsksForAFewLinesOnly()
    {
        const Drawn drawn(unevenTimeline(10'000), {}, {1600, 900});
        LayoutInput in = drawn.input(drawn.content.view, drawn.facts);
        in.height.reset();
        const ChartLayout layout = layOutChart(in, drawn.axis);
        QCOMPARE(layout.lanes.size(), std::size_t{3});
        for (const LaneBox& lane : layout.lanes) {
            QVERIFY2(lane.rect.height() < 320, qPrintable(QString::number(lane.rect.height())));
            QVERIFY(lane.labels.size() >= 3);
        }
    }

    void aPanOfAPixelMovesLabelsByAPixel()
    {
        Drawn drawn(undatedBankTimeline(false), {}, {1600, 900});
        drawn.axis = drawn.axis.zoomedAt(700, 1.3);
        LayoutInput in = drawn.input(drawn.content.view, drawn.facts);
        const ChartLayout before = layOutChart(in, drawn.axis);
        in.before = &before;
        const ChartLayout after = layOutChart(in, drawn.axis.panned(1));
        for (std::size_t i = 0; i < before.lanes.size(); ++i) {
            QCOMPARE(after.lanes[i].rect, before.lanes[i].rect);
            QCOMPARE(after.lanes[i].labels.size(), before.lanes[i].labels.size());
            for (std::size_t k = 0; k < before.lanes[i].labels.size(); ++k) {
                QCOMPARE(after.lanes[i].labels[k].event, before.lanes[i].labels[k].event);
                QVERIFY(qAbs(after.lanes[i].labels[k].rect.x() - before.lanes[i].labels[k].rect.x() - 1) < 0.01);
                QCOMPARE(after.lanes[i].labels[k].rect.y(), before.lanes[i].labels[k].rect.y());
            }
        }
    }

    void withoutHistoryALayoutDependsOnNothingBefore()
    {
        const Drawn drawn(unevenTimeline(500), {}, {1600, 900});
        const LayoutInput in = drawn.input(drawn.content.view, drawn.facts);
        const AxisScale axis = drawn.axis.zoomedAt(800, 3);
        const ChartLayout once = layOutChart(in, axis), again = layOutChart(in, axis);
        for (std::size_t i = 0; i < once.lanes.size(); ++i) {
            QCOMPARE(again.lanes[i].labels.size(), once.lanes[i].labels.size());
            for (std::size_t k = 0; k < once.lanes[i].labels.size(); ++k)
                QCOMPARE(again.lanes[i].labels[k].rect, once.lanes[i].labels[k].rect);
        }
    }
};

QTEST_MAIN(TestSteadyLabels)
#include "tst_steady_labels.moc"
