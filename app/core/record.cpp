#include "core/record.h"
#include "core/landing.h"
#include "core/places.h"
#include "core/wording.h"
#include "core/zone_words.h"
#include "core/zone_run.h"
#include <algorithm>
#include <unordered_map>

namespace lockstep {

namespace {

/// Whether a place can go by this clock: "Washington" by New York's, "Paris" by CET, "Vietnam" not by UTC.
bool canGoBy(const std::string& place, const ZoneOption& clock)
{
    const std::vector<Phase> wanted = phasesOf(clock);
    for (const PlaceCandidate& candidate : placesFor(place)) {
        const Result<Zone> zone = Zone::find(candidate.zone);
        if (!zone)
            continue;
        if (*zone == clock.zone)
            return true;
        const std::vector<Phase> phases = phasesOf({*zone, {}, {}});
        const auto isOneOfThese = [&](const Phase& p) { return std::ranges::count(phases, p.offset, &Phase::offset) > 0; };
        if (clock.zone != Zone::utc() && std::ranges::all_of(wanted, isOneOfThese))
            return true;
    }
    return false;
}

class RecordBuilder {
public:
    RecordBuilder(const Understanding& known, std::vector<RowNote>& notes) : m_known(known), m_notes(notes)
    {
        for (int clock = 0; clock < static_cast<int>(known.clocks.clocks.size()); ++clock) {
            const ZoneOption* option = optionOf(clock);
            m_zoneNames.push_back(option ? Name{option->zone.name()} : Name{});
            m_runs.emplace_back(option ? option->zone : Zone::utc());
        }
    }

    Lane lane(std::size_t index) const
    {
        Lane lane = m_known.lanes.lanes[index];
        const int clock = m_known.clocks.clockOfLane[index];
        const ZoneOption* option = optionOf(clock);
        const ClockChoice& choice = m_known.choice(clock);
        lane.offsetKnown = choice.offsetKnown;
        if (!option)
            return lane;
        lane.zoneName = option->zone.name();
        lane.zoneInferred = choice.isByOrder;
        lane.zoneWritten = writtenName(index, lane, *option);
        const auto& phase = choice.setting().phase;
        lane.zone = phase ? Zone::fixed(phase->offset) : option->zone;
        return lane;
    }

    Event event(std::size_t i)
    {
        const DraftEvent& said = m_known.draft.events[i];
        Event e;
        e.id = rowNumber(m_known.draft, i);
        e.file = m_known.draft.file;
        e.isDated = m_known.calendar.dated;
        e.line = said.line;
        e.lastLine = said.lastLine;
        e.group = said.group;
        e.lane = m_known.lanes.laneOf[i];
        e.actor = actorOf(said);
        e.text = said.text;
        e.written = said.written;
        e.approx = said.approx;
        e.notes = said.doubts;
        e.hasClock = said.clock || said.elapsed || m_known.corrections.clocks.contains(e.id);
        e.offsetKnown = m_known.choice(m_known.clocks.clockOf[i]).offsetKnown;
        e.zoneName = m_zoneNames[static_cast<std::size_t>(m_known.clocks.clockOf[i])];
        noteCorrection(i, e.id);
        placeOnAxis(i, e);
        return e;
    }

    /// Says of a row on another clock than its lane's how the document writes it.
    void noteOtherClock(std::size_t i, const Event& e, const Lane& lane)
    {
        const int clock = m_known.clocks.clockOf[i];
        const bool isShownOtherwise = e.hasClock && e.hasInstant && lane.zone.wallAt(e.at) != e.local;
        if (clock == m_known.clocks.clockOfLane[static_cast<std::size_t>(e.lane)] || !isShownOtherwise)
            return;
        std::string words = shortZoneWords(zoneWordsOf(m_known.draft.events[i]));
        if (words.empty())
            words = offsetLabel(std::chrono::floor<std::chrono::minutes>(e.local.time_since_epoch() - e.at.time_since_epoch()));
        const std::string written = e.written.empty() ? clockLabel(e.local) : e.written.str();
        m_notes.push_back({i, "This row is in " + words + " ('" + written + "'); its clock is shown in " + clockName(lane) + "."});
    }

private:
    /// Without any clock no zone means anything.
    const ZoneOption* optionOf(int clock) const { return m_known.calendar.isElapsed ? nullptr : m_known.option(clock); }

    /// "Client: Isa Gates", stored once for all her rows.
    Name actorOf(const DraftEvent& said)
    {
        if (said.role.empty() || said.person.empty())
            return said.role.empty() ? said.person : said.role;
        std::string words = said.role + ": " + said.person;
        return m_actors.try_emplace(words, words).first->second;
    }

    /// What the lane's clock is called where its place does not tell.
    std::string writtenName(std::size_t index, const Lane& lane, const ZoneOption& option) const
    {
        const int clock = m_known.clocks.clockOfLane[index];
        const ClockSource& source = m_known.clock(clock);
        const bool isByPlace = !lane.place.empty() && ((!source.isChosen && source.words == lane.place) || canGoBy(lane.place, option));
        if (isByPlace)
            return {};
        std::string words = source.words;
        if (source.isChosen) {
            const auto own = m_known.corrections.zones.find(lane.role);
            words = own != m_known.corrections.zones.end() ? own->second : m_known.corrections.zones.at("");
        } else {
            for (std::size_t i = 0; i < m_known.draft.events.size(); ++i)
                if (m_known.lanes.laneOf[i] == static_cast<LaneId>(index) && m_known.clocks.clockOf[i] == clock)
                    if (const std::string own = zoneWordsOf(m_known.draft.events[i]); !own.empty()) {
                        words = own;
                        break;
                    }
        }
        std::string name = shortZoneWords(words);
        return name.empty() && !lane.place.empty() ? offsetLabel(option.zone.offsetAt(Instant{})) : name;
    }

    void noteCorrection(std::size_t i, EventId id)
    {
        const auto found = m_known.corrections.clocks.find(id);
        if (found == m_known.corrections.clocks.end())
            return;
        const DraftEvent& said = m_known.draft.events[i];
        const std::string now = clockLabel(WallTime{found->second.clock.sinceMidnight()});
        m_notes.push_back({i, std::string{clockCorrected} + (said.clock || said.elapsed
            ? "corrected to " + now + "; the document says \"" + said.written + "\"."
            : "set to " + now + "; the document states none.")});
    }

    void placeOnAxis(std::size_t i, Event& e)
    {
        const auto& local = m_known.calendar.local[i];
        e.hasInstant = local.has_value();
        if (!local)
            return;
        if (m_group != e.group)
            m_before.reset();
        m_group = e.group;
        e.local = *local;
        const Landing landing = land(i, *local);
        e.at = landing.at;
        if (!landing.note.empty() && e.hasClock)
            noteLanding(i, e.id, landing);
        if (e.hasClock && !e.zoneName.empty())
            m_before = e.at;
        e.endLocal = m_known.calendar.end(i);
        if (e.endLocal) {
            const WallTime end = e.hasClock ? *e.endLocal : *e.endLocal + date::days{1};
            e.end = std::max(e.at, landEnd(i, end, e.at));
        }
        setBack(i, e);
    }

    void noteLanding(std::size_t i, EventId id, const Landing& landing)
    {
        RowNote note{i, landing.note, landing.answer, false, {}};
        for (const auto& [later, words] : landing.others)
            note.rivals.push_back({words, {SetFold{id, later}}});
        m_notes.push_back(std::move(note));
    }

    /// A file's clock that was fast or slow is put right, but where a person said what the clock of a row should be.
    void setBack(std::size_t i, Event& e) const
    {
        const Millis by = m_known.corrections.clockAhead;
        if (by == Millis{0} || !e.hasClock || m_known.corrections.clocks.contains(e.id))
            return;
        const ZoneOption* option = m_known.option(m_known.clocks.clockOf[i]);
        const bool hasRules = option && !m_known.choice(m_known.clocks.clockOf[i]).setting().phase;
        const auto wallAt = [&](WallTime local, Instant at) { return hasRules ? option->zone.wallAt(at) : local - by; };
        e.at -= by;
        e.local = wallAt(e.local, e.at);
        if (e.end && e.endLocal) {
            *e.end -= by;
            e.endLocal = wallAt(*e.endLocal, *e.end);
        }
        e.notes.push_back(std::string{clockSetBack} + setBackWords(by) + '.');
    }

    Landing land(std::size_t i, WallTime local)
    {
        const int clock = m_known.clocks.clockOf[i];
        const ZoneOption* option = optionOf(clock);
        if (!option)
            return {Instant{local.time_since_epoch()}, {}, {}, {}};
        const auto& phase = m_known.choice(clock).setting().phase;
        if (phase)
            return {instantUnder(*option, phase, local), {}, {}, {}};
        const Moments moments = m_runs[static_cast<std::size_t>(clock)].at(local);
        const auto fold = m_known.corrections.folds.find(rowNumber(m_known.draft, i));
        std::optional<bool> later;
        if (fold != m_known.corrections.folds.end())
            later = fold->second;
        switch (moments.kind) {
        case Moments::Kind::Repeated:
            return repeatedTime(option->zone, local, moments, m_before, later);
        case Moments::Kind::Skipped:
            return skippedTime(option->zone, local, moments, later);
        case Moments::Kind::Unique:
            break;
        }
        return {moments.earliest, {}, {}, {}};
    }

    /// An end lies on the same clock as its begin: of two readings the first that is not before it.
    Instant landEnd(std::size_t i, WallTime end, Instant begin)
    {
        const int clock = m_known.clocks.clockOf[i];
        const ZoneOption* option = optionOf(clock);
        if (!option)
            return Instant{end.time_since_epoch()};
        const auto& phase = m_known.choice(clock).setting().phase;
        if (phase)
            return instantUnder(*option, phase, end);
        const Moments moments = m_runs[static_cast<std::size_t>(clock)].at(end);
        return moments.earliest >= begin ? moments.earliest : moments.latest;
    }

    const Understanding& m_known;
    std::vector<RowNote>& m_notes;
    std::vector<Name> m_zoneNames; ///< per clock
    std::vector<ZoneRun> m_runs;   ///< likewise
    std::unordered_map<std::string, Name> m_actors;
    std::optional<Instant> m_before;
    int m_group = 0;
};

} // namespace

Understanding understand(const Draft& draft, const Reading& reading, const Company& company)
{
    Understanding known{draft, company, correctionsOf(reading, draft), {}, {}, {}, {}};
    known.lanes = planLanes(draft, known.corrections, company);
    known.clocks = planClocks(draft, known.lanes, known.corrections);
    const std::vector<OffsetRange> ranges = rangesOf(known.clocks.clocks);
    known.calendar = findCalendar(draft, known.corrections, known.clocks.clockOf, ranges);
    known.choices = chooseZones(draft, known.clocks.clocks, known.clocks.clockOf, known.calendar);
    return known;
}

Timeline recordOf(const Understanding& known, std::vector<RowNote>& notes)
{
    Timeline record;
    record.title = known.corrections.title.value_or(known.draft.title);
    record.sources.push_back({.name = known.draft.sourceName, .hash = known.draft.sourceHash, .dated = known.calendar.dated,
        .isElapsed = known.calendar.isElapsed, .clockAhead = known.corrections.clockAhead, .firstRow = rowNumber(known.draft, 0)});
    record.dated = known.calendar.dated;
    record.isElapsed = known.calendar.isElapsed;
    RecordBuilder builder{known, notes};
    for (std::size_t i = 0; i < known.lanes.lanes.size(); ++i)
        record.lanes.push_back(builder.lane(i));
    if (known.draft.events.packing())
        record.events.close(EventPacking{known.draft.events});
    record.events.reserve(known.draft.events.size());
    for (std::size_t i = 0; i < known.draft.events.size(); ++i) {
        const Event event = builder.event(i);
        record.events.push_back(event);
        builder.noteOtherClock(i, event, record.lane(event.lane));
    }
    return record;
}

} // namespace lockstep
