#include "chart/moment_flags.h"
#include "support/bank_timeline.h"
#include "support/drawn_chart.h"
#include <QTest>

using namespace lockstep;
using namespace Qt::StringLiterals;

namespace {

void addSizes()
{
    QTest::addColumn<QSizeF>("size");
    for (const QSizeF size : {QSizeF{1600, 900}, QSizeF{1200, 675}, QSizeF{1024, 700}})
        QTest::addRow("%g x %g", size.width(), size.height()) << size;
}

} // namespace

class TestMomentFlags : public QObject {
    Q_OBJECT
private slots:
    void withoutAMetricThereAreNone();
    void eachMomentHasItsNameAtItsMark_data() { addSizes(); }
    void eachMomentHasItsNameAtItsMark();
    void noFlagCoversALabelOrAnother_data() { addSizes(); }
    void noFlagCoversALabelOrAnother();
    void twoMomentsOfOneRowStandApart();
    void aRowThatIsNotThereHasNone();
};

void TestMomentFlags::withoutAMetricThereAreNone()
{
    const Drawn drawn(bankTimeline(true), {}, {1600, 900});
    QVERIFY(momentFlags(drawn.frame()).empty());
}

void TestMomentFlags::eachMomentHasItsNameAtItsMark()
{
    QFETCH(QSizeF, size);
    Drawn drawn(bankTimeline(true), {}, size);
    drawn.gesture.moments = {{"onset", 1}, {"recovered", 13}};
    const auto flags = momentFlags(drawn.frame());
    QCOMPARE(flags.size(), 2u);
    QCOMPARE(flags[0].name, u"onset"_s);
    QCOMPARE(flags[1].name, u"recovered"_s);
    // Row 1 at 03:30 and row 13 at 04:35 UTC.
    QCOMPARE(flags[0].mark.x(), drawn.axis.x(drawn.record.event(1).at));
    QCOMPARE(flags[1].mark.x(), drawn.axis.x(drawn.record.event(13).at));
    for (const MomentFlag& flag : flags)
        QVERIFY(flag.box.left() - 1 <= flag.mark.x() && flag.mark.x() <= flag.box.right() + 1);
}

void TestMomentFlags::noFlagCoversALabelOrAnother()
{
    QFETCH(QSizeF, size);
    Drawn drawn(bankTimeline(true), {}, size);
    drawn.gesture.moments = drawn.record.anchors;
    const auto flags = momentFlags(drawn.frame());
    QVERIFY(flags.size() >= 6);
    for (std::size_t i = 0; i < flags.size(); ++i) {
        for (const LaneBox& lane : drawn.layout.lanes)
            for (const ChartLabel& label : lane.labels)
                QVERIFY2(!label.rect.intersects(flags[i].box), qPrintable(flags[i].name));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY2(!flags[j].box.intersects(flags[i].box), qPrintable(flags[i].name));
        QVERIFY(flags[i].box.left() >= drawn.axis.left() && flags[i].box.right() <= drawn.axis.right());
    }
}

void TestMomentFlags::twoMomentsOfOneRowStandApart()
{
    Drawn drawn(bankTimeline(true), {}, {1600, 900});
    drawn.gesture.moments = {{"onset", 13}, {"first impact", 13}};
    const auto flags = momentFlags(drawn.frame());
    QCOMPARE(flags.size(), 2u);
    QVERIFY(!flags[0].box.intersects(flags[1].box));
}

void TestMomentFlags::aRowThatIsNotThereHasNone()
{
    Drawn drawn(bankTimeline(true), {}, {1600, 900});
    drawn.gesture.moments = {{"onset", 99}, {"told", 0}};
    QVERIFY(momentFlags(drawn.frame()).empty());
}

QTEST_MAIN(TestMomentFlags)
#include "tst_moment_flags.moc"
