#include "core/newest_first.h"

namespace lockstep {

bool isNewestFirst(std::span<const Millis> times)
{
    int back = 0, forward = 0;
    for (std::size_t i = 1; i < times.size(); ++i) {
        back += times[i] < times[i - 1] ? 1 : 0;
        forward += times[i] > times[i - 1] ? 1 : 0;
    }
    return back >= 3 && back >= 4 * forward;
}

} // namespace lockstep
