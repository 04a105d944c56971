#include "core/bands.h"
#include "core/grouped.h"
#include "core/kind_words.h"
#include "core/limits.h"
#include "core/wording.h"
#include <algorithm>
#include <unordered_map>

namespace lockstep {

namespace {

/// A name rows carry, and how many do.
struct Carried {
    std::string name;
    std::size_t rows = 0;
};

struct ViewHash : std::hash<std::string_view> {
    using is_transparent = void;
};

/// In order of their first rows.
std::vector<Carried> namesOf(const Timeline& record, const Name Event::*name)
{
    std::vector<Carried> names;
    std::unordered_map<std::string, std::size_t, ViewHash, std::equal_to<>> places;
    for (EventId id = 1; record.has(id); ++id) {
        const std::string_view here = record.common(id).*name;
        if (here.empty())
            continue;
        auto found = places.find(here);
        if (found == places.end()) {
            found = places.emplace(here, names.size()).first;
            names.push_back({std::string{here}, 0});
        }
        ++names[found->second].rows;
    }
    return names;
}

/// Those that most rows carry, still in order of their first rows.
std::vector<Carried> mostCarried(const std::vector<Carried>& names)
{
    if (names.size() <= limits::mostBands)
        return names;
    std::vector<std::size_t> order(names.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return names[i].rows; });
    order.resize(limits::mostBands);
    std::ranges::sort(order);
    std::vector<Carried> most;
    for (const std::size_t i : order)
        most.push_back(names[i]);
    return most;
}

/// A lane that has no words but those of its clock.
Lane clockOf(const Lane& lane)
{
    Lane clock = lane;
    clock.role.clear();
    clock.person.clear();
    clock.reads.clear();
    return clock;
}

/// The clock of rows that state a zone none of the lanes goes by.
Lane clockOfZone(const Timeline& record, const std::string& zone)
{
    Lane clock;
    clock.zoneName = zone;
    if (const auto found = Zone::find(zone); found && record.dated)
        clock.zone = *found;
    else
        for (const Event& event : record.events)
            if (event.zoneName == zone && event.hasInstant) {
                clock.zone = Zone::fixed(std::chrono::round<std::chrono::minutes>(event.local.time_since_epoch() - event.at.time_since_epoch()));
                break;
            }
    return clock;
}

bool isOneClock(const Lane& a, const Lane& b)
{
    return a.zoneName.empty() == b.zoneName.empty() && a.zone == b.zone;
}

} // namespace

Bands::Bands(const Timeline& record, LanesBy by) : m_by(by)
{
    switch (by) {
    case LanesBy::Record:
        m_lanes = record.lanes;
        break;
    case LanesBy::Actor:
        addActors(record);
        break;
    case LanesBy::Zone:
        addZones(record);
        break;
    case LanesBy::Kind:
        for (std::size_t kind = 0; kind < kindCount; ++kind)
            add(std::string{kindTitle(static_cast<Kind>(kind))});
        break;
    case LanesBy::Source:
        for (const Source& source : record.sources)
            add(source.name);
        break;
    }
    describe(record);
}

BandId Bands::add(std::string name)
{
    Lane lane;
    lane.role = std::move(name);
    m_lanes.push_back(std::move(lane));
    return static_cast<BandId>(m_lanes.size()) - 1;
}

BandId Bands::named(std::string_view name) const
{
    const auto found = m_named.find(name);
    return found == m_named.end() ? m_others : found->second;
}

BandId Bands::of(const Event& event) const
{
    switch (m_by) {
    case LanesBy::Record: return event.lane;
    case LanesBy::Actor: return named(event.actor);
    case LanesBy::Zone: return named(event.zoneName);
    case LanesBy::Kind: return static_cast<BandId>(event.kind);
    case LanesBy::Source: return event.file;
    }
    return event.lane;
}

void Bands::addRest(std::string_view unnamed, std::string others)
{
    m_named.emplace("", add(std::string{unnamed}));
    m_others = add(std::move(others));
}

void Bands::addActors(const Timeline& record)
{
    const std::vector<Carried> all = namesOf(record, &Event::actor), shown = mostCarried(all);
    for (const Carried& actor : shown)
        m_named.emplace(actor.name, add(actor.name));
    addRest("No one named", grouped(static_cast<long long>(all.size() - shown.size())) + " others");
}

/// The clocks of the record's lanes first, in their order: that is the order of the rulers.
void Bands::addZones(const Timeline& record)
{
    const auto put = [&](const std::string& zone, Lane clock) {
        clock.role = clockName(clock);
        if (zone.empty() || m_named.contains(zone))
            return;
        m_named.emplace(zone, static_cast<BandId>(m_lanes.size()));
        m_lanes.push_back(std::move(clock));
    };
    for (const Lane& lane : record.lanes)
        put(lane.zoneName, clockOf(lane));
    const std::vector<Carried> all = namesOf(record, &Event::zoneName), shown = mostCarried(all);
    for (const Carried& zone : shown)
        if (!m_named.contains(zone.name))
            put(zone.name, clockOfZone(record, zone.name));
    addRest("No time zone", grouped(static_cast<long long>(all.size() - shown.size())) + " others");
}

void Bands::describe(const Timeline& record)
{
    m_lanesIn.resize(m_lanes.size());
    m_isMixed.resize(m_lanes.size());
    if (areRecorded()) {
        for (std::size_t i = 0; i < m_lanes.size(); ++i)
            m_lanesIn[i].insert(static_cast<LaneId>(i));
        return;
    }
    for (EventId id = 1; record.has(id); ++id) {
        const Event& event = record.common(id);
        if (const auto band = static_cast<std::size_t>(of(event)); band < m_lanesIn.size() && event.lane >= 0)
            m_lanesIn[band].insert(event.lane);
    }
    for (std::size_t i = 0; i < m_lanes.size(); ++i)
        shareClock(record, static_cast<BandId>(i));
}

/// Rows are drawn on the clocks of their lanes, and by zone on that of the zone.
void Bands::shareClock(const Timeline& record, BandId band)
{
    Lane& lane = m_lanes[static_cast<std::size_t>(band)];
    const std::set<LaneId>& lanes = lanesIn(band);
    const bool isByZone = m_by == LanesBy::Zone && band != m_others;
    if (isByZone || lanes.empty())
        return;
    const Lane& first = record.lane(*lanes.begin());
    if (!std::ranges::all_of(lanes, [&](LaneId id) { return isOneClock(record.lane(id), first); })) {
        m_isMixed[static_cast<std::size_t>(band)] = true;
        return;
    }
    std::string name = std::move(lane.role);
    lane = clockOf(first);
    lane.role = std::move(name);
}

bool canTell(const Timeline& record, LanesBy by)
{
    switch (by) {
    case LanesBy::Actor: return std::ranges::any_of(record.events, [](const Event& e) { return !e.actor.empty(); });
    case LanesBy::Zone: return std::ranges::any_of(record.lanes, [](const Lane& lane) { return !lane.zoneName.empty(); });
    case LanesBy::Source: return record.sources.size() > 1;
    case LanesBy::Record:
    case LanesBy::Kind: break;
    }
    return true;
}

std::string lanesBySentence(LanesBy by)
{
    switch (by) {
    case LanesBy::Record: return {};
    case LanesBy::Actor: return "Lanes are drawn by actor.";
    case LanesBy::Zone: return "Lanes are drawn by time zone.";
    case LanesBy::Kind: return "Lanes are drawn by kind.";
    case LanesBy::Source: return "Lanes are drawn by file.";
    }
    return {};
}

} // namespace lockstep
