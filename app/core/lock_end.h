#pragma once
#include "core/claims.h"
#include "core/statements.h"

namespace lockstep {

/// The end of a lock that begins with the row `start`, as far as rows and claims tell; nullopt when nothing bounds it.
/// rows: those that may end something; look-ups are taken from the timeline. Rows whose clocks cannot be compared with
/// the start's are no evidence. A row that says it is over ends it. The bounds are never inverted: look-ups beat claims,
/// and what was left out is said in the basis.
std::optional<Bound> lockEnd(const Timeline& timeline, const std::vector<MarkedRow>& rows,
    const std::vector<Claim>& claims, const ProcessRow& start);

/// Whether nothing tells where an end lies: its `latest` is then only where the rows stop.
bool isOpenEnd(const Bound& end);
/// The last moment at which a lock with an open end is known to have held.
Instant knownUntil(const Bound& end);

} // namespace lockstep
