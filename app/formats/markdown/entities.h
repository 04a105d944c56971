#pragma once
#include <string>
#include <string_view>

namespace lockstep::markdown {

/// The text of an HTML entity: "&amp;" -> "&", "&#8211;" -> an en dash. One that is unknown stays as it is.
std::string decodedEntity(std::string_view entity);

/// A text for a chart: without emoji and their short names (":tada:"), with single blanks.
std::string plainWords(std::string_view text);

} // namespace lockstep::markdown
