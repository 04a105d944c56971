#include "chart/chart_scene.h"
#include "support/bank_timeline.h"
#include <QTest>
#include <algorithm>

using namespace lockstep;

namespace {

using namespace std::chrono_literals;

/// One row a step of time, at 10:41 UTC of the first day and on.
Timeline rowsEach(Millis step, int count, bool isDated)
{
    Timeline record;
    record.dated = isDated;
    record.sources = {{.name = "log.csv", .hash = {}, .dated = isDated}};
    Lane& lane = record.lanes.emplace_back();
    lane.role = "Events";
    lane.zoneName = "UTC";
    const Instant first = (isDated ? Instant{date::sys_days{date::year{2019} / 10 / 6}} : Instant{}) + 10h + 41min;
    for (int i = 0; i < count; ++i) {
        Event event;
        event.id = i + 1;
        event.isDated = isDated;
        event.text = "checked";
        event.at = first + i * step;
        event.local = lane.zone.wallAt(event.at);
        event.zoneName = "UTC";
        record.events.push_back(event);
    }
    return record;
}

QStringList labels(const ChartScene& scene)
{
    QStringList found;
    for (const std::string& line : scene.drawList())
        if (line.starts_with("label: "))
            found += QString::fromStdString(line.substr(7));
    return found;
}

} // namespace

/// What a label says of its moment, by how much time is in view.
class TestLabelDays : public QObject {
    Q_OBJECT

private slots:
    void theyTellWhatTheRulersDoNot_data();
    void theyTellWhatTheRulersDoNot();
    void zoomedInTheyTellTheClockAlone();
    void aLongRowTellsItsLastDay();
};

void TestLabelDays::theyTellWhatTheRulersDoNot_data()
{
    QTest::addColumn<qint64>("hours");
    QTest::addColumn<bool>("isDated");
    QTest::addColumn<QString>("second");
    QTest::newRow("a day") << qint64{2} << true << QStringLiteral("2 12:41 Checked");
    QTest::newRow("three weeks") << qint64{72} << true << QStringLiteral("2 9 Oct 10:41 Checked");
    QTest::newRow("months") << qint64{24 * 20} << true << QStringLiteral("2 26 Oct 10:41 Checked");
    QTest::newRow("decades") << qint64{24 * 1500} << true << QStringLiteral("2 14 Nov 2023 10:41 Checked");
    QTest::newRow("three weeks without a date") << qint64{72} << false << QStringLiteral("2 day 4 10:41 Checked");
}

void TestLabelDays::theyTellWhatTheRulersDoNot()
{
    QFETCH(qint64, hours);
    QFETCH(bool, isDated);
    QFETCH(QString, second);
    const Timeline record = rowsEach(std::chrono::hours{hours}, 8, isDated);
    ChartScene scene;
    scene.setLinear(true);
    scene.setContent({applied(record, {}), {}, {}, {}, {}});
    QVERIFY2(labels(scene).contains(second), qPrintable(labels(scene).join(u'\n')));
}

void TestLabelDays::zoomedInTheyTellTheClockAlone()
{
    const Timeline record = rowsEach(72h, 8, true);
    ChartScene scene;
    scene.setSteady(true);
    scene.setLinear(true);
    scene.setContent({applied(record, {}), {}, {}, {}, {}});
    const Instant second = record.event(2).at;
    scene.setAxis(scene.axis().showing({second - 2h, second + 2h}));
    QCOMPARE(labels(scene), QStringList{QStringLiteral("2 10:41 Checked")});
    scene.setAxis(scene.axis().showing({second - 24h * 6, second + 24h * 6}));
    QVERIFY(labels(scene).contains(QStringLiteral("2 9 Oct 10:41 Checked")));
}

void TestLabelDays::aLongRowTellsItsLastDay()
{
    Timeline record = rowsEach(72h, 8, true);
    record.change(2, [](Event& row) { row.end = row.at + 26h; });
    record.change(4, [](Event& row) { row.end = row.at + 2h; });
    ChartScene scene;
    scene.setLinear(true);
    scene.setContent({applied(record, {}), {}, {}, {}, {}});
    QVERIFY(labels(scene).contains(QStringLiteral("2 9 Oct 10:41–10 Oct 12:41 Checked")));
    QVERIFY(labels(scene).contains(QStringLiteral("4 15 Oct 10:41–12:41 Checked")));
}

QTEST_MAIN(TestLabelDays)
#include "tst_label_days.moc"
