#include "chart/lane_labels.h"
#include "chart/lane_density.h"
#include "core/grouped.h"
#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

constexpr double mostRows = 40, exampleRows = 7;
constexpr double blockWidth = 8;        ///< of the blocks of time a lane's labels are chosen by. Units: pixels
constexpr double groupWidth = 64;       ///< of the blocks of time that one "+n" counts. Units: pixels
constexpr double edge = 100;            ///< so close to one a label may have had no room only for that. Units: pixels
constexpr std::size_t mostInBlock = 3;  ///< of more rows in one block only one is worth a label

} // namespace

LaneLabels::LaneLabels(const LayoutInput& in, const AxisScale& axis, const ChartLayout& out, const LaneBox& box)
    : m_in(in), m_axis(axis), m_out(out), m_lane(box.lane), m_columnRoom(box.hasColumns && !box.isFolded ? columnRoom(out.dim) : 0), m_texts(in.texts ? *in.texts : m_ownTexts)
{
    const Dimensions& dim = out.dim;
    m_space = in.measure.width(QStringLiteral(" "), dim.text(16));
    m_ellipsis = in.measure.width(QStringLiteral("…"), dim.text(16));
    if (box.isFolded)
        return;
    const LaneRows& rows = in.facts.rows.lane(m_lane);
    const TimeGrid grid = TimeGrid::of(axis, blockWidth);
    m_groups = TimeGrid::of(axis, groupWidth);
    rememberBefore();
    RowPlace from = rows.from(axis.at(axis.left() - 0.5));
    const RowPlace end = rows.after(axis.at(axis.right() + 0.5), from);
    while (from != end) {
        const RowPlace next = rows.from(grid.floor(rows.row(from).at) + grid.step, from);
        const RowPlace to = rows.count(from, next) < rows.count(from, end) ? next : end;
        addBlock(from, to);
        from = to;
    }
}

void LaneLabels::rememberBefore()
{
    m_before = m_in.before && m_in.keepsLabels ? m_in.before->laneBox(m_lane) : nullptr;
    if (!m_before)
        return;
    m_isSameScale = std::abs(m_in.before->pixelsPerMinute / m_axis.pixelsPerMinute() - 1) < 1e-6;
    for (const ChartLabel& label : m_before->labels) {
        m_labelsBefore.emplace(label.event, &label);
        m_labelledBefore.push_back({m_in.view.at(label.event), label.event});
    }
    std::ranges::sort(m_labelledBefore);
}

std::optional<Placed> LaneLabels::labelledBefore(RowPlace from, RowPlace to) const
{
    const LaneRows& rows = m_in.facts.rows.lane(m_lane);
    const auto found = std::ranges::lower_bound(m_labelledBefore, rows.row(from));
    const bool isInside = found != m_labelledBefore.end() && (rows.isEnd(to) || *found < rows.row(to));
    return isInside ? std::optional{*found} : std::nullopt;
}

void LaneLabels::addBlock(RowPlace from, RowPlace to)
{
    const LaneRows& rows = m_in.facts.rows.lane(m_lane);
    const std::size_t count = rows.count(from, to);
    if (count <= mostInBlock) {
        for (; from != to; from = rows.next(from))
            addRequest(rows.row(from), 1);
        return;
    }
    if (const auto before = labelledBefore(from, to))
        return addRequest(*before, static_cast<int>(count));
    const RunFacts facts = rows.facts(from, to);
    const bool isTelling = facts.isRinged && facts.worst != Outcome::Void;
    addRequest(isTelling ? rows.firstOf(facts.worst, from, to) : rows.row(from), static_cast<int>(count));
}

void LaneLabels::addRequest(Placed row, int count)
{
    const EventId id = row.event;
    m_events.push_back(id);
    LabelRequest request;
    request.x = m_axis.x(row.at);
    request.count = count;
    request.measure = [this, id] {
        const LabelText& text = m_texts.of(m_in, m_out.dim, m_out.labelDay, id);
        return LabelWords{text.numberWidth + m_out.dim.of(6) + text.clockWidth + m_out.dim.of(8), text.widths, text.pieces.isJoined};
    };
    request.wasFolded = m_isSameScale && !m_labelsBefore.contains(id) && wasWellInside(request.x);
    if (count > 1)
        request.group = m_groups.floor(row.at).time_since_epoch().count() / m_groups.step.count();
    m_requests.push_back(std::move(request));
}

bool LaneLabels::wasWellInside(double x) const
{
    const Span& shown = m_in.before->shown;
    return x > m_axis.x(shown.begin) + edge && x < m_axis.x(shown.end) - 2 * edge;
}

std::vector<double> LaneLabels::vacated() const
{
    std::vector<double> places;
    for (const Placed& row : m_labelledBefore)
        if (std::ranges::find(m_events, row.event) == m_events.end())
            places.push_back(m_axis.x(row.at));
    return places;
}

LabelArea LaneLabels::area(double top, double bottom) const
{
    const Dimensions& dim = m_out.dim;
    LabelArea area;
    area.left = m_axis.left();
    area.right = m_out.size.width() - m_out.dim.margin - dim.of(3);
    area.top = top;
    area.bottom = bottom;
    area.base = bottom + aboveBase();
    area.row = dim.text(16) * m_density.row;
    area.line = dim.text(16) * std::min(1.25, m_density.row * 0.88);
    area.space = m_space;
    area.ellipsis = m_ellipsis;
    area.indent = dim.of(14);
    area.digit = m_in.measure.width(QStringLiteral("0"), 14, QFont::DemiBold);
    area.wrap = dim.of(350);
    area.column = dim.of(108);
    area.lines = m_density.oneLine ? 1 : m_requests.size() <= 3 ? 3 : 2;
    area.vacated = vacated();
    for (const GapBox& gap : m_out.gaps)
        area.barriers.emplace_back(gap.left - 2, gap.right + 2);
    for (const WindowBar& bar : m_out.windows) {
        const bool concerns = std::find(bar.lanes.begin(), bar.lanes.end(), m_lane) != bar.lanes.end();
        if (bar.effect != Effect::Blocks || !concerns)
            continue;
        if (bar.solidLeft > bar.rect.left())
            area.hatched.emplace_back(bar.rect.left(), bar.solidLeft);
        if (bar.solidRight < bar.rect.right())
            area.hatched.emplace_back(bar.solidRight, bar.rect.right());
    }
    return area;
}

double LaneLabels::leastRows() const
{
    constexpr double tightestRow = 1.28;
    const std::size_t share = std::clamp<std::size_t>(6 / std::max<std::size_t>(1, m_out.lanes.size()), 1, 3);
    return m_columnRoom + m_out.dim.text(16) * tightestRow * static_cast<double>(std::min(share, m_requests.size()));
}

double LaneLabels::naturalHeight() const
{
    LabelArea free = area(0, 0);
    free.measuring = true;
    free.columnLines = m_density.oneLine ? 2 : 4; // a column takes what there is; it does not ask for more
    free.bottom = free.row * mostRows;
    const auto missing = [&](const LabelLayout& layout) {
        return std::count_if(layout.boxes.begin(), layout.boxes.end(), [](const LabelBox& box) { return !box.placed; });
    };
    LabelLayout layout = layOutLabels(m_requests, free);
    // Labels that stand for many rows are examples: a few tell as much as a page of them.
    const bool areExamples = std::any_of(m_requests.begin(), m_requests.end(), [](const LabelRequest& r) { return r.count > 1; });
    if (areExamples)
        return m_columnRoom + std::min(layout.height, m_out.dim.text(16) * LabelDensity{}.row * exampleRows);
    const auto lost = missing(layout);
    if (static_cast<double>(lost) > mostRows)
        return m_columnRoom + free.row * 12;
    double height = layout.height;
    // Rows are taken from the top; a label on the left of its mark may fit beside others when there are fewer.
    while (m_requests.size() <= 60 && height > free.row) {
        free.bottom = height - free.row;
        layout = layOutLabels(m_requests, free);
        if (missing(layout) > lost)
            break;
        height = std::min(layout.height, free.bottom);
    }
    return m_columnRoom + height;
}

ChartLabel LaneLabels::labelFor(const LaneBox& box, std::size_t request, const LabelBox& at) const
{
    const Dimensions& dim = m_out.dim;
    const LabelText& words = m_texts.of(m_in, dim, m_out.labelDay, m_events[request]);
    const QColor colour = words.colour(m_in.theme);
    const double px = dim.text(16);
    const double x = m_requests[request].x;
    const double row = px * m_density.row, line = px * std::min(1.25, m_density.row * 0.88);
    double base = at.rect.top() + row / 2 + px * 0.36;
    ChartLabel label;
    label.event = m_events[request];
    label.rect = at.rect;
    label.box = at;
    label.x = x;
    label.leaderColour = words.isLocked ? m_in.theme.lock : box.colour;
    const double clockX = at.rect.left() + words.numberWidth + dim.of(at.isColumn ? 9 : 6);
    label.texts.push_back({{at.rect.left(), base}, words.number, dim.number(), QFont::Normal, m_in.theme.mutedText, words.numberWidth});
    label.texts.push_back({{clockX, base}, words.clock, px, QFont::Bold, box.colour, words.clockWidth});
    const double left = at.rect.left() + (at.isColumn ? 0 : at.head);
    for (std::size_t i = 0; i < at.lines.size(); ++i) {
        if (i > 0 || at.isColumn)
            base += line;
        const LabelLine& part = at.lines[i];
        QString shown = words.pieces.line(part.first, part.last);
        if (part.elided)
            shown = m_in.measure.elided(shown + words.pieces.cutAfter(part.last), part.width + 0.5, px);
        if (words.isRightToLeft) // a line may begin with a name in other letters, and still be a part of these words
            shown = QChar{0x2067} + shown + QChar{0x2069};
        label.texts.push_back({{left, base}, shown, px, QFont::Normal, colour, m_in.measure.width(shown, px)});
    }
    if (at.isLeft)
        label.leader << QPointF{at.rect.right() + 4, at.leaderTop} << QPointF{x, at.leaderTop};
    else
        label.leader << QPointF{x, at.leaderTop};
    label.leader << QPointF{x, box.base - columnHeightAt(box.columns, x)};
    return label;
}

void LaneLabels::place(LaneBox& box, double top, double bottom)
{
    for (std::size_t i = 0; i < m_requests.size(); ++i) {
        const auto before = m_labelsBefore.find(m_events[i]);
        if (before == m_labelsBefore.end())
            continue;
        const QPointF by{m_requests[i].x - before->second->x, box.base - m_before->base};
        LabelBox& stood = m_requests[i].before.emplace(before->second->box);
        stood.rect.translate(by);
        stood.leaderTop += by.y();
    }
    const LabelLayout layout = layOutLabels(m_requests, area(top, bottom));
    for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
        if (layout.boxes[i].placed)
            box.labels.push_back(labelFor(box, i, layout.boxes[i]));
    }
    box.density = m_density;
    const double px = 14;
    for (const FoldedLabels& folded : layout.folded) {
        const QString words = u'+' + QString::fromStdString(grouped(folded.count));
        const double width = m_in.measure.width(words, px, QFont::DemiBold);
        box.more.push_back({{folded.x - width / 2, box.base - m_out.dim.of(12.5) - m_columnRoom}, words, px, QFont::DemiBold, m_in.theme.mutedText, width});
    }
}

} // namespace lockstep
