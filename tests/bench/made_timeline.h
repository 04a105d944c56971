#pragma once
#include "core/timeline.h"

namespace lockstep::bench {

/// Rows on two lanes at uneven distances, half a minute on average, every second one a look-up; ten windows, five of them
/// locks. With `links` the first rows each trigger the next.
Timeline madeTimeline(int rows, int links = 0);

} // namespace lockstep::bench
