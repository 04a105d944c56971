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

Outcome worse(Outcome a, Outcome b) { return std::max(a, b); }

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

void addMarks(LaneBox& box, const LayoutInput& in, const AxisScale& axis, const Dimensions& dim)
{
    const std::vector<Placed>& lane = in.order[static_cast<std::size_t>(box.lane)];
    const auto before = [](const Placed& p, Instant t) { return p.at < t; };
    auto from = std::lower_bound(lane.begin(), lane.end(), axis.at(axis.left() - 1), before);
    const Instant last = axis.at(axis.right() + 1);
    while (from != lane.end() && from->at <= last) {
        const auto next = std::lower_bound(from, lane.end(), axis.at(axis.x(from->at) + 1) + Millis{1}, before);
        const auto count = static_cast<int>(next - from);
        const bool stacked = count <= 3;
        Outcome worst = Outcome::None;
        bool ringed = false;
        for (auto p = from; p != next; ++p) {
            const Outcome outcome = in.view.event(p->event).kind == Kind::Read ? in.view.outcome(p->event).outcome : Outcome::None;
            worst = worse(worst, outcome);
            ringed = ringed || (outcome != Outcome::None && outcome != Outcome::Fresh);
        }
        std::vector<EventId> shown;
        for (auto p = from; p != next && (stacked || p == from); ++p)
            shown.push_back(p->event);
        // What was moved here stands lowest: its arrow comes in below the base line.
        std::stable_partition(shown.begin(), shown.end(), [&](EventId id) { return in.view.moved(id) == Millis{0}; });
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const Event& event = in.view.event(shown[i]);
            const Instant at = in.view.at(event.id);
            ChartMark mark;
            mark.event = event.id;
            mark.count = stacked ? 1 : count;
            const double spread = count == 1 || !stacked ? 0 : (static_cast<double>(i) - (count - 1) / 2.0) * dim.of(ringed ? 23 : 17);
            mark.centre = {axis.x(at), box.base + spread};
            mark.kind = event.kind;
            mark.outcome = stacked ? (event.kind == Kind::Read ? in.view.outcome(event.id).outcome : Outcome::None) : worst;
            mark.dropped = !in.view.happens(event.id);
            if (event.end)
                mark.until = axis.x(*event.end + (at - event.at));
            if (in.view.moved(event.id) != Millis{0})
                mark.recorded = axis.x(event.at);
            mark.isAssumed = isAssumedMove(in.view, event.id);
            mark.isAdded = !in.view.record().has(event.id);
            box.marks.push_back(mark);
        }
        from = next;
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
