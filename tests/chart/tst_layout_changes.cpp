#include "chart/chart_scene.h"
#include "chart/drag.h"
#include "support/bank_timeline.h"
#include <QImage>
#include <QPainter>
#include <QRegion>
#include <QTest>

using namespace lockstep;
using namespace std::chrono_literals;

namespace {

constexpr QSize page{1200, 760};

QImage pictureOf(ChartScene& scene)
{
    QImage image{page, QImage::Format_RGB32};
    image.fill(scene.backgroundBrush().color());
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    scene.render(&painter, QRectF{QPointF{}, QSizeF{page}}, QRectF{QPointF{}, QSizeF{page}});
    return image;
}

/// The first pixel that is another and lies outside of what was to be painted again; empty where there is none.
QString missedPixel(const QImage& was, const QImage& now, const QRegion& painted)
{
    for (int y = 0; y < now.height(); ++y) {
        const auto* before = reinterpret_cast<const QRgb*>(was.constScanLine(y));
        const auto* after = reinterpret_cast<const QRgb*>(now.constScanLine(y));
        for (int x = 0; x < now.width(); ++x)
            if (before[x] != after[x] && !painted.contains(QPoint{x, y}))
                return QStringLiteral("(%1, %2)").arg(x).arg(y);
    }
    return {};
}

/// Rows on two lanes under a lock, some so close together that they are columns.
Timeline crowdedTimeline()
{
    Timeline t;
    t.sources = {{.name = "made", .hash = {}}};
    t.lanes.resize(2);
    t.lanes[0].reads = t.lanes[1].reads = "master";
    Instant at{};
    for (int i = 0; i < 900; ++i) {
        at += i < 700 ? std::chrono::seconds{1 + i % 7} : std::chrono::minutes{1 + i % 5};
        Event event;
        event.id = i + 1;
        event.lane = i % 3 == 0 ? 1 : 0;
        event.kind = i % 4 == 0 ? Kind::Read : Kind::Action;
        event.text = "Somebody looks at the balance of an account";
        event.at = at;
        event.local = WallTime{at.time_since_epoch()};
        t.events.push_back(event);
    }
    t.windows.push_back({.id = "lock", .name = "Lock", .what = {}, .effect = Effect::Blocks, .scope = Scope::everything(),
        .begin = Bound::certain(Instant{30min}), .end = Bound::certain(Instant{80min}), .because = {}});
    t.windows.back().end.latest += 20min;
    return t;
}

struct Grips {
    Timeline record;
    std::vector<Hit> hits;
};

Grips gripsOf(const QString& name)
{
    if (name == QStringLiteral("crowded"))
        return {crowdedTimeline(), {gripOf(300), gripOf(760), gripOf(890), gripOf("lock", Hit::What::WindowBar), gripOf("lock", Hit::What::WindowEnd)}};
    Grips bank{undatedBankTimeline(name == QStringLiteral("the bank, with links")), {gripOf(3), gripOf(8), gripOf(13)}};
    for (const Window& window : bank.record.windows)
        bank.hits.push_back(gripOf(window.id, Hit::What::WindowBar));
    return bank;
}

} // namespace

class TestLayoutChanges : public QObject {
    Q_OBJECT

private slots:
    void everyPixelThatChangesInADragIsPaintedAgain_data()
    {
        QTest::addColumn<Theme::Id>("theme");
        QTest::newRow("the bank") << Theme::Id::Light;
        QTest::newRow("the bank, with links") << Theme::Id::Dark;
        QTest::newRow("the bank, measured") << Theme::Id::Light;
        QTest::newRow("crowded") << Theme::Id::Light;
    }
    void everyPixelThatChangesInADragIsPaintedAgain()
    {
        QFETCH(Theme::Id, theme);
        const Grips grips = gripsOf(QString::fromLatin1(QTest::currentDataTag()));
        const TimelineView recorded = applied(grips.record, {});
        for (const Hit& hit : grips.hits) {
            ChartScene scene;
            scene.setSteady(true);
            scene.setTheme(theme);
            scene.setSize(page);
            const bool isMeasured = QLatin1String{QTest::currentDataTag()} == QLatin1String{"the bank, measured"};
            scene.setContent({recorded, {}, {}, {"† The document has no date."}, "Lockstep",
                isMeasured ? std::vector<Measure>{{3, 13}, {8, Point{1, 70min}}} : std::vector<Measure>{}});
            QRegion painted;
            connect(&scene, &QGraphicsScene::changed, this, [&](const QList<QRectF>& rects) {
                for (const QRectF& rect : rects)
                    painted |= rect.toAlignedRect();
            });
            QCoreApplication::processEvents();
            QImage was = pictureOf(scene);
            int partly = 0;
            for (const auto by : {2min, 3min, 4min, 11min, 40min, 41min, -6min, -7min}) {
                painted = {};
                const Scenario scenario{"What if", {}, moveEdits(recorded, {}, hit, by)};
                scene.setPreview(applied(grips.record, scenario));
                QCoreApplication::processEvents();
                const QImage now = pictureOf(scene);
                QCOMPARE(missedPixel(was, now, painted), QString{});
                partly += painted.boundingRect().height() < page.height() * 3 / 4 ? 1 : 0;
                was = now;
            }
            m_partly += partly;
        }
        QVERIFY(m_partly > 0);
    }

private:
    int m_partly = 0; ///< frames that left most of the page as it was
};

QTEST_MAIN(TestLayoutChanges)
#include "tst_layout_changes.moc"
