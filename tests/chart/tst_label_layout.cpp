#include "chart/label_layout.h"
#include "chart/text_measure.h"
#include <QTest>
#include <algorithm>
#include <numeric>
#include <random>

using namespace lockstep;

namespace {

LabelArea area(double bottom = 150)
{
    LabelArea area;
    area.left = 200;
    area.right = 1500;
    area.top = 0;
    area.bottom = bottom;
    area.base = bottom + 24;
    return area;
}

LabelRequest request(double x, std::vector<double> words)
{
    return {x, 60, [words] { return LabelWords{70, words}; }};
}

std::vector<LabelRequest> random(std::mt19937& engine, int count, const LabelArea& area)
{
    std::uniform_real_distribution<double> x(area.left, area.right), word(8, 80);
    std::uniform_int_distribution<int> words(1, 14);
    std::vector<LabelRequest> all;
    for (int i = 0; i < count; ++i) {
        double at = x(engine);
        for (const auto& [from, to] : area.barriers)
            at = at > from && at < to ? to + 1 : at;
        std::vector<double> widths(static_cast<std::size_t>(words(engine)));
        std::generate(widths.begin(), widths.end(), [&] { return word(engine); });
        all.push_back(request(at, widths));
    }
    std::sort(all.begin(), all.end(), [](const LabelRequest& a, const LabelRequest& b) { return a.x < b.x; });
    return all;
}

struct Leader {
    double x, top;
};

} // namespace

class TestLabelLayout : public QObject {
    Q_OBJECT

private slots:
    void aCapitalIsForWordsNotForNames_data();
    void aCapitalIsForWordsNotForNames();
    void nothingOverlapsOnRandomLanes_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("cuts");
        for (const int count : {1, 3, 8, 20, 60, 200}) {
            QTest::addRow("%d labels", count) << count << false;
            QTest::addRow("%d labels beside cuts", count) << count << true;
        }
    }
    void nothingOverlapsOnRandomLanes()
    {
        QFETCH(int, count);
        QFETCH(bool, cuts);
        std::mt19937 engine(static_cast<unsigned>(count) * 7 + cuts);
        for (int round = 0; round < 25; ++round) {
            LabelArea lane = area(60 + round * 12);
            if (cuts)
                lane.barriers = {{600, 627}, {1100, 1127}};
            const std::vector<LabelRequest> requests = random(engine, count, lane);
            const LabelLayout layout = layOutLabels(requests, lane);
            checkAll(requests, layout, lane);
        }
    }

    void aStaircaseStepsDownOneRowAtATime()
    {
        const std::vector<LabelRequest> requests{request(300, {100, 80}), request(330, {100}), request(360, {90})};
        const LabelLayout layout = layOutLabels(requests, area(72));
        QCOMPARE(layout.boxes[0].rect.top(), 0.0);
        QCOMPARE(layout.boxes[1].rect.top(), 24.0);
        QCOMPARE(layout.boxes[2].rect.top(), 48.0);
        QCOMPARE(layout.height, 72.0);
        QVERIFY(layout.folded.empty());
    }

    void aLoneLabelSinksToTheLastRow()
    {
        const LabelLayout layout = layOutLabels({request(300, {100})}, area(120));
        QCOMPARE(layout.boxes[0].rect.bottom(), 120.0);
    }

    void withoutRoomOnTheRightALabelStandsOnTheLeft()
    {
        LabelArea lane = area();
        lane.barriers = {{960, 987}};
        lane.hatched = {{850, 900}};
        const LabelLayout layout = layOutLabels({request(900, {60, 70, 60})}, lane);
        QVERIFY(layout.boxes[0].isLeft);
        QVERIFY(layout.boxes[0].rect.right() < 850); // clear of the hatched part its mark ends
    }

    void besideACutTheWordsStandUnderTheClock()
    {
        LabelArea lane = area(200);
        lane.barriers = {{760, 787}, {950, 977}};
        const LabelLayout layout = layOutLabels({request(815, {50, 20, 70, 60, 80, 90})}, lane);
        QVERIFY(layout.boxes[0].placed);
        QVERIFY(layout.boxes[0].isColumn);
        QCOMPARE(layout.boxes[0].rect.top(), 0.0);
    }

    void longWordsWrapAndThenElide()
    {
        const std::vector<double> words(120, 40.0); // 5,340 px
        const LabelLayout layout = layOutLabels({request(300, words)}, area());
        QVERIFY(layout.boxes[0].lines.size() >= 2 && layout.boxes[0].lines.size() <= 4);
        QVERIFY(layout.boxes[0].lines.back().elided);
        const LabelLayout shortOne = layOutLabels({request(300, {120, 120, 120, 120})}, area());
        QCOMPARE(shortOne.boxes[0].lines.size(), std::size_t{2});
        QVERIFY(!shortOne.boxes[0].lines.back().elided);
        QCOMPARE(shortOne.boxes[0].lines.front().last, std::size_t{2}); // two and two, not three and a rest
    }

    void whatFindsNoRoomIsCounted()
    {
        std::vector<LabelRequest> requests;
        for (int i = 0; i < 12; ++i)
            requests.push_back(request(400 + i * 4, {60, 60, 60}));
        const LabelLayout layout = layOutLabels(requests, area(72));
        const auto placed = std::count_if(layout.boxes.begin(), layout.boxes.end(), [](const LabelBox& b) { return b.placed; });
        const int counted = std::accumulate(layout.folded.begin(), layout.folded.end(), 0, [](int n, const FoldedLabels& f) { return n + f.count; });
        QCOMPARE(placed, 3);
        QCOMPARE(counted, 9);
    }

    void aCutLabelTakesTheFreeWidthOrAnotherLine()
    {
        LabelArea lane = area(120);
        lane.lines = 1;
        const std::vector<double> words(12, 50.0); // 650 px, a line is 350
        const LabelLayout wide = layOutLabels({request(300, words)}, lane);
        QCOMPARE(wide.boxes[0].lines.size(), std::size_t{1});
        QVERIFY(!wide.boxes[0].lines[0].elided);
        lane.barriers = {{800, 827}}; // no room for one line of it
        const LabelLayout tall = layOutLabels({request(300, words)}, lane);
        QCOMPARE(tall.boxes[0].lines.size(), std::size_t{2});
        QVERIFY(!tall.boxes[0].lines[1].elided);
    }

    void besideACutASecondLineComesBeforeASingleWord()
    {
        LabelArea lane = area(92);
        lane.lines = 1;
        lane.barriers = {{560, 587}};
        const LabelLayout layout = layOutLabels({request(300, {80, 60}), request(320, {80, 60}), request(400, {70, 40, 60})}, lane);
        for (const LabelBox& box : layout.boxes)
            QVERIFY(box.placed);
        QVERIFY(layout.boxes[2].lines.back().last >= 2);
    }

    void noWordIsCutOnTheLeftWhereItsLineHasRoom()
    {
        LabelArea lane = area();
        lane.barriers = {{910, 937}};
        const LabelLayout layout = layOutLabels({request(900, {118, 42})}, lane);
        QVERIFY(layout.boxes[0].isLeft);
        for (const LabelLine& line : layout.boxes[0].lines)
            QVERIFY(!line.elided);
    }

    void countsOfFoldedLabelsNeverOverlap()
    {
        for (const int count : {300, 20'000}) {
            LabelArea lane = area(48);
            std::vector<LabelRequest> requests;
            for (int i = 0; i < count; ++i)
                requests.push_back(request(200 + 1300.0 * i / count, {60, 60}));
            const LabelLayout layout = layOutLabels(requests, lane);
            QVERIFY(layout.folded.size() > 3);
            double end = -1e9;
            for (const FoldedLabels& folded : layout.folded) {
                const double half = lane.digit * static_cast<double>(1 + QByteArray::number(folded.count).size()) / 2;
                QVERIFY2(folded.x - half >= end, qPrintable(QString::number(folded.x)));
                end = folded.x + half;
            }
        }
    }

    void linesHoldEveryWordOnce()
    {
        const LabelArea lane = area();
        const std::vector<LabelLine> lines = brokenIntoLines({0, {50, 60, 70, 80, 90}}, 140, 9, lane);
        std::size_t next = 0;
        for (const LabelLine& line : lines) {
            QCOMPARE(line.first, next);
            QVERIFY(line.width <= 140);
            next = line.last;
        }
        QCOMPARE(next, std::size_t{5});
    }

    void fiveThousandLabelsStayQuick()
    {
        std::mt19937 engine(5);
        int measured = 0;
        LabelArea lane = area();
        std::vector<LabelRequest> requests = random(engine, 5000, lane);
        for (LabelRequest& r : requests)
            r.measure = [&measured] { ++measured; return LabelWords{70, {60, 60, 60}}; };
        const LabelLayout layout = layOutLabels(requests, lane);
        QVERIFY(measured < 1500); // words are measured only where a label may stand
        QVERIFY(std::any_of(layout.boxes.begin(), layout.boxes.end(), [](const LabelBox& b) { return b.placed; }));
    }

private:
    static void checkAll(const std::vector<LabelRequest>& requests, const LabelLayout& layout, const LabelArea& lane)
    {
        std::size_t folded = 0;
        for (const FoldedLabels& f : layout.folded)
            folded += static_cast<std::size_t>(f.count);
        for (std::size_t i = 0; i < requests.size(); ++i) {
            const LabelBox& a = layout.boxes[i];
            if (!a.placed) {
                QVERIFY(folded > 0);
                --folded;
                continue;
            }
            QVERIFY2(a.rect.top() >= lane.top - 0.01 && a.rect.bottom() <= lane.bottom + 0.6, "a label leaves its lane");
            QVERIFY2(a.rect.right() <= lane.right + 0.6 && a.rect.left() >= lane.left - 0.6, "a label leaves the chart");
            for (const auto& [from, to] : lane.barriers)
                QVERIFY2(a.rect.right() <= from || a.rect.left() >= to, "a label enters a cut");
            for (std::size_t j = 0; j < requests.size(); ++j) {
                const LabelBox& b = layout.boxes[j];
                if (j == i || !b.placed)
                    continue;
                QVERIFY2(!a.rect.adjusted(0.1, 0.1, -0.1, -0.1).intersects(b.rect), "two labels overlap");
                const bool crosses = requests[j].x > a.rect.left() && requests[j].x < a.rect.right() && b.leaderTop < a.rect.bottom() - 0.1;
                QVERIFY2(!crosses, "a leader crosses a label");
                const bool elbow = b.isLeft && b.rect.right() < a.rect.right() && requests[j].x > a.rect.left()
                    && b.leaderTop > a.rect.top() && b.leaderTop < a.rect.bottom();
                QVERIFY2(!elbow, "an elbow crosses a label");
            }
        }
        QCOMPARE(folded, std::size_t{0});
    }
};

void TestLabelLayout::aCapitalIsForWordsNotForNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("label");
    QTest::newRow("a word") << QStringLiteral("start backups") << QStringLiteral("Start backups");
    QTest::newRow("a word before a comma") << QStringLiteral("later, it works") << QStringLiteral("Later, it works");
    for (const char* name : {"maker12 invited", "admin@registry.example writes", "https://x.example opened", "node.js fails", "iPhone sold", "db_main stops"})
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(name);
}

void TestLabelLayout::aCapitalIsForWordsNotForNames()
{
    QFETCH(QString, text);
    QFETCH(QString, label);
    QCOMPARE(labelText(text.toStdString()), label);
}

QTEST_GUILESS_MAIN(TestLabelLayout)
#include "tst_label_layout.moc"
