#include "cli/table.h"
#include <algorithm>

namespace lockstep::cli {
namespace {

/// How many columns of a terminal a text takes: one a code point. Close enough for Latin scripts.
std::size_t widthOf(const std::string& text)
{
    const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; };
    return static_cast<std::size_t>(std::ranges::count_if(text, starts));
}

} // namespace

std::string aligned(std::vector<std::vector<std::string>> lines)
{
    std::vector<std::size_t> widths(lines.empty() ? 0 : lines.front().size());
    for (std::size_t column = 0; column < widths.size(); ++column) {
        bool isUsed = false;
        for (std::size_t line = 0; line < lines.size(); ++line) {
            isUsed = isUsed || (line > 0 && !lines[line][column].empty());
            widths[column] = std::max(widths[column], widthOf(lines[line][column]));
        }
        if (!isUsed)
            widths[column] = 0;
    }
    std::string text;
    for (const auto& line : lines) {
        std::string shown;
        for (std::size_t column = 0; column < widths.size(); ++column)
            if (widths[column] > 0)
                shown += line[column] + std::string(widths[column] - widthOf(line[column]) + 2, ' ');
        shown.erase(shown.find_last_not_of(' ') + 1);
        text += shown + '\n';
    }
    return text;
}

} // namespace lockstep::cli
