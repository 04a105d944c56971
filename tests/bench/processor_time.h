#pragma once
#include <ctime>

namespace lockstep::bench {

/// Time this process has worked, so that a busy machine blurs it little. Units: milliseconds.
inline double processorMillis()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace lockstep::bench
