#include "chart/lane_rows.h"
#include "core/wording.h"
#include <algorithm>
#include <bit>

namespace lockstep {

namespace {

/// The instants at which what a look-up meets can change, in the record or in the view.
std::vector<Instant> edgesOf(const TimelineView& view)
{
    std::vector<Instant> edges;
    for (const std::vector<Window>* windows : {&view.record().windows, &view.windows()})
        for (const Window& window : *windows)
            if (window.effect != Effect::Informs)
                edges.insert(edges.end(), {window.begin.earliest, window.begin.latest, window.end.earliest, window.end.latest});
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

bool isRinging(Outcome outcome)
{
    return outcome != Outcome::None && outcome != Outcome::Fresh;
}

/// Void says least: such a look-up would not have been.
int badness(Outcome outcome)
{
    return outcome == Outcome::Void ? 1 : outcome == Outcome::None ? 0 : static_cast<int>(outcome) + 1;
}

Outcome worse(Outcome a, Outcome b)
{
    return badness(b) > badness(a) ? b : a;
}

} // namespace

std::string runWords(const RunFacts& facts, const std::map<Kind, int>& kinds)
{
    std::string words = kindsWords(kinds);
    if (kinds.size() > 1)
        words = counted(static_cast<int>(facts.count), "row") + ": " + words;
    return facts.isRinged ? words + ", at worst " + std::string{outcomeWords(facts.worst)} : words;
}

LaneRows::LaneRows(const LodLane& recorded, const TimelineView& view, std::vector<Placed> gone, std::vector<Placed> put)
    : m_recorded(&recorded)
    , m_view(&view)
    , m_put(std::move(put))
{
    for (const Placed& row : gone)
        if (const std::size_t place = recorded.placeOf(row); place < recorded.size())
            m_gone.push_back(place);
    std::ranges::sort(m_gone);
    std::ranges::sort(m_put);
    for (const Placed& row : m_put)
        m_putOutcomes.push_back(view.event(row.event).kind == Kind::Read ? view.outcome(row.event).outcome : Outcome::None);
    addStretches();
}

void LaneRows::addStretches()
{
    const Sorts all = m_recorded->sortsIn(0, m_recorded->size());
    if ((all & ~Sorts{1}) == 0)
        return;
    std::vector<std::size_t> ends;
    for (const Instant edge : edgesOf(*m_view))
        ends.push_back(m_recorded->firstFrom(edge, ends.empty() ? 0 : ends.back()));
    ends.push_back(m_recorded->size());
    std::size_t first = 0;
    for (const std::size_t end : ends) {
        if (end == first)
            continue;
        Stretch stretch{end, std::vector<Outcome>(sundryLookUps + 1, Outcome::None)};
        const Sorts sorts = m_recorded->sortsIn(first, end);
        for (int sort = 1; sort < sundryLookUps; ++sort)
            if ((sorts >> sort & 1) != 0)
                stretch.outcomes[static_cast<std::size_t>(sort)] = outcomeOf(sort, first, end);
        m_stretches.push_back(std::move(stretch));
        first = end;
    }
}

Outcome LaneRows::outcomeOf(int sort, std::size_t first, std::size_t last) const
{
    const Placed row = m_recorded->row(m_recorded->firstOf(Sorts{1} << sort, first, last));
    return m_view->outcomeAt(row.event, row.at).outcome;
}

bool LaneRows::isGone(std::size_t recorded) const
{
    return !m_gone.empty() && std::ranges::binary_search(m_gone, recorded);
}

std::size_t LaneRows::notGone(std::size_t recorded) const
{
    while (isGone(recorded))
        ++recorded;
    return recorded;
}

std::size_t LaneRows::goneBefore(std::size_t recorded) const
{
    return m_gone.empty() ? 0 : static_cast<std::size_t>(std::ranges::lower_bound(m_gone, recorded) - m_gone.begin());
}

RowPlace LaneRows::from(Instant t, RowPlace near) const
{
    RowPlace place{notGone(m_recorded->firstFrom(t, near.recorded)), 0};
    place.put = static_cast<std::size_t>(std::ranges::lower_bound(m_put, t, {}, &Placed::at) - m_put.begin());
    return place;
}

Placed LaneRows::row(RowPlace place) const
{
    if (place.put == m_put.size())
        return m_recorded->row(place.recorded);
    return place.recorded == m_recorded->size() ? m_put[place.put] : std::min(m_recorded->row(place.recorded), m_put[place.put]);
}

RowPlace LaneRows::next(RowPlace place) const
{
    if (place.put < m_put.size() && (place.recorded >= m_recorded->size() || m_put[place.put] < m_recorded->row(place.recorded)))
        return {place.recorded, place.put + 1};
    return {notGone(place.recorded + 1), place.put};
}

std::optional<Placed> LaneRows::before(RowPlace place) const
{
    std::optional<Placed> found;
    if (place.put > 0)
        found = m_put[place.put - 1];
    while (place.recorded > 0 && isGone(place.recorded - 1))
        --place.recorded;
    if (place.recorded > 0)
        found = found ? std::max(*found, m_recorded->row(place.recorded - 1)) : m_recorded->row(place.recorded - 1);
    return found;
}

std::size_t LaneRows::count(RowPlace from, RowPlace to) const
{
    const std::size_t gone = goneBefore(to.recorded) - goneBefore(from.recorded);
    return to.recorded - from.recorded - gone + to.put - from.put;
}

void LaneRows::add(RunFacts& facts, Outcome outcome) const
{
    facts.worst = worse(facts.worst, outcome);
    facts.isRinged = facts.isRinged || isRinging(outcome);
}

void LaneRows::addRecorded(RunFacts& facts, std::size_t first, std::size_t last) const
{
    facts.count += last - first;
    if (m_stretches.empty())
        return;
    facts.lookUps += m_recorded->lookUpsIn(first, last);
    for (auto stretch = std::ranges::upper_bound(m_stretches, first, {}, &Stretch::end); first < last; ++stretch) {
        const std::size_t end = std::min(last, stretch->end);
        const Sorts sorts = m_recorded->sortsIn(first, end);
        constexpr Sorts apart = (Sorts{1} << sundryLookUps) - 2; // look-ups whose sort has an outcome in a stretch
        for (Sorts rest = sorts & apart; rest != 0; rest &= rest - 1)
            add(facts, stretch->outcomes[static_cast<std::size_t>(std::countr_zero(rest))]);
        if ((sorts >> sundryLookUps) != 0)
            for (std::size_t i = first; i < end; ++i)
                if (m_recorded->sort(i) == sundryLookUps)
                    add(facts, m_view->outcomeAt(m_recorded->row(i).event, m_recorded->at(i)).outcome);
        first = end;
    }
}

RunFacts LaneRows::facts(RowPlace from, RowPlace to) const
{
    RunFacts facts;
    std::size_t first = from.recorded;
    for (std::size_t gone = goneBefore(from.recorded); gone < m_gone.size() && m_gone[gone] < to.recorded; ++gone) {
        if (m_gone[gone] > first)
            addRecorded(facts, first, m_gone[gone]);
        first = m_gone[gone] + 1;
    }
    if (to.recorded > first)
        addRecorded(facts, first, to.recorded);
    for (std::size_t put = from.put; put < to.put; ++put) {
        ++facts.count;
        facts.lookUps += m_view->event(m_put[put].event).kind == Kind::Read ? 1 : 0;
        add(facts, m_putOutcomes[put]);
    }
    return facts;
}

std::map<Kind, int> LaneRows::kinds(RowPlace from, RowPlace to) const
{
    std::map<Kind, int> counts;
    const auto add = [&](Kind kind, std::size_t count) { counts[kind] += static_cast<int>(count); };
    const auto addRecorded = [&](std::size_t first, std::size_t last) {
        const KindCounts here = m_recorded->kindsIn(first, last);
        for (std::size_t kind = 0; kind < here.size(); ++kind)
            add(static_cast<Kind>(kind), here[kind]);
    };
    std::size_t first = from.recorded;
    for (std::size_t gone = goneBefore(from.recorded); gone < m_gone.size() && m_gone[gone] < to.recorded; ++gone) {
        addRecorded(first, m_gone[gone]);
        first = m_gone[gone] + 1;
    }
    addRecorded(first, std::max(first, to.recorded));
    for (std::size_t put = from.put; put < to.put; ++put)
        add(m_view->common(m_put[put].event).kind, 1);
    std::erase_if(counts, [](const auto& entry) { return entry.second == 0; });
    return counts;
}

std::set<Outcome> LaneRows::outcomes() const
{
    std::set<Outcome> all(m_putOutcomes.begin(), m_putOutcomes.end());
    for (std::size_t first = 0; const Stretch& stretch : m_stretches) {
        const Sorts sorts = m_recorded->sortsIn(first, stretch.end);
        for (int sort = 1; sort < sundryLookUps; ++sort)
            if ((sorts >> sort & 1) != 0)
                all.insert(stretch.outcomes[static_cast<std::size_t>(sort)]);
        first = stretch.end;
    }
    return all;
}

Placed LaneRows::firstOf(Outcome outcome, RowPlace from, RowPlace to) const
{
    for (std::size_t put = from.put; put < to.put; ++put)
        if (m_putOutcomes[put] == outcome && outcome != Outcome::None)
            return m_put[put];
    std::size_t first = from.recorded;
    for (auto stretch = std::ranges::upper_bound(m_stretches, first, {}, &Stretch::end); stretch != m_stretches.end() && first < to.recorded; ++stretch) {
        Sorts wanted = 0;
        for (int sort = 1; sort < sundryLookUps; ++sort)
            if (stretch->outcomes[static_cast<std::size_t>(sort)] == outcome && outcome != Outcome::None)
                wanted |= Sorts{1} << sort;
        const std::size_t end = std::min(to.recorded, stretch->end);
        for (std::size_t found = m_recorded->firstOf(wanted, first, end); found < end; found = m_recorded->firstOf(wanted, found + 1, end))
            if (!isGone(found))
                return m_recorded->row(found);
        first = end;
    }
    return row(from);
}

ViewRows::ViewRows(const LodIndex& index, const TimelineView& view, const HiddenRows* hidden)
    : m_index(&index)
    , m_view(&view)
{
    std::vector<std::vector<Placed>> gone(index.laneCount()), put(index.laneCount());
    const Timeline& record = view.record();
    const auto take = [&](EventId id) {
        if (id < 1 || id > view.eventCount() || (hidden && hidden->has(id)))
            return;
        const Event& event = view.event(id);
        const auto lane = static_cast<std::size_t>(bands().of(event));
        if (!event.hasInstant || event.lane < 0 || lane >= put.size())
            return;
        if (record.has(id))
            gone[lane].push_back({event.at, id});
        else if (view.isDropped(id))
            return; // what was only added and is left out again never was
        put[lane].push_back({view.at(id), id});
    };
    for (const auto& [id, by] : view.movedRows())
        take(id);
    for (const auto* rows : {&view.droppedRows(), &view.voidRows()})
        for (const EventId id : *rows)
            if (record.has(id) && !view.movedRows().contains(id))
                take(id);
    for (EventId id = static_cast<EventId>(record.events.size()) + 1; id <= view.eventCount(); ++id)
        if (!view.movedRows().contains(id))
            take(id);
    for (std::size_t lane = 0; lane < index.laneCount(); ++lane)
        m_lanes.emplace_back(index.lane(static_cast<BandId>(lane)), view, std::move(gone[lane]), std::move(put[lane]));
}

} // namespace lockstep
