#include "core/unknown_places.h"
#include "core/places.h"
#include <algorithm>
#include <set>

namespace lockstep {

Problem unknownWords(const std::string& words, int line)
{
    std::string instead = "Choose its time zone, or write one beside the times.";
    const std::vector<std::string> like = placesLike(words);
    if (!like.empty()) {
        instead = "Did you mean " + like.front();
        for (std::size_t i = 1; i < like.size(); ++i)
            instead += (i + 1 == like.size() ? " or " : ", ") + like[i];
        instead += "?";
    }
    return {Severity::Warning, line, 0, "\"" + words + "\" is not a place or time zone known here.", instead};
}

std::vector<Problem> unknownPlaces(const Draft& draft, const LanePlan& lanes, const std::vector<int>& clockOfLane)
{
    std::vector<Problem> problems;
    if (std::ranges::none_of(clockOfLane, [](int clock) { return clock >= 0; }))
        return problems;
    std::set<std::string> said;
    for (std::size_t i = 0; i < draft.events.size(); ++i) {
        const DraftEvent& e = draft.events.common(i);
        const bool mayBePlace = !e.role.empty() && !e.person.empty() && e.place.empty() && !e.zone;
        if (mayBePlace && clockOfLane[static_cast<std::size_t>(lanes.laneOf[i])] < 0 && said.insert(e.person).second)
            problems.push_back(unknownWords(e.person, draft.events[i].line));
    }
    return problems;
}

} // namespace lockstep
