#pragma once
#include "core/record.h"
#include "core/resolve.h"

/// What else a zone could be, and the changes that take it.
namespace lockstep {

/// What to set so that a clock is read in one of its other settings: the zone's name where that leads there, else the
/// offset. setting: index into ClockChoice::settings.
std::string zoneThatTakes(const Understanding& known, int clock, std::size_t setting);

/// Rivals of how a clock is read, from words and zones. They hold wherever the document goes by that clock; where several
/// lanes do, each is there for one lane alone as well.
std::vector<Rival> zoneRivals(const Understanding& known, int clock, const std::vector<std::pair<std::string, std::string>>& zones);

/// Zones taken although another is stated farther off, or the words say an offset of the other season or are spelt
/// otherwise, and lanes without any.
std::vector<Inference> zoneDoubts(const Understanding& known);

} // namespace lockstep
