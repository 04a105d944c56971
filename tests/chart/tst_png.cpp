#include "chart/picture.h"
#include "support/bank_timeline.h"
#include <QTest>
#include <algorithm>

using namespace lockstep;
using namespace std::chrono_literals;

namespace {

ChartContent contentOf(const Timeline& record, const Scenario& scenario = {})
{
    ChartContent content{applied(record, scenario), scenario, {}, {"A footnote."}, "tz 2025b · Lockstep 1.0"};
    content.finding.headline = "10:35 in Vietnam was 23:35 in Washington†";
    content.finding.moment = record.event(3).at;
    return content;
}

const Picture& png()
{
    const auto all = allPictures();
    return **std::find_if(all.begin(), all.end(), [](const Picture* p) { return p->id == "png"; });
}

int count(const QImage& image, QRgb colour)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        found += static_cast<int>(std::count_if(line, line + image.width(), [&](QRgb c) { return (c & RGB_MASK) == (colour & RGB_MASK); }));
    }
    return found;
}

} // namespace

class TestPng : public QObject {
    Q_OBJECT

private:
    Timeline m_bank = undatedBankTimeline(false);

private slots:
    void theBytesAreThePixels_data()
    {
        QTest::addColumn<double>("scale");
        for (const double scale : {1.0, 2.0, 3.0})
            QTest::addRow("scale %g", scale) << scale;
    }
    void theBytesAreThePixels()
    {
        QFETCH(double, scale);
        PictureOptions options;
        options.size = {1280, 720};
        options.scale = scale;
        const auto image = renderImage(contentOf(m_bank), options);
        const auto bytes = png().render(contentOf(m_bank), options);
        QVERIFY(image && bytes);
        QCOMPARE(image->size(), QSize(1280, 720) * scale);
        const QImage read = QImage::fromData(*bytes, "PNG");
        QCOMPARE(read.size(), image->size());
        QCOMPARE(read.convertToFormat(QImage::Format_RGB32), image->convertToFormat(QImage::Format_RGB32));
    }

    void theSameTimelineGivesTheSameBytes()
    {
        const auto first = png().render(contentOf(m_bank), {});
        const auto second = png().render(contentOf(m_bank), {});
        QVERIFY(first && second);
        QCOMPARE(*first, *second);
    }

    void twiceTheScaleIsSharperNotJustLarger()
    {
        PictureOptions once, twice;
        twice.scale = 2;
        const auto small = renderImage(contentOf(m_bank), once);
        const auto large = renderImage(contentOf(m_bank), twice);
        QVERIFY(small && large);
        const QImage enlarged = small->scaled(large->size(), Qt::IgnoreAspectRatio, Qt::FastTransformation);
        QVERIFY(enlarged != *large);
        // Four times the pixels of full ink and more: edges take a smaller share of each letter.
        const QRgb ink = Theme::of(Theme::Id::Light).text.rgb();
        QVERIFY(count(*large, ink) > 4 * count(*small, ink));
    }

    void nothingIsCutAtTwiceTheScale()
    {
        PictureOptions options;
        options.scale = 2;
        const auto image = renderImage(contentOf(m_bank), options);
        QVERIFY(image);
        // The last lane's paper reaches the right margin, the footnote the bottom: look for what stands there.
        const QRgb client = Theme::of(Theme::Id::Light).laneTint(1).rgb();
        QVERIFY(count(image->copy(2 * 1500, 2 * 500, 2 * 50, 2 * 250), client) > 1000);
        QVERIFY(count(image->copy(2 * 1350, 2 * 850, 2 * 220, 2 * 40), qRgb(255, 255, 255)) < 4 * 220 * 40);
    }

    void aWhatIfIsFramed()
    {
        Scenario scenario;
        scenario.name = "What if 1";
        scenario.edits.push_back(MoveEvent{.event = 2, .by = 29min});
        const auto image = renderImage(contentOf(m_bank, scenario), {});
        const auto record = renderImage(contentOf(m_bank), {});
        QVERIFY(image && record);
        const QRgb amber = Theme::of(Theme::Id::Light).scenario.rgb();
        QVERIFY(count(image->copy(0, 0, 1600, 14), amber) > 300);
        QCOMPARE(count(*record, amber), 0);
    }

    void aSmallPictureGrowsRatherThanLosingALane()
    {
        PictureOptions options;
        options.size = {900, 200};
        const auto image = renderImage(contentOf(m_bank), options);
        QVERIFY(image);
        QCOMPARE(image->width(), 900);
        QVERIFY(image->height() > 400);
    }

    void eightLanesKeepTheSizeThatWasAsked()
    {
        Timeline bank = m_bank;
        for (int i = 2; i < 8; ++i) {
            bank.lanes.push_back(bank.lanes[0]);
            bank.lanes.back().role = "Team " + std::to_string(i);
        }
        for (std::size_t i = 0; i < bank.events.size(); ++i)
            bank.events.open()[i].lane = static_cast<LaneId>(i % 8);
        const auto image = renderImage(contentOf(bank), {});
        QVERIFY(image);
        QCOMPARE(image->size(), QSize(1600, 900));
    }

    void impossibleSizesAreRefusedInASentence_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("nothing") << QSize(0, 0) << 1.0;
        QTest::newRow("too wide") << QSize(40'000, 900) << 1.0;
        QTest::newRow("too large by its scale") << QSize(16'000, 9'000) << 3.0;
    }
    void impossibleSizesAreRefusedInASentence()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        PictureOptions options;
        options.size = size;
        options.scale = scale;
        const auto image = renderImage(contentOf(m_bank), options);
        QVERIFY(!image);
        QVERIFY(image.error().what.ends_with("."));
        QVERIFY(!image.error().instead.empty());
    }

    void everyThemeHasItsOwnPaper()
    {
        PictureOptions dark, print;
        dark.theme = Theme::Id::Dark;
        print.theme = Theme::Id::Print;
        QCOMPARE(renderImage(contentOf(m_bank), dark)->pixel(4, 4), Theme::of(Theme::Id::Dark).background.rgb());
        QCOMPARE(renderImage(contentOf(m_bank), print)->pixel(4, 4), qRgb(255, 255, 255));
    }
};

QTEST_MAIN(TestPng)
#include "tst_png.moc"
