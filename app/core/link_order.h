#pragma once
#include "core/timeline.h"

namespace lockstep {

/// Links so ordered that all that lead into a row stand before those that lead out of it. A link that closes a circle
/// is left out: nothing is its own cause. Circles are entered where something outside leads in, else at their first link.
std::vector<Link> causesFirst(const std::vector<Link>& links);

} // namespace lockstep
