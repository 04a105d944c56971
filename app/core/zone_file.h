#pragma once
#include "core/zone_footer.h"

namespace lockstep {

/// The end of a zone file: all that `date` leaves aside.
struct ZoneFileEnd {
    std::optional<Instant> lastTransition;
    FooterRule rule;
};

/// Errors: not a TZif file, cut off, without a footer (version 1), a footer that cannot be read.
/// Source: RFC 8536.
Result<ZoneFileEnd> readZoneFileEnd(std::string_view bytes);

} // namespace lockstep
