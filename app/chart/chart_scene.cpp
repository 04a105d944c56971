#include "chart/chart_scene.h"
#include "chart/chart_scene_private.h"
#include "chart/draw_list.h"
#include "chart/hit_test.h"
#include "chart/link_curves.h"
#include "chart/measure_layout.h"
#include <QtCharts/QChart>
#include <algorithm>
#include <utility>

namespace lockstep {

ChartScene::ChartScene(QObject* parent) : QGraphicsScene(parent), d(std::make_unique<Private>(*this))
{
    setItemIndexMethod(NoIndex);
    setBackgroundBrush(d->theme->background);
    d->build();
}

ChartScene::~ChartScene()
{
    clear(); // items paint through d: they go first
}

void ChartScene::setContent(ChartContent content)
{
    const bool sameRecord = d->content && &d->content->view.record() == &content.view.record();
    const std::optional<Span> shown = sameRecord ? d->zoomedSpan() : std::nullopt;
    d->preview.reset();
    d->previewFinding.reset();
    d->forgetFacts();
    d->content = std::move(content);
    const Timeline& record = d->content->view.record();
    if (!d->content->bands)
        d->content->bands = std::make_shared<const Bands>(record);
    d->index = std::make_unique<LodIndex>(record, d->content->bands);
    d->facts = std::make_unique<ViewFacts>(*d->index, d->content->view);
    if (const HiddenRows* hidden = d->content->hidden.get()) {
        d->seenIndex = std::make_unique<LodIndex>(record, d->content->bands, hidden);
        d->seenFacts = std::make_unique<ViewFacts>(*d->seenIndex, *hidden, *d->facts);
    }
    d->texts.forget();
    d->forgetLayout();
    d->refit(shown);
    d->relayout();
}

const ChartContent& ChartScene::content() const { return *d->content; }

void ChartScene::setTheme(Theme::Id id)
{
    d->theme = &Theme::of(id);
    d->measure = std::make_unique<TextMeasure>(*d->theme);
    d->texts.forget();
    d->forgetLayout();
    d->chart->setTheme(id == Theme::Id::Dark ? QChart::ChartThemeDark : QChart::ChartThemeLight);
    d->chart->setBackgroundVisible(false);
    setBackgroundBrush(d->theme->background);
    d->relayout();
}

void ChartScene::setMostTextScale(double scale)
{
    d->mostScale = scale;
    setSize(d->size);
}

void ChartScene::setSize(QSizeF size)
{
    d->size = size;
    d->fitAgain();
}

double ChartScene::heightFor(double width) const { return d->heightOf(width, false); }

double ChartScene::leastHeightFor(double width) const { return d->heightOf(width, true); }

void ChartScene::setLinear(bool linear)
{
    if (d->linear == linear)
        return;
    d->linear = linear;
    d->fitAgain();
}

bool ChartScene::isLinear() const { return d->linear; }

void ChartScene::setOpened(std::vector<Instant> moments)
{
    if (moments == d->opened)
        return;
    d->opened = std::move(moments);
    d->fitAgain();
}

const std::vector<Instant>& ChartScene::opened() const { return d->opened; }

const AxisScale& ChartScene::axis() const { return d->axis; }

void ChartScene::setSteady(bool steady)
{
    d->steady = steady;
}

void ChartScene::settleLabels()
{
    const auto isCut = [](const ChartLabel& label) { return std::ranges::any_of(label.box.lines, &LabelLine::elided); };
    const auto lacksRoom = [&](const LaneBox& lane) { return !lane.more.empty() || std::ranges::any_of(lane.labels, isCut); };
    if (d->hasHistory && std::ranges::any_of(d->layout.lanes, lacksRoom))
        d->relayout(false);
}

void ChartScene::setAxis(const AxisScale& axis)
{
    if (d->hasHistory && d->axis == axis)
        return;
    d->axis = axis;
    d->relayout();
}

Hit ChartScene::hitTest(QPointF scenePos) const
{
    return d->content ? hitAt(d->layout, d->axis, d->shownFacts().rows, scenePos) : Hit{};
}

QRectF ChartScene::markRect(EventId event) const
{
    return d->content ? markRectOf(d->layout, d->axis, d->view(), event) : QRectF{};
}

QRectF ChartScene::labelRect(EventId event) const { return labelRectOf(d->layout, event); }

QRectF ChartScene::windowRect(const WindowId& window) const
{
    const auto& bars = d->layout.windows;
    const auto found = std::find_if(bars.begin(), bars.end(), [&](const WindowBar& bar) { return bar.id == window; });
    return found == bars.end() ? QRectF{} : found->rect;
}

QRectF ChartScene::plotRect() const { return d->layout.plot(); }

QRectF ChartScene::laneRect(BandId lane) const
{
    const LaneBox* box = d->layout.laneBox(lane);
    return box ? box->rect : QRectF{};
}

const Bands& ChartScene::bands() const { return *d->content->bands; }

QRectF ChartScene::pinnedRect() const
{
    const auto& rules = d->layout.rules;
    if (rules.empty())
        return {};
    return QRectF{QPointF{0, rules.front()}, QPointF{d->size.width(), rules.back()}} | pinnedLanesRect();
}

QRectF ChartScene::pinnedLanesRect() const
{
    const auto& lanes = d->layout.lanes;
    const auto first = std::ranges::find_if_not(lanes, &LaneBox::isPinned);
    return first == lanes.begin() ? QRectF{} : QRectF{QPointF{0, lanes.front().rect.top()}, QPointF{d->size.width(), std::prev(first)->rect.bottom()}};
}

std::string ChartScene::rowsWords(const Hit& hit) const
{
    const LaneRows& rows = d->shownFacts().rows.lane(hit.lane);
    const RowPlace from = rows.from(hit.rows.begin), to = rows.after(hit.rows.end, from);
    return runWords(rows.facts(from, to), rows.kinds(from, to));
}

void ChartScene::setPreview(std::optional<TimelineView> preview, std::optional<Finding> finding)
{
    if (!d->content || (!preview && !d->preview))
        return;
    d->seenPreviewFacts.reset();
    d->previewFacts.reset();
    d->preview = std::move(preview);
    d->previewFinding = std::move(finding);
    if (d->preview)
        d->previewFacts = std::make_unique<ViewFacts>(*d->index, *d->preview);
    if (d->preview && d->seenIndex)
        d->seenPreviewFacts = std::make_unique<ViewFacts>(*d->seenIndex, *d->content->hidden, *d->previewFacts);
    d->relayout();
}

std::set<EventId> ChartScene::eventsIn(const QRectF& rect) const
{
    return d->content ? lockstep::eventsIn(d->layout, d->shownFacts().rows, rect) : std::set<EventId>{};
}

void ChartScene::setSelection(std::set<EventId> events, WindowId window, Hit::What part)
{
    d->gesture.selected = std::move(events);
    d->gesture.selectedWindow = std::move(window);
    d->gesture.selectedPart = part;
    d->toolLayer->update();
}

void ChartScene::setCrosshair(std::optional<Instant> at)
{
    if (at == d->gesture.crosshair)
        return;
    const double beside = d->layout.dim.of(260); // its clocks, and the ticks and days they cover
    for (const std::optional<Instant> moment : {std::exchange(d->gesture.crosshair, at), at})
        if (moment)
            d->toolLayer->update({d->axis.x(*moment) - beside, 0, 2 * beside, d->size.height()});
}

void ChartScene::setHovered(const Hit& hit)
{
    if (hit == d->gesture.hovered)
        return;
    d->gesture.hovered = hit;
    d->toolLayer->update();
}

void ChartScene::setRubber(std::optional<Span> span)
{
    d->gesture.rubber = span;
    d->toolLayer->update();
}

void ChartScene::setRibbon(std::optional<RibbonBand> ribbon)
{
    if (ribbon == d->gesture.ribbon)
        return;
    d->gesture.ribbon = std::move(ribbon);
    d->toolLayer->update();
}

void ChartScene::setBand(std::optional<QRectF> band)
{
    d->gesture.band = band;
    d->toolLayer->update();
}

void ChartScene::setSticky(std::optional<Instant> at)
{
    if (at == d->gesture.sticky)
        return;
    d->gesture.sticky = at;
    d->toolLayer->update();
}

void ChartScene::setMoments(std::vector<Anchor> moments)
{
    if (moments == d->gesture.moments)
        return;
    d->gesture.moments = std::move(moments);
    d->toolLayer->update();
}

void ChartScene::setMeasuring(std::optional<Measure> measure)
{
    if (measure == d->gesture.measuring)
        return;
    d->gesture.measuring = std::move(measure);
    d->toolLayer->update();
}

QRectF ChartScene::measureRect(const Measure& measure) const
{
    const auto box = d->content ? measureBox(d->frame(), measure) : std::nullopt;
    return box ? box->plate : QRectF{};
}

void ChartScene::setLinking(std::optional<Linking> linking)
{
    d->gesture.linking = linking;
    d->toolLayer->update();
}

std::optional<QPointF> ChartScene::linkHandle() const
{
    return d->content ? lockstep::linkHandle(d->layout, d->axis, d->view(), d->gesture.selected) : std::nullopt;
}

std::vector<std::string> ChartScene::drawList() const
{
    if (!d->content)
        return {};
    std::vector<std::string> list = drawListOf(d->layout, d->view());
    for (const LinkCurve& curve : linkCurves(d->layout, d->axis, d->view(), d->gesture.selected))
        list.push_back(inWords(curve));
    return list;
}

} // namespace lockstep
