#include "chart/chart_layout.h"
#include "chart/lane_density.h"
#include "chart/lane_labels.h"
#include "chart/lane_marks.h"
#include "core/wording.h"
#include <algorithm>
#include <cmath>
#include <deque>

namespace lockstep {

namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

double padTop(const Dimensions& dim) { return dim.of(dim.compact ? 4 : 9); }

double gapOf(const ChartLayout& out) { return out.dim.of(out.lanes.size() > 5 ? 5 : 8); }

double padBottom(const Dimensions& dim) { return dim.of(dim.compact ? 15 : 22); }

QString rowsOf(const LayoutInput& in, BandId band)
{
    return text(counted(static_cast<int>(in.facts.rows.lane(band).size()), "row"));
}

/// Lines under the lane's name: who, where, and the offset of their clock.
QStringList subtitleOf(const LayoutInput& in, BandId band, double width, double px)
{
    const Lane& lane = in.facts.rows.bands().lane(band);
    QStringList parts;
    if (!in.facts.rows.bands().areRecorded())
        parts += rowsOf(in, band);
    if (!lane.person.empty())
        parts += labelText(lane.person);
    std::string place = laneZoneLabel(in.view.record(), lane);
    const std::string dagger = lane.zoneInferred ? "†" : "";
    if (!dagger.empty() && place.ends_with(dagger))
        place.resize(place.size() - dagger.size());
    const std::string offset = lane.zoneName.empty() ? std::string{} : offsetLabel(lane.zone.offsetAt(in.facts.whole.begin));
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

/// Its name and how many rows there are, beside each other.
std::vector<TextRun> foldedHeaderOf(const LayoutInput& in, const Dimensions& dim, const LaneBox& box, double height)
{
    const double left = dim.margin + dim.of(20), width = dim.header - left - dim.of(18);
    const double px = dim.text(16), small = dim.text(14), base = height / 2 + px * 0.35;
    const QString count = rowsOf(in, box.lane);
    const double countWidth = in.measure.width(count, small);
    const QString name = in.measure.elided(labelText(in.facts.rows.bands().lane(box.lane).role), width - countWidth - dim.of(10), px, QFont::Bold);
    const double nameWidth = in.measure.width(name, px, QFont::Bold);
    return {{{left, base}, name, px, QFont::Bold, box.colour, nameWidth},
        {{left + nameWidth + dim.of(10), base}, count, small, QFont::Normal, in.theme.mutedText, countWidth}};
}

std::vector<TextRun> headerOf(const LayoutInput& in, const Dimensions& dim, const LaneBox& box, double height)
{
    std::vector<TextRun> runs;
    const Lane& lane = in.facts.rows.bands().lane(box.lane);
    const double left = dim.margin + dim.of(20);
    const double width = dim.header - left - dim.of(18);
    const double px = dim.of(20);
    double y = dim.of(dim.compact ? 28 : 34) - px * 1.2;
    const auto add = [&](const QString& words, double size, QFont::Weight weight, const QColor& colour, double step) {
        y += step;
        if (y + size * 0.3 <= height)
            runs.push_back({{left, y}, words, size, weight, colour, in.measure.width(words, size, weight)});
    };
    const double small = dim.text(15);
    const QStringList subtitle = subtitleOf(in, box.lane, width, small);
    const bool hasRoom = height > dim.of(subtitle.isEmpty() ? 58 : 90);
    for (const QString& line : in.measure.wrapped(labelText(lane.role), width, hasRoom ? 2 : 1, px, QFont::Bold))
        add(line, px, QFont::Bold, box.colour, px * 1.2);
    double step = small * 1.63;
    for (const QString& line : subtitle) {
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

constexpr double mostSpare = 0.6; // of what a lane asks for: more would be an empty field with marks at its foot

/// Shares what height there is: each lane what it asks for and some more while that fits, else the tall ones give first.
std::vector<double> shared(const std::vector<double>& wanted, const std::vector<double>& least, double available)
{
    std::vector<double> heights = wanted;
    double sum = 0;
    for (const double h : wanted)
        sum += h;
    if (wanted.empty())
        return heights;
    if (sum <= available) {
        const double extra = (available - sum) / static_cast<double>(wanted.size());
        for (double& h : heights)
            h += std::min(extra, h * mostSpare);
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

constexpr double usualRow = 1.5, loosestRow = 3;

/// With height to spare rows stand farther apart, so that labels use their lane.
void loosen(const std::vector<LaneLabels*>& labels, std::vector<double>& wanted, double paddings, double sum, double available)
{
    const double fixed = paddings * static_cast<double>(labels.size());
    const double row = std::min(loosestRow, usualRow * 0.85 * (available - fixed) / std::max(1.0, sum - fixed));
    if (row <= usualRow * 1.1)
        return;
    std::vector<double> looser(labels.size());
    double total = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        labels[i]->setDensity({row, false});
        looser[i] = std::max(wanted[i], labels[i]->naturalHeight() + paddings);
        total += looser[i];
    }
    if (total <= available) {
        wanted = std::move(looser);
        return;
    }
    for (LaneLabels* lane : labels)
        lane->setDensity({usualRow, false});
}

/// What the lanes ask for at the first density at which all of it fits; at the last one when none does.
std::vector<double> wantedHeights(const std::vector<LaneLabels*>& labels, const std::vector<double>& headers, double paddings, double available,
                                  bool dense)
{
    std::vector<double> wanted(labels.size());
    const bool crowded = std::any_of(labels.begin(), labels.end(), [](const LaneLabels* lane) { return lane->size() > 100; });
    dense = dense || crowded;
    for (const LabelDensity density : {LabelDensity{usualRow, false}, {1.38, false}, {1.28, false}, {1.28, true}}) {
        if (crowded && !density.oneLine)
            continue; // so many labels never fit: the looser ones need no trying
        double sum = 0;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            labels[i]->setDensity(density);
            wanted[i] = std::max(density.oneLine ? 0 : headers[i], labels[i]->naturalHeight() + paddings);
            sum += wanted[i];
        }
        if (sum <= available && !(dense && !density.oneLine)) {
            if (density.row == usualRow)
                loosen(labels, wanted, paddings, sum, available);
            break;
        }
    }
    return wanted;
}

/// The lanes of the frame before, when these can stand where those did.
const std::vector<LaneBox>* lanesBefore(const ChartLayout& out, const LayoutInput& in, double top)
{
    const auto same = [](double a, double b) { return std::abs(a - b) < 0.5; };
    const bool stays = in.before && in.before->lanes.size() == out.lanes.size() && !out.lanes.empty() && in.before->dim.compact == out.dim.compact
        && same(in.before->lanes.front().rect.top(), top) && same(in.before->footTop, out.footTop);
    return stays ? &in.before->lanes : nullptr;
}

/// Where each lane ends and what stands in it, at these heights.
void placeLanes(ChartLayout& out, const LayoutInput& in, const AxisScale& axis, double top, std::deque<LaneLabels>& labels,
                const std::vector<double>& heights)
{
    const Dimensions& dim = out.dim;
    double y = top;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        LaneBox& box = out.lanes[i];
        box.rect = QRectF{QPointF{dim.margin, y}, QPointF{out.size.width() - dim.margin, y + heights[i]}};
        box.base = box.isFolded ? box.rect.center().y() : box.rect.bottom() - padBottom(dim);
        box.header = box.isFolded ? foldedHeaderOf(in, dim, box, heights[i]) : headerOf(in, dim, box, heights[i]);
        for (TextRun& run : box.header)
            run.base.ry() += y;
        addMarks(box, in, axis, dim, box.stretches);
        if (!box.isFolded) {
            labels[i].place(box, y + padTop(dim), box.base - labels[i].aboveBase());
            spreadRings(box, dim, padBottom(dim));
        }
        y += heights[i] + gapOf(out);
    }
}

/// The heights at which the lanes need no history. Folded ones take what they take, the others share the rest.
std::vector<double> heightsOf(const ChartLayout& out, const LayoutInput& in, std::deque<LaneLabels>& labels, double top, std::optional<double> bottom)
{
    const Dimensions& dim = out.dim;
    const double paddings = padTop(dim) + padBottom(dim) + LaneLabels::marksRoom(dim);
    std::vector<double> headers, least;
    std::vector<LaneLabels*> open;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (out.lanes[i].isFolded)
            continue;
        open.push_back(&labels[i]);
        headers.push_back(std::max(headerHeight(in, dim, out.lanes[i]), paddings + dim.of(24)));
        least.push_back(std::max(dim.of(dim.compact ? 62 : 84), paddings + labels[i].leastRows()));
    }
    const double folded = foldedLaneHeight(dim) * static_cast<double>(labels.size() - open.size());
    const double gaps = gapOf(out) * static_cast<double>(labels.empty() ? 0 : labels.size() - 1);
    const double available = bottom ? *bottom - top - gaps - folded : 1e9;
    const bool onlyLeast = in.compact && !bottom;
    const std::vector<double> wanted = onlyLeast ? least : wantedHeights(open, headers, paddings, available, !bottom);
    const std::vector<double> given = bottom ? shared(wanted, least, available) : wanted;
    std::vector<double> heights(labels.size(), foldedLaneHeight(dim));
    auto next = given.begin();
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (!out.lanes[i].isFolded)
            heights[i] = *next++;
    return heights;
}

} // namespace

void addLanes(ChartLayout& out, const LayoutInput& in, const AxisScale& axis)
{
    const Bands& bands = in.facts.rows.bands();
    const std::vector<LanePlace> places = in.content.lanes.empty() ? lanePlaces(bands, {}) : in.content.lanes;
    for (const LanePlace& place : places) {
        // A lane of the record is there by its name, any other by its rows.
        const bool isGone = bands.areRecorded() ? out.hidden && out.hidden->hasLane(place.lane) : in.facts.rows.lane(place.lane).size() == 0;
        if (place.isHidden || isGone)
            continue;
        LaneBox box;
        box.lane = place.lane;
        box.isFolded = place.isFolded;
        box.isPinned = place.isPinned;
        box.colour = in.theme.lane(place.lane);
        box.tint = in.theme.laneTint(place.lane);
        const LaneRows& rows = in.facts.rows.lane(box.lane);
        box.stretches = stretchesOf(rows, axis);
        box.columns = columnsOf(rows, box.stretches, axis);
        const LaneBox* before = in.before ? in.before->laneBox(box.lane) : nullptr;
        box.hasColumns = !box.columns.empty() || (before && before->hasColumns);
        out.lanes.push_back(std::move(box));
    }
    scaleColumns(out.lanes, out.dim);
}

void layOutLanes(ChartLayout& out, const LayoutInput& in, const AxisScale& axis, double top, std::optional<double> bottom)
{
    const std::vector<LaneBox>* before = lanesBefore(out, in, top);
    LayoutInput now = in;
    now.before = before ? in.before : nullptr;
    std::deque<LaneLabels> labels;
    for (const LaneBox& box : out.lanes)
        labels.emplace_back(now, axis, out, box);
    std::vector<double> heights;
    for (std::size_t i = 0; before && i < before->size(); ++i) {
        heights.push_back((*before)[i].rect.height());
        labels[i].setDensity((*before)[i].density);
    }
    placeLanes(out, now, axis, top, labels, before ? heights : heightsOf(out, now, labels, top, bottom));
}

} // namespace lockstep
