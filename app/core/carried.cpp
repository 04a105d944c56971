#include "core/carried.h"
#include "core/added_file.h"
#include "core/comparable.h"
#include "core/resolve.h"
#include "core/wording.h"
#include <algorithm>
#include <utility>

namespace lockstep {

namespace {

std::string oldRow(EventId row)
{
    return "old row " + std::to_string(row);
}

/// Puts row numbers where the rows now are, and says what had to stay behind. Its calls answer whether the thing stays.
class Carrier {
public:
    Carrier(const RowMap& rows, const Timeline& record, const Draft& again) : m_rows(rows), m_record(record), m_again(again) { }

    std::vector<std::string> lost;
    std::string where = "The "; ///< "In 'What if 1', the ": what a sentence begins with

    bool operator()(SetClock& c)
    {
        const EventId now = m_rows(c.event);
        if (now != 0 && !c.day && saysItself(now, c.clock)) {
            lost.push_back("Row " + std::to_string(now) + " now says " + clockLabel(WallTime{c.clock.sinceMidnight()})
                + " itself; its correction was taken away.");
            return false;
        }
        return follow(c.event, "its corrected clock");
    }
    bool operator()(SetLane& c) { return follow(c.event, "its place in the lane " + c.lane); }
    bool operator()(SetKind& c) { return follow(c.event, c.kind == Kind::Read ? "its mark as a look-up" : "its mark as no look-up"); }
    bool operator()(SetEventReads& c) { return follow(c.event, "what it reads"); }
    bool operator()(SetFold& c) { return follow(c.event, "which of its two times was meant"); }
    bool operator()(SetAnchor& c) { return follow(c.anchor.event, "the moment '" + c.anchor.name + "'"); }
    bool operator()(SetLink& c) { return follow(c.link.cause, c.link.effect); }
    bool operator()(SetWindow& c) { return follow(c.window); }
    bool operator()(MoveEvent& e) { return follow(e.event, "its move by " + signedLength(e.by)); }
    bool operator()(DropEvent& e)
    {
        const EventId was = e.event;
        e.event = m_rows(was);
        if (e.event == 0)
            lost.push_back(where + oldRow(was) + ", left out here, is gone from the document itself.");
        return e.event != 0;
    }
    bool operator()(AddEvent& e)
    {
        if (follow(e.at))
            return true;
        // It keeps its place in the list, and so the numbers of those after it: it finds nothing, and that is said.
        e.at.event = 0;
        return true;
    }
    bool operator()(AddWindow& e) { return follow(e.window); }
    bool operator()(Measure& m) { return follow(m.from) && follow(m.to); }
    template <class Other> bool operator()(Other& other)
    {
        if constexpr (requires { other.event; })
            return follow(other.event, "what was decided about it");
        else if constexpr (requires { other.cause; })
            return follow(other.cause, other.effect);
        return true;
    }

private:
    bool saysItself(EventId now, const Clock& clock) const
    {
        const auto index = static_cast<std::size_t>(now - 1);
        return index < m_again.events.size() && m_again.events[index].clock && *m_again.events[index].clock == clock;
    }
    bool follow(EventId& row, const std::string& what)
    {
        const EventId was = row;
        row = m_rows(was);
        if (row == 0)
            lost.push_back(where + oldRow(was) + " is gone, and " + what + " with it.");
        return row != 0;
    }
    bool follow(MeasureEnd& end)
    {
        if (auto* row = std::get_if<EventId>(&end))
            return follow(*row, "a measure from it");
        auto* point = std::get_if<Point>(&end);
        const EventId was = point != nullptr ? point->event : 0;
        if (point == nullptr || follow(*point))
            return true;
        lost.push_back(where + oldRow(was) + " is gone, and a measure that went by it with it.");
        return false;
    }
    bool follow(EventId& cause, EventId& effect)
    {
        const EventId from = cause, to = effect;
        const std::string link = "its link with row ";
        return follow(cause, link + std::to_string(to)) && follow(effect, link + std::to_string(from));
    }
    /// A time so long after a row: of a row that is gone, so long after its nearest neighbour in time.
    bool follow(Point& point)
    {
        if (const EventId now = m_rows(point.event); now != 0) {
            point.event = now;
            return true;
        }
        if (!m_record.has(point.event) || !m_record.common(point.event).hasInstant)
            return false;
        const Event& gone = m_record.event(point.event);
        std::optional<Event> nearest;
        for (const Event& event : m_record.events) {
            const auto apart = [&](const Event& e) { return std::chrono::abs(e.at - gone.at); };
            if (m_rows(event.id) != 0 && event.hasInstant && areComparable(event, gone) && (!nearest || apart(event) < apart(*nearest)))
                nearest = event;
        }
        if (!nearest)
            return false;
        point = {m_rows(nearest->id), point.after + (gone.at - nearest->at)};
        return true;
    }
    bool follow(WindowSpec& window)
    {
        for (BoundSpec* bound : {&window.begin, &window.end}) {
            const std::string_view edge = bound == &window.begin ? "begin" : "end";
            const EventId earliest = bound->earliest.event, latest = bound->latest.event;
            if (!follow(bound->earliest) || !follow(bound->latest)) {
                lost.push_back(where + std::string{edge} + " of '" + window.name + "' went by " + oldRow(earliest) + ", which is gone; the window is gone too.");
                return false;
            }
            const EventId tie = bound->tiedTo.value_or(0);
            if (tie != 0 && m_rows(tie) == 0)
                bound->tiedTo.reset();
            else if (tie != 0)
                bound->tiedTo = m_rows(tie);
            for (const EventId row : {earliest, latest})
                if (m_rows(row) == 0) {
                    lost.push_back(where + std::string{edge} + " of '" + window.name + "' went by " + oldRow(row) + ", which is gone; its time is kept.");
                    break;
                }
        }
        return true;
    }

    const RowMap& m_rows;
    const Timeline& m_record;
    const Draft& m_again;
};

Reading carried(Reading reading, Carrier& carrier)
{
    std::erase_if(reading, [&](ReadingEntry& entry) { return !std::visit(carrier, entry.change); });
    return reading;
}

Draft besideOthers(const Draft& before, const Draft& again, std::size_t file)
{
    if (before.added.empty())
        return again;
    std::vector<Draft> files{before};
    files.insert(files.end(), before.added.begin(), before.added.end());
    const std::string name = std::exchange(files[file], again).sourceName;
    if (file > 0)
        files[file].sourceName = name; // it may have got a number
    return withFiles(files);
}

/// What names a lane or window that is there no more is kept, for a document in which it comes back, and is said.
void sayIdle(const Timeline& was, const Timeline& now, const std::vector<Scenario>& before, const std::vector<Scenario>& after, std::vector<std::string>& lost)
{
    for (std::size_t i = 0; i < after.size(); ++i) {
        const std::vector<Problem> known = applied(was, before[i]).problems(), found = applied(now, after[i]).problems();
        for (const Problem& problem : found)
            if (std::ranges::find(known, problem) == known.end())
                lost.push_back("In '" + after[i].name + "': " + problem.what + ' ' + problem.instead);
    }
}

std::optional<std::string> laneOf(const Change& change)
{
    if (const auto* zone = std::get_if<SetZone>(&change); zone && !zone->lane.empty())
        return zone->lane;
    if (const auto* reads = std::get_if<SetLaneReads>(&change))
        return reads->lane;
    return {};
}

void sayIdle(const Timeline& was, const Timeline& now, const Reading& reading, std::vector<std::string>& lost)
{
    for (const ReadingEntry& entry : reading) {
        const auto lane = laneOf(entry.change);
        const auto has = [&](const Timeline& t) { return std::ranges::find(t.lanes, *lane, &Lane::role) != t.lanes.end(); };
        if (lane && has(was) && !has(now))
            lost.push_back("No row is in the lane " + *lane + " any more; what was said of it is kept and changes nothing.");
    }
}

} // namespace

Carried carriedOver(const Incident& before, const Draft& again, std::size_t file)
{
    Carried result{.incident = {besideOthers(before.draft, again, file), {}, before.scenarios, before.measures, before.lanes}, .rows = {}, .lost = {}};
    result.rows = RowMap::between(before.draft, result.incident.draft);
    const Timeline was = resolve(before.draft, before.reading).timeline;
    Carrier carrier{result.rows, was, result.incident.draft};
    result.incident.reading = carried(before.reading, carrier);
    std::erase_if(result.incident.measures, [&](Measure& measure) { return !carrier(measure); });
    for (Scenario& scenario : result.incident.scenarios) {
        carrier.where = "In '" + scenario.name + "', the ";
        std::erase_if(scenario.edits, [&](Edit& edit) { return !std::visit(carrier, edit); });
    }
    result.lost = std::move(carrier.lost);
    const Timeline now = resolve(result.incident.draft, result.incident.reading).timeline;
    sayIdle(was, now, result.incident.reading, result.lost);
    sayIdle(was, now, before.scenarios, result.incident.scenarios, result.lost);
    return result;
}

} // namespace lockstep
