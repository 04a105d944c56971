#pragma once
#include "core/finding.h"

namespace lockstep {

inline constexpr std::size_t subtitleLength = 165; ///< characters that fit under the headline of a picture

/// What a what-if changes for the look-ups, against the record. Only counts and facts; no cause, no blame.
/// The moment is the begin of the window that was moved, else that of the record.
Finding whatIfFinding(const TimelineView& view, const Finding& recorded);

} // namespace lockstep
