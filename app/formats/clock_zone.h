#pragma once
#include "formats/text_scan.h"
#include <string_view>

namespace lockstep {

/// Takes the zone words that stand where the cursor is: "Z", "UTC", "PST", "(EDT)", "+02:00", "GMT+1", "PST (UTC-7)".
/// `minusToo`: "-05:00" is an offset as well; otherwise it is the end of a range.
/// Returns the words as written, without brackets around them; empty and no move when there are none.
std::string_view takeZone(scan::Cursor& cursor, bool minusToo);

/// "UTC", "PST", "EAT": capitals that the place tables know as a zone. "API" and "CPU" are none.
bool isZoneAbbreviation(std::string_view capitals);

} // namespace lockstep
