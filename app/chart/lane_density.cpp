#include "chart/lane_density.h"
#include <algorithm>
#include <bit>
#include <cmath>

namespace lockstep {

namespace {

constexpr double leastColumn = 2; ///< Units: pixels
constexpr int columnsInBlock = 8;
constexpr int fullColumns = 5;      ///< so many of a block hold rows where it is dense
constexpr std::size_t fullRows = 8; ///< and it holds so many
constexpr std::size_t longLane = 200; ///< rows: in a longer one nobody reads marks that touch one by one
constexpr int neighbours = 4;         ///< blocks on each side
constexpr std::size_t crowdedRows = 4; ///< in each of them, on average
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
    if (rows.count(first, to) < fullRows)
        return false;
    int full = 0;
    RowPlace from = first;
    for (int i = 1; i <= columnsInBlock; ++i) {
        const RowPlace end = i == columnsInBlock ? to : rows.from(begin + i * step, from);
        full += end == from ? 0 : 1;
        from = end;
    }
    // At the begin and the end of a crowd a block is not filled, and still no place for marks.
    return full >= fullColumns || (full > 1 && rows.count(first, to) >= crowdedColumn * static_cast<std::size_t>(full));
}

struct Block {
    RowPlace from, to;
    Instant begin;
    std::size_t rows;
    bool isDense;
};

/// Whether marks would touch here and around: told by a few blocks together, columns do not change into marks and back.
bool isCrowded(const std::vector<Block>& blocks, std::size_t i, Millis step)
{
    const auto isNear = [&](std::size_t other) { return std::chrono::abs(blocks[other].begin - blocks[i].begin) <= neighbours * step; };
    std::size_t rows = blocks[i].rows;
    for (std::size_t other = i; other-- > 0 && isNear(other);)
        rows += blocks[other].rows;
    for (std::size_t other = i + 1; other < blocks.size() && isNear(other); ++other)
        rows += blocks[other].rows;
    return rows >= crowdedRows * (2 * neighbours + 1);
}

std::vector<RowStretch> joined(const std::vector<Block>& blocks)
{
    std::vector<RowStretch> all;
    for (const Block& block : blocks) {
        if (!all.empty() && all.back().isDense == block.isDense)
            all.back().to = block.to;
        else
            all.push_back({block.from, block.to, block.isDense});
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
    // Some blocks more on each side: what those at the edges are does not depend on what is in sight.
    RowPlace from = rows.from(blocks.floor(axis.at(axis.left() - 1)) - neighbours * blocks.step);
    const RowPlace end = rows.from(blocks.floor(axis.at(axis.right() + 1)) + (neighbours + 1) * blocks.step, from);
    std::vector<Block> all;
    while (from != end) {
        const Instant begin = blocks.floor(rows.row(from).at);
        const RowPlace to = rows.from(begin + blocks.step, from);
        all.push_back({from, to, begin, rows.count(from, to), isDense(rows, from, to, begin, step)});
        from = to;
    }
    for (std::size_t i = 0; rows.recorded().size() > longLane && i < all.size(); ++i)
        all[i].isDense = all[i].isDense || isCrowded(all, i, blocks.step);
    return joined(all);
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
