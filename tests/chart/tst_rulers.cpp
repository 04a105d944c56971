#include "chart/overlay.h"
#include "chart/painting.h"
#include "support/bank_timeline.h"
#include "support/drawn_chart.h"
#include <QPainter>
#include <QTest>
#include <algorithm>

using namespace lockstep;
using namespace std::chrono_literals;

namespace {

Finding boxedAt(Instant at)
{
    Finding finding;
    finding.moment = at;
    return finding;
}

const TextRun* runOf(const RulerRow& row, const QString& words)
{
    const auto found = std::find_if(row.texts.begin(), row.texts.end(), [&](const TextRun& run) { return run.text == words; });
    return found == row.texts.end() ? nullptr : &*found;
}

QImage painted(const Drawn& drawn, bool withCrosshair)
{
    QImage page(drawn.page.toSize(), QImage::Format_RGB32);
    page.fill(drawn.theme.background);
    QPainter painter(&page);
    paintRulers(painter, drawn.frame());
    for (const Overlay* overlay : allOverlays()) {
        if (withCrosshair && overlay->id == "crosshair")
            overlay->paint(painter, drawn.frame());
    }
    return page;
}

/// Pixels of another colour than the paper's.
int inkIn(const QImage& page, const QRect& part, const QColor& paper)
{
    int ink = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            ink += page.pixelColor(x, y) != paper;
    }
    return ink;
}

} // namespace

class TestRulers : public QObject {
    Q_OBJECT

private slots:
    /// 00:05 in Washington is boxed and hides the tick of its midnight.
    void theBoxTellsTheDayItsRulerBeganBeforeIt()
    {
        const Timeline bank = bankTimeline(false);
        const Drawn drawn(bank, {}, {1600, 900}, boxedAt(bank.event(12).at + 6min));
        const RulerRow& washington = drawn.layout.rulers[1];
        const TextRun* day = runOf(washington, QStringLiteral("Mon 7 Oct"));
        QVERIFY(day);
        const QRectF box = drawn.layout.moment->box;
        QVERIFY(day->base.x() > box.right() && day->base.x() < box.right() + 12);
        for (const TextRun& run : washington.texts)
            QVERIFY2(&run == day || !run.box().intersects(day->box()), qPrintable(run.text));
        QVERIFY(!runOf(drawn.layout.rulers[0], QStringLiteral("Mon 7 Oct"))); // UTC's midnight was before its first tick
    }

    /// The box stands right before the cut after row 13: its day has room on its left only.
    void besideACutTheBoxTellsItsDayOnTheLeft()
    {
        Timeline bank = bankTimeline(false);
        bank.lanes[0].zone = Zone::fixed(-4h - 34min); // its midnight is 04:34Z, a minute before row 13
        const Drawn drawn(bank, {}, {1600, 900}, boxedAt(bank.event(13).at));
        const RulerRow& ruler = drawn.layout.rulers[1];
        const TextRun* day = runOf(ruler, QStringLiteral("Mon 7 Oct"));
        QVERIFY(day);
        const QRectF box = drawn.layout.moment->box;
        const double cut = drawn.layout.gaps.front().left;
        QVERIFY2(cut - box.right() < day->width, "the picture no longer shows the case");
        QVERIFY(day->box().right() < box.left());
        for (const TextRun& run : ruler.texts)
            QVERIFY2(&run == day || !run.box().intersects(day->box()), qPrintable(run.text));
    }

    /// The clock of the crosshair leaves nothing of a tick it overlaps, and a tick beside it whole.
    void theCrosshairHalfCoversNoTick()
    {
        Drawn drawn(bankTimeline(false), {}, {1600, 900});
        const RulerRow& utc = drawn.layout.rulers[0];
        const TextRun* tick = runOf(utc, QStringLiteral("03:50"));
        const TextRun* other = runOf(utc, QStringLiteral("04:20"));
        QVERIFY(tick && other);
        drawn.gesture.crosshair = drawn.axis.at(tick->box().right() + 10); // its left end would stay visible
        const QImage before = painted(drawn, false), after = painted(drawn, true);
        const QRect leftEnd(tick->box().topLeft().toPoint(), QSize(8, 14));
        QVERIFY(inkIn(before, leftEnd, drawn.theme.background) > 0);
        QCOMPARE(inkIn(after, leftEnd, drawn.theme.background), 0);
        const QRect whole = other->box().toRect();
        QCOMPARE(inkIn(after, whole, drawn.theme.background), inkIn(before, whole, drawn.theme.background));
    }
};

QTEST_MAIN(TestRulers)
#include "tst_rulers.moc"
