#pragma once
#include <string>
#include <string_view>

namespace lockstep {

/// The name of a clock as its document writes it, without the words around it: "CEST" of "in CEST", "Zurich" of
/// "UTC+1 (Zurich time)", "EDT" of "Eastern Daylight Time (EDT)", "Paris" of "Europe/Paris". A place is preferred to
/// an abbreviation, a short abbreviation to a long one. Empty where the words are nothing but an offset.
std::string shortZoneWords(std::string_view written);

} // namespace lockstep
