#pragma once
#include "core/claims.h"
#include "core/statements.h"

namespace lockstep {

/// The end of a lock that begins at `begin`, as far as rows and claims tell; nullopt when nothing bounds it.
/// The bounds are never inverted: look-ups beat claims, and what was left out is said in the basis.
std::optional<Bound> lockEnd(const std::vector<MarkedRow>& rows, const std::vector<Claim>& claims, const Event& begin, std::string_view process);

} // namespace lockstep
