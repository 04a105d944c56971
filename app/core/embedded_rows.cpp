#include "core/embedded_rows.h"
#include "core/embedded.h"
#include <algorithm>

namespace lockstep {

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(separator, at), text.size());
        parts.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

std::vector<std::vector<std::string>> embeddedRows(std::string_view path, std::size_t columns)
{
    std::vector<std::vector<std::string>> rows;
    const auto files = embeddedFiles();
    const auto file = std::find_if(files.begin(), files.end(), [&](const auto& each) { return each.path == path; });
    if (file == files.end())
        return rows;
    for (const auto& line : split(file->content, '\n')) {
        if (line.empty())
            continue;
        auto row = split(line, '\t');
        if (line.front() != '#' && row.size() >= columns)
            rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace lockstep
