#pragma once
#include <string_view>

namespace lockstep {

/// "1.0.0"
std::string_view version();
/// As pictures carry it: "Lockstep 1.0"
std::string_view versionLabel();

} // namespace lockstep
