#include "formats/markdown/front_matter.h"
#include "formats/date_text.h"
#include "formats/markdown/words.h"
#include "formats/text_scan.h"
#include <algorithm>

namespace lockstep::markdown {

namespace {

std::string_view unquoted(std::string_view value)
{
    value = scan::trimmed(value);
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
        return value.substr(1, value.size() - 2);
    return value;
}

void readEntry(FrontMatter& matter, std::string_view entry, int line)
{
    const auto sign = entry.find_first_of(":=");
    if (sign == std::string_view::npos || entry.starts_with(' '))
        return;
    const auto key = folded(scan::trimmed(entry.substr(0, sign)));
    const auto value = unquoted(entry.substr(sign + 1));
    if (key == "title")
        matter.title = value;
    else if (key == "timezone" || key == "time_zone" || key == "tz") {
        matter.zone = value;
        matter.zoneLine = line;
    } else if (key == "date" || key == "incident_date" || key == "day") {
        if (const auto date = readDate(value))
            matter.date = {{date->date, std::string{value.substr(date->begin, date->length)}, Where::FrontMatter, line}};
    }
}

} // namespace

FrontMatter readFrontMatter(std::string_view document)
{
    const auto fence = document.substr(0, 3);
    FrontMatter matter;
    if (fence != "---" && fence != "+++")
        return matter;
    auto at = document.find('\n');
    if (at == std::string_view::npos || !scan::trimmed(document.substr(3, at - 3)).empty())
        return matter;
    for (int line = 2; at != std::string_view::npos && at + 1 < document.size(); ++line) {
        const auto begin = at + 1;
        at = document.find('\n', begin);
        const auto entry = document.substr(begin, std::min(at, document.size()) - begin);
        if (scan::trimmed(entry) == fence) {
            matter.length = std::min(at, document.size());
            return matter;
        }
        // Blank lines and headings mean a rule across the page, not front matter.
        if (line == 2 && scan::trimmed(entry).empty())
            return {};
        readEntry(matter, entry, line);
    }
    return {};
}

} // namespace lockstep::markdown
