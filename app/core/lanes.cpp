#include "core/lanes.h"
#include "core/limits.h"
#include <algorithm>
#include <unordered_map>

namespace lockstep {

namespace {

std::string roleOf(const DraftEvent& e) { return e.role.empty() ? e.person : e.role; }
std::string personOf(const DraftEvent& e) { return e.person.empty() ? e.role : e.person; }
std::string placeOf(const DraftEvent& e) { return e.place; }

/// Names in order of appearance, and how many rows carry one.
struct Names {
    std::vector<std::string> all;
    std::size_t rows = 0;
};

Names namesOf(const Draft& draft, std::string (*name)(const DraftEvent&))
{
    Names names;
    std::unordered_map<std::string, bool> seen;
    for (const DraftEvent& e : draft.events) {
        const std::string n = name(e);
        if (n.empty())
            continue;
        ++names.rows;
        if (seen.emplace(n, true).second)
            names.all.push_back(n);
    }
    return names;
}

bool makesLanes(const Names& names, std::size_t rows)
{
    const std::size_t lanes = names.all.size() + (names.rows < rows ? 1 : 0);
    return names.all.size() >= 2 && lanes <= limits::lanesFromActors && names.rows * 2 >= rows;
}

/// What a row's lane is named by, or nullptr where all rows share one lane.
using NameOf = std::string (*)(const DraftEvent&);
NameOf laneNaming(const Draft& draft)
{
    for (const NameOf name : {&roleOf, &personOf, &placeOf})
        if (makesLanes(namesOf(draft, name), draft.events.size()))
            return name;
    return nullptr;
}

class LaneTable {
public:
    LaneId named(const std::string& role)
    {
        const auto [found, isNew] = m_ids.emplace(role, static_cast<LaneId>(m_lanes.size()));
        if (isNew) {
            Lane lane;
            lane.role = role;
            m_lanes.push_back(std::move(lane));
        }
        return found->second;
    }
    std::vector<Lane> taken() { return std::move(m_lanes); }

private:
    std::vector<Lane> m_lanes;
    std::unordered_map<std::string, LaneId> m_ids;
};

/// Leaves out lanes whose rows have all been moved elsewhere.
void dropEmptyLanes(LanePlan& plan)
{
    std::vector<LaneId> kept(plan.lanes.size(), -1);
    for (const LaneId lane : plan.laneOf)
        kept[static_cast<std::size_t>(lane)] = 0;
    std::vector<Lane> lanes;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (kept[i] < 0)
            continue;
        kept[i] = static_cast<LaneId>(lanes.size());
        lanes.push_back(std::move(plan.lanes[i]));
    }
    plan.lanes = std::move(lanes);
    for (LaneId& lane : plan.laneOf)
        lane = kept[static_cast<std::size_t>(lane)];
}

/// A lane's person and place are stated only where all its rows agree on them.
void describeLanes(const Draft& draft, LanePlan& plan)
{
    const auto agreed = [&](std::string DraftEvent::*field, LaneId lane) {
        std::string value;
        for (std::size_t i = 0; i < draft.events.size(); ++i) {
            const std::string& here = draft.events[i].*field;
            if (plan.laneOf[i] != lane || here.empty())
                continue;
            if (!value.empty() && value != here)
                return std::string{};
            value = here;
        }
        return value;
    };
    for (std::size_t i = 0; i < plan.lanes.size(); ++i) {
        Lane& lane = plan.lanes[i];
        lane.place = agreed(&DraftEvent::place, static_cast<LaneId>(i));
        const std::string person = agreed(&DraftEvent::person, static_cast<LaneId>(i));
        if (person != lane.role)
            lane.person = person;
    }
}

} // namespace

LanePlan planLanes(const Draft& draft, const Corrections& corrections)
{
    LanePlan plan;
    LaneTable table;
    const NameOf naming = laneNaming(draft);
    const std::string rest{laneOfTheRest};
    for (const DraftEvent& e : draft.events) {
        const std::string name = naming ? naming(e) : std::string{};
        plan.laneOf.push_back(table.named(name.empty() ? rest : name));
    }
    for (const auto& [id, lane] : corrections.lanes)
        if (id >= 1 && static_cast<std::size_t>(id) <= plan.laneOf.size())
            plan.laneOf[static_cast<std::size_t>(id - 1)] = table.named(lane.empty() ? rest : lane);
    plan.lanes = table.taken();
    dropEmptyLanes(plan);
    describeLanes(draft, plan);
    return plan;
}

} // namespace lockstep
