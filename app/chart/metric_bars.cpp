#include "chart/metric_bars.h"
#include <QGraphicsLayout>
#include <QLabel>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QLegend>
#include <QtCharts/QValueAxis>
#include <algorithm>

namespace lockstep {

namespace {

constexpr int rowHeight = 46;
constexpr int nameHeight = 20;
constexpr double barShare = 0.28; ///< of a row; the name stands above it

/// A line of a bar: its name, cut where its figure begins.
struct Line {
    QLabel* name;
    QLabel* figure;
    QString whole;
};

QLabel* plain(const QString& text, bool isStrong, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setObjectName(isStrong ? QStringLiteral("value") : QStringLiteral("muted"));
    return label;
}

} // namespace

struct MetricBars::Private {
    std::vector<MetricBar> bars;
    std::vector<Line> lines;
    QChart* chart = nullptr;
    QChartView* view = nullptr;

    QBarSet* set(const QColor& colour, double (*value)(const MetricBar&), bool isWhatIf) const
    {
        auto* made = new QBarSet(QString{});
        made->setColor(colour);
        made->setBorderColor(Qt::transparent);
        // The first category is drawn lowest.
        for (auto bar = bars.rbegin(); bar != bars.rend(); ++bar)
            *made << (bar->isWhatIf == isWhatIf ? value(*bar) : 0.0);
        return made;
    }

    void fill(const Theme& theme) const
    {
        auto* series = new QHorizontalStackedBarSeries;
        series->setBarWidth(barShare);
        for (const bool isWhatIf : {false, true}) {
            const QColor solid = isWhatIf ? theme.scenario : theme.lane(0);
            QColor open = solid;
            open.setAlphaF(0.35F);
            series->append(set(solid, [](const MetricBar& b) { return std::max(0.0, b.least); }, isWhatIf));
            series->append(set(open, [](const MetricBar& b) { return std::max(0.0, b.most - std::max(0.0, b.least)); }, isWhatIf));
        }
        chart->addSeries(series);
        double longest = 0;
        for (const MetricBar& bar : bars)
            longest = std::max(longest, std::max(bar.least, bar.most));
        auto* rows = new QBarCategoryAxis;
        for (std::size_t i = 0; i < bars.size(); ++i)
            rows->append(QString::number(i)); // names are drawn by labels: Qt Charts would read them as HTML
        auto* length = new QValueAxis;
        length->setRange(0, longest > 0 ? longest : 1);
        chart->addAxis(rows, Qt::AlignLeft);
        chart->addAxis(length, Qt::AlignBottom);
        series->attachAxis(rows);
        series->attachAxis(length);
        rows->setVisible(false);
        length->setVisible(false);
    }
};

MetricBars::MetricBars(std::vector<MetricBar> bars, const Theme& theme, QWidget* parent) : QWidget(parent), d(std::make_unique<Private>())
{
    d->bars = std::move(bars);
    d->chart = new QChart;
    d->chart->legend()->hide();
    d->chart->setBackgroundVisible(false);
    d->chart->setMargins({});
    d->chart->layout()->setContentsMargins(0, 0, 0, 0);
    d->fill(theme);
    d->view = new QChartView(d->chart, this);
    d->view->setFrameShape(QFrame::NoFrame);
    d->view->setBackgroundBrush(Qt::NoBrush);
    d->view->setStyleSheet(QStringLiteral("background: transparent"));
    d->view->setFocusPolicy(Qt::NoFocus);
    d->view->setAttribute(Qt::WA_TransparentForMouseEvents);
    for (const MetricBar& bar : d->bars) {
        d->lines.push_back({plain(bar.name, bar.isShown, this), plain(bar.figure, true, this), bar.name});
        d->lines.back().name->setToolTip(bar.name.toHtmlEscaped());
        d->lines.back().figure->setAccessibleName(bar.name + QStringLiteral(": ") + bar.figure);
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

MetricBars::~MetricBars() = default;

QSize MetricBars::sizeHint() const
{
    return {220, rowHeight * static_cast<int>(d->bars.size())};
}

void MetricBars::resizeEvent(QResizeEvent*)
{
    d->view->setGeometry(rect());
    // The bar stands in the middle of its row: half a name lower leaves the name its room.
    d->chart->setPlotArea(QRectF(rect()).translated(0, nameHeight / 2.0));
    int top = 0;
    for (const Line& line : d->lines) {
        const int wide = line.figure->sizeHint().width();
        line.figure->setGeometry(width() - wide, top, wide, nameHeight);
        const int room = std::max(0, width() - wide - 8);
        line.name->setGeometry(0, top, room, nameHeight);
        line.name->setText(line.name->fontMetrics().elidedText(line.whole, Qt::ElideMiddle, room));
        top += rowHeight;
    }
}

} // namespace lockstep
