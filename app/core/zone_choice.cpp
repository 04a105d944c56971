#include "core/zone_choice.h"
#include <algorithm>
#include <map>
#include <tuple>

namespace lockstep {

namespace {

using std::chrono::minutes;

constexpr std::size_t combinationsTried = 4096; ///< beyond this one clock is chosen after the other

/// Neighbours that lie on two given clocks, the first on the first.
struct ClockPair {
    int first = 0, second = 0;
    friend auto operator<=>(const ClockPair&, const ClockPair&) = default;
};

/// Counts reversed neighbours for each pair of settings, once.
class Counter {
public:
    Counter(const std::vector<ClockSource>& clocks, const Calendar& calendar) : m_clocks(clocks), m_calendar(calendar) {}

    void add(ClockPair pair, std::size_t before, std::size_t after) { m_pairs[pair].emplace_back(before, after); }

    const auto& pairs() const { return m_pairs; }

    std::size_t count(ClockPair pair, const Setting& a, const Setting& b, std::size_t ia, std::size_t ib)
    {
        const auto [known, isNew] = m_counts.emplace(std::tuple{pair, ia, ib}, 0);
        if (!isNew)
            return known->second;
        for (const auto& [before, after] : m_pairs.at(pair))
            if (at(pair.second, b, after) < at(pair.first, a, before))
                ++known->second;
        return known->second;
    }

private:
    Instant at(int clock, const Setting& setting, std::size_t row) const
    {
        const ClockSource& source = m_clocks[static_cast<std::size_t>(clock)];
        const WallTime local = *m_calendar.local[row];
        return source.options.empty() ? Instant{local.time_since_epoch()}
                                      : instantUnder(source.options[setting.option], setting.phase, local);
    }

    const std::vector<ClockSource>& m_clocks;
    const Calendar& m_calendar;
    std::map<ClockPair, std::vector<std::pair<std::size_t, std::size_t>>> m_pairs;
    std::map<std::tuple<ClockPair, std::size_t, std::size_t>, std::size_t> m_counts;
};

std::vector<Setting> settingsOf(const ClockSource& clock, bool dated)
{
    std::vector<Setting> settings;
    for (std::size_t option = 0; option < clock.options.size(); ++option) {
        if (dated)
            settings.push_back({option, {}, 0});
        else
            for (const Phase& phase : phasesOf(clock.options[option]))
                settings.push_back({option, phase, 0});
    }
    if (settings.empty())
        settings.push_back({});
    return settings;
}

using Picks = std::vector<std::size_t>; ///< index of the setting, per clock

class Chooser {
public:
    Chooser(std::vector<ClockChoice>& choices, Counter& counter) : m_choices(choices), m_counter(counter) {}

    /// Fewest reversed; then all on the same side of the year; then the first readings. That an abbreviation names
    /// the other side of the year counts for nothing: people write "PST" all year.
    using Rank = std::tuple<std::size_t, std::size_t, std::size_t>;

    Picks best()
    {
        Picks picks(m_choices.size());
        if (combinations() <= combinationsTried)
            return bestOfAll(picks);
        for (int round = 0; round < 3; ++round)
            for (std::size_t clock = 0; clock < picks.size(); ++clock)
                picks[clock] = bestFor(clock, picks);
        for (std::size_t clock = 0; clock < picks.size(); ++clock)
            countRivals(clock, picks);
        return picks;
    }

    std::size_t reversed(const Picks& picks)
    {
        std::size_t sum = 0;
        for (const auto& [pair, rows] : m_counter.pairs()) {
            const auto a = static_cast<std::size_t>(pair.first), b = static_cast<std::size_t>(pair.second);
            sum += m_counter.count(pair, m_choices[a].settings[picks[a]], m_choices[b].settings[picks[b]], picks[a],
                                   picks[b]);
        }
        return sum;
    }

private:
    std::size_t combinations() const
    {
        std::size_t product = 1;
        for (const ClockChoice& choice : m_choices)
            product = std::min(product * choice.settings.size(), combinationsTried + 1);
        return product;
    }

    Rank rank(const Picks& picks)
    {
        std::size_t summer = 0, winter = 0, later = 0;
        for (std::size_t clock = 0; clock < picks.size(); ++clock) {
            const Setting& setting = m_choices[clock].settings[picks[clock]];
            later += setting.option;
            if (setting.phase && setting.phase->changes)
                ++(setting.phase->isSummer ? summer : winter);
        }
        return {reversed(picks), std::min(summer, winter), later};
    }

    /// Every combination; each setting remembers the fewest it was seen with.
    Picks bestOfAll(Picks picks)
    {
        for (ClockChoice& choice : m_choices)
            for (Setting& setting : choice.settings)
                setting.reversed = static_cast<std::size_t>(-1);
        Picks chosen = picks;
        Rank least = rank(picks);
        do {
            const Rank here = rank(picks);
            if (here < least) {
                least = here;
                chosen = picks;
            }
            for (std::size_t clock = 0; clock < picks.size(); ++clock) {
                Setting& setting = m_choices[clock].settings[picks[clock]];
                setting.reversed = std::min(setting.reversed, std::get<0>(here));
            }
        } while (advance(picks));
        return chosen;
    }

    bool advance(Picks& picks) const
    {
        for (std::size_t clock = 0; clock < picks.size(); ++clock) {
            if (++picks[clock] < m_choices[clock].settings.size())
                return true;
            picks[clock] = 0;
        }
        return false;
    }

    std::size_t bestFor(std::size_t clock, Picks picks)
    {
        std::size_t chosen = picks[clock];
        Rank least = rank(picks);
        for (picks[clock] = 0; picks[clock] < m_choices[clock].settings.size(); ++picks[clock]) {
            const Rank here = rank(picks);
            if (here < least) {
                least = here;
                chosen = picks[clock];
            }
        }
        return chosen;
    }

    void countRivals(std::size_t clock, Picks picks)
    {
        for (picks[clock] = 0; picks[clock] < m_choices[clock].settings.size(); ++picks[clock])
            m_choices[clock].settings[picks[clock]].reversed = reversed(picks);
    }

    std::vector<ClockChoice>& m_choices;
    Counter& m_counter;
};

/// What the counts say about one clock's choice.
void judge(ClockChoice& choice, const ClockSource& source)
{
    const Setting& chosen = choice.setting();
    const auto isRival = [&](const Setting& s) { return s.reversed <= chosen.reversed; };
    const auto equals = std::ranges::count_if(choice.settings, isRival);
    choice.isByOrder = choice.settings.size() > 1 && equals == 1;
    choice.offsetKnown = !source.options.empty();
    if (!chosen.phase)
        return;
    // Several readings may be left, so long as they agree on the offset.
    choice.offsetKnown = std::ranges::none_of(choice.settings, [&](const Setting& s) {
        return isRival(s) && s.phase->offset != chosen.phase->offset;
    });
    const bool decided = std::ranges::any_of(choice.settings, [&](const Setting& s) {
        return s.phase->offset != chosen.phase->offset;
    });
    choice.isByOrder = choice.offsetKnown && decided;
}

/// As neighbours(), for a log of which the pairs would fill the memory.
template <class Take> void eachPair(const Draft& draft, const std::vector<ClockSource>& clocks, const std::vector<int>& clockOf,
                                    const Calendar& calendar, Take take)
{
    struct Clocked {
        std::size_t row;
        int group;
    };
    std::optional<Clocked> withZone, withoutZone;
    for (std::size_t i = 0; i < draft.events.size(); ++i) {
        const DraftEvent& row = draft.events[i];
        if (!row.clock || !calendar.local[i])
            continue;
        auto& before = clocks[static_cast<std::size_t>(clockOf[i])].options.empty() ? withoutZone : withZone;
        if (before && before->group == row.group)
            calendar.newestFirst.contains(row.group) ? take(i, before->row) : take(before->row, i);
        before = {i, row.group};
    }
}

} // namespace

Instant instantUnder(const ZoneOption& option, const std::optional<Phase>& phase, WallTime local)
{
    return phase ? Instant{local.time_since_epoch() - phase->offset} : option.zone.at(local).earliest;
}

std::vector<std::pair<std::size_t, std::size_t>> neighbours(const Draft& draft, const std::vector<ClockSource>& clocks,
                                                            const std::vector<int>& clockOf, const Calendar& calendar)
{
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    eachPair(draft, clocks, clockOf, calendar, [&](std::size_t before, std::size_t after) { pairs.emplace_back(before, after); });
    return pairs;
}

ZoneChoices chooseZones(const Draft& draft, const std::vector<ClockSource>& clocks, const std::vector<int>& clockOf,
                        const Calendar& calendar)
{
    ZoneChoices choices;
    Counter counter{clocks, calendar};
    eachPair(draft, clocks, clockOf, calendar, [&](std::size_t before, std::size_t after) {
        if (clockOf[before] != clockOf[after])
            counter.add({clockOf[before], clockOf[after]}, before, after);
        else if (*calendar.local[after] < *calendar.local[before])
            ++choices.reversedWithin;
    });
    for (const ClockSource& clock : clocks)
        choices.clocks.push_back({settingsOf(clock, calendar.dated || clock.options.empty())});

    Chooser chooser{choices.clocks, counter};
    const Picks picks = chooser.best();
    choices.reversedBetween = chooser.reversed(picks);
    for (std::size_t clock = 0; clock < clocks.size(); ++clock) {
        choices.clocks[clock].chosen = picks[clock];
        judge(choices.clocks[clock], clocks[clock]);
    }
    return choices;
}

} // namespace lockstep
