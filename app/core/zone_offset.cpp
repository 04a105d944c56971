#include "core/zone_offset.h"
#include "core/zone.h"
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace lockstep {
namespace {

using std::chrono::minutes;

constexpr auto farthest = minutes{std::chrono::hours{18}};

constexpr std::array<std::string_view, 9> namesOfUtc = {"COORDINATED UNIVERSAL TIME", "GREENWICH MEAN TIME",
    "UNIVERSAL TIME", "ETC/UTC", "ETC/GMT", "ZULU", "UTC", "GMT", "UCT"};

struct Sign {
    std::string_view text;
    int factor;
};
// hyphen-minus, minus sign, en dash, hyphen, non-breaking hyphen
constexpr std::array<Sign, 7> signs = {{{"+", 1}, {"\u00b1", 1}, {"-", -1}, {"\u2212", -1}, {"\u2013", -1},
    {"\u2010", -1}, {"\u2011", -1}}};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::string_view withoutBlanks(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

std::string upper(std::string_view text)
{
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(),
        [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return result;
}

/// "7", "07", "530", "0530", "5:30" as hours and minutes.
std::optional<std::pair<int, int>> readDigits(std::string_view text)
{
    const auto colon = text.find(':');
    const auto hours = colon == std::string_view::npos ? text.substr(0, text.size() > 2 ? text.size() - 2 : text.size())
                                                       : text.substr(0, colon);
    const auto rest = colon == std::string_view::npos ? text.substr(hours.size()) : text.substr(colon + 1);
    const auto allDigits = [](std::string_view part) { return std::all_of(part.begin(), part.end(), isDigit); };
    const bool complete = colon == std::string_view::npos || rest.size() == 2;
    if (hours.empty() || hours.size() > 2 || !allDigits(hours) || !allDigits(rest) || !complete)
        return std::nullopt;
    return std::pair{std::atoi(std::string{hours}.c_str()), std::atoi(std::string{rest}.c_str())};
}

std::string twoDigits(long value)
{
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%02ld", value);
    return text.data();
}

} // namespace

Result<std::optional<minutes>> readOffset(std::string_view written)
{
    const std::string text = upper(withoutBlanks(written));
    std::string_view rest = text;
    const auto name = std::find_if(namesOfUtc.begin(), namesOfUtc.end(),
        [&](std::string_view candidate) { return rest.substr(0, candidate.size()) == candidate; });
    if (name != namesOfUtc.end())
        rest = withoutBlanks(rest.substr(name->size()));
    if (rest == "Z" || rest == "UT" || (name != namesOfUtc.end() && rest.empty()))
        return name != namesOfUtc.end() && !rest.empty() ? std::optional<minutes>{} : minutes{0};
    const auto sign = std::find_if(signs.begin(), signs.end(),
        [&](const Sign& candidate) { return rest.substr(0, candidate.text.size()) == candidate.text; });
    if (sign == signs.end())
        return std::optional<minutes>{};
    const auto digits = readDigits(withoutBlanks(rest.substr(sign->text.size())));
    if (!digits)
        return std::optional<minutes>{};
    const auto size = std::chrono::hours{digits->first} + minutes{digits->second};
    if (size > farthest || digits->second > 59)
        return refusal("\"" + std::string{withoutBlanks(written)} + "\" is no offset from UTC.",
            "Offsets lie between UTC-18:00 and UTC+18:00.");
    // The zone files' own "Etc/GMT+5" counts the other way, west of Greenwich.
    const int direction = name != namesOfUtc.end() && name->find('/') != std::string_view::npos ? -1 : 1;
    return size * sign->factor * direction;
}

std::string offsetName(minutes offset)
{
    if (offset == minutes{0})
        return "UTC";
    const auto size = std::abs(offset.count());
    return (offset.count() < 0 ? "-" : "+") + twoDigits(size / 60) + ":" + twoDigits(size % 60);
}

std::string offsetLabel(std::chrono::seconds offset)
{
    const auto size = std::abs(offset.count());
    if (size == 0)
        return "UTC";
    std::string label = offset.count() < 0 ? "UTC\u2212" : "UTC+";
    label += std::to_string(size / 3600);
    if (size % 3600 != 0)
        label += ":" + twoDigits(size / 60 % 60);
    if (size % 60 != 0)
        label += ":" + twoDigits(size % 60);
    return label;
}

} // namespace lockstep
