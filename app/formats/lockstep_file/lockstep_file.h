#pragma once
#include <string_view>

namespace lockstep::lockstep_file {

inline constexpr std::string_view formatName = "lockstep";
/// Raised when a reader of the old version would misread the new: a new kind of change or edit, another meaning.
/// A member that an old reader may leave aside does not raise it.
inline constexpr int formatVersion = 1;

/// Problem::instead of a warning about the file itself. Saving settles it, so the writer does not carry it on.
inline constexpr std::string_view leftOutOnSaving = "It is left out when the file is saved again.";

/// In Problem::what of every warning about the file itself: what a saved file says of it is found anew on opening.
inline constexpr std::string_view ofTheFile = " of the Lockstep file: ";

} // namespace lockstep::lockstep_file
