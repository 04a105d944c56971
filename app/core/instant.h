#pragma once
#include <chrono>
#include <date/date.h>

namespace lockstep {

/// A length of time. Units: milliseconds.
using Millis = std::chrono::milliseconds;

/// A point on the one axis. In a dated timeline it is UTC; in an undated one it counts as if the
/// first row's local day were 1970-01-01, so that wall time = instant + offset holds in both.
using Instant = date::sys_time<Millis>;

/// What a clock on a wall shows somewhere: a date and a time of day without a zone.
using WallTime = date::local_time<Millis>;

/// A stretch of the axis, half open: [begin, end).
struct Span {
    Instant begin, end;
    friend bool operator==(const Span&, const Span&) = default;
};

} // namespace lockstep
