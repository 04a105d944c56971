#pragma once
#include "cli/sources.h"

namespace lockstep::cli {

/// The reading that --date, --zone and --offset add, as a person's decisions.
/// Errors: an unusable date, zone or offset, a lane or file that is not there (exit 1).
OrStop<Reading> readingFrom(const Arguments& arguments, const Sources& sources);

} // namespace lockstep::cli
