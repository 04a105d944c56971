#include "core/version.h"

namespace lockstep {

std::string_view version()
{
    return LOCKSTEP_VERSION;
}

std::string_view versionLabel()
{
    static constexpr std::string_view label = "Lockstep " LOCKSTEP_VERSION;
    return label.substr(0, label.rfind('.'));
}

} // namespace lockstep
