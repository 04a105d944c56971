#include "formats/markdown/field_row.h"
#include "core/places.h"
#include "formats/markdown/words.h"
#include "formats/text_scan.h"
#include <algorithm>

namespace lockstep::markdown {

namespace {

constexpr std::size_t mostFields = 4, mostWords = 4;

/// "Client: Isa Gates" -> role and value. Empty role: the field has no label before it.
void splitRole(std::string_view field, FieldRow& row, std::vector<std::string_view>& values)
{
    const auto colon = field.find(':');
    if (colon == std::string_view::npos) {
        values.push_back(scan::trimmed(field));
        return;
    }
    row.role = scan::trimmed(field.substr(0, colon));
    if (const auto value = scan::trimmed(field.substr(colon + 1)); !value.empty())
        values.push_back(value);
}

/// Names are short; a place is known however many words it has.
bool isTooLong(std::string_view field)
{
    const auto colon = field.find(':');
    const auto role = colon == std::string_view::npos ? std::string_view{} : scan::trimmed(field.substr(0, colon));
    const auto value = scan::trimmed(colon == std::string_view::npos ? field : field.substr(colon + 1));
    return wordCount(role) > mostWords || (wordCount(value) > mostWords && placesFor(value).empty());
}

/// Whether the field is a clock, a date and a clock, and nothing else.
bool isMoment(std::string_view field, RowHead& head, DayOrder order)
{
    if (field.find_first_of("0123456789") == std::string_view::npos)
        return false;
    head = readRowHead(field, order);
    if (!head.hasTime() && !head.faults.empty())
        return wordCount(field) <= 3;
    return head.hasTime() && head.textAt >= field.size();
}

/// "London, 23:10, the migration starts": a place alone before its clock.
bool isPlaceAlone(const std::vector<std::string_view>& values)
{
    return values.size() == 1 && !placesFor(values.front()).empty();
}

void assign(const std::vector<std::string_view>& values, FieldRow& row)
{
    if (values.size() >= 2) {
        row.person = values.front();
        row.place = values.back();
        return;
    }
    if (values.empty())
        return;
    (placesFor(values.front()).empty() ? row.person : row.place) = values.front();
}

} // namespace

std::optional<FieldRow> readFieldRow(std::string_view text, DayOrder order)
{
    FieldRow row;
    std::vector<std::string_view> values;
    std::size_t at = 0;
    for (std::size_t field = 0; field <= mostFields && at < text.size(); ++field) {
        const auto end = text.find_first_of(",;|\t", at);
        if (end == std::string_view::npos)
            return {};
        const auto words = scan::trimmed(text.substr(at, end - at));
        at = end + 1;
        if (field > 0 && isMoment(words, row.head, order)) {
            // Commas alone part the words of any sentence: a role with its colon must stand first, or a place.
            if (row.role.empty() && text[end] == ',' && !isPlaceAlone(values))
                return {};
            assign(values, row);
            row.textAt = std::min(text.find_first_not_of(" \t", at), text.size());
            return row;
        }
        if (words.empty() || isTooLong(words))
            return {};
        if (field == 0)
            splitRole(words, row, values);
        else
            values.push_back(words);
    }
    return {};
}

std::string_view withoutLabel(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon > 30 || !isOneOf("label", text.substr(0, colon)))
        return text;
    return scan::trimmed(text.substr(colon + 1));
}

} // namespace lockstep::markdown
