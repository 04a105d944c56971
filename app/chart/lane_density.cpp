#include "chart/lane_density.h"
#include <algorithm>
#include <bit>
#include <cmath>

namespace lockstep {

namespace {

constexpr double leastColumn = 2; ///< Units: pixels
constexpr int columnsInBlock = 8;
/// A block is dense where so many of its columns hold rows, and it so many rows.
struct Full {
    int columns;
    std::size_t rows;
};
constexpr Full inShortLane{5, 8}, inLongLane{2, 3};
constexpr std::size_t longLane = 200; ///< rows: in a longer one nobody reads marks that touch one by one
constexpr std::size_t crowdedColumn = 6;

constexpr double leastHeight = 3; ///< Units: pixels

/// The least of 1, 1.5, 2, 3, 4, 5, 7 and their tenfolds that is not exceeded: a scale that does not change with every frame.
double roundScale(std::size_t most)
{
    for (double ten = 1;; ten *= 10)
        for (const double part : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 7.0})
            if (ten * part >= static_cast<double>(most))
                return ten * part;
}

bool isDense(const LaneRows& rows, RowPlace first, RowPlace to, Instant begin, Millis step)
{
    const Full least = rows.recorded().size() > longLane ? inLongLane : inShortLane;
    if (rows.count(first, to) < least.rows)
        return false;
    int full = 0;
    RowPlace from = first;
    for (int i = 1; i <= columnsInBlock; ++i) {
        const RowPlace end = i == columnsInBlock ? to : rows.from(begin + i * step, from);
        full += end == from ? 0 : 1;
        from = end;
    }
    // At the begin and the end of a crowd a block is not filled, and still no place for marks.
    return full >= least.columns || (full > 1 && rows.count(first, to) >= crowdedColumn * static_cast<std::size_t>(full));
}

struct Block {
    RowPlace from, to;
    Instant begin;
    bool isDense;
};

/// A single block between dense ones is no place for marks: columns that change into marks and back are restless.
std::vector<RowStretch> joined(const std::vector<Block>& blocks, Millis step)
{
    const auto isHole = [&](std::size_t i) {
        return i > 0 && i + 1 < blocks.size() && blocks[i - 1].isDense && blocks[i + 1].isDense && blocks[i + 1].begin - blocks[i - 1].begin == 2 * step;
    };
    std::vector<RowStretch> all;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool isDense = blocks[i].isDense || isHole(i);
        if (!all.empty() && all.back().isDense == isDense)
            all.back().to = blocks[i].to;
        else
            all.push_back({blocks[i].from, blocks[i].to, isDense});
    }
    return all;
}

} // namespace

TimeGrid TimeGrid::of(const AxisScale& axis, double leastPixels)
{
    const double millis = std::ceil(leastPixels * 60'000 / axis.pixelsPerMinute());
    return {Millis{static_cast<Millis::rep>(std::bit_ceil(static_cast<std::uint64_t>(std::clamp(millis, 1.0, 1e15))))}};
}

Instant TimeGrid::floor(Instant t) const
{
    const Millis::rep whole = t.time_since_epoch().count();
    return Instant{Millis{whole & ~(step.count() - 1)}};
}

std::vector<RowStretch> stretchesOf(const LaneRows& rows, const AxisScale& axis)
{
    const Millis step = TimeGrid::of(axis, leastColumn).step;
    const TimeGrid blocks{step * columnsInBlock};
    // One block more on each side: whether those at the edges are holes does not depend on what is in sight.
    RowPlace from = rows.from(blocks.floor(axis.at(axis.left() - 1)) - blocks.step);
    const RowPlace end = rows.from(blocks.floor(axis.at(axis.right() + 1)) + 2 * blocks.step, from);
    std::vector<Block> all;
    while (from != end) {
        const Instant begin = blocks.floor(rows.row(from).at);
        const RowPlace to = rows.from(begin + blocks.step, from);
        all.push_back({from, to, begin, isDense(rows, from, to, begin, step)});
        from = to;
    }
    return joined(all, blocks.step);
}

std::vector<DensityColumn> columnsOf(const LaneRows& rows, const std::vector<RowStretch>& stretches, const AxisScale& axis)
{
    const TimeGrid grid = TimeGrid::of(axis, leastColumn);
    std::vector<DensityColumn> columns;
    for (const RowStretch& stretch : stretches) {
        for (RowPlace from = stretch.from; stretch.isDense && from != stretch.to;) {
            const Instant begin = grid.floor(rows.row(from).at);
            const RowPlace to = rows.from(begin + grid.step, from);
            const double left = std::max(axis.left(), axis.x(begin)), right = std::min(axis.right(), axis.x(begin + grid.step));
            if (right > left)
                columns.push_back({left, right, 0, rows.facts(from, to), from, to});
            from = to;
        }
    }
    return columns;
}

void scaleColumns(std::vector<LaneBox>& lanes, const Dimensions& dim)
{
    std::size_t most = 0;
    const double foldedRoom = foldedLaneHeight(dim) / 2 - dim.of(2);
    for (const LaneBox& lane : lanes)
        for (const DensityColumn& column : lane.columns)
            most = std::max(most, column.facts.count);
    const double scale = roundScale(most);
    for (LaneBox& lane : lanes)
        for (DensityColumn& column : lane.columns)
            column.height = std::max(leastHeight, (lane.isFolded ? foldedRoom : columnRoom(dim)) * std::sqrt(static_cast<double>(column.facts.count) / scale));
}

double columnHeightAt(const std::vector<DensityColumn>& columns, double x)
{
    const auto found = std::ranges::upper_bound(columns, x, {}, &DensityColumn::right);
    return found == columns.end() || found->left > x ? 0 : found->height;
}

} // namespace lockstep
