#include "core/repair_candidates.h"
#include "core/limits.h"
#include "core/record.h"
#include "core/resolve.h"
#include "core/resolve_words.h"
#include "core/wall_clock.h"
#include "core/wording.h"
#include "core/words.h"
#include "core/written_date.h"
#include "core/zone_offset.h"
#include <algorithm>

namespace lockstep {
namespace {

constexpr int halfDay = 12;
constexpr std::size_t suspectsTried = 12; // each costs a resolution of the whole document
constexpr std::size_t zonesTried = 40;    // and so do these: rows may state an offset each

date::local_days dayOf(const StatedDate& d) { return date::local_days{date::year{*d.year} / date::month{d.month} / date::day{d.day}}; }

class Candidates {
public:
    Candidates(const Draft& draft, const Reading& reading, const Understanding& known, const Timeline& record)
        : m_draft(draft), m_reading(reading), m_known(known), m_record(record)
    {
    }

    std::vector<RepairCandidate> found(bool midnightsToo)
    {
        const auto reversed = reversedRows(m_record);
        const auto midnights = midnightsToo ? unstatedMidnights() : std::vector<std::pair<std::size_t, std::size_t>>{};
        for (const ReversedPair& pair : reversed)
            if (pair.by >= limits::nextDayStep) // less is disorder, not a slip
                suspect(rowOf(pair.first), rowOf(pair.second), 1);
        for (const auto& [before, after] : midnights)
            suspect(before, after, -1);
        if (!reversed.empty()) {
            addOtherOrder();
            addZones();
        }
        return std::move(m_found);
    }

private:
    std::size_t rowOf(EventId id) const { return rowIndex(m_draft, id); }
    EventId idOf(std::size_t row) const { return rowNumber(m_draft, row); }
    DraftEvent said(std::size_t row) const { return m_draft.events[row]; }
    std::optional<WallTime> local(std::size_t row) const { return m_known.calendar.local[row]; }
    bool isCorrected(std::size_t row) const { return m_known.corrections.clocks.contains(idOf(row)); }

    bool isOnClockOf(std::size_t row, std::size_t other) const
    {
        return m_known.clocks.clockOf[row] == m_known.clocks.clockOf[other] && said(row).group == said(other).group
            && said(row).clock && local(row);
    }

    bool statesDay(std::size_t row) const
    {
        return said(row).date && (said(row).date->where == Where::Row || said(row).date->where == Where::DayLine);
    }

    /// Neighbours of one clock between which the day changes and no date of the second row says so.
    std::vector<std::pair<std::size_t, std::size_t>> unstatedMidnights() const
    {
        std::vector<std::pair<std::size_t, std::size_t>> found;
        for (std::size_t row = 1; row < m_draft.events.size(); ++row) {
            std::size_t before = row;
            while (before > 0 && !isOnClockOf(--before, row)) { }
            if (!isOnClockOf(before, row) || before == row || !local(row) || statesDay(row))
                continue;
            if (date::floor<date::days>(*local(before)) < date::floor<date::days>(*local(row)))
                found.emplace_back(before, row);
        }
        return found;
    }

    void suspect(std::size_t before, std::size_t after, int days)
    {
        if (m_suspects++ >= suspectsTried)
            return;
        for (const std::size_t row : {before, after}) {
            addSlip(row, row + 1);
            if (const std::size_t end = endOfHalf(row); end > row + 1)
                addSlip(row, end);
        }
        addDay(after, days);
    }

    /// "am" or "pm" as the row writes it, or empty: of "12:15AM" and "12:15 a.m." "am".
    std::string halfOf(std::size_t row) const
    {
        std::string letters;
        for (const char c : folded(said(row).written))
            if ((c >= 'a' && c <= 'z'))
                letters += c;
        return letters.find("am") != letters.npos ? "am" : letters.find("pm") != letters.npos ? "pm" : std::string{};
    }

    bool isTwelveHour(std::size_t row) const
    {
        return said(row).clock && (said(row).clock->hour <= halfDay || !halfOf(row).empty()) && said(row).clock->hour < 2 * halfDay;
    }

    /// One past the last row that goes on writing the same half of the day.
    std::size_t endOfHalf(std::size_t row) const
    {
        std::size_t end = row;
        while (end < m_draft.events.size() && !halfOf(row).empty() && halfOf(end) == halfOf(row) && isOnClockOf(end, row))
            ++end;
        return end;
    }

    /// The rows from `begin` to `end` twelve hours off. Days are found anew, as if the document had said so.
    void addSlip(std::size_t begin, std::size_t end)
    {
        Draft slipped = m_draft;
        for (std::size_t row = begin; row < end; ++row) {
            if (!isTwelveHour(row) || isCorrected(row) || !local(row))
                return;
            DraftEvent moved = slipped.events[row];
            for (auto* clock : {&moved.clock, &moved.endClock})
                if (std::optional<Clock> other = *clock) {
                    other->hour += other->hour < halfDay ? halfDay : -halfDay;
                    *clock = other;
                }
            slipped.events.set(row, moved);
        }
        const Understanding then = understand(slipped, m_reading, m_known.company);
        RepairCandidate candidate;
        addMoved(candidate, then);
        const std::string clock = clockLabel(WallTime{slipped.events[begin].clock->sinceMidnight()});
        candidate.what = end == begin + 1 ? "Read row " + std::to_string(idOf(begin)) + " as " + clock + "; it says '" + said(begin).written + "'."
                                          : "Read " + rowsFrom(begin, end) + " twelve hours off: row " + std::to_string(idOf(begin)) + " as " + clock + ".";
        candidate.moves = end - begin;
        m_found.push_back(std::move(candidate));
    }

    /// All dates in digits that leave the choice, day and month exchanged.
    void addOtherOrder()
    {
        RepairCandidate candidate;
        for (std::size_t row = 0; row < m_draft.events.size(); ++row) {
            const auto& date = said(row).date;
            const auto other = date && date->value.year ? inOtherOrder(*date) : std::nullopt;
            if (!other)
                continue;
            if (isCorrected(row))
                return;
            if (candidate.moves++ > 0)
                continue;
            const bool dayFirst = *isDayFirst(*date);
            candidate.changes.emplace_back(SetDayOrder{!dayFirst, nameInReading(m_draft)});
            candidate.what = std::string{"Read the dates "} + (dayFirst ? "month" : "day") + " first: row " + std::to_string(idOf(row))
                + " as " + dateWords(dayOf(*other)) + "; it says '" + date->written + "'.";
        }
        if (candidate.moves > 0)
            m_found.push_back(std::move(candidate));
    }

    void addDay(std::size_t row, int days)
    {
        RepairCandidate candidate;
        std::size_t last = row;
        for (std::size_t i = row; i < m_draft.events.size() && said(i).group == said(row).group; ++i) {
            if (!isOnClockOf(i, row))
                continue;
            if (isCorrected(i))
                return;
            setClock(candidate, i, *local(i) + date::days{days});
            last = i;
        }
        candidate.what = "Put " + rowsFrom(row, last + 1) + (days > 0 ? " on the next day." : " on the day before.");
        candidate.moves = candidate.changes.size();
        m_found.push_back(std::move(candidate));
    }

    /// A correction for each row that lies elsewhere in another reading.
    void addMoved(RepairCandidate& candidate, const Understanding& then)
    {
        for (std::size_t row = 0; row < m_draft.events.size(); ++row)
            if (then.calendar.local[row] && local(row) && *then.calendar.local[row] != *local(row))
                setClock(candidate, row, *then.calendar.local[row]);
    }

    void setClock(RepairCandidate& candidate, std::size_t row, WallTime to)
    {
        const auto first = std::ranges::find_if(m_known.calendar.local, [](const auto& t) { return t.has_value(); });
        const auto day = date::floor<date::days>(to);
        SetClock change{.event = idOf(row),
            .clock = clockOf(to),
            .day = static_cast<int>((day - date::floor<date::days>(**first)).count())};
        candidate.changes.emplace_back(change);
    }

    std::string rowsFrom(std::size_t begin, std::size_t end) const
    {
        const std::string first = std::to_string(idOf(begin));
        return end == begin + 1 ? "row " + first : "rows " + first + " to " + std::to_string(idOf(end - 1));
    }

    void addZones()
    {
        for (std::size_t lane = 0; lane < m_known.lanes.lanes.size(); ++lane) {
            const int clock = m_known.clocks.clockOfLane[lane];
            for (const auto* options : {&m_known.clock(clock).options, &m_known.clock(clock).stated})
                for (const ZoneOption& option : *options)
                    addZone(lane, option.zone, option.label.empty() ? option.zone.name() : option.label);
            addOtherPhase(lane);
            if (!m_known.lanes.lanes[lane].place.empty())
                continue; // its place says where its clock hangs
            for (const ClockSource& other : m_known.clocks.clocks)
                for (const ZoneOption& option : other.options)
                    addZone(lane, option.zone, other.words + ", as line " + std::to_string(other.line) + " says");
        }
    }

    /// In a dated document the zone's own rules hold; the document may have gone by the other side of the year.
    void addOtherPhase(std::size_t lane)
    {
        const ZoneOption* option = m_known.option(m_known.clocks.clockOfLane[lane]);
        if (!option || !m_known.calendar.dated)
            return;
        for (const Phase& phase : phasesOf(*option))
            if (phase.changes)
                addZone(lane, Zone::fixed(phase.offset),
                    std::string{phase.isSummer ? "summer" : "winter"} + " time (" + offsetLabel(phase.offset) + ")");
    }

    void addZone(std::size_t lane, const Zone& zone, const std::string& words)
    {
        const std::string& role = m_known.lanes.lanes[lane].role;
        const ZoneOption* now = m_known.option(m_known.clocks.clockOfLane[lane]);
        const SetZone change{role, zone.name()};
        const bool isKnown = std::ranges::any_of(m_found, [&](const RepairCandidate& c) { return c.changes == std::vector<Change>{change}; });
        if (isKnown || (now && now->zone == zone) || m_zones++ >= zonesTried)
            return;
        const auto rows = std::ranges::count(m_known.lanes.laneOf, static_cast<LaneId>(lane));
        std::string what = "Read " + role + " by " + words;
        if (what.back() != '.')
            what += '.';
        m_found.push_back({std::move(what), {change}, static_cast<std::size_t>(rows)});
    }

    const Draft& m_draft;
    const Reading& m_reading;
    const Understanding& m_known;
    const Timeline& m_record;
    std::vector<RepairCandidate> m_found;
    std::size_t m_suspects = 0, m_zones = 0;
};

} // namespace

std::vector<RepairCandidate> repairCandidates(const Draft& draft, const Reading& reading, const Understanding& known,
                                              const Timeline& record, bool midnightsToo)
{
    return Candidates{draft, reading, known, record}.found(midnightsToo);
}

} // namespace lockstep
