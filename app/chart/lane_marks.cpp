#include "chart/lane_marks.h"
#include "core/assumption.h"
#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

constexpr double glyph = 7, ring = 11; ///< radii

bool isRinged(const ChartMark& mark)
{
    return mark.outcome != Outcome::None && mark.outcome != Outcome::Fresh && mark.outcome != Outcome::Void;
}

/// Where words stand above the base line.
bool isTaken(const LaneBox& box, const QRectF& place)
{
    return std::any_of(box.more.begin(), box.more.end(), [&](const TextRun& more) { return more.box().intersects(place); });
}

/// A ghost that would lie under another mark stands below the base line, with its moved mark, and that other above.
void clearGhosts(LaneBox& box, const Dimensions& dim)
{
    for (ChartMark& moved : box.marks) {
        if (!moved.recorded)
            continue;
        for (ChartMark& other : box.marks) {
            if (&other == &moved || std::abs(other.centre.x() - *moved.recorded) > dim.of(16))
                continue;
            moved.centre.setY(std::max(moved.centre.y(), box.base + dim.of(8.5)));
            other.centre.setY(std::min(other.centre.y(), box.base - dim.of(8.5)));
        }
    }
}

} // namespace

namespace {

/// The marks of rows within one pixel.
class MarkMaker {
public:
    MarkMaker(LaneBox& box, const LayoutInput& in, const AxisScale& axis, const Dimensions& dim)
        : m_box(box), m_view(in.view), m_rows(in.facts.rows.lane(box.lane)), m_axis(axis), m_dim(dim)
    {
    }

    void add(RowPlace from, RowPlace to)
    {
        const RunFacts facts = m_rows.facts(from, to);
        if (facts.count > mostStacked) {
            ChartMark mark = markOf(m_rows.row(from).event, m_box.base);
            mark.count = static_cast<int>(facts.count);
            mark.from = from;
            mark.to = to;
            mark.outcome = facts.worst;
            m_box.marks.push_back(mark);
            return;
        }
        std::vector<RowPlace> shown;
        for (RowPlace place = from; place != to; place = m_rows.next(place))
            shown.push_back(place);
        // What was moved here stands lowest: its arrow comes in below the base line.
        std::stable_partition(shown.begin(), shown.end(), [&](RowPlace place) { return m_view.moved(m_rows.row(place).event) == Millis{0}; });
        const double apart = m_dim.of(facts.isRinged ? 23 : 17);
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const double spread = (static_cast<double>(i) - (static_cast<double>(shown.size()) - 1) / 2) * apart;
            m_box.marks.push_back(markOf(m_rows.row(shown[i]).event, m_box.base + spread));
            m_box.marks.back().from = shown[i];
        }
    }

    /// What was put among dense rows is seen beside their columns, unless it is a crowd itself.
    void addPut(const RowStretch& stretch)
    {
        if (stretch.to.put - stretch.from.put > mostPut)
            return;
        for (std::size_t put = stretch.from.put; put < stretch.to.put; ++put) {
            const EventId id = m_rows.put()[put].event;
            const bool isElsewhere = m_view.moved(id) != Millis{0} || !m_view.record().has(id);
            if (isElsewhere && m_view.at(id) >= m_first && m_view.at(id) <= m_last)
                m_box.marks.push_back(markOf(id, m_box.base));
        }
    }

    bool isBefore(Instant at) const { return at < m_first; }
    bool isAfter(Instant at) const { return at > m_last; }

private:
    static constexpr std::size_t mostStacked = 3, mostPut = 60;

    ChartMark markOf(EventId id, double y) const
    {
        const Event& event = m_view.event(id);
        const Instant at = m_view.at(id);
        ChartMark mark;
        mark.event = id;
        mark.centre = {m_axis.x(at), y};
        mark.kind = event.kind;
        mark.outcome = event.kind == Kind::Read ? m_view.outcome(id).outcome : Outcome::None;
        mark.dropped = !m_view.happens(id);
        if (event.end)
            mark.until = m_axis.x(*event.end + (at - event.at));
        if (m_view.moved(id) != Millis{0})
            mark.recorded = m_axis.x(event.at);
        mark.isAssumed = isAssumedMove(m_view, id);
        mark.isAdded = !m_view.record().has(id);
        return mark;
    }

    LaneBox& m_box;
    const TimelineView& m_view;
    const LaneRows& m_rows;
    const AxisScale& m_axis;
    const Dimensions& m_dim;
    Instant m_first = m_axis.at(m_axis.left() - 1), m_last = m_axis.at(m_axis.right() + 1);
};

} // namespace

void addMarks(LaneBox& box, const LayoutInput& in, const AxisScale& axis, const Dimensions& dim, const std::vector<RowStretch>& stretches)
{
    const LaneRows& rows = in.facts.rows.lane(box.lane);
    MarkMaker marks(box, in, axis, dim);
    for (const RowStretch& stretch : stretches) {
        if (stretch.isDense)
            marks.addPut(stretch);
        for (RowPlace from = stretch.from; !stretch.isDense && from != stretch.to;) {
            const Placed row = rows.row(from);
            if (marks.isAfter(row.at))
                break;
            const RowPlace end = rows.after(axis.at(axis.x(row.at) + 1), from);
            const RowPlace to = rows.count(from, end) < rows.count(from, stretch.to) ? end : stretch.to;
            if (!marks.isBefore(row.at))
                marks.add(from, to);
            from = to;
        }
    }
    clearGhosts(box, dim);
}

void spreadRings(LaneBox& box, const Dimensions& dim, double roomBelow)
{
    const double radius = dim.of(ring), up = dim.of(8.5), down = std::max(0.0, std::min(up, roomBelow - radius - 1));
    bool lastWentUp = false;
    for (std::size_t i = 0; i < box.marks.size(); ++i) {
        ChartMark& mark = box.marks[i];
        if (!isRinged(mark) || mark.recorded || mark.centre.y() != box.base)
            continue;
        const auto touches = [&](const ChartMark& other) {
            const double apart = std::abs(other.centre.x() - mark.centre.x());
            return apart < 0.6 * dim.of(ring + (isRinged(other) ? ring : glyph));
        };
        const bool crowded = (i > 0 && touches(box.marks[i - 1])) || (i + 1 < box.marks.size() && touches(box.marks[i + 1]));
        if (!crowded)
            continue;
        const QRectF above{mark.centre.x() - radius, box.base - up - radius, 2 * radius, 2 * radius};
        lastWentUp = !lastWentUp && !isTaken(box, above);
        mark.centre.ry() += lastWentUp ? -up : down;
        for (ChartLabel& label : box.labels) {
            if (label.event == mark.event && !label.leader.isEmpty())
                label.leader.back().setY(mark.centre.y());
        }
    }
}

} // namespace lockstep
