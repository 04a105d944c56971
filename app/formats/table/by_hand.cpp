#include "formats/table/by_hand.h"
#include "formats/markdown/words.h"
#include "formats/text_scan.h"
#include <algorithm>
#include <array>
#include <charconv>

namespace lockstep::table {

namespace {

constexpr std::array<std::string_view, 11> fields{"time", "utc", "date", "end", "duration", "zone", "text", "actor", "person", "place", "group"};

std::optional<int> columnNamed(const Sheet& sheet, std::string_view name)
{
    const auto wanted = markdown::folded(name);
    for (std::size_t i = 0; i < sheet.heads.size(); ++i)
        if (markdown::folded(sheet.heads[i]) == wanted)
            return static_cast<int>(i);
    std::size_t number = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
    if (read.ec != std::errc{} || read.ptr != name.data() + name.size() || number < 1 || number > sheet.heads.size())
        return {};
    return static_cast<int>(number) - 1;
}

} // namespace

Result<ChosenColumns> chosenColumns(const Sheet& sheet, std::string_view chosen)
{
    ChosenColumns columns;
    while (!chosen.empty()) {
        const auto end = std::min(chosen.find(','), chosen.size());
        const auto part = chosen.substr(0, end);
        chosen.remove_prefix(std::min(end + 1, chosen.size()));
        const auto equals = part.find('=');
        const auto field = scan::trimmed(part.substr(0, std::min(equals, part.size())));
        const bool known = std::ranges::find(fields, field) != fields.end();
        if (!known || equals == std::string_view::npos)
            return refusal("'" + std::string{scan::trimmed(part)} + "' names no column.",
                           "Write what it holds and its name, such as time=When. It may hold " + listed({fields.begin(), fields.end()}) + ".");
        const auto name = scan::trimmed(part.substr(equals + 1));
        const auto column = columnNamed(sheet, name);
        if (!column)
            return refusal("There is no column '" + std::string{name} + "'.", "The columns are " + listed(sheet.heads) + ".", sheet.headLine);
        if (!columns.emplace(field, *column).second)
            return refusal("Two columns are named for '" + std::string{field} + "'.", "Name one of them.");
    }
    return columns;
}

} // namespace lockstep::table
