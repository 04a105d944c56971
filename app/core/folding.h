#pragma once
#include <string>
#include <string_view>

namespace lockstep {

/// What is left of a name when case, accents, blanks and punctuation do not count:
/// "Việt Nam" gives "vietnam", "Washington, D.C." gives "washingtondc". Other scripts stay as they are.
std::string foldedKey(std::string_view text);
/// The same, at the end of a key.
void appendFoldedKey(std::string& key, std::string_view text);

} // namespace lockstep
