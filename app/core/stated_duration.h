#pragma once
#include "core/draft.h"

namespace lockstep {

/// How long the whole incident took, as the document itself says.
struct StatedDuration {
    Millis length{0};
    int line = 0; ///< 0: the title
};

/// "Duration: 1 h 20 min", "the outage lasted 80 minutes", "a 2 hour outage" of title and prose. Rows are not asked:
/// they speak of parts.
std::vector<StatedDuration> statedDurations(const Draft& draft);

} // namespace lockstep
