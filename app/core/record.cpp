#include "core/record.h"
#include "core/wording.h"

namespace lockstep {

namespace {

/// A wall time on the axis, and what had to be decided for it.
struct Landing {
    Instant at;
    std::string note;
};

std::string cityOf(const Zone& zone)
{
    std::string name = zone.name();
    if (const auto slash = name.rfind('/'); slash != std::string::npos)
        name.erase(0, slash + 1);
    for (char& c : name)
        if (c == '_')
            c = ' ';
    return name;
}

Landing repeatedTime(const Zone& zone, WallTime local, const Moments& moments, std::optional<Instant> before,
                     std::optional<bool> fold)
{
    // The first of the two, unless only the second keeps the rows in order.
    const bool byOrder = before && *before > moments.earliest && *before <= moments.latest;
    const bool later = fold.value_or(byOrder);
    const Instant at = later ? moments.latest : moments.earliest;
    return {at, clockLabel(local) + " comes twice that night in " + cityOf(zone) + ", for the clocks go back; read as the " +
                    (later ? "second" : "first") + " (" + offsetLabel(zone.offsetAt(at)) + ")."};
}

Landing skippedTime(const Zone& zone, WallTime local, const Moments& moments, std::optional<bool> fold)
{
    Instant at = moments.earliest;
    if (fold) {
        const Instant ruling = *fold ? at - Millis{1} : at;
        at = Instant{local.time_since_epoch() - std::chrono::duration_cast<Millis>(zone.offsetAt(ruling))};
    }
    return {at, "There is no " + clockLabel(local) + " that day in " + cityOf(zone) +
                    ", for the clocks go forward; read as " + clockLabel(zone.wallAt(at)) + "."};
}

class RecordBuilder {
public:
    RecordBuilder(const Understanding& known, std::vector<RowNote>& notes) : m_known(known), m_notes(notes) {}

    Lane lane(std::size_t index) const
    {
        Lane lane = m_known.lanes.lanes[index];
        const int clock = m_known.clocks.clockOfLane[index];
        const ZoneOption* option = m_known.option(clock);
        const ClockChoice& choice = m_known.choice(clock);
        lane.offsetKnown = choice.offsetKnown;
        if (!option)
            return lane;
        lane.zoneName = option->zone.name();
        lane.zoneInferred = choice.isByOrder;
        const auto& phase = choice.setting().phase;
        lane.zone = phase ? Zone::fixed(phase->offset) : option->zone;
        return lane;
    }

    Event event(std::size_t i)
    {
        const DraftEvent& said = m_known.draft.events[i];
        Event e;
        e.id = static_cast<EventId>(i + 1);
        e.line = said.line;
        e.lastLine = said.lastLine;
        e.group = said.group;
        e.lane = m_known.lanes.laneOf[i];
        e.actor = said.role.empty() || said.person.empty() ? said.role + said.person : said.role + ": " + said.person;
        e.text = said.text;
        e.written = said.written;
        e.source = said.source;
        e.approx = said.approx;
        e.notes = said.doubts;
        e.hasClock = said.clock || m_known.corrections.clocks.contains(e.id);
        e.offsetKnown = m_known.choice(m_known.clocks.clockOf[i]).offsetKnown;
        if (const ZoneOption* option = m_known.option(m_known.clocks.clockOf[i]))
            e.zoneName = option->zone.name();
        noteCorrection(i, e.id);
        placeOnAxis(i, e);
        return e;
    }

private:
    void noteCorrection(std::size_t i, EventId id)
    {
        const auto found = m_known.corrections.clocks.find(id);
        if (found == m_known.corrections.clocks.end())
            return;
        const DraftEvent& said = m_known.draft.events[i];
        const std::string now = clockLabel(WallTime{found->second.clock.sinceMidnight()});
        m_notes.push_back({i, said.clock ? "The clock is corrected to " + now + "; the document says \"" + said.written + "\"."
                                         : "The clock is set to " + now + "; the document states none."});
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
            m_notes.push_back({i, landing.note});
        if (e.hasClock)
            m_before = e.at;
        e.endLocal = m_known.calendar.endLocal[i];
        if (e.endLocal) {
            const WallTime end = e.hasClock ? *e.endLocal : *e.endLocal + date::days{1};
            e.end = std::max(e.at, landEnd(i, end, e.at));
        }
    }

    Landing land(std::size_t i, WallTime local) const
    {
        const int clock = m_known.clocks.clockOf[i];
        const ZoneOption* option = m_known.option(clock);
        if (!option)
            return {Instant{local.time_since_epoch()}, {}};
        const auto& phase = m_known.choice(clock).setting().phase;
        if (phase)
            return {instantUnder(*option, phase, local), {}};
        const Moments moments = option->zone.at(local);
        const auto fold = m_known.corrections.folds.find(static_cast<EventId>(i + 1));
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
        return {moments.earliest, {}};
    }

    /// An end lies on the same clock as its begin: of two readings the first that is not before it.
    Instant landEnd(std::size_t i, WallTime end, Instant begin) const
    {
        const int clock = m_known.clocks.clockOf[i];
        const ZoneOption* option = m_known.option(clock);
        if (!option)
            return Instant{end.time_since_epoch()};
        const auto& phase = m_known.choice(clock).setting().phase;
        if (phase)
            return instantUnder(*option, phase, end);
        const Moments moments = option->zone.at(end);
        return moments.earliest >= begin ? moments.earliest : moments.latest;
    }

    const Understanding& m_known;
    std::vector<RowNote>& m_notes;
    std::optional<Instant> m_before;
    int m_group = 0;
};

} // namespace

Understanding understand(const Draft& draft, const Reading& reading)
{
    Understanding known{draft, correctionsOf(reading), {}, {}, {}, {}};
    known.lanes = planLanes(draft, known.corrections);
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
    record.sourceName = known.draft.sourceName;
    record.sourceHash = known.draft.sourceHash;
    record.dated = known.calendar.dated;
    RecordBuilder builder{known, notes};
    for (std::size_t i = 0; i < known.lanes.lanes.size(); ++i)
        record.lanes.push_back(builder.lane(i));
    record.events.reserve(known.draft.events.size());
    for (std::size_t i = 0; i < known.draft.events.size(); ++i)
        record.events.push_back(builder.event(i));
    return record;
}

} // namespace lockstep
