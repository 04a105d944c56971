#pragma once
#include <string>
#include <string_view>

namespace lockstep::markdown {

/// The same document with headings and list items that are written as HTML tags at the start of a line written the
/// Markdown way. Fenced code stays. Lines keep their numbers.
std::string withPlainHtml(std::string_view document);

} // namespace lockstep::markdown
