#pragma once
#include "cli/arguments.h"
#include "core/scenario.h"

namespace lockstep::cli {

/// The stretch that --from and --to ask for, within `whole`; nullopt when neither is given.
/// A time is a clock, with a date before it and a place or lane after it if wanted: "03:30", "2019-10-07T03:30Z",
/// "23:30 Washington". Without a place it is UTC. Without a date it is the first such moment that is shown.
/// Errors: no clock, a date for an undated document, an unknown place, an end before the start (exit 1).
OrStop<std::optional<Span>> shownSpan(const Arguments& arguments, const Timeline& timeline, Span whole);

} // namespace lockstep::cli
