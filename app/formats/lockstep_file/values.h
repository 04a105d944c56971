#pragma once
#include "core/incident.h"
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// How single values are spelled in a .lockstep file: so that a person can read and edit them, and exactly one way.
/// What stands in a file is read back with `...From`, absent where it is not of that form or out of range.
namespace lockstep::lockstep_file {

/// "60 min", "-7 h 33 min", "1 min 30 s", "250 ms", "0 min". Hours from two on.  Range: a century either way.
std::string lengthText(Millis length);
std::optional<Millis> lengthFrom(std::string_view text);

/// "23:30", "23:30:15", "23:30:15.250".  Range: Clock's.
std::string clockText(const Clock& clock);
std::optional<Clock> clockFrom(std::string_view text);

/// "2019-10-06"; "10-06" where the document leaves the year out.  Range: days that exist, years 1 to 9999.
std::string dateText(const StatedDate& date);
std::optional<StatedDate> dateFrom(std::string_view text);

/// One value of an enumeration and its name in the file.
template <class E> struct Named {
    E value;
    std::string_view name;
};

std::span<const Named<Severity>> namesOf(Severity);
std::span<const Named<Where>> namesOf(Where);
std::span<const Named<Kind>> namesOf(Kind);
std::span<const Named<Effect>> namesOf(Effect);
std::span<const Named<LinkKind>> namesOf(LinkKind);
std::span<const Named<By>> namesOf(By);
std::span<const Named<EpochUnit>> namesOf(EpochUnit);
std::span<const Named<LanesBy>> namesOf(LanesBy); ///< lanes as recorded have no name: they are left out

template <class E> std::string_view nameOf(E value)
{
    for (const auto& named : namesOf(value)) {
        if (named.value == value)
            return named.name;
    }
    return {};
}

} // namespace lockstep::lockstep_file
