#pragma once
#include "core/instant.h"
#include <span>

namespace lockstep {

/// Whether rows are listed with the newest on top, as status pages do: three or more steps back from row to row, and at
/// least four times as many as forward. times: of one clock or one axis, in document order.
bool isNewestFirst(std::span<const Millis> times);

} // namespace lockstep
