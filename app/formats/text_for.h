#pragma once
#include <string>
#include <string_view>

/// The only way out for text from a file: each place has its own escape.
namespace lockstep {

std::string forHtml(std::string_view);      ///< also for Qt Charts titles, legends and labels: forHtml(forLabel(text))
std::string forXml(std::string_view);       ///< escaped, without the control characters XML 1.0 forbids
std::string forCsv(std::string_view);       ///< quoted where needed; a formula start is defused
std::string forMarkdown(std::string_view);
std::string forFileName(std::string_view);  ///< safe on every file system, never empty
std::string forTerminal(std::string_view);  ///< control characters and escapes made visible
std::string forLabel(std::string_view);     ///< one line, controls removed, cut at limits::labelChars
std::string forPassage(std::string_view);   ///< as forLabel, for a wrapped text: cut at limits::passageChars

} // namespace lockstep
