// Frames of the chart as the window paints them, 1600 x 900 in software: panned, zoomed and dragged, of 10,000 to 10,000,000
// rows all in view, beside a scatter series of Qt Charts. Run by hand; numbers as arguments measure those rows alone.
#include "chart/chart_scene.h"
#include "chart/drag.h"
#include "core/live_outcomes.h"
#include "made_timeline.h"
#include "processor_time.h"
#include <QApplication>
#include <QGraphicsView>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>

namespace {

using namespace lockstep;
using namespace lockstep::bench;

constexpr QSize page{1600, 900};

struct Times {
    std::vector<double> all;
    double at(double share) const { return all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1))]; }
    double middle() const { return at(0.5); }
    double tail() const { return at(0.95); }
};

/// Counts what is painted: a frame nobody painted would cost nothing.
class Painted : public QObject {
public:
    int frames = 0;
    bool eventFilter(QObject*, QEvent* event) override
    {
        frames += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

/// What a change and the frame after it cost, over and over: as much of the page is painted as has changed.
/// Units: milliseconds.
Times timesOf(QGraphicsView& view, int frames, const std::function<void(int)>& change)
{
    Times times;
    Painted painted;
    view.viewport()->installEventFilter(&painted);
    for (int i = 0; i < frames; ++i) {
        const int before = painted.frames;
        const double begin = processorMillis();
        change(i);
        for (int turn = 0; turn < 4 && painted.frames == before; ++turn)
            QCoreApplication::processEvents();
        times.all.push_back(processorMillis() - begin);
        if (painted.frames == before)
            std::printf("nothing was painted\n");
    }
    std::ranges::sort(times.all);
    return times;
}

void print(const char* what, int rows, const Times& times)
{
    std::printf("%-28s %10d rows  p50 %8.2f ms  p95 %8.2f ms\n", what, rows, times.middle(), times.tail());
    std::fflush(stdout);
}

void prepare(QGraphicsView& view)
{
    view.setFrameShape(QFrame::NoFrame);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    view.resize(page);
    view.show();
    QCoreApplication::processEvents();
}

/// The p50 of a pan frame with all rows in view but for an edge.
double measureChart(int rows)
{
    const Timeline record = madeTimeline(rows);
    ChartScene scene;
    scene.setSteady(true);
    scene.setSize(page);
    const double begin = processorMillis();
    scene.setContent({applied(record, {}), {}, {}, {"Made for measuring."}, "Lockstep"});
    std::printf("%-28s %10d rows      %8.2f ms\n", "first layout", rows, processorMillis() - begin);
    QGraphicsView view(&scene);
    prepare(view);
    const AxisScale whole = scene.axis();
    const double middle = (whole.left() + whole.right()) / 2;

    scene.setAxis(whole.zoomedAt(middle, 1.05));
    const Times pan = timesOf(view, 200, [&](int i) { scene.setAxis(scene.axis().panned(i % 20 < 10 ? 3 : -3)); });
    print("pan, nearly all in view", rows, pan);
    scene.setAxis(whole);
    print("zoom in, from all in view", rows, timesOf(view, 60, [&](int) { scene.setAxis(scene.axis().zoomedAt(middle + 100, 1.05)); }));
    print("pan, zoomed", rows, timesOf(view, 100, [&](int i) { scene.setAxis(scene.axis().panned(i % 40 < 20 ? 7 : -7)); }));
    print("zoom out", rows, timesOf(view, 60, [&](int) { scene.setAxis(scene.axis().zoomedAt(middle, 1 / 1.05)); }));

    scene.setAxis(whole);
    const TimelineView recorded = applied(record, {});
    const LiveOutcomes outcomes{record};
    const auto drag = [&](const Hit& hit) {
        return timesOf(view, 60, [&](int i) {
            const Scenario scenario{"What if", {}, moveEdits(recorded, {}, hit, std::chrono::minutes{i + 1})};
            TimelineView after = applied(record, scenario);
            if (dragSentence(after, hit, outcomes).empty())
                std::printf("nothing was said\n");
            scene.setPreview(std::move(after));
        });
    };
    print("drag a row", rows, drag(gripOf(rows / 2)));
    print("drag a lock", rows, drag(gripOf("window 4", Hit::What::WindowBar)));
    scene.setPreview(std::nullopt);
    print("the pointer moves", rows, timesOf(view, 60, [&](int i) { scene.setCrosshair(scene.axis().at(whole.left() + 10 * i)); }));
    return pan.middle();
}

double measureScatter(int rows)
{
    const Timeline record = madeTimeline(rows);
    auto* series = new QScatterSeries;
    QList<QPointF> points;
    for (const Event& event : record.events)
        points << QPointF{static_cast<double>(event.at.time_since_epoch().count()), static_cast<double>(event.lane)};
    series->append(points);
    series->setMarkerSize(14);
    QChart chart;
    chart.legend()->hide();
    chart.addSeries(series);
    auto* x = new QValueAxis(&chart);
    auto* y = new QValueAxis(&chart);
    chart.addAxis(x, Qt::AlignBottom);
    chart.addAxis(y, Qt::AlignLeft);
    series->attachAxis(x);
    series->attachAxis(y);
    x->setRange(points.front().x(), points.back().x());
    y->setRange(-1, 2);
    QGraphicsScene scene;
    scene.addItem(&chart);
    chart.resize(page);
    scene.setSceneRect(QRectF{QPointF{}, QSizeF{page}});
    QGraphicsView view(&scene);
    const double begin = processorMillis();
    prepare(view);
    view.viewport()->repaint();
    std::printf("%-28s %10d rows      %8.2f ms\n", "scatter series, first frame", rows, processorMillis() - begin);
    const Times pan = timesOf(view, 8, [&](int i) { chart.scroll(i % 4 < 2 ? 3 : -3, 0); });
    print("scatter series, pan", rows, pan);
    scene.removeItem(&chart);
    return pan.middle();
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    std::vector<int> sizes;
    for (int i = 1; i < argc; ++i)
        sizes.push_back(std::atoi(argv[i]));
    const bool isWhole = sizes.empty();
    if (isWhole)
        sizes = {10'000, 100'000, 1'000'000, 10'000'000};
    std::map<int, double> pans;
    for (const int rows : sizes)
        pans[rows] = measureChart(rows);
    if (!isWhole)
        return 0;
    const double scatter = measureScatter(100'000);
    std::printf("pan at 10,000,000 / at 10,000: %.2f\n", pans[10'000'000] / pans[10'000]);
    std::printf("pan at 100,000 / of a scatter series: 1/%.0f\n", scatter / pans[100'000]);
    return 0;
}
