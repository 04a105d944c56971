#include "core/zone_rivals.h"
#include "core/overruled_zones.h"
#include "core/places.h"
#include "core/resolve_words.h"
#include "core/wording.h"
#include "core/zone_offset.h"
#include <algorithm>

namespace lockstep {

namespace {

using Zones = std::vector<std::pair<std::string, std::string>>;

const std::string& roleOf(const Understanding& known, std::size_t lane) { return known.lanes.lanes[lane].role; }

std::vector<std::size_t> lanesOn(const Understanding& known, int clock)
{
    std::vector<std::size_t> lanes;
    for (std::size_t lane = 0; lane < known.clocks.clockOfLane.size(); ++lane)
        if (known.clocks.clockOfLane[lane] == clock)
            lanes.push_back(lane);
    return lanes;
}

/// Whether a clock is that of these lanes alone: no row of another goes by it.
bool isOfLanes(const Understanding& known, int clock, const std::vector<std::size_t>& lanes)
{
    for (std::size_t row = 0; row < known.clocks.clockOf.size(); ++row)
        if (known.clocks.clockOf[row] == clock && std::ranges::find(lanes, static_cast<std::size_t>(known.lanes.laneOf[row])) == lanes.end())
            return false;
    return true;
}

/// Reads a clock by another zone wherever the document goes by it.
std::vector<Change> everywhere(const Understanding& known, int clock, const std::string& zone)
{
    const ClockSource& source = known.clock(clock);
    const auto lanes = lanesOn(known, clock);
    std::vector<Change> changes;
    const bool hasWords = !source.isChosen && !source.spellings.empty();
    if (hasWords && (lanes.size() != 1 || !isOfLanes(known, clock, lanes))) {
        for (const std::string& words : source.spellings)
            changes.emplace_back(SetZoneWords{words, zone, nameInReading(known.draft)});
        return changes;
    }
    for (const std::size_t lane : lanes)
        changes.emplace_back(SetZone{roleOf(known, lane), zone});
    return changes;
}

/// The first row on which a clock's words say another offset than its zone had that day.
struct OtherSeason {
    std::size_t row = 0;
    std::chrono::minutes stated{0}, ruling{0};
};

std::optional<OtherSeason> otherSeason(const Understanding& known, int clock)
{
    const ZoneOption* option = known.option(clock);
    if (!known.calendar.dated || !option || !option->statedOffset)
        return {};
    for (std::size_t row = 0; row < known.clocks.clockOf.size(); ++row) {
        if (known.clocks.clockOf[row] != clock || !known.calendar.local[row])
            continue;
        const auto ruling = std::chrono::floor<std::chrono::minutes>(option->zone.offsetAt(option->zone.at(*known.calendar.local[row]).earliest));
        if (ruling != *option->statedOffset)
            return OtherSeason{row, *option->statedOffset, ruling};
    }
    return {};
}

std::string otherSeasonWords(const Understanding& known, int clock, const OtherSeason& other)
{
    return '"' + known.clock(clock).words + "\" says " + offsetLabel(other.stated) + ", but on "
        + dateWords(date::floor<date::days>(*known.calendar.local[other.row])) + ' ' + known.option(clock)->zone.name() + " was on "
        + offsetLabel(other.ruling) + '.';
}

std::optional<Inference> seasonInference(const Understanding& known, int clock)
{
    const auto other = otherSeason(known, clock);
    if (!other)
        return {};
    const std::string& words = known.clock(clock).words;
    return Inference{.about = "offset of '" + words + '\'', .answer = "local time there (" + offsetLabel(other->ruling) + ')',
        .because = otherSeasonWords(known, clock, *other),
        .rivals = zoneRivals(known, clock, {{offsetLabel(other->stated) + ", as written", offsetName(other->stated)}}),
        .line = known.draft.events[other->row].line};
}

std::optional<Inference> spellingInference(const Understanding& known, int clock)
{
    const ClockSource& source = known.clock(clock);
    const ZoneOption* option = known.option(clock);
    const auto& read = source.stated.empty() ? source.options : source.stated;
    if (source.isChosen || !option || read.empty())
        return {};
    const auto candidates = placesFor(source.words);
    if (candidates.empty() || candidates.front().source != "close spelling")
        return {};
    Zones zones;
    for (const std::string& like : placesLike(source.words))
        if (like != option->zone.name())
            zones.emplace_back(like, like);
    return Inference{.about = '\'' + source.words + '\'', .answer = option->zone.name(),
        .because = '\'' + source.words + "' is read as " + option->zone.name() + '.', .rivals = zoneRivals(known, clock, zones), .line = source.line};
}

/// Lanes without a zone are drawn as written: UTC, or a zone the document speaks of elsewhere, is offered.
std::optional<Inference> noZoneInference(const Understanding& known)
{
    const auto hasNone = [&](std::size_t lane) { return known.option(known.clocks.clockOfLane[lane]) == nullptr; };
    std::vector<std::size_t> lanes;
    for (std::size_t lane = 0; lane < known.lanes.lanes.size(); ++lane)
        if (hasNone(lane))
            lanes.push_back(lane);
    if (known.calendar.isElapsed || lanes.empty() || known.draft.events.empty())
        return {};
    const bool isAll = lanes.size() == known.lanes.lanes.size();
    Inference none{.about = isAll ? "time zone" : "zone of " + roleOf(known, lanes.front()), .answer = "none stated", .because = unzonedWords(known), .rivals = {}};
    for (std::size_t row = 0; row < known.draft.events.size() && none.line == 0; ++row)
        if (hasNone(static_cast<std::size_t>(known.lanes.laneOf[row])))
            none.line = known.draft.events[row].line;
    const auto offer = [&](const std::string& words, const std::string& zone) {
        Rival rival{words, {}};
        for (const std::size_t lane : lanes)
            rival.changes.emplace_back(SetZone{roleOf(known, lane), zone});
        if (isAll)
            rival.changes = {SetZone{{}, zone, nameInReading(known.draft)}};
        none.rivals.push_back(std::move(rival));
    };
    bool isUtcOffered = false;
    for (std::size_t clock = 0; clock < known.clocks.clocks.size(); ++clock)
        if (const ZoneOption* option = known.option(static_cast<int>(clock))) {
            const ClockSource& source = known.clocks.clocks[clock];
            offer(option->zone.name() + (source.line > 0 ? ", as on line " + std::to_string(source.line) : ""), option->zone.name());
            isUtcOffered = isUtcOffered || option->zone == Zone::utc();
        }
    if (!isUtcOffered)
        offer("UTC", "UTC");
    return none;
}

/// Zones the document states and a person's choice reads otherwise, each statement once.
void sayOverridden(const Understanding& known, std::vector<Problem>& problems)
{
    const auto isChosen = [](const ClockSource& clock) { return clock.isChosen; };
    if (known.corrections.zones.contains("") && std::ranges::none_of(known.clocks.clocks, isChosen))
        problems.push_back({Severity::Note, 0, 0, "The zone chosen for the whole document is not used: every lane states its own.",
                            "Choose it for one lane."});
    std::set<std::pair<int, std::string>> said;
    for (std::size_t i = 0; i < known.clocks.overridden.size(); ++i) {
        const Stated<std::string>* zone = known.clocks.overridden[i];
        const ZoneOption* option = known.option(known.clocks.clockOf[i]);
        if (zone == nullptr || option == nullptr)
            continue;
        const int line = zone->line > 0 ? zone->line : known.draft.events[i].line;
        if (said.emplace(line, zone->value).second)
            problems.push_back({Severity::Note, line, 0, "\"" + zone->value + "\" is overruled by the zone chosen by hand.",
                                "Read as " + option->zone.name() + "."});
    }
}

} // namespace

std::string zoneThatTakes(const Understanding& known, int clock, std::size_t setting)
{
    const std::vector<Setting>& settings = known.choice(clock).settings;
    const Setting& wanted = settings[setting];
    const ZoneOption& option = known.clock(clock).options[wanted.option];
    if (!wanted.phase || !wanted.phase->changes)
        return option.zone.name();
    // Named, the zone would run by the season that puts most rows in order.
    const auto isRival = [&](const Setting& s) { return s.option == wanted.option && s.phase != wanted.phase && s.reversed <= wanted.reversed; };
    const bool leadsThere = !option.statedOffset && std::ranges::none_of(settings, isRival);
    return leadsThere ? option.zone.name() : offsetName(wanted.phase->offset);
}

std::vector<Rival> zoneRivals(const Understanding& known, int clock, const Zones& zones)
{
    std::vector<Rival> rivals;
    for (const auto& [words, zone] : zones)
        rivals.push_back({words, everywhere(known, clock, zone)});
    const auto lanes = lanesOn(known, clock);
    if (lanes.size() > 1)
        for (const std::size_t lane : lanes)
            for (const auto& [words, zone] : zones)
                rivals.push_back({"only " + roleOf(known, lane) + ": " + words, {SetZone{roleOf(known, lane), zone}}});
    return rivals;
}

std::vector<Inference> zoneDoubts(const Understanding& known)
{
    std::vector<Inference> doubts = overruledZones(known);
    for (std::size_t clock = 0; clock < known.clocks.clocks.size(); ++clock)
        for (auto* infer : {seasonInference, spellingInference})
            if (auto doubt = infer(known, static_cast<int>(clock)))
                doubts.push_back(std::move(*doubt));
    if (auto none = noZoneInference(known))
        doubts.push_back(std::move(*none));
    return doubts;
}

std::vector<Problem> contradictedZones(const Understanding& known)
{
    std::vector<Problem> problems;
    sayOverridden(known, problems);
    for (std::size_t i = 0; i < known.clocks.clocks.size(); ++i) {
        const int clock = static_cast<int>(i);
        if (const auto other = otherSeason(known, clock))
            problems.push_back({Severity::Warning, known.draft.events[other->row].line, 0, otherSeasonWords(known, clock, *other),
                                "Read as local time there (" + offsetLabel(other->ruling) + ")."});
    }
    return problems;
}

} // namespace lockstep
