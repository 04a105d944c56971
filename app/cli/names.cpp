#include "cli/names.h"
#include <algorithm>

namespace lockstep::cli {

bool sameName(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string listed(const std::vector<std::string>& words, std::string_view last)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0)
            text += i + 1 == words.size() ? ' ' + std::string{last} + ' ' : ", ";
        text += words[i];
    }
    return text;
}

std::optional<LaneId> laneIndex(std::string_view name, const Timeline& timeline)
{
    for (const auto part : {&Lane::role, &Lane::person, &Lane::place}) {
        const auto fits = [&](const Lane& lane) { return !(lane.*part).empty() && sameName(lane.*part, name); };
        const auto found = std::ranges::find_if(timeline.lanes, fits);
        if (found != timeline.lanes.end())
            return static_cast<LaneId>(found - timeline.lanes.begin());
    }
    return std::nullopt;
}

} // namespace lockstep::cli
