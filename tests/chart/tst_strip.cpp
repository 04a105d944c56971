#include "chart/painting.h"
#include "chart/picture.h"
#include "support/bank_timeline.h"
#include "support/drawn_chart.h"
#include <QPainter>
#include <QTest>
#include <algorithm>
#include <cmath>

using namespace lockstep;
using namespace std::chrono_literals;

namespace {

/// The curated incident with backups of the mirror before it, as long as those of the master: 19:57 to 20:57 or 21:02.
Timeline twoLocks()
{
    Timeline t = undatedBankTimeline(true);
    Window mirror = t.windows.front();
    mirror.id = "mirror-backups";
    mirror.name = "Mirror backups";
    mirror.scope = Scope::of({"mirror"});
    for (Bound* bound : {&mirror.begin, &mirror.end}) {
        bound->earliest -= 453min;
        bound->latest -= 453min;
        bound->tiedTo.reset();
    }
    t.windows.push_back(mirror);
    return t;
}

Scenario movedBy(Millis by)
{
    Scenario scenario;
    scenario.name = "Later";
    scenario.edits.push_back(MoveEvent{.event = 2, .by = by});
    return scenario;
}

QString joined(const std::vector<TextRun>& runs)
{
    QStringList words;
    for (const TextRun& run : runs)
        words += run.text;
    return words.join(u' ');
}

const WindowBar& barOf(const ChartLayout& layout, const WindowId& id)
{
    return *std::find_if(layout.windows.begin(), layout.windows.end(), [&](const WindowBar& bar) { return bar.id == id; });
}

void addSizes()
{
    QTest::addColumn<QSizeF>("size");
    for (const QSizeF size : {QSizeF{1600, 900}, QSizeF{1200, 675}, QSizeF{1024, 700}, QSizeF{900, 500}, QSizeF{400, 300}})
        QTest::addRow("%g x %g", size.width(), size.height()) << size;
}

} // namespace

class TestStrip : public QObject {
    Q_OBJECT

private slots:
    void everyCutSaysItsSilence_data() { addSizes(); }
    void everyCutSaysItsSilence()
    {
        QFETCH(QSizeF, size);
        const Drawn drawn(twoLocks(), movedBy(207min), size);
        QVERIFY(size.width() < 500 || drawn.layout.gaps.size() >= 2); // where nothing is left to cut, nothing is cut
        for (const GapBox& gap : drawn.layout.gaps) {
            QVERIFY(!gap.texts.empty());
            QVERIFY2(joined(gap.texts).contains(u" min") || joined(gap.texts).startsWith(u"2 h"), qPrintable(joined(gap.texts)));
        }
    }

    void aSilenceWithoutAnEventBeforeItBeginsWithTheWindow()
    {
        const Drawn drawn(twoLocks(), movedBy(207min), {1600, 900});
        QVERIFY(joined(drawn.layout.gaps.front().texts).startsWith(u"6 h 28 min")); // 21:02 to 03:30
    }

    void noWordsOfTheStripTouch_data() { addSizes(); }
    void noWordsOfTheStripTouch()
    {
        QFETCH(QSizeF, size);
        const Drawn drawn(twoLocks(), movedBy(207min), size);
        std::vector<QRectF> words;
        for (const WindowBar& bar : drawn.layout.windows) {
            for (const TextRun& run : bar.texts)
                words.push_back(run.box());
        }
        for (const GapBox& gap : drawn.layout.gaps) {
            for (const TextRun& run : gap.texts) {
                words.push_back(run.box());
                for (const WindowBar& bar : drawn.layout.windows)
                    QVERIFY2(!bar.rect.adjusted(-6, 0, 6, 0).intersects(run.box()), qPrintable(run.text));
            }
        }
        for (std::size_t i = 0; i < words.size(); ++i) {
            QVERIFY(words[i].bottom() <= drawn.layout.lanes.front().rect.top() + 1);
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!words[i].adjusted(1, 1, -1, -1).intersects(words[j]));
        }
    }

    void everyWindowTellsItsBoundsAndLength_data() { addSizes(); }  // the narrowest only of a lone lock
    void everyWindowTellsItsBoundsAndLength()
    {
        QFETCH(QSizeF, size);
        if (size.width() < 500) {
            const Drawn lone(undatedBankTimeline(false), {}, size);
            const QString words = joined(barOf(lone.layout, "backups").texts);
            QVERIFY2(words.contains(u"03:30 to 04:30 or 04:35") && words.contains(u"60 to 65 min"), qPrintable(words));
            return;
        }
        const Drawn drawn(twoLocks(), movedBy(207min), size);
        const auto told = [&](const WindowId& id) { return joined(barOf(drawn.layout, id).texts); };
        for (const char* words : {"Mirror backups", "19:57 to", "20:57", "21:02", "60 to 65 min"})
            QVERIFY2(told("mirror-backups").contains(QLatin1String{words}), qPrintable(told("mirror-backups")));
        for (const char* words : {"Backups", "06:57 to", "07:57", "08:02", "60 to 65 min"})
            QVERIFY2(told("backups").contains(QLatin1String{words}), qPrintable(told("backups")));
        QVERIFY2(told("integration").contains(u"03:30 to 03:59"), qPrintable(told("integration")));
    }

    void aLongUncertainEndCarriesTheWords()
    {
        Timeline t = undatedBankTimeline(false);
        t.windows[0].end = {.earliest = t.event(2).at + 3min, .latest = t.event(13).at, .basis = {}, .tiedTo = {}};
        const Drawn drawn(t, {}, {1600, 900});
        const WindowBar& bar = barOf(drawn.layout, "backups");
        QVERIFY(bar.plate && bar.plate->left() > bar.solidRight && bar.plate->right() < bar.rect.right());
        QVERIFY(joined(bar.texts).contains(u"03:30 to between 03:33 and 04:35 UTC, 3 to 65 min"));
    }

    void anUncertainEndInACutKeepsItsHatching()
    {
        // The axis of the record, as while a drag runs; moved by 24 minutes the lock ends in the silence after 04:35.
        const Drawn recorded(undatedBankTimeline(false), {}, {1600, 900});
        Drawn drawn(undatedBankTimeline(false), movedBy(24min), {1600, 900});
        LayoutInput in{drawn.content, drawn.content.view, drawn.content.finding, drawn.facts, drawn.theme, drawn.measure, {1600, 900}, 1, 900, false};
        const ChartLayout layout = layOutChart(in, recorded.axis);
        const WindowBar& bar = barOf(layout, "backups");
        const Bound& end = drawn.content.view.windows()[0].end;
        QVERIFY(recorded.axis.quietAt(end.latest) >= 0);
        QVERIFY(recorded.axis.x(end.latest) - recorded.axis.x(end.earliest) < 8);
        QVERIFY(bar.rect.right() - bar.solidRight >= 10);
        QVERIFY(bar.rect.right() <= recorded.axis.x(recorded.axis.quiet()[0].end));
    }

    void whatAWindowDoesIsNotGivenUpForItsBounds()
    {
        const Drawn drawn(undatedBankTimeline(true), movedBy(29min), {1600, 900});
        QCOMPARE(joined(barOf(drawn.layout, "integration").texts), QStringLiteral("Integration: mirror out of date 03:30 to 03:59 UTC"));
    }

    void theStripSaysWhichWindowMoved()
    {
        const Drawn drawn(twoLocks(), movedBy(207min), {1600, 900});
        QVERIFY(joined(drawn.layout.stripTexts).replace(QChar::Nbsp, u' ').contains(u"Backups moved by +3 h 27 min"));
    }

    void theStripSaysWhoseWindowsTheseAre_data()
    {
        QTest::addColumn<bool>("lock");
        QTest::addColumn<bool>("integration");
        QTest::addColumn<QString>("words");
        QTest::newRow("both proposed") << true << true << QStringLiteral("read from the text");
        QTest::newRow("one of them") << false << true << QStringLiteral("some set by hand");
        QTest::newRow("none") << false << false << QStringLiteral("set by hand");
    }
    void theStripSaysWhoseWindowsTheseAre()
    {
        QFETCH(bool, lock);
        QFETCH(bool, integration);
        QFETCH(QString, words);
        Timeline t = undatedBankTimeline(false);
        t.windows[0].proposed = lock;
        t.windows[1].proposed = integration;
        QCOMPARE(joined(Drawn(t, {}, {1600, 900}).layout.stripTexts), QStringLiteral("What ran ") + words);
    }

    void aCutThatAWindowWasDraggedIntoClaimsNoSilence()
    {
        const Drawn still(undatedBankTimeline(false), {}, {1600, 900});
        QCOMPARE(joined(still.layout.gaps.front().texts), QStringLiteral("6 h 25 min nothing recorded"));
        // While the hand holds the lock the axis stays: its uncertain end reaches into the first cut.
        const ChartLayout held = still.during(movedBy(150min));
        QCOMPARE(held.gaps.size(), std::size_t{2});
        QVERIFY2(held.gaps[0].texts.empty(), qPrintable(joined(held.gaps[0].texts)));
        QCOMPARE(joined(held.gaps[1].texts), QStringLiteral("2 h nothing recorded"));
    }

    void aNarrowLockTellsWhatItLocksBesideIt()
    {
        Timeline t = undatedBankTimeline(false);
        Window& lock = t.windows[0];
        lock.name = "Lock";
        lock.what = "launches";
        lock.end = Bound::certain(lock.begin.earliest + 8min);
        const Drawn drawn(t, {}, {1600, 900});
        QCOMPARE(joined(barOf(drawn.layout, "backups").texts), QStringLiteral("Lock on launches: 03:30 to 03:38 UTC, 8 min"));
    }

    void wordsOfAMovedWindowKeepOutOfWhereItWas_data() { addSizes(); }
    void wordsOfAMovedWindowKeepOutOfWhereItWas()
    {
        QFETCH(QSizeF, size);
        Timeline t = undatedBankTimeline(false);
        t.windows[0].end = Bound::certain(t.windows[0].begin.earliest + 8min);
        for (const Millis by : {Millis{20min}, Millis{55min}}) {
            const Drawn drawn(t, movedBy(by), size);
            const WindowBar& bar = barOf(drawn.layout, "backups");
            QVERIFY(bar.recorded && !bar.texts.empty());
            for (const TextRun& run : bar.texts)
                QVERIFY2(!run.box().intersects(*bar.recorded), qPrintable(run.text));
        }
    }

    /// A lock beside a cut pushes the words of the silence aside, but not off the cut.
    void aSilenceStaysOverItsCut()
    {
        Timeline t = undatedBankTimeline(false);
        t.windows[0].end = Bound::certain(t.event(13).at);
        const Drawn drawn(t, {}, {1600, 900});
        for (const GapBox& gap : drawn.layout.gaps) {
            for (const TextRun& run : gap.texts)
                QVERIFY2(run.box().left() <= gap.left + 1 && run.box().right() >= gap.right - 1, qPrintable(run.text));
        }
    }

    void linesKeepOutOfWords()
    {
        const Drawn drawn(twoLocks(), movedBy(29min), {1600, 900});
        QImage page(1600, 900, QImage::Format_RGB32);
        page.fill(Qt::white);
        QPainter painter(&page);
        keepClearOfLabels(painter, drawn.frame());
        painter.fillRect(page.rect(), Qt::black);
        painter.end();
        QCOMPARE(page.pixel(drawn.layout.plot().center().toPoint().x(), 5), qRgb(0, 0, 0));
        for (const LaneBox& lane : drawn.layout.lanes) {
            for (const ChartLabel& label : lane.labels) {
                for (const TextRun& run : label.texts)
                    QCOMPARE(page.pixel(run.box().center().toPoint()), qRgb(255, 255, 255));
            }
        }
    }

    void overlappingRingsStayDiscernible()
    {
        const Drawn drawn(twoLocks(), movedBy(207min), {1600, 900});
        const LaneBox& client = drawn.layout.lanes[1];
        const auto mark = [&](EventId id) {
            return std::find_if(client.marks.begin(), client.marks.end(), [id](const ChartMark& m) { return m.event == id; })->centre;
        };
        const QPointF apart = mark(4) - mark(3);
        QVERIFY(apart.x() < 10); // on the base line one would lie on the other
        QVERIFY(std::hypot(apart.x(), apart.y()) > 14);
    }

    void noLaneIsWithoutLabels()
    {
        const Drawn wide(undatedBankTimeline(false), {}, {900, 500});
        ChartScene scene;
        scene.setContent(wide.content);
        const QSizeF size{900, scene.leastHeightFor(900)};
        const Drawn drawn(undatedBankTimeline(false), {}, size);
        for (const LaneBox& lane : drawn.layout.lanes)
            QVERIFY(lane.labels.size() >= 3);
        QVERIFY(drawn.layout.foot.back().base.y() < size.height());
    }

    void lanesOfATallPictureAreNoEmptyFields()
    {
        Timeline few = undatedBankTimeline(false);
        few.events.open().resize(5);
        few.windows.clear();
        const Drawn drawn(few, {}, {1600, 1200});
        const double legend = drawn.layout.legend.front().box.top();
        QVERIFY(legend - drawn.layout.lanes.back().rect.bottom() < 40);
        QVERIFY(1200 - drawn.layout.foot.back().base.y() < 60);
        const LaneBox& lane = drawn.layout.lanes[1];
        QVERIFY(lane.labels[1].rect.top() - lane.labels[0].rect.top() > 30);
        QVERIFY(lane.labels[0].rect.top() - lane.rect.top() < lane.rect.height() / 2);
    }

    void aCroppedPictureSaysHowManyRowsItShows()
    {
        const Timeline bank = undatedBankTimeline(false);
        ChartContent content{applied(bank, {}), {}, {}, {"Rows of a file."}, {}};
        sayWhatIsShown(content, {bank.event(1).at, bank.event(9).at});
        QCOMPARE(content.footnotes, std::vector<std::string>{"Rows of a file. 9 of 15 rows shown."});
        content.footnotes = {"Rows of a file."};
        sayWhatIsShown(content, {bank.event(1).at, bank.event(15).at});
        QCOMPARE(content.footnotes, std::vector<std::string>{"Rows of a file."});
    }
};

QTEST_MAIN(TestStrip)
#include "tst_strip.moc"
