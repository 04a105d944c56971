#pragma once
#include <string>
#include <string_view>

namespace lockstep::markdown {

/// The text of an HTML entity: "&amp;" -> "&", "&#8211;" -> an en dash. One that is unknown stays as it is.
std::string decodedEntity(std::string_view entity);

/// Whether "<...>" is a comment or an HTML element; a chat's "<mia>" and "<server-3>" are none.
bool isHtml(std::string_view tag);
bool isLineBreakTag(std::string_view tag);

/// The length of an emoji's short name at a position, ":tada:"; 0 when there is none. "10:30:15" is none: it has no letters.
std::size_t shortNameAt(std::string_view text, std::size_t at, bool mayTouchDigit);

/// A text for a chart: without emoji and their short names (":tada:"), with single blanks.
std::string plainWords(std::string_view text);

} // namespace lockstep::markdown
