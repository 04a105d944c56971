#include "chart/link_curves.h"
#include "support/bank_timeline.h"
#include "support/bank_what_ifs.h"
#include "support/drawn_chart.h"
#include <QTest>

using namespace lockstep;
using namespace lockstep::test;
using namespace Qt::StringLiterals;
using std::chrono::minutes;

namespace {

using Edits = std::vector<Edit>;
using Rows = std::set<EventId>;

QString drawn(const Drawn& chart, const Rows& selected)
{
    QStringList lines;
    for (const LinkCurve& curve : linkCurves(chart.layout, chart.axis, chart.content.view, selected))
        lines << QString::fromStdString(inWords(curve)).mid(6);
    return lines.join(u"; ");
}

} // namespace

Q_DECLARE_METATYPE(Edits)
Q_DECLARE_METATYPE(Rows)

class TestLinkCurves : public QObject {
    Q_OBJECT
private slots:
    void onlyFaultsAndTheSelectedRowsLinksAreDrawn_data()
    {
        QTest::addColumn<Edits>("edits");
        QTest::addColumn<Rows>("selected");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a picture of the record") << Edits{} << Rows{} << QString{};
        QTest::newRow("a row without links") << Edits{} << Rows{13} << QString{};
        QTest::newRow("a row between two") << Edits{} << Rows{5} << u"4 to 5; 5 to 6"_s;
        QTest::newRow("a condition") << Edits{} << Rows{3} << u"3 to 4, dashed"_s;
        QTest::newRow("two rows") << Edits{} << Rows{4, 5} << u"4 to 5"_s;
        QTest::newRow("two rows that are not linked") << Edits{} << Rows{3, 8} << QString{};
        QTest::newRow("a picture of a fault") << Edits{MoveEvent{6, -minutes{4}}} << Rows{} << u"5 to 6, before its cause"_s;
        QTest::newRow("a fault beside the selected row") << Edits{MoveEvent{6, -minutes{4}}} << Rows{8} << u"5 to 6, before its cause; 7 to 8; 8 to 9; 8 to 11"_s;
        QTest::newRow("rows that would not have happened") << Edits{atEleven, onlyMaster} << Rows{3} << u"3 to 4, dashed, pale"_s;
    }
    void onlyFaultsAndTheSelectedRowsLinksAreDrawn()
    {
        QFETCH(Edits, edits);
        QFETCH(Rows, selected);
        QFETCH(QString, expected);
        const Drawn chart{undatedBankTimeline(true), {"x", {}, edits}, {1600, 900}};
        QCOMPARE(drawn(chart, selected), expected);
    }

    void aCurveRunsFromTheCauseToTheEffectWithinTheirLanes()
    {
        const Drawn chart{undatedBankTimeline(true), {}, {1600, 900}};
        for (const EventId row : {4, 5, 8, 11, 14})
            for (const LinkCurve& curve : linkCurves(chart.layout, chart.axis, chart.content.view, {row})) {
                const QPointF begin = curve.path.pointAtPercent(0), tip = curve.path.pointAtPercent(1);
                QVERIFY(std::abs(begin.x() - chart.axis.x(chart.content.view.at(curve.link.cause))) < 1);
                QVERIFY(std::abs(tip.x() - chart.axis.x(chart.content.view.at(curve.link.effect))) < 1);
                const QRectF lanes = chart.layout.lanes.front().rect | chart.layout.lanes.back().rect;
                QVERIFY(lanes.contains(curve.path.boundingRect()));
            }
    }

    void everyRowHasItsHandleWhateverTellsTheLanesApart()
    {
        const Drawn chart{undatedBankTimeline(true), {}, {1600, 900}, {}, LanesBy::Kind};
        for (EventId row = 1; row <= 15; ++row)
            QVERIFY2(linkHandle(chart.layout, chart.axis, chart.content.view, {row}), qPrintable(QString::number(row)));
    }

    void theArrowPointsAtTheEffect()
    {
        const Drawn chart{undatedBankTimeline(true), {}, {1600, 900}};
        const auto directionInto = [&](EventId row) {
            for (const LinkCurve& curve : linkCurves(chart.layout, chart.axis, chart.content.view, {row}))
                if (curve.link.effect == row)
                    return qRound(std::remainder(curve.direction, 360));
            return 0;
        };
        // Row 5 in the lane of the client below, 6 in the bank's above: the arrow arrives from below, and the other way at 7.
        QCOMPARE(directionInto(6), -90);
        QCOMPARE(directionInto(7), 90);
        QCOMPARE(directionInto(5), -90); // in one lane the arc lies below the base line
    }

    void onlyASingleRowOfTheRecordHasAHandle()
    {
        const AddEvent added{.lane = "Client", .text = "asks", .at = {3, minutes{10}}, .kind = Kind::Action, .reads = {}};
        const Drawn chart{undatedBankTimeline(true), {"x", {}, {added}}, {1600, 900}};
        const auto handle = [&](const Rows& rows) { return linkHandle(chart.layout, chart.axis, chart.content.view, rows); };
        QVERIFY(!handle({}));
        QVERIFY(!handle({3, 4}));
        QVERIFY(!handle({16}));
        const auto of3 = handle({3});
        QVERIFY(of3.has_value());
        const double away = std::hypot(of3->x() - chart.axis.x(chart.content.view.at(3)), of3->y() - chart.layout.laneBox(1)->base);
        QVERIFY2(away > chart.layout.dim.of(12) && away < chart.layout.dim.of(40), qPrintable(QString::number(away)));
    }

    void theHandleLiesOnNoOtherMark()
    {
        const Drawn chart{undatedBankTimeline(true), {}, {1160, 760}};
        for (const LaneBox& lane : chart.layout.lanes)
            for (const ChartMark& mark : lane.marks) {
                const auto handle = linkHandle(chart.layout, chart.axis, chart.content.view, {mark.event});
                QVERIFY(handle);
                for (const ChartMark& other : lane.marks)
                    if (other.event != mark.event) // the square and disc within its ring
                        QVERIFY2(std::hypot(other.centre.x() - handle->x(), other.centre.y() - handle->y()) > chart.layout.dim.of(7) + linkHandleRadius,
                            qPrintable(QStringLiteral("%1 on %2").arg(mark.event).arg(other.event)));
            }
    }

    void theLegendExplainsTheSign()
    {
        const auto legend = [](const Edits& edits) {
            QStringList words;
            for (const LegendEntry& entry : Drawn{undatedBankTimeline(true), {"x", {}, edits}, {1600, 900}}.layout.legend)
                words << entry.text.text;
            return words;
        };
        QVERIFY(!legend({}).contains(u"before its cause"_s));
        QVERIFY(legend({MoveEvent{6, -minutes{4}}}).contains(u"before its cause"_s));
        QVERIFY(legend({atEleven, onlyMaster}).contains(u"would not have happened"_s));
    }
};

QTEST_MAIN(TestLinkCurves)
#include "tst_link_curves.moc"
