#include "core/lanes.h"
#include "core/calendar.h"
#include "core/clock_sources.h"
#include "core/limits.h"
#include "core/places.h"
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace lockstep {

namespace {

const Name& roleOf(const DraftEvent& e) { return e.role.empty() ? e.person : e.role; }
const Name& personOf(const DraftEvent& e) { return e.person.empty() ? e.role : e.person; }
const Name& placeOf(const DraftEvent& e) { return e.place; }

/// What a row's lane may be named by.
using NameOf = const Name& (*)(const DraftEvent&);

/// How many different names the rows carry, counted to one more than lanes may be, and how many rows carry one.
struct Names {
    std::size_t different = 0, rows = 0;
};

Names namesOf(const Draft& draft, NameOf name)
{
    std::unordered_set<std::string_view> seen;
    Names names;
    for (std::size_t i = 0; i < draft.events.size(); ++i) {
        const DraftEvent& e = draft.events.common(i);
        if (name(e).empty())
            continue;
        ++names.rows;
        if (seen.size() <= limits::lanesFromActors)
            seen.insert(name(e));
    }
    names.different = seen.size();
    return names;
}

bool makesLanes(const Names& names, std::size_t rows)
{
    const std::size_t lanes = names.different + (names.rows < rows ? 1 : 0);
    return names.different >= 2 && lanes <= limits::lanesFromActors && names.rows * 2 >= rows;
}

/// What the rows' lanes are named by, or nullptr where all rows share one lane.
NameOf laneNaming(const Draft& draft, const Company& company)
{
    const std::size_t taken = company.lanes.size();
    for (const NameOf name : {&roleOf, &personOf, &placeOf}) {
        const Names names = namesOf(draft, name);
        if (makesLanes(names, draft.events.size()) && names.different + taken <= limits::lanesFromActors)
            return name;
    }
    // Beside other files one actor is reason enough for a name.
    for (const NameOf name : {&roleOf, &personOf})
        if (const Names names = namesOf(draft, name); !company.isAlone && names.different == 1 && names.rows == draft.events.size())
            return name;
    return nullptr;
}

/// The zones that words name without rivals, each looked up once; empty for any other words.
class CertainZones {
public:
    const std::string& of(const std::string& words)
    {
        const auto [found, isNew] = m_known.try_emplace(words);
        const auto candidates = isNew ? placesFor(words) : std::vector<PlaceCandidate>{};
        if (candidates.size() == 1 && !candidates.front().statedOffset)
            found->second = candidates.front().zone;
        return found->second;
    }

private:
    std::unordered_map<std::string, std::string> m_known;
};

/// The one zone that all these rows state; empty where they state several, or some state none.
template <class IsOne> std::string statedZone(const Draft& draft, CertainZones& zones, IsOne isOne)
{
    std::string zone;
    for (std::size_t i = 0; i < draft.events.size(); ++i) {
        if (!isOne(i))
            continue;
        const std::string& here = zones.of(zoneWordsOf(draft.events.common(i)));
        if (here.empty() || (!zone.empty() && zone != here))
            return {};
        zone = here;
    }
    return zone;
}

/// What this file's lanes are called beside those of other files.
class LaneNames {
public:
    LaneNames(const Draft& draft, const Corrections& corrections, const Company& company, NameOf naming)
        : m_draft(draft), m_company(company), m_naming(naming),
          m_isDated(!company.lanes.empty() && hasYear(draft, corrections)),
          m_rest(company.isAlone ? std::string{laneOfTheRest} : draft.sourceName)
    {
    }

    const std::string& rest() const { return m_rest; }

    const std::string& of(const DraftEvent& e)
    {
        const std::string name = m_naming ? m_naming(e).str() : std::string{};
        const auto [found, isNew] = m_names.try_emplace(name, name.empty() ? m_rest : name);
        const auto taken = isNew ? std::ranges::find(m_company.lanes, found->second, &TakenLane::role) : m_company.lanes.end();
        if (taken != m_company.lanes.end() && !mayShare(name, *taken))
            found->second += " (" + m_draft.sourceName + ')';
        return found->second;
    }

private:
    bool mayShare(const std::string& name, const TakenLane& taken)
    {
        const auto isOne = [&](std::size_t i) { return (m_naming ? m_naming(m_draft.events.common(i)).str() : std::string{}) == name; };
        return m_isDated && !taken.zone.empty() && statedZone(m_draft, m_zones, isOne) == taken.zone;
    }

    const Draft& m_draft;
    const Company& m_company;
    NameOf m_naming;
    bool m_isDated;
    std::string m_rest;
    CertainZones m_zones;
    std::unordered_map<std::string, std::string> m_names;
};

class LaneTable {
public:
    LaneId named(const std::string& role)
    {
        const auto [found, isNew] = m_ids.try_emplace(role, static_cast<LaneId>(m_lanes.size()));
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
    const auto agreed = [&](Name DraftEvent::*field) {
        struct Said {
            std::string_view name;
            bool isOne = true;
        };
        std::vector<Said> ofLanes(plan.lanes.size());
        for (std::size_t i = 0; i < draft.events.size(); ++i) {
            const std::string_view here = draft.events.common(i).*field;
            Said& said = ofLanes[static_cast<std::size_t>(plan.laneOf[i])];
            if (here.empty())
                continue;
            said.isOne = said.isOne && (said.name.empty() || said.name == here);
            said.name = here;
        }
        return ofLanes;
    };
    const auto places = agreed(&DraftEvent::place), persons = agreed(&DraftEvent::person);
    for (std::size_t i = 0; i < plan.lanes.size(); ++i) {
        Lane& lane = plan.lanes[i];
        if (places[i].isOne)
            lane.place = places[i].name;
        if (persons[i].isOne && persons[i].name != lane.role)
            lane.person = persons[i].name;
    }
}

} // namespace

LanePlan planLanes(const Draft& draft, const Corrections& corrections, const Company& company)
{
    LanePlan plan;
    LaneTable table;
    LaneNames names{draft, corrections, company, laneNaming(draft, company)};
    plan.laneOf.reserve(draft.events.size());
    for (std::size_t i = 0; i < draft.events.size(); ++i)
        plan.laneOf.push_back(table.named(names.of(draft.events.common(i))));
    for (const auto& [id, lane] : corrections.lanes)
        if (const std::size_t row = rowIndex(draft, id); row < plan.laneOf.size())
            plan.laneOf[row] = table.named(lane.empty() ? names.rest() : lane);
    plan.lanes = table.taken();
    dropEmptyLanes(plan);
    describeLanes(draft, plan);
    return plan;
}

std::vector<TakenLane> lanesTaken(const Draft& draft, const LanePlan& plan, bool isDated)
{
    std::vector<TakenLane> taken;
    CertainZones zones;
    for (std::size_t lane = 0; lane < plan.lanes.size(); ++lane) {
        const auto isOne = [&](std::size_t i) { return plan.laneOf[i] == static_cast<LaneId>(lane); };
        taken.push_back({plan.lanes[lane].role, isDated ? statedZone(draft, zones, isOne) : std::string{}});
    }
    return taken;
}

} // namespace lockstep
