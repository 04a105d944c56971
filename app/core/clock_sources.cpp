#include "core/clock_sources.h"
#include "core/places.h"
#include "core/unknown_places.h"
#include <algorithm>
#include <map>

namespace lockstep {

namespace {

/// An explicit offset and a zone's own name leave nothing to choose.
bool isExplicit(const PlaceCandidate& c) { return c.source == "offset" || c.source == "zone name"; }

bool isSameReading(const ZoneOption& a, const ZoneOption& b)
{
    return a.zone == b.zone && a.statedOffset == b.statedOffset;
}

/// The readings of some words whose zones can be used; a zone that cannot is said once.
std::vector<ZoneOption> optionsFor(const std::string& words, int line, std::vector<Problem>& problems)
{
    std::vector<ZoneOption> options;
    std::optional<Problem> refused;
    for (const PlaceCandidate& candidate : placesFor(words)) {
        if (isExplicit(candidate) && !options.empty())
            continue;
        const Result<Zone> zone = Zone::find(candidate.zone);
        if (!zone) {
            refused = zone.error();
            continue;
        }
        if (candidate.source == "close spelling" && options.empty())
            problems.push_back({Severity::Note, line, 0, "'" + words + "' is read as " + candidate.zone + ".", {}});
        const ZoneOption option{*zone, candidate.label, candidate.statedOffset};
        if (std::ranges::none_of(options, [&](const ZoneOption& o) { return isSameReading(o, option); }))
            options.push_back(option);
        if (isExplicit(candidate))
            break;
    }
    if (options.empty() && refused) {
        refused->line = line;
        problems.push_back(*refused);
    }
    return options;
}

/// Clocks by their words, each looked up once. Words that mean the very same share a clock.
class ClockTable {
public:
    ClockTable(ClockPlan& plan, const Corrections& corrections) : m_plan(plan), m_corrections(corrections) {}

    /// -1 where the words name no zone.
    int named(const std::string& words, int line)
    {
        if (words.empty())
            return -1;
        const auto [found, isNew] = m_byWords.try_emplace(words, -1);
        if (!isNew)
            return found->second;
        std::vector<ZoneOption> options = meant(words, line);
        std::vector<ZoneOption> stated;
        if (options.empty())
            options = known(words, line);
        else
            stated = optionsFor(words, line, m_plan.problems);
        if (!options.empty())
            found->second = shared(ClockSource{words, line, std::move(options), false, std::move(stated), {words}});
        return found->second;
    }

    int chosen(const std::string& zone)
    {
        const auto [found, isNew] = m_byChoice.try_emplace(zone, -1);
        if (!isNew)
            return found->second;
        std::vector<ZoneOption> options = optionsFor(zone, 0, m_plan.problems);
        if (options.empty()) {
            m_plan.problems.push_back(unknownWords(zone, 0));
            return -1;
        }
        return found->second = added(ClockSource{zone, 0, std::move(options), true, {}, {}});
    }

    int unzoned()
    {
        if (m_unzoned < 0)
            m_unzoned = added(ClockSource{});
        return m_unzoned;
    }

private:
    /// What a person says the words mean.
    std::vector<ZoneOption> meant(const std::string& words, int line)
    {
        const auto found = m_corrections.zoneWords.find(words);
        return found == m_corrections.zoneWords.end() ? std::vector<ZoneOption>{} : optionsFor(found->second, line, m_plan.problems);
    }

    /// What the tables know the words to mean; that they do not is said.
    std::vector<ZoneOption> known(const std::string& words, int line)
    {
        const std::size_t before = m_plan.problems.size();
        std::vector<ZoneOption> options = optionsFor(words, line, m_plan.problems);
        if (options.empty() && m_plan.problems.size() == before)
            m_plan.problems.push_back(unknownWords(words, line));
        return options;
    }

    int added(ClockSource clock)
    {
        m_plan.clocks.push_back(std::move(clock));
        return static_cast<int>(m_plan.clocks.size()) - 1;
    }
    int shared(ClockSource clock)
    {
        for (std::size_t i = 0; i < m_plan.clocks.size(); ++i) {
            ClockSource& other = m_plan.clocks[i];
            if (!other.isChosen && std::ranges::equal(other.options, clock.options, isSameReading)) {
                other.spellings.merge(clock.spellings);
                return static_cast<int>(i);
            }
        }
        return added(std::move(clock));
    }

    ClockPlan& m_plan;
    const Corrections& m_corrections;
    std::map<std::string, int> m_byWords, m_byChoice;
    int m_unzoned = -1;
};

/// What a row says about its own clock, the nearest first.
int statedClock(const DraftEvent& e, ClockTable& table)
{
    const auto placed = [&] { return table.named(e.place, e.line); };
    if (!e.zone)
        return placed();
    // A place in the row is nearer than a zone stated once for all rows.
    if (e.zone->where != Where::Row && !e.place.empty())
        if (const int clock = placed(); clock >= 0)
            return clock;
    const int clock = table.named(e.zone->value, e.zone->line > 0 ? e.zone->line : e.line);
    return clock >= 0 ? clock : placed();
}

/// The clock most rows of each lane go by; -1 where none of them says.
std::vector<int> clocksOfLanes(const ClockPlan& plan, const LanePlan& lanes)
{
    std::vector<std::map<int, int>> counts(lanes.lanes.size());
    for (std::size_t i = 0; i < plan.clockOf.size(); ++i)
        if (plan.clockOf[i] >= 0)
            ++counts[static_cast<std::size_t>(lanes.laneOf[i])][plan.clockOf[i]];
    std::vector<int> clocks;
    for (const auto& count : counts) {
        const auto most = std::ranges::max_element(count, {}, [](const auto& entry) { return entry.second; });
        clocks.push_back(most == count.end() ? -1 : most->first);
    }
    return clocks;
}

/// The zone a person chose for a lane: its own, else the document's where no row of the lane states one itself.
std::optional<std::string> choiceFor(const Lane& lane, bool hasOwnClock, bool isOnly, const Corrections& corrections)
{
    if (const auto own = corrections.zones.find(lane.role); own != corrections.zones.end())
        return own->second;
    const auto all = corrections.zones.find("");
    if (all != corrections.zones.end() && (!hasOwnClock || isOnly))
        return all->second;
    return {};
}

/// Lanes some row of which states the lane's clock itself, not a heading or a sentence for it.
std::vector<bool> lanesWithOwnClock(const Draft& draft, const ClockPlan& plan, const LanePlan& lanes)
{
    std::vector<bool> has(lanes.lanes.size());
    for (std::size_t i = 0; i < draft.events.size(); ++i) {
        const DraftEvent& e = draft.events.common(i);
        const auto lane = static_cast<std::size_t>(lanes.laneOf[i]);
        const bool isOwn = !e.place.empty() || (e.zone && e.zone->where == Where::Row);
        if (isOwn && plan.clockOf[i] >= 0 && plan.clockOf[i] == plan.clockOfLane[lane])
            has[lane] = true;
    }
    return has;
}

/// A chosen clock keeps the document's name for it.
void rememberStated(ClockSource& chosen, const ClockSource& stated)
{
    chosen.stated = stated.options;
    chosen.words = stated.words;
    chosen.line = stated.line;
    chosen.spellings = stated.spellings;
}

/// Whether a chosen clock is another zone than any the document's own words can mean.
bool contradicts(const ClockSource& chosen, const ClockSource& stated)
{
    return chosen.isChosen && std::ranges::none_of(stated.options, [&](const ZoneOption& said) {
        return std::ranges::find(chosen.options, said.zone, &ZoneOption::zone) != chosen.options.end();
    });
}

/// Rows without a clock, and those on their lane's, go by the lane's; what a person's choice overrides is remembered.
void followLanes(const Draft& draft, const LanePlan& lanes, const std::vector<int>& stated, ClockPlan& plan)
{
    for (std::size_t i = 0; i < plan.clockOf.size(); ++i) {
        const auto lane = static_cast<std::size_t>(lanes.laneOf[i]);
        const int own = plan.clockOf[i], ofLane = plan.clockOfLane[lane];
        if (own >= 0 && own != stated[lane])
            continue;
        plan.clockOf[i] = ofLane;
        const auto& zone = draft.events.common(i).zone;
        if (own >= 0 && zone && contradicts(plan.clocks[static_cast<std::size_t>(ofLane)], plan.clocks[static_cast<std::size_t>(own)])) {
            plan.overridden.resize(plan.clockOf.size());
            plan.overridden[i] = &*zone;
        }
    }
}

/// A clock whose rows a person gave another zone is no longer in question.
void dropUnusedClocks(ClockPlan& plan)
{
    std::vector<int> kept(plan.clocks.size(), -1);
    for (const auto* clocks : {&plan.clockOf, &plan.clockOfLane})
        for (const int clock : *clocks)
            kept[static_cast<std::size_t>(clock)] = 0;
    std::vector<ClockSource> used;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (kept[i] < 0)
            continue;
        kept[i] = static_cast<int>(used.size());
        used.push_back(std::move(plan.clocks[i]));
    }
    plan.clocks = std::move(used);
    for (auto* clocks : {&plan.clockOf, &plan.clockOfLane})
        for (int& clock : *clocks)
            clock = kept[static_cast<std::size_t>(clock)];
}

} // namespace

ClockPlan planClocks(const Draft& draft, const LanePlan& lanes, const Corrections& corrections)
{
    ClockPlan plan;
    ClockTable table{plan, corrections};
    plan.clockOf.reserve(draft.events.size());
    for (const DraftEvent& e : draft.events)
        plan.clockOf.push_back(statedClock(e, table));
    plan.clockOfLane = clocksOfLanes(plan, lanes);

    const std::vector<int> stated = plan.clockOfLane;
    std::vector<int> known = stated; // and what a person chose
    const std::vector<bool> hasOwn = lanesWithOwnClock(draft, plan, lanes);
    for (std::size_t lane = 0; lane < stated.size(); ++lane) {
        const auto choice = choiceFor(lanes.lanes[lane], hasOwn[lane], stated.size() == 1, corrections);
        const int chosen = choice ? table.chosen(*choice) : -1;
        if (chosen >= 0) {
            plan.clockOfLane[lane] = known[lane] = chosen;
            if (stated[lane] >= 0)
                rememberStated(plan.clocks[static_cast<std::size_t>(chosen)], plan.clocks[static_cast<std::size_t>(stated[lane])]);
        } else if (stated[lane] < 0)
            plan.clockOfLane[lane] = table.unzoned();
    }
    for (Problem& problem : unknownPlaces(draft, lanes, known))
        plan.problems.push_back(std::move(problem));
    followLanes(draft, lanes, stated, plan);
    dropUnusedClocks(plan);
    return plan;
}

std::string zoneWordsOf(const DraftEvent& row)
{
    return row.zone && (row.zone->where == Where::Row || row.place.empty()) ? row.zone->value : row.place.str();
}

} // namespace lockstep
