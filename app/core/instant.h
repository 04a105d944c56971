#pragma once
#include "core/compact.h"
#include <chrono>
#include <cstdint>
#include <date/date.h>
#include <limits>

namespace lockstep {

/// A length of time. Units: milliseconds.
using Millis = std::chrono::milliseconds;

/// A point on the one axis. In a dated timeline it is UTC; in an undated one it counts as if the
/// first row's local day were 1970-01-01, so that wall time = instant + offset holds in both.
using Instant = date::sys_time<Millis>;

/// What a clock on a wall shows somewhere: a date and a time of day without a zone.
using WallTime = date::local_time<Millis>;

template <class ClockOfIt> struct Compacting<std::chrono::time_point<ClockOfIt, Millis>> {
    using Moment = std::chrono::time_point<ClockOfIt, Millis>;
    using Number = std::int64_t; ///< milliseconds since 1970
    static constexpr Number nothing = std::numeric_limits<Number>::min();
    static Number number(Moment t) { return t.time_since_epoch().count(); }
    static Moment value(Number n) { return Moment{Millis{n}}; }
};

template <class ClockOfIt> struct Compacting<std::chrono::time_point<ClockOfIt, date::days>> {
    using Day = std::chrono::time_point<ClockOfIt, date::days>;
    using Number = std::int32_t; ///< days since 1970
    static constexpr Number nothing = std::numeric_limits<Number>::min();
    static Number number(Day day) { return static_cast<Number>(day.time_since_epoch().count()); }
    static Day value(Number n) { return Day{date::days{n}}; }
};

/// A stretch of the axis, half open: [begin, end).
struct Span {
    Instant begin, end;
    friend bool operator==(const Span&, const Span&) = default;
};

} // namespace lockstep
