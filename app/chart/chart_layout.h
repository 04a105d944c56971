#pragma once
#include "chart/chart_scene.h"
#include "chart/label_layout.h"
#include "chart/lane_rows.h"
#include "chart/text_measure.h"
#include <QPolygonF>
#include <QRegion>

namespace lockstep {

/// A text where it stands. `base` is the left end of its base line.
struct TextRun {
    QPointF base;
    QString text;
    double px = 16;
    QFont::Weight weight = QFont::Normal;
    QColor colour;
    double width = 0;
    QRectF box() const { return {base.x(), base.y() - px * 0.8, width, px}; }
    friend bool operator==(const TextRun&, const TextRun&) = default;
};

/// Below this width sentences take more lines rather than losing words.
inline constexpr double narrowPage = 1000;

/// Sizes that everything else follows. Units: pixels at scale 1.
struct Dimensions {
    double scale = 1;  ///< of texts and distances, by the size of the chart
    double margin = 48;
    double header = 262; ///< the chart's texts at the left end here, the axis begins
    bool compact = false;
    double of(double px) const { return px * scale; }
    /// Text never gets smaller than 14 px, row numbers not smaller than 12.
    double text(double px) const { return std::max(14.0, px * scale); }
    double number() const { return std::max(12.0, 13 * scale); }
};

struct RulerRow {
    int zoneLane = -1;  ///< the lane whose zone it shows; -1: UTC, or the clocks as written
    double top = 0, height = 30;
    QString name;
    QColor colour;
    Zone zone = Zone::utc();
    std::vector<TextRun> texts;
};

/// The moment of the finding, boxed across all rulers.
struct MomentBox {
    QRectF box;
    double x = 0;
    std::vector<TextRun> texts;
    friend bool operator==(const MomentBox&, const MomentBox&) = default;
};

struct WindowBar {
    WindowId id;
    Effect effect = Effect::Informs;
    QRectF rect;                 ///< with the uncertain ends
    double solidLeft = 0, solidRight = 0;
    std::vector<TextRun> texts;
    std::optional<QRectF> plate; ///< paper under words that stand on its hatched part
    std::vector<BandId> lanes;   ///< those whose rows all are of lanes that read its scope
    bool moved = false;
    std::optional<QRectF> recorded; ///< where it was, when it moved
    friend bool operator==(const WindowBar&, const WindowBar&) = default;
};

struct GapBox {
    double left = 0, right = 0;
    Span silence;
    std::vector<TextRun> texts;
    friend bool operator==(const GapBox&, const GapBox&) = default;
};

/// A window of the record that a what-if leaves out: nothing but its ghost is drawn.
struct LeftOutWindow {
    Effect effect = Effect::Informs;
    QRectF rect;
    friend bool operator==(const LeftOutWindow&, const LeftOutWindow&) = default;
};

/// A mark on a base line; several events closer than a pixel are one.
struct ChartMark {
    EventId event = 0;
    int count = 1;
    RowPlace from, to;             ///< the rows it stands for, when they are several
    QPointF centre;
    Kind kind = Kind::Action;
    Outcome outcome = Outcome::None;
    bool dropped = false;
    double until = 0;              ///< x of its end, when it lasts
    std::optional<double> recorded; ///< x as recorded, when it moved
    bool isAssumed = false;        ///< a person's act at another time than recorded
    bool isAdded = false;          ///< the what-if adds it
    friend bool operator==(const ChartMark&, const ChartMark&) = default;
};

/// A run of rows that are drawn alike: each by its mark, or together as columns.
struct RowStretch {
    RowPlace from, to;
    bool isDense = false;
};

/// Rows so close together that marks would be one band: how many they are, how many of them look-ups, and what the worst
/// of those met.
struct DensityColumn {
    double left = 0, right = 0, height = 0; ///< it stands on the base line
    RunFacts facts;
    RowPlace from, to; ///< the rows it stands for
    friend bool operator==(const DensityColumn&, const DensityColumn&) = default;
};

struct ChartLabel {
    EventId event = 0;
    QRectF rect;
    QPolygonF leader;
    QColor leaderColour;
    std::vector<TextRun> texts;
    LabelBox box; ///< as it was placed
    double x = 0; ///< of its mark
    friend bool operator==(const ChartLabel&, const ChartLabel&) = default;
};

/// Whether labels tell the day beside the clock, and with its year: where the rulers tell days, and where they tell years.
enum class LabelDay { None, Day, Year };

/// How close the rows of a lane's labels stand.
struct LabelDensity {
    double row = 1.5; ///< of the text's size
    bool oneLine = false;
};

struct LaneBox {
    BandId lane = 0;
    QRectF rect;
    double base = 0;
    bool hasColumns = false; ///< room is kept for them
    bool isFolded = false;   ///< to one line, without labels
    bool isPinned = false;
    LabelDensity density;
    QColor colour, tint;
    std::vector<TextRun> header, more;
    std::vector<ChartMark> marks;
    std::vector<RowStretch> stretches;
    std::vector<DensityColumn> columns;
    std::vector<ChartLabel> labels;
};

enum class Symbol { Action, LookUp, Blocked, Stale, PossiblyBlocked, PossiblyStale, Void, Ghost, AssumedMove, Added, Tint, HatchBegin, Hatch, Quiet, Moment, Fault, Density };

struct LegendEntry {
    Symbol symbol = Symbol::Action;
    QRectF box;
    TextRun text;
    friend bool operator==(const LegendEntry&, const LegendEntry&) = default;
};

/// The clock of one end of a measure on one ruler.
struct MeasureClock {
    QRectF plate;
    TextRun text;
};

/// One end of a measure as it is drawn.
struct MeasureTip {
    double outer = 0, inner = 0; ///< x; apart where it is uncertain
    double foot = 0;             ///< y of what it is held at: a mark, a bar, or the rulers
    bool isInView = false;       ///< its outer x
    std::vector<MeasureClock> clocks; ///< one for each ruler, or none where there is no room
};

/// A measured length: a line from end to end, the length on it or beside it, and the clocks of both ends.
struct MeasureBox {
    int index = -1; ///< into ChartContent::measures; -1: it is not kept
    Measure measure;
    MeasureTaken taken;
    MeasureTip begin, end;
    double left = 0, right = 0; ///< of the line, as far as it is in view
    double y = 0;               ///< of the line
    QRectF plate;               ///< under the length
    TextRun length;
};

/// Where everything stands: made from the content, a size, a theme and an axis; painted by items and overlays.
struct ChartLayout {
    QSizeF size;
    Dimensions dim;
    bool isWhatIf = false;
    std::vector<TextRun> head;
    std::vector<RulerRow> rulers;
    std::vector<double> rules;     ///< y of the lines between the rulers
    std::vector<double> gridLines; ///< x
    std::optional<MomentBox> moment;
    QRectF strip;
    std::vector<TextRun> stripTexts;
    std::vector<WindowBar> windows;
    std::vector<LeftOutWindow> leftOut;
    std::vector<GapBox> gaps;
    std::vector<LaneBox> lanes;
    std::vector<MeasureBox> measures; ///< those in view
    std::vector<LegendEntry> legend;
    std::vector<TextRun> foot;
    double footTop = 0;
    mutable std::optional<QRegion> clear; ///< of words, for lines that pass behind them; see keepClearOfLabels
    double pixelsPerMinute = 0; ///< of the axis
    Span shown; ///< by it
    LabelDay labelDay = LabelDay::None;
    const HiddenRows* hidden = nullptr; ///< of the content
    const Bands* bands = nullptr;       ///< likewise
    QRectF plot() const;
    const LaneBox* laneBox(BandId) const;
    const LaneBox* boxOf(const Event& event) const { return laneBox(bands ? bands->of(event) : event.lane); }
};

/// The rulers a view needs, UTC first.
struct RulerZone {
    int lane = -1;
    Zone zone = Zone::utc();
    QString name, offset;
};
std::vector<RulerZone> rulerZones(const ViewRows& rows);

/// What a view shows wherever and however large it is drawn: worked out once, not for each frame.
struct ViewFacts {
    /// The index is of the view's record; both must outlive it.
    ViewFacts(const LodIndex& index, const TimelineView& view);
    /// Of the rows in sight, laid out as if all were: `index` leaves the hidden ones out, `all` is of the same view and
    /// must outlive this.
    ViewFacts(const LodIndex& index, const HiddenRows& hidden, const ViewFacts& all);
    /// What time holds and where it is silent is told of all rows, in sight or not.
    const ViewRows& allRows() const { return all ? all->rows : rows; }
    ViewRows rows; ///< in sight
    const ViewFacts* all = nullptr; ///< the facts of all rows; none: these are
    Span whole;
    std::vector<RulerZone> rulers;
    std::set<Symbol> symbols; ///< of its marks and links, for the legend
};

/// What a layout is made from.
struct LayoutInput {
    const ChartContent& content;
    const TimelineView& view; ///< the preview during a drag
    const Finding& finding;   ///< likewise
    const ViewFacts& facts;   ///< of that view
    const Theme& theme;
    const TextMeasure& measure;
    QSizeF size;
    double mostScale = 1;
    std::optional<double> height; ///< absent: as high as the content asks for
    bool compact = false;         ///< lower rulers and bars; without a height, the least one is measured
    class LabelTexts* texts = nullptr; ///< kept from one layout to the next, where there is a next
    /// The frame before, of the same content and size: lanes and labels stay where they were while they can. Without it
    /// a layout has no history.
    const ChartLayout* before = nullptr;
    bool keepsLabels = true; ///< of the frame before; its lanes alone otherwise
};

Dimensions dimensionsFor(const LayoutInput& in);
/// The finished layout. Lanes get what height is left, each in proportion to its labels.
ChartLayout layOutChart(const LayoutInput& in, const AxisScale& axis);

// The parts of a layout, in the order in which they are made. Each returns the y at which the next begins.
double layOutHead(ChartLayout& out, const LayoutInput& in);
double layOutRulers(ChartLayout& out, const LayoutInput& in, const AxisScale& axis, double top);
double layOutStrip(ChartLayout& out, const LayoutInput& in, const AxisScale& axis, double top);
/// The lanes with their columns, without a place.
void addLanes(ChartLayout& out, const LayoutInput& in, const AxisScale& axis);
void layOutLanes(ChartLayout& out, const LayoutInput& in, const AxisScale& axis, double top, std::optional<double> bottom);
/// Needs the lanes, as the legend names only what occurs. The legend and footnotes start at `top`; returns their end.
double layOutFoot(ChartLayout& out, const LayoutInput& in, double top);

} // namespace lockstep
