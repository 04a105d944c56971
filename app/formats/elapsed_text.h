#pragma once
#include "core/draft.h"
#include <string_view>

namespace lockstep {

/// A time since a zero, found in text.
struct ElapsedReading {
    Elapsed elapsed;
    bool approx = false;
    std::vector<std::string> doubts; ///< "'T+5' is read as 5 minutes."
    std::size_t begin = 0, length = 0; ///< where in the text, from the T on
};

/// Whether a T or a sign must stand before it: in a column called "Elapsed" a length alone is one, too.
enum class ElapsedLead { Needed, Free };

/// Reads a time since a zero as people write it: "T+5m", "T+00:05:30", "T-10 min", "T0", "+1h05m", "H+2", "T+1d 4h".
/// Colons are hours and minutes. The text must start with it.
/// Errors: no such time there.
Result<ElapsedReading> readElapsed(std::string_view text, ElapsedLead lead = ElapsedLead::Needed);

} // namespace lockstep
