#include "core/zone_choice.h"
#include <algorithm>
#include <map>

namespace lockstep {

namespace {

/// Tries the rows on one date after the other. Most dates have no clock change within the rows, so that only the
/// offsets count: dates with the same offsets share an answer.
class NightTrial {
public:
    NightTrial(const std::vector<ClockSource>& clocks, const std::vector<int>& clockOf, const Calendar& calendar,
               const ZoneChoices& choices, std::vector<std::pair<std::size_t, std::size_t>> pairs)
        : m_clocks(clocks), m_clockOf(clockOf), m_calendar(calendar), m_choices(choices), m_pairs(std::move(pairs))
    {
        for (const auto& time : calendar.local) {
            if (!time)
                continue;
            if (!m_firstRow)
                m_firstRow = date::floor<date::days>(*time);
            m_earliest = std::min(m_earliest, *time);
            m_latest = std::max(m_latest, *time);
        }
    }

    bool isEmpty() const { return !m_firstRow; }

    bool isInOrderOn(date::local_days firstRow)
    {
        const date::days shift = firstRow - *m_firstRow;
        const std::optional<Offsets> offsets = steadyOffsets(shift);
        if (!offsets)
            return isInOrder(shift);
        const auto [known, isNew] = m_known.emplace(*offsets, false);
        if (isNew)
            known->second = isInOrder(shift);
        return known->second;
    }

private:
    using Offsets = std::vector<std::chrono::seconds>;

    const Zone& zoneOf(std::size_t clock) const
    {
        return m_clocks[clock].options[m_choices.clocks[clock].setting().option].zone;
    }

    Instant at(std::size_t row, date::days shift) const
    {
        const auto clock = static_cast<std::size_t>(m_clockOf[row]);
        const WallTime local = *m_calendar.local[row] + shift;
        return m_clocks[clock].options.empty() ? Instant{local.time_since_epoch()} : zoneOf(clock).at(local).earliest;
    }

    bool isInOrder(date::days shift) const
    {
        return std::ranges::all_of(m_pairs, [&](const auto& pair) {
            return m_clockOf[pair.first] == m_clockOf[pair.second] || at(pair.first, shift) <= at(pair.second, shift);
        });
    }

    /// The clocks' offsets, if none of them changes from a day before the rows to a day after. Rows over weeks
    /// might lie around two changes that cancel out; they have no such offsets.
    std::optional<Offsets> steadyOffsets(date::days shift) const
    {
        Offsets offsets;
        for (std::size_t clock = 0; clock < m_clocks.size(); ++clock) {
            if (m_clocks[clock].options.empty())
                continue;
            const auto offsetAt = [&](WallTime t) {
                return zoneOf(clock).offsetAt(Instant{(t + shift).time_since_epoch()});
            };
            const auto before = offsetAt(m_earliest - date::days{1});
            if (m_latest - m_earliest > date::days{20} || before != offsetAt(m_latest + date::days{1}))
                return {};
            offsets.push_back(before);
        }
        return offsets;
    }

    const std::vector<ClockSource>& m_clocks;
    const std::vector<int>& m_clockOf;
    const Calendar& m_calendar;
    const ZoneChoices& m_choices;
    const std::vector<std::pair<std::size_t, std::size_t>> m_pairs;
    std::optional<date::local_days> m_firstRow;
    WallTime m_earliest = WallTime::max(), m_latest = WallTime::min();
    std::map<Offsets, bool> m_known;
};

} // namespace

std::vector<date::local_days> feasibleNights(const Draft& draft, const std::vector<ClockSource>& clocks,
                                             const std::vector<int>& clockOf, const Calendar& calendar,
                                             const ZoneChoices& choices, date::year year)
{
    std::vector<date::local_days> nights;
    NightTrial trial{clocks, clockOf, calendar, choices, neighbours(draft, clocks, clockOf, calendar)};
    if (trial.isEmpty())
        return nights;
    const date::local_days end{(year + date::years{1}) / 1 / 1};
    for (date::local_days day{year / 1 / 1}; day < end; day += date::days{1})
        if (trial.isInOrderOn(day))
            nights.push_back(day);
    return nights;
}

} // namespace lockstep
