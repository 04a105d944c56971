#pragma once
#include "chart/axis_scale.h"
#include "chart/theme.h"
#include "core/finding.h"
#include "core/lane_view.h"
#include "core/measure.h"
#include "core/row_filter.h"
#include <QGraphicsScene>
#include <memory>
#include <optional>

namespace lockstep {

/// What the chart shows. A value: screen, PNG, SVG and PDF are painted from the same one.
struct ChartContent {
    TimelineView view;          ///< its record must outlive the scene's use of it
    Scenario scenario;          ///< without name and edits: as recorded
    Finding finding;
    std::vector<std::string> footnotes;
    std::string corner;         ///< "tz 2025b · Lockstep 1.0"
    std::vector<Measure> measures = {}; ///< those that are kept
    std::shared_ptr<const Bands> bands = {}; ///< the lanes that are drawn; none: the record's
    std::vector<LanePlace> lanes = {}; ///< of those, in the order in which they are drawn; none: as they come
    std::shared_ptr<const HiddenRows> hidden = {}; ///< rows that are not drawn; none: all are. Axis, head and windows are of all
};

/// What lies under a point.
struct Hit {
    enum class What { Nothing, Event, WindowBar, WindowBegin, WindowEnd, WindowStrip, Lane, Ruler, Quiet, Rows, Measure };
    What what = What::Nothing;
    EventId event = 0;
    WindowId window;
    BandId lane = -1; ///< of those that are drawn
    int quiet = -1;
    Span rows{}; ///< of many rows drawn as one, from the first to the last; `event` is the first
    int count = 0; ///< how many they are
    int measure = -1; ///< index into ChartContent::measures
    friend bool operator==(const Hit&, const Hit&) = default;
};

/// A link being drawn: from the mark of a row to the pointer, or to the mark of the row it would hold.
struct Linking {
    EventId from = 0;
    QPointF to;
    EventId target = 0; ///< 0: none yet
};

/// The scene: a QChart for plot area and theme, our items parented to it.
class ChartScene : public QGraphicsScene {
    Q_OBJECT
public:
    explicit ChartScene(QObject* parent = nullptr);
    ~ChartScene() override;

    void setContent(ChartContent content);
    const ChartContent& content() const;
    void setTheme(Theme::Id);
    /// Texts grow with the size of the chart up to this factor, and never get smaller than 14 px. 1 by default.
    void setMostTextScale(double);
    /// Lays everything out for this size in pixels at scale 1; the scene's rect becomes (0, 0, size).
    void setSize(QSizeF size);
    /// The height the content needs at this width so that nothing is cut; the view scrolls below it.
    double heightFor(double width) const;
    /// The height below which even the compact form, with labels folded into "+n", does not fit this width.
    double leastHeightFor(double width) const;
    /// False: quiet time is cut out (the default). True: a linear axis.
    void setLinear(bool linear);
    bool isLinear() const;
    /// Quiet time that holds one of these moments is not cut out.
    void setOpened(std::vector<Instant> moments);
    const std::vector<Instant>& opened() const;

    const AxisScale& axis() const;
    void setAxis(const AxisScale& axis); ///< after zoomedAt, panned ... of axis()
    /// True: from frame to frame of a zoom, a pan or a drag lanes and labels stay where they were while they can. False, the
    /// default: what is shown depends on the content, the size and the axis alone, as a picture has to.
    void setSteady(bool steady);
    /// A zoom is done: where labels were cut or counted for want of room, they take the room there is now.
    void settleLabels();

    Hit hitTest(QPointF scenePos) const;
    QRectF markRect(EventId) const;         ///< of the mark on its base line; empty when not shown
    QRectF labelRect(EventId) const;        ///< of its label; empty when folded into "+n"
    QRectF windowRect(const WindowId&) const; ///< of the bar in the strip, its uncertain ends included
    QRectF plotRect() const;                ///< from the strip of windows to the last lane
    QRectF laneRect(BandId) const;
    /// The lanes that are drawn, hidden or not.
    const Bands& bands() const;
    /// What stays in sight while the lanes below it scroll: the rulers, and with pinned lanes those and what ran.
    QRectF pinnedRect() const;
    QRectF pinnedLanesRect() const; ///< those lanes alone; empty without any
    /// "1,203 rows: 1,180 actions and 23 look-ups, at worst during the lock", of rows drawn as one.
    std::string rowsWords(const Hit& hit) const;
    /// The rows whose mark lies within, folded ones too, or whose label is touched.
    std::set<EventId> eventsIn(const QRectF&) const;

    /// During a drag: the view as it would be; the record's marks stay as ghosts. nullopt ends it.
    /// `finding`: what the head would say then; without one it keeps what it says.
    void setPreview(std::optional<TimelineView> preview, std::optional<Finding> finding = {});
    /// `part`: of the window, its bar or one of its edges.
    void setSelection(std::set<EventId> events, WindowId window = {}, Hit::What part = Hit::What::WindowBar);
    void setCrosshair(std::optional<Instant> at);
    void setHovered(const Hit& hit);
    /// A stretch being marked by hand on the strip; nullopt for none.
    void setRubber(std::optional<Span> span);
    /// Where the window that is being dragged may land; nullopt when none is.
    void setRibbon(std::optional<struct RibbonBand> ribbon);
    /// A rectangle being drawn around marks; nullopt for none.
    void setBand(std::optional<QRectF> band);
    /// The moment that holds the dragged thing; nullopt for none.
    void setSticky(std::optional<Instant> at);
    /// Flags at the rows a metric is measured between; none for no metric.
    void setMoments(std::vector<Anchor> moments);
    /// The measure at hand, kept or not; nullopt for none.
    void setMeasuring(std::optional<Measure> measure);
    /// Under the length of a measure that is kept, or of the one at hand; empty when not shown.
    QRectF measureRect(const Measure& measure) const;
    void setLinking(std::optional<Linking> linking);
    /// From where a link can be drawn: beside the mark of the one selected row.
    std::optional<QPointF> linkHandle() const;

    /// The lines of the drawing as text: what stands where. For tests and screen readers.
    std::vector<std::string> drawList() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace lockstep
