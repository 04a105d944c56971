#pragma once
#include "core/draft.h"

namespace lockstep {

/// The time of day a wall clock shows; its day is left out.
inline Clock clockOf(WallTime wall)
{
    const date::hh_mm_ss<Millis> parts{wall - date::floor<date::days>(wall)};
    return {.hour = static_cast<int>(parts.hours().count()),
            .minute = static_cast<int>(parts.minutes().count()),
            .second = static_cast<int>(parts.seconds().count()),
            .millis = static_cast<int>(parts.subseconds().count())};
}

} // namespace lockstep
