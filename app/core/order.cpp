#include "core/order.h"
#include "core/limits.h"
#include <algorithm>

namespace lockstep {

namespace {

using std::chrono::minutes;

Millis onAxis(const OrderRow& row, std::span<const minutes> offsets)
{
    return row.local.time_since_epoch() - offsets[static_cast<std::size_t>(row.zone)];
}

/// A floor below every offset in use, or a ceiling above, asks nothing.
bool asksSomething(bool isFloor, Millis limit) { return isFloor ? limit > limits::leastOffset : limit < limits::mostOffset; }

/// What one pair of neighbours asks of the unknown offset: a floor or a ceiling.
struct Demand {
    bool isFloor = false;
    Millis limit{0};
    std::pair<EventId, EventId> rows;
};

std::optional<Demand> demandOf(const OrderRow& a, const OrderRow& b, int unknown, std::span<const minutes> offsets,
                               Millis tolerance)
{
    if ((a.zone == unknown) == (b.zone == unknown))
        return {};
    const std::pair rows{a.row, b.row};
    if (a.zone == unknown)
        return Demand{true, a.local.time_since_epoch() - onAxis(b, offsets) - tolerance, rows};
    return Demand{false, b.local.time_since_epoch() - onAxis(a, offsets) + tolerance, rows};
}

} // namespace

std::vector<ReversedPair> reversedPairs(std::span<const OrderRow> rows, std::span<const minutes> offsets)
{
    std::vector<ReversedPair> found;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const Millis by = onAxis(rows[i - 1], offsets) - onAxis(rows[i], offsets);
        if (by > Millis{0})
            found.push_back({rows[i - 1].row, rows[i].row, by});
    }
    return found;
}

OffsetBounds offsetBounds(std::span<const OrderRow> rows, int unknown, std::span<const minutes> offsets, Millis tolerance)
{
    std::vector<Demand> demands;
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (const auto demand = demandOf(rows[i - 1], rows[i], unknown, offsets, tolerance);
            demand && asksSomething(demand->isFloor, demand->limit))
            demands.push_back(*demand);

    OffsetBounds bounds;
    std::optional<Millis> floor, ceiling;
    for (const Demand& d : demands) {
        if (d.isFloor)
            floor = floor ? std::max(*floor, d.limit) : d.limit;
        else
            ceiling = ceiling ? std::min(*ceiling, d.limit) : d.limit;
    }
    // Offsets are whole minutes, so the bounds close to the minutes that still satisfy every pair.
    if (floor)
        bounds.least = std::chrono::ceil<minutes>(*floor);
    if (ceiling)
        bounds.most = std::chrono::floor<minutes>(*ceiling);
    for (const Demand& d : demands)
        if (d.isFloor ? d.limit == *floor : d.limit == *ceiling)
            bounds.deciding.push_back(d.rows);
    return bounds;
}

} // namespace lockstep
