#pragma once
#include "core/timeline.h"
#include <span>

namespace lockstep {

/// A row on its own zone's calendar, offsets not yet applied.
struct OrderRow {
    EventId row = 0;
    int zone = 0;       ///< which clock: rows of one place share it
    WallTime local;     ///< with its day found
};

/// Neighbours that run backwards once offsets are applied.
struct ReversedPair {
    EventId first = 0, second = 0; ///< in document order; second lies before first
    Millis by{0};                  ///< how far back, > 0
    friend bool operator==(const ReversedPair&, const ReversedPair&) = default;
};

/// Bounds that row order puts on one zone's offset while the others stay fixed.
struct OffsetBounds {
    std::optional<std::chrono::minutes> least, most; ///< of the offset east of Greenwich; absent: unbounded
    std::vector<std::pair<EventId, EventId>> deciding; ///< the neighbours that set least and most, in row order
    bool isEmpty() const { return least && most && *least > *most; }
};

/// The neighbours that run backwards with these offsets (index = OrderRow::zone).
std::vector<ReversedPair> reversedPairs(std::span<const OrderRow> rows, std::span<const std::chrono::minutes> offsets);

/// What order allows for the offset of `unknown`, within the offsets there are. tolerance: how far a neighbour may run backwards unnoticed.
OffsetBounds offsetBounds(std::span<const OrderRow> rows, int unknown, std::span<const std::chrono::minutes> offsets,
                          Millis tolerance = Millis{0});

} // namespace lockstep
