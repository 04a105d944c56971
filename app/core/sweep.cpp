#include "core/sweep.h"
#include "core/finding_words.h"
#include <algorithm>

namespace lockstep {
namespace {

constexpr Millis day = std::chrono::hours{24};

std::vector<SweepStart> startsOf(const Window& window, Millis step)
{
    std::vector<SweepStart> starts;
    const Instant midnight = date::floor<date::days>(window.begin.earliest);
    for (Instant at = midnight; at < midnight + day; at += step)
        starts.push_back({.at = at});
    return starts;
}

/// Counts what look-ups meet, one at a time.
void count(SweepStart& counts, Outcome outcome, int by)
{
    switch (outcome) {
    case Outcome::Blocked: counts.blocked += by; break;
    case Outcome::PossiblyBlocked: counts.possiblyBlocked += by; break;
    case Outcome::Stale: counts.stale += by; break;
    case Outcome::PossiblyStale: counts.possiblyStale += by; break;
    case Outcome::None:
    case Outcome::Fresh:
    case Outcome::Void: break;
    }
}

std::vector<EventId> lookUps(const TimelineView& view)
{
    std::vector<EventId> ids;
    for (EventId id = 1; id <= view.eventCount(); ++id)
        if (view.common(id).kind == Kind::Read && view.common(id).hasInstant && !view.isDropped(id))
            ids.push_back(id);
    return ids;
}

/// Which look-ups to ask anew at each start: the others stand to every window as they did at the start before.
class Turns {
public:
    Turns(const TimelineView& view, const Slide& slide, const Sweep& sweep) : m_sweep(sweep), m_asked(sweep.starts.size())
    {
        const std::vector<EventId> ids = lookUps(view);
        m_asked.front() = ids;
        if (!slide.isRigid)
            std::fill(m_asked.begin(), m_asked.end(), ids);
        else
            for (const EventId id : ids)
                addTurns(view, slide, id);
    }
    const std::vector<EventId>& at(std::size_t start) const { return m_asked[start]; }

private:
    void addTurns(const TimelineView& view, const Slide& slide, EventId id)
    {
        const bool goesAlong = slide.rows.contains(id);
        for (const Window& window : view.windows()) {
            if (window.effect == Effect::Informs || slide.windows.contains(window.id) == goesAlong)
                continue;
            for (const Instant edge : {window.begin.earliest, window.begin.latest, window.end.earliest, window.end.latest}) {
                // A sliding edge passes the row once it lies later; a sliding row reaches an edge when it lies there.
                if (goesAlong)
                    add(id, edge - view.at(id));
                else
                    add(id, view.at(id) - edge + Millis{1});
            }
        }
    }
    /// The first start that slides by as much has to be asked.
    void add(EventId id, Millis by)
    {
        const auto& starts = m_sweep.starts;
        const auto first = std::ranges::lower_bound(starts, m_sweep.window.begin.earliest + by, {}, &SweepStart::at);
        if (first == starts.begin() || first == starts.end())
            return;
        std::vector<EventId>& asked = m_asked[static_cast<std::size_t>(first - starts.begin())];
        if (asked.empty() || asked.back() != id)
            asked.push_back(id);
    }

    const Sweep& m_sweep;
    std::vector<std::vector<EventId>> m_asked;
};

/// The outcomes at one start, made from those at the start before.
class Tally {
public:
    explicit Tally(int events) : m_outcomes(static_cast<std::size_t>(events) + 1, Outcome::None) { }
    void ask(const TimelineView& view, const std::vector<EventId>& ids)
    {
        for (const EventId id : ids) {
            Outcome& outcome = m_outcomes[static_cast<std::size_t>(id)];
            count(m_counts, outcome, -1);
            outcome = view.outcome(id).outcome;
            count(m_counts, outcome, 1);
        }
    }
    SweepStart countsAt(Instant at) const
    {
        SweepStart counts = m_counts;
        counts.at = at;
        return counts;
    }

private:
    std::vector<Outcome> m_outcomes;
    SweepStart m_counts;
};

/// Rows that are void at one start and not at the other.
std::vector<EventId> turnedVoidOrBack(const std::set<EventId>& before, const std::set<EventId>& after)
{
    std::vector<EventId> ids;
    std::ranges::set_symmetric_difference(before, after, std::back_inserter(ids));
    return ids;
}

template <class Value> std::optional<std::size_t> leastBy(const Sweep& sweep, const Value& value)
{
    if (sweep.touched.empty())
        return {};
    constexpr double same = 1e-12; // what is left of equal shares after they were added up
    double least = value(sweep.touched.front());
    for (const Touched& touched : sweep.touched)
        least = std::min(least, value(touched));
    const auto isLeast = [&](const Touched& touched) { return value(touched) <= least + same; };
    return static_cast<std::size_t>(std::ranges::find_if(sweep.touched, isLeast) - sweep.touched.begin());
}

} // namespace

Result<Sweep> sweepOf(const Timeline& record, const Scenario& scenario, const SweepQuestion& question)
{
    const TimelineView now = applied(record, scenario);
    auto slide = slideOf(now, scenario, question.window);
    if (!slide)
        return tl::unexpected{slide.error()};
    const Window& window = *windowIn(now, question.window);
    Sweep sweep{.window = window, .slide = std::move(*slide), .starts = startsOf(window, std::max(question.step, std::chrono::minutes{1})),
        .touched = {}, .isWhole = true};
    const Turns turns{now, sweep.slide, sweep};
    std::set<EventId> isVoid;
    Tally tally{now.eventCount()};
    Scenario slid = scenario;
    slid.edits.emplace_back(MoveWindow{});
    for (std::size_t i = 0; i < sweep.starts.size(); ++i) {
        SweepStart& start = sweep.starts[i];
        if (!turns.at(i).empty()) {
            slid.edits.back() = sweep.editOf(start);
            const TimelineView view = applied(record, slid);
            tally.ask(view, turns.at(i));
            tally.ask(view, turnedVoidOrBack(isVoid, view.voidRows()));
            isVoid = view.voidRows();
        }
        start = tally.countsAt(start.at);
        if (question.activity != nullptr)
            sweep.touched.push_back(touchedBy(*question.activity, {start.at, start.at + sweep.length()}));
        if (question.goesOn && !question.goesOn(i + 1, sweep.starts.size())) {
            sweep.isWhole = i + 1 == sweep.starts.size();
            sweep.starts.resize(i + 1);
        }
    }
    return sweep;
}

std::optional<std::size_t> leastOfTheWorld(const Sweep& sweep)
{
    return leastBy(sweep, [](const Touched& touched) { return touched.world; });
}

std::optional<std::size_t> leastForTheWorstRegion(const Sweep& sweep)
{
    return leastBy(sweep, [](const Touched& touched) { return touched.worst(); });
}

std::vector<std::size_t> leastPerRegion(const Sweep& sweep)
{
    std::vector<std::size_t> starts;
    const std::size_t regions = sweep.touched.empty() ? 0 : sweep.touched.front().regions.size();
    for (std::size_t region = 0; region < regions; ++region)
        starts.push_back(*leastBy(sweep, [&](const Touched& touched) { return touched.regions[region]; }));
    return starts;
}

} // namespace lockstep
