#pragma once
#include "core/instant.h"
#include "core/vocabulary.h"
#include <string>

namespace lockstep {

/// How long a document says something was locked or out of reach: "restricted for at least 1 hour".
struct Claim {
    enum class Kind { Least, Most, Exactly };
    Kind kind = Kind::Exactly;
    Millis length{0};
    std::string written;                ///< "at least 1 hour"
    std::vector<std::string> processes; ///< the processes its sentence speaks of; may be empty
    friend bool operator==(const Claim&, const Claim&) = default;
};

/// The claims of a text about a lock. A length is only taken when its own clause says locked or restricted, or is
/// nothing but the length after such a clause. "About an hour" is no claim.
std::vector<Claim> claimsIn(const MarkedText& text);

} // namespace lockstep
