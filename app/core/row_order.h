#pragma once
#include "core/scenario.h"

namespace lockstep {

/// What rows can be put in order of.
enum class RowKey {
    Row,     ///< the document's order
    Time,    ///< where the row lies in the view
    Written, ///< the clock it states, on its own day
    Lane,    ///< its name
    Text,    ///< letter by letter, as in a dictionary: case, accents and punctuation do not count
    Outcome, ///< the worst first
    Line     ///< of its file
};

struct RowOrder {
    RowKey key = RowKey::Row;
    bool isDescending = false;
    friend bool operator==(const RowOrder&, const RowOrder&) = default;
};

/// Rows in this order. Those that are alike stay as they come, those with nothing to go by are last either way.
std::vector<EventId> ordered(const TimelineView& view, std::vector<EventId> rows, RowOrder order);

} // namespace lockstep
