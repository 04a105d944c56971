#include "core/days.h"
#include <algorithm>
#include <optional>
#include <tuple>

namespace lockstep {

namespace {

/// Where the rows of a set lie.
struct Extent {
    Millis first = Millis::max(), last = Millis::min();
    void take(Millis t)
    {
        first = std::min(first, t);
        last = std::max(last, t);
    }
};

/// How one clock's rows stand among those already placed. With `back` its offset minus its shift,
/// a row of it lies at local - back on the axis.
struct Standing {
    std::vector<Millis> floors;   ///< a neighbour is reversed where back lies below
    std::vector<Millis> ceilings; ///< ... above
    Extent own;                   ///< of the clock's own readings
    Extent placed;                ///< of the others, on the axis

    std::ptrdiff_t reversedAt(Millis back) const
    {
        return (floors.end() - std::ranges::upper_bound(floors, back)) +
               (std::ranges::lower_bound(ceilings, back) - ceilings.begin());
    }
    Millis spanAt(Millis back) const
    {
        return std::max(placed.last, own.last - back) - std::min(placed.first, own.first - back);
    }
};

struct Placement {
    bool isPlaced = false;
    Millis back{0};
    date::days shift{0};
};

Standing standingOf(int clock, std::span<const ShiftRow> rows, const std::vector<Placement>& placements)
{
    Standing s;
    const ShiftRow* previous = nullptr;
    for (const ShiftRow& row : rows) {
        const bool isOwn = row.clock == clock;
        const Placement& placement = placements[static_cast<std::size_t>(row.clock)];
        if (!isOwn && !placement.isPlaced)
            continue;
        const Millis local = row.local.time_since_epoch();
        if (isOwn)
            s.own.take(local);
        else
            s.placed.take(local - placement.back);
        if (previous && (previous->clock == clock) != isOwn) {
            const Millis before = previous->local.time_since_epoch();
            if (isOwn)
                s.ceilings.push_back(local - (before - placements[static_cast<std::size_t>(previous->clock)].back));
            else
                s.floors.push_back(before - (local - placement.back));
        }
        previous = &row;
    }
    std::ranges::sort(s.floors);
    std::ranges::sort(s.ceilings);
    return s;
}

/// The values of `back` at which the count of reversed neighbours or the span can be least.
std::vector<Millis> turningPoints(const Standing& s, OffsetRange range)
{
    std::vector<Millis> points = s.floors;
    points.insert(points.end(), s.ceilings.begin(), s.ceilings.end());
    points.push_back(s.own.last - s.placed.last);
    points.push_back(s.own.first - s.placed.first);
    const auto firstDay = date::floor<date::days>(s.placed.first - s.own.last) - date::days{1};
    const auto lastDay = date::ceil<date::days>(s.placed.last - s.own.first) + date::days{1};
    for (auto shift = firstDay; shift <= lastDay; ++shift) {
        points.push_back(range.least - shift);
        points.push_back(range.most - shift);
    }
    std::ranges::sort(points);
    points.erase(std::unique(points.begin(), points.end()), points.end());
    return points;
}

Placement bestPlacement(const Standing& s, OffsetRange range)
{
    using Rank = std::tuple<std::ptrdiff_t, Millis, Millis>;
    std::optional<Rank> best;
    Placement chosen{.isPlaced = true};
    for (const Millis back : turningPoints(s, range)) {
        const auto least = date::ceil<date::days>(range.least - back);
        const auto most = date::floor<date::days>(range.most - back);
        for (auto shift = least; shift <= most; ++shift) {
            const Rank rank{s.reversedAt(back), s.spanAt(back), std::chrono::abs(back + shift)};
            if (best && *best <= rank)
                continue;
            best = rank;
            chosen.back = back;
            chosen.shift = shift;
        }
    }
    return chosen;
}

/// The clocks to place, the surest first; among equals in order of appearance.
std::vector<int> placingOrder(std::span<const ShiftRow> rows, std::span<const OffsetRange> ranges,
                              const std::vector<bool>& isOnOneRow)
{
    std::vector<int> order;
    std::vector<bool> seen(ranges.size());
    for (const ShiftRow& row : rows) {
        const auto clock = static_cast<std::size_t>(row.clock);
        if (seen[clock] || isOnOneRow[clock])
            continue;
        seen[clock] = true;
        order.push_back(row.clock);
    }
    std::ranges::stable_sort(order, {}, [&](int clock) {
        const OffsetRange& r = ranges[static_cast<std::size_t>(clock)];
        return r.most - r.least;
    });
    return order;
}

} // namespace

std::vector<date::days> shiftsBetweenClocks(std::span<const ShiftRow> rows, std::span<const OffsetRange> ranges,
                                            const std::vector<bool>& isOnOneRow)
{
    std::vector<date::days> shifts(ranges.size());
    const std::vector<int> order = placingOrder(rows, ranges, isOnOneRow);
    if (order.size() < 2)
        return shifts;

    // The surest clock stands still in the middle of its range; what it might be off, the others may be more.
    std::vector<Placement> placements(ranges.size());
    const OffsetRange& surest = ranges[static_cast<std::size_t>(order.front())];
    const auto slack = (surest.most - surest.least) / 2;
    placements[static_cast<std::size_t>(order.front())] = {.isPlaced = true, .back = surest.least + slack};
    for (const int clock : std::span{order}.subspan(1)) {
        const auto index = static_cast<std::size_t>(clock);
        const OffsetRange range{.least = ranges[index].least - slack, .most = ranges[index].most + slack};
        placements[index] = bestPlacement(standingOf(clock, rows, placements), range);
    }
    const auto anchor = std::ranges::find_if(
        rows, [&](const ShiftRow& row) { return placements[static_cast<std::size_t>(row.clock)].isPlaced; });
    const date::days zero = placements[static_cast<std::size_t>(anchor->clock)].shift;
    for (const int clock : order)
        shifts[static_cast<std::size_t>(clock)] = placements[static_cast<std::size_t>(clock)].shift - zero;
    return shifts;
}

} // namespace lockstep
