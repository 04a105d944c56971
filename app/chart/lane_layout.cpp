#include "chart/chart_layout.h"
#include "chart/lane_labels.h"
#include "core/wording.h"
#include <algorithm>
#include <cmath>
#include <deque>

namespace lockstep {

namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

double padTop(const Dimensions& dim) { return dim.of(dim.compact ? 4 : 9); }

double padBottom(const Dimensions& dim) { return dim.of(dim.compact ? 15 : 22); }

/// Lines under the lane's name: who, where, and the offset of their clock.
QStringList subtitleOf(const LayoutInput& in, const Lane& lane, double width, double px)
{
    QStringList parts;
    if (!lane.person.empty())
        parts += labelText(lane.person);
    std::string place = laneZoneLabel(in.view.record(), lane);
    const std::string dagger = lane.zoneInferred ? "†" : "";
    if (!dagger.empty() && place.ends_with(dagger))
        place.resize(place.size() - dagger.size());
    const std::string offset = lane.zoneName.empty() ? std::string{} : offsetLabel(lane.zone.offsetAt(wholeSpan(in.view).begin));
    const bool named = !place.empty() && place != offset && place != lane.role;
    const QString where = named ? labelText(place) : QString{};
    const QString clock = text(offset.empty() ? offset : offset + dagger);
    const bool joined = !where.isEmpty() && !clock.isEmpty() && !parts.isEmpty();
    const QString both = where + QStringLiteral(", ") + clock;
    if (joined && in.measure.width(both, px) <= width)
        parts += both;
    else
        parts += {where, clock};
    parts.removeAll(QString{});
    return parts;
}

std::vector<TextRun> headerOf(const LayoutInput& in, const Dimensions& dim, const LaneBox& box, double height)
{
    std::vector<TextRun> runs;
    const Lane& lane = in.view.record().lane(box.lane);
    const double left = dim.margin + dim.of(20);
    const double width = dim.header - left - dim.of(18);
    const double px = dim.of(20);
    double y = dim.of(dim.compact ? 28 : 34) - px * 1.2;
    const auto add = [&](const QString& words, double size, QFont::Weight weight, const QColor& colour, double step) {
        y += step;
        if (y + size * 0.3 <= height)
            runs.push_back({{left, y}, words, size, weight, colour, in.measure.width(words, size, weight)});
    };
    for (const QString& line : in.measure.wrapped(labelText(lane.role), width, height > dim.of(90) ? 2 : 1, px, QFont::Bold))
        add(line, px, QFont::Bold, box.colour, px * 1.2);
    const double small = dim.text(15);
    double step = small * 1.63;
    for (const QString& line : subtitleOf(in, lane, width, small)) {
        add(in.measure.elided(line, width, small), small, QFont::Normal, in.theme.text, step);
        step = small * 1.42;
    }
    return runs;
}

double headerHeight(const LayoutInput& in, const Dimensions& dim, const LaneBox& box)
{
    const std::vector<TextRun> runs = headerOf(in, dim, box, 1e9);
    return runs.empty() ? 0 : runs.back().base.y() + dim.of(16);
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

/// The marks of a lane, what is closer than a pixel folded into one: cost follows pixels, not events.
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
            mark.dropped = in.view.isDropped(event.id);
            if (event.end)
                mark.until = axis.x(*event.end + (at - event.at));
            if (in.view.moved(event.id) != Millis{0})
                mark.recorded = axis.x(event.at);
            box.marks.push_back(mark);
        }
        from = next;
    }
    clearGhosts(box, dim);
}

/// Shares what height there is: each lane what it asks for while that fits, else the tall ones give first.
std::vector<double> shared(const std::vector<double>& wanted, const std::vector<double>& least, double available, double mostExtra)
{
    std::vector<double> heights = wanted;
    double sum = 0;
    for (const double h : wanted)
        sum += h;
    if (sum <= available) {
        const double extra = std::min(mostExtra, (available - sum) / static_cast<double>(wanted.size()));
        for (double& h : heights)
            h += extra;
        return heights;
    }
    double low = 0, high = available;
    for (int i = 0; i < 50; ++i) { // the level to which the tall ones are cut
        const double level = (low + high) / 2;
        double total = 0;
        for (std::size_t k = 0; k < wanted.size(); ++k)
            total += std::max(least[k], std::min(wanted[k], level));
        (total > available ? high : low) = level;
    }
    for (std::size_t k = 0; k < wanted.size(); ++k)
        heights[k] = std::max(least[k], std::min(wanted[k], low));
    return heights;
}

} // namespace

namespace {

/// What the lanes ask for at the first density at which all of it fits; at the last one when none does.
std::vector<double> wantedHeights(std::deque<LaneLabels>& labels, const std::vector<double>& headers, double paddings, double available,
                                  bool dense)
{
    std::vector<double> wanted(labels.size());
    const bool crowded = std::any_of(labels.begin(), labels.end(), [](const LaneLabels& lane) { return lane.size() > 100; });
    dense = dense || crowded;
    for (const LaneLabels::Density density : {LaneLabels::Density{1.5, false}, {1.38, false}, {1.38, true}, {1.28, true}}) {
        if (crowded && density.row > 1.3)
            continue; // so many labels never fit: the looser ones need no trying
        double sum = 0;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            labels[i].setDensity(density);
            wanted[i] = std::max(density.oneLine ? 0 : headers[i], labels[i].naturalHeight() + paddings);
            sum += wanted[i];
        }
        if (sum <= available && !(dense && !density.oneLine))
            break;
    }
    return wanted;
}

} // namespace

void layOutLanes(ChartLayout& out, const LayoutInput& in, const AxisScale& axis, double top, std::optional<double> bottom)
{
    const Dimensions& dim = out.dim;
    const std::size_t count = in.view.record().lanes.size();
    const double gap = dim.of(count > 5 ? 5 : 8);
    const double aboveBase = LaneLabels::aboveBase(dim);
    const double paddings = padTop(dim) + padBottom(dim) + aboveBase;
    std::vector<double> headers, least;
    std::deque<LaneLabels> labels;
    for (std::size_t i = 0; i < count; ++i) {
        LaneBox box;
        box.lane = static_cast<LaneId>(i);
        box.colour = in.theme.lane(static_cast<int>(i));
        box.tint = in.theme.laneTint(static_cast<int>(i));
        labels.emplace_back(in, axis, out, box.lane);
        headers.push_back(std::max(headerHeight(in, dim, box), paddings + dim.of(24)));
        least.push_back(dim.of(dim.compact ? 62 : 84));
        out.lanes.push_back(std::move(box));
    }
    const double available = bottom ? *bottom - top - gap * static_cast<double>(count > 0 ? count - 1 : 0) : 1e9;
    const bool onlyLeast = in.compact && !bottom;
    const std::vector<double> wanted = onlyLeast ? least : wantedHeights(labels, headers, paddings, available, !bottom);
    const std::vector<double> heights = bottom ? shared(wanted, least, available, dim.of(count == 1 ? 130 : 90)) : wanted;
    double y = top;
    for (std::size_t i = 0; i < count; ++i) {
        LaneBox& box = out.lanes[i];
        box.rect = QRectF{QPointF{dim.margin, y}, QPointF{out.size.width() - dim.margin, y + heights[i]}};
        box.base = box.rect.bottom() - padBottom(dim);
        box.header = headerOf(in, dim, box, heights[i]);
        for (TextRun& run : box.header)
            run.base.ry() += y;
        addMarks(box, in, axis, dim);
        labels[i].place(box, y + padTop(dim), box.base - aboveBase);
        y += heights[i] + gap;
    }
}

} // namespace lockstep
