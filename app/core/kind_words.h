#pragma once
#include "core/timeline.h"
#include <map>

namespace lockstep {

inline constexpr std::size_t kindCount = 6; ///< how many kinds of rows there are

/// The rows of a kind, as a heading: "Look-ups", "Scheduled".
std::string_view kindTitle(Kind);
/// "1 look-up", "3 look-ups", "12 scheduled".
std::string kindCounted(Kind, int count);
/// The most frequent first: "1,180 actions, 20 look-ups and 3 messages"; "12 actions" where all are of one kind.
std::string kindsWords(const std::map<Kind, int>& counts);

} // namespace lockstep
