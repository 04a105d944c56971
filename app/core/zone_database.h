#pragma once
#include "core/zone_table.h"

namespace lockstep {

/// The zone's own spelling for a name or alias in any case: "us/pacific" gives "America/Los_Angeles".
/// Empty: the machine knows no such name. Names of zone.tab stay as they are, whatever they are linked to.
std::optional<std::string> canonicalZoneName(std::string_view written);

/// The spelling of a name or alias written in any case: "us/pacific" gives "US/Pacific". Empty: unknown.
std::optional<std::string> exactZoneName(std::string_view written);

/// Every name and alias the machine knows, exact, sorted.
const std::vector<std::string>& knownZoneNames();

/// The offsets of a zone by its exact name. The only place where `date`'s zone exceptions end.
/// Errors: no such file; a file that `date` or our own reading of its end cannot take.
Result<ZoneTable> loadZoneTable(const std::string& name);

} // namespace lockstep
