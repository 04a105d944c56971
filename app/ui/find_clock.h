#pragma once
#include "core/instant.h"
#include <optional>
#include <string>
#include <vector>

/// What was typed to find rows, taken apart: its words and the clocks among them.
namespace lockstep {

using FindParts = std::vector<std::string>;

/// Parts between blanks, without brackets and commas around them; what stands in quotes is one.
FindParts partsOf(std::string text);
std::string joined(const FindParts& parts, std::size_t from, std::size_t until);
/// How many whole parts from one on make up so many bytes; 0 where they end within a part.
std::size_t partsWithin(const FindParts& parts, std::size_t from, std::size_t length);

/// A clock among the parts, or the beginning of one.
struct ClockTyped {
    Millis from{0}, until{0}; ///< since midnight: as long as the finest unit that was typed, or as a range says
    std::size_t parts = 0;    ///< it takes up
    std::string zone;         ///< words stuck to it: "Z", "UTC"
    std::string label;        ///< "10:41", "10:39 to 10:41"
    std::string asWord;       ///< folded; empty where it is more than one part
};

std::optional<ClockTyped> clockAt(const FindParts& parts, std::size_t at);

} // namespace lockstep
