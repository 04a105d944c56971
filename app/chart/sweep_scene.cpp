#include "chart/sweep_scene.h"
#include "chart/layer_item.h"
#include "chart/painting.h"
#include "chart/sweep_layout.h"
#include "core/wording.h"
#include <QPainter>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>
#include <cmath>

namespace lockstep {
namespace {

enum Z { ground = -1, over = 40 };

QBrush brushOf(const SweepSeries& series)
{
    return QBrush(series.colour, series.isHatched ? Qt::BDiagPattern : Qt::SolidPattern);
}

void paintKey(QPainter& painter, const QRectF& box, const SweepSeries& series)
{
    if (!series.lower.isEmpty())
        return painter.fillRect(box, brushOf(series));
    painter.setPen(QPen(series.colour, series.isThick ? 3 : 2));
    painter.drawLine(QPointF{box.left(), box.center().y()}, QPointF{box.right(), box.center().y()});
}

} // namespace

struct SweepScene::Private {
    QChart* chart = nullptr;
    QValueAxis *across = nullptr, *down = nullptr;
    std::vector<LayerItem*> layers;
    std::optional<SweepContent> content;
    SweepLayout layout;
    const Theme* theme = &Theme::of(Theme::Id::Light);
    std::unique_ptr<TextMeasure> measure = std::make_unique<TextMeasure>(*theme);
    QSizeF size{1100, 620};
    std::optional<std::size_t> pointed;

    void relayout();
    void addSeries(const SweepSeries& series);
    void attach(QAbstractSeries* series);
    void paintGround(QPainter& painter) const;
    void paintOver(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    double bottom() const { return layout.shares.isEmpty() ? layout.counts.bottom() : layout.shares.bottom(); }
};

void SweepScene::Private::attach(QAbstractSeries* series)
{
    chart->addSeries(series);
    series->attachAxis(across);
    series->attachAxis(down);
}

/// The chart's axes count pixels, as those of the timeline do; its own grow upwards.
void SweepScene::Private::addSeries(const SweepSeries& from)
{
    const auto line = [](const QList<QPointF>& points) {
        QList<QPointF> turned;
        for (const QPointF& point : points)
            turned << QPointF{point.x(), -point.y()};
        auto* series = new QLineSeries;
        series->replace(turned);
        return series;
    };
    if (from.lower.isEmpty()) {
        auto* series = line(from.upper);
        attach(series);
        return series->setPen(QPen(from.colour, from.isThick ? 2.6 : 1.6));
    }
    auto* area = new QAreaSeries(line(from.upper), line(from.lower));
    area->upperSeries()->setParent(area);
    area->lowerSeries()->setParent(area);
    attach(area);
    area->setPen(Qt::NoPen);
    area->setBrush(brushOf(from));
}

void SweepScene::Private::relayout()
{
    if (!content)
        return;
    layout = layOutSweep(*content, size, *theme, *measure);
    const QRectF all{QPointF{}, size}, plot = layout.shares.isEmpty() ? layout.counts : layout.counts.united(layout.shares);
    chart->setGeometry(all);
    chart->setPlotArea(plot);
    across->setRange(plot.left(), plot.right());
    down->setRange(-plot.bottom(), -plot.top());
    chart->removeAllSeries();
    for (const SweepSeries& series : layout.series)
        addSeries(series);
    for (LayerItem* layer : layers) {
        layer->setRect(all);
        layer->update();
    }
}

void SweepScene::Private::paintGround(QPainter& painter) const
{
    painter.setPen(QPen(theme->grid, 1));
    for (const double x : layout.hours) {
        painter.drawLine(QPointF{x, layout.counts.top()}, QPointF{x, layout.counts.bottom()});
        if (!layout.shares.isEmpty())
            painter.drawLine(QPointF{x, layout.shares.top()}, QPointF{x, layout.shares.bottom()});
    }
    for (const auto& [y, x] : layout.steps)
        painter.drawLine(QPointF{x, y}, QPointF{layout.counts.right(), y});
    painter.setPen(QPen(theme->rule, 1));
    for (const SweepRuler& ruler : layout.rulers)
        painter.drawLine(QPointF{24, ruler.bottom}, QPointF{layout.counts.right(), ruler.bottom});
}

void SweepScene::Private::paintMarks(QPainter& painter) const
{
    for (const SweepMark& mark : layout.marks) {
        const bool isNow = mark.number.isEmpty();
        QPen pen(isNow ? theme->mutedText : theme->scenario, 1.4);
        pen.setDashPattern(isNow ? QList<qreal>{2, 3} : QList<qreal>{5, 3});
        painter.setPen(pen);
        for (const QRectF& plot : {layout.counts, layout.shares})
            if (!plot.isEmpty())
                painter.drawLine(QPointF{mark.x, plot.top()}, QPointF{mark.x, plot.bottom()});
        const QString words = isNow ? QStringLiteral("as now") : mark.number;
        const double px = 13, width = measure->width(words, px, QFont::DemiBold);
        const double y = isNow ? layout.counts.top() + 9 : layout.shares.top() + 9;
        const QRectF box{mark.x - std::max(width + 8, 18.0) / 2, y - 9, std::max(width + 8, 18.0), 18};
        painter.setPen(isNow ? QPen(theme->mutedText, 1) : QPen(Qt::NoPen));
        painter.setBrush(isNow ? theme->background : theme->scenario);
        painter.drawRoundedRect(box, 9, 9);
        const TextRun run{{box.center().x() - width / 2, y + px * 0.35}, words, px, QFont::DemiBold, isNow ? theme->mutedText : theme->background, width};
        paintTexts(painter, std::span{&run, 1}, *measure);
    }
}

void SweepScene::Private::paintOver(QPainter& painter) const
{
    for (const auto& [box, series] : layout.keys)
        paintKey(painter, box, layout.series[series]);
    paintTexts(painter, layout.texts, *measure);
    for (const SweepRuler& ruler : layout.rulers)
        paintTexts(painter, ruler.texts, *measure);
    paintMarks(painter);
    if (!pointed)
        return;
    const double x = layout.x(static_cast<double>(*pointed));
    painter.setPen(QPen(theme->text, 1.2));
    painter.drawLine(QPointF{x, layout.counts.top()}, QPointF{x, bottom()});
}

SweepScene::SweepScene(QObject* parent) : QGraphicsScene(parent), d(std::make_unique<Private>())
{
    d->chart = new QChart;
    d->chart->setAnimationOptions(QChart::NoAnimation);
    d->chart->legend()->hide();
    d->chart->setMargins({});
    d->chart->setAcceptHoverEvents(false);
    d->chart->setAcceptedMouseButtons(Qt::NoButton);
    d->across = new QValueAxis(d->chart);
    d->down = new QValueAxis(d->chart);
    d->across->setVisible(false);
    d->down->setVisible(false);
    d->chart->addAxis(d->across, Qt::AlignBottom);
    d->chart->addAxis(d->down, Qt::AlignLeft);
    addItem(d->chart);
    d->layers.push_back(new LayerItem(d->chart, Z::ground, [this](QPainter& painter, const QRectF&) { d->paintGround(painter); }));
    d->layers.push_back(new LayerItem(d->chart, Z::over, [this](QPainter& painter, const QRectF&) { d->paintOver(painter); }));
    setTheme(Theme::Id::Light);
}

SweepScene::~SweepScene()
{
    clear(); // items paint through d: they go first
}

void SweepScene::setContent(SweepContent content)
{
    d->pointed.reset();
    d->content = std::move(content);
    d->relayout();
}

void SweepScene::setTheme(Theme::Id id)
{
    d->theme = &Theme::of(id);
    d->measure = std::make_unique<TextMeasure>(*d->theme);
    d->chart->setTheme(id == Theme::Id::Dark ? QChart::ChartThemeDark : QChart::ChartThemeLight);
    d->chart->setBackgroundVisible(false);
    d->chart->setPlotAreaBackgroundVisible(false);
    setBackgroundBrush(d->theme->background);
    d->relayout();
}

void SweepScene::setSize(QSizeF size)
{
    d->size = size;
    setSceneRect(QRectF{QPointF{}, size});
    d->relayout();
}

void SweepScene::setNow(Instant begin)
{
    if (!d->content || d->content->now == begin)
        return;
    d->content->now = begin;
    d->relayout();
}

void SweepScene::setPointed(std::optional<std::size_t> start)
{
    if (start == d->pointed)
        return;
    d->pointed = start;
    d->layers.back()->update();
}

bool SweepScene::hasContent() const { return d->content.has_value(); }

const SweepContent& SweepScene::content() const { return *d->content; }

std::optional<std::size_t> SweepScene::startAt(QPointF pos) const
{
    if (!d->content || pos.y() < d->layout.counts.top() || pos.y() > d->bottom())
        return {};
    const double index = std::round((pos.x() - d->layout.x(0)) / d->layout.perStart);
    const auto count = static_cast<double>(d->content->sweep.starts.size());
    return index < 0 || index >= count ? std::nullopt : std::optional{static_cast<std::size_t>(index)};
}

QPointF SweepScene::pointOf(std::size_t start) const
{
    return {d->layout.x(static_cast<double>(start)), d->layout.counts.center().y()};
}

SweepContent sweepContentOf(const TimelineView& view, Sweep sweep, std::optional<Activity> activity, const std::string& noActivity)
{
    const LodIndex index{view.record()};
    SweepContent content{.sweep = std::move(sweep), .activity = std::move(activity), .safe = {}, .title = {},
        .foot = noActivity.empty() ? std::string{} : "No shares of inquiries: " + noActivity, .now = {}, .zones = rulerZones(ViewRows{index, view}), .days = {}};
    content.now = content.sweep.window.begin.earliest;
    content.title = sweepWords(view.record(), content.sweep);
    if (content.activity) {
        content.safe = safeStarts(view.record(), content.sweep, *content.activity);
        content.foot = activityWords(*content.activity);
    }
    for (const RulerZone& zone : content.zones) {
        const WallTime first = zone.zone.wallAt(content.sweep.starts.front().at);
        content.days.push_back({dayLabel(view.record(), first), dayLabel(view.record(), first + date::days{1})});
    }
    return content;
}

Result<QImage> renderSweep(const SweepContent& content, QSize size, double scale, Theme::Id theme)
{
    if (!hasFonts())
        return refusal("No font was found, so a picture would be full of boxes.", "Install a font, for example the package fonts-inter.");
    SweepScene scene;
    scene.setTheme(theme);
    scene.setSize(size);
    scene.setContent(content);
    QImage image((QSizeF{size} * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return refusal("There is not enough memory for a picture of that size.", "Choose a smaller size or scale.");
    image.fill(Theme::of(theme).background);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    scene.render(&painter, QRectF{QPointF{}, QSizeF{image.size()}}, QRectF{QPointF{}, QSizeF{size}}, Qt::IgnoreAspectRatio);
    return image;
}

} // namespace lockstep
