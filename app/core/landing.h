#pragma once
#include "core/zone.h"
#include <optional>
#include <vector>

namespace lockstep {

/// A wall time on the axis, and what had to be decided for it.
struct Landing {
    Instant at;
    std::string note, answer;
    std::vector<std::pair<bool, std::string>> others; ///< the fold that reads it otherwise, and how
};

/// A wall time that comes twice: the first of the two, unless only the second keeps the rows in order.
/// before: the row before; fold: a person's choice of the second.
Landing repeatedTime(const Zone& zone, WallTime local, const Moments& moments, std::optional<Instant> before, std::optional<bool> fold);

/// A wall time that does not come: the moment of the jump, unless a person reads it by the offset before or after.
Landing skippedTime(const Zone& zone, WallTime local, const Moments& moments, std::optional<bool> fold);

} // namespace lockstep
