#include "core/live_outcomes.h"
#include <algorithm>
#include <map>
#include <tuple>

namespace lockstep {

namespace {

constexpr std::size_t outcomeCount = std::tuple_size_v<OutcomeShifts>;

std::size_t indexOf(Outcome outcome)
{
    return static_cast<std::size_t>(outcome);
}

Outcome outcomeThere(const TimelineView& view, EventId id, Instant at)
{
    return view.outcomeAt(id, at).outcome;
}

/// Two look-ups of the same key meet the same at the same instant, in the record and in every what-if that leaves both
/// where they are.
auto keyOf(const Event& event, bool isUnexplained)
{
    return std::tuple{event.lane, event.reads.str(), event.file, event.isDated, event.zoneName.empty(), isUnexplained};
}

/// The instants at which an outcome can change: what lies between two of them is alike.
std::vector<Instant> edgesOf(const TimelineView& recorded, const TimelineView& view)
{
    std::vector<Instant> edges;
    for (const TimelineView* one : {&recorded, &view})
        for (const Window& window : one->windows())
            if (window.effect != Effect::Informs)
                edges.insert(edges.end(), {window.begin.earliest, window.begin.latest, window.end.earliest, window.end.latest});
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

/// Look-ups of the record that do not lie where they did, or that do not happen: each is looked at by itself.
std::set<EventId> exceptionsOf(const TimelineView& view)
{
    std::set<EventId> rows;
    const auto add = [&](EventId id) {
        if (view.record().has(id) && view.common(id).kind == Kind::Read && view.common(id).hasInstant)
            rows.insert(id);
    };
    for (const auto& [id, by] : view.movedRows())
        add(id);
    for (const auto* gone : {&view.droppedRows(), &view.voidRows()})
        for (const EventId id : *gone)
            add(id);
    return rows;
}

/// Collects what changed from which outcome to which.
class Tally {
public:
    void alike(Outcome was, Outcome now, std::ptrdiff_t count)
    {
        m_count[indexOf(was)][indexOf(now)] += count;
    }
    void row(Outcome was, Outcome now, EventId id)
    {
        if (was == now)
            return;
        name(m_shifts[indexOf(was)].goneRows, id);
        name(m_shifts[indexOf(now)].comeRows, id);
    }
    /// Whether more names of such a change are of use.
    bool wantsRows(Outcome was, Outcome now) const
    {
        return was != now
            && (m_shifts[indexOf(was)].goneRows.size() <= OutcomeShift::mostNamed
                || m_shifts[indexOf(now)].comeRows.size() <= OutcomeShift::mostNamed);
    }

    OutcomeShifts finished() &&
    {
        for (std::size_t was = 0; was < outcomeCount; ++was)
            for (std::size_t now = 0; now < outcomeCount; ++now)
                count(m_shifts[was], m_shifts[now], static_cast<std::size_t>(m_count[was][now]), was == now);
        for (OutcomeShift& shift : m_shifts) {
            settle(shift.goneRows, shift.gone);
            settle(shift.comeRows, shift.come);
        }
        return std::move(m_shifts);
    }

private:
    static void name(std::vector<EventId>& rows, EventId id)
    {
        if (rows.size() <= OutcomeShift::mostNamed)
            rows.push_back(id);
    }
    static void count(OutcomeShift& from, OutcomeShift& to, std::size_t rows, bool isSame)
    {
        from.was += rows;
        to.now += rows;
        from.gone += isSame ? 0 : rows;
        to.come += isSame ? 0 : rows;
    }
    static void settle(std::vector<EventId>& rows, std::size_t all)
    {
        if (all > OutcomeShift::mostNamed)
            rows.clear();
        std::ranges::sort(rows);
    }

    std::array<std::array<std::ptrdiff_t, outcomeCount>, outcomeCount> m_count{};
    OutcomeShifts m_shifts{};
};

} // namespace

LiveOutcomes::LiveOutcomes(const Timeline& record)
    : m_recorded(applied(record, {}))
{
    std::vector<EventId> lookUps;
    for (const Event& event : record.events)
        if (event.kind == Kind::Read && event.hasInstant)
            lookUps.push_back(event.id);
    std::ranges::stable_sort(lookUps, {}, [&](EventId id) { return record.event(id).at; });
    std::map<decltype(keyOf(record.events.front(), false)), Group> groups;
    for (const EventId id : lookUps) {
        const Event& event = record.event(id);
        const bool isUnexplained = event.saysRefused && outcomeThere(m_recorded, id, event.at) == Outcome::None;
        Group& group = groups[keyOf(event, isUnexplained)];
        group.ids.push_back(id);
        group.at.push_back(event.at);
    }
    for (auto& [key, group] : groups)
        m_groups.push_back(std::move(group));
}

OutcomeShifts LiveOutcomes::shifts(const TimelineView& view) const
{
    const std::vector<Instant> edges = edgesOf(m_recorded, view);
    const std::set<EventId> exceptions = exceptionsOf(view);
    Tally tally;
    for (const Group& group : m_groups) {
        // An edge belongs to what follows it: windows are half open.
        for (std::size_t from = 0, edge = 0; from < group.at.size(); ++edge) {
            const auto end = edge == edges.size() ? group.at.end() : std::ranges::lower_bound(group.at, edges[edge]);
            const auto next = static_cast<std::size_t>(end - group.at.begin());
            if (next <= from)
                continue;
            const EventId first = group.ids[from];
            const Outcome was = outcomeThere(m_recorded, first, group.at[from]), now = outcomeThere(view, first, group.at[from]);
            tally.alike(was, now, static_cast<std::ptrdiff_t>(next - from));
            for (std::size_t i = from; i < next && tally.wantsRows(was, now); ++i)
                if (!exceptions.contains(group.ids[i]))
                    tally.row(was, now, group.ids[i]);
            from = next;
        }
    }
    for (const EventId id : exceptions) {
        const Instant at = view.event(id).at;
        const Outcome was = outcomeThere(m_recorded, id, at), now = view.outcome(id).outcome;
        tally.alike(was, outcomeThere(view, id, at), -1);
        tally.alike(was, now, 1);
        tally.row(was, now, id);
    }
    for (EventId id = static_cast<EventId>(view.record().events.size()) + 1; id <= view.eventCount(); ++id) {
        const Outcome now = view.outcome(id).outcome;
        tally.alike(Outcome::None, now, 1);
        tally.row(Outcome::None, now, id);
    }
    return std::move(tally).finished();
}

} // namespace lockstep
