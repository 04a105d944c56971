#include "core/compare.h"
#include "core/finding_words.h"
#include <algorithm>

namespace lockstep {

namespace {

/// What makes events that two what-ifs add the same row.
auto addedKey(const Event& event)
{
    return std::tuple{event.lane, event.text.view(), event.kind, event.reads.view()};
}

/// The added events of one view put beside those of the views before it.
void addRows(std::vector<SameRow>& rows, const std::vector<const TimelineView*>& views, std::size_t side)
{
    const TimelineView& view = *views[side];
    const auto recorded = static_cast<EventId>(view.record().events.size());
    const auto isSame = [&](const SameRow& row, EventId id) {
        if (row[side] != 0)
            return false;
        const auto first = std::find_if(row.begin(), row.end(), [](EventId other) { return other != 0; });
        return addedKey(views[static_cast<std::size_t>(first - row.begin())]->event(*first)) == addedKey(view.event(id));
    };
    for (EventId id = recorded + 1; id <= view.eventCount(); ++id) {
        auto row = std::find_if(rows.begin() + recorded, rows.end(), [&](const SameRow& r) { return isSame(r, id); });
        if (row == rows.end())
            row = rows.insert(row, SameRow(views.size(), 0));
        (*row)[side] = id;
    }
}

bool isIn(const TimelineView& view, EventId id)
{
    return id != 0 && !view.isDropped(id);
}

bool isLookUp(const TimelineView& view, EventId id)
{
    return view.common(id).kind == Kind::Read && view.common(id).hasInstant;
}

bool areAlike(const OutcomeOf& a, const OutcomeOf& b)
{
    return a.outcome == b.outcome;
}

void compareRow(const TimelineView& was, const TimelineView& now, RowPair row, Comparison& found)
{
    const bool wasIn = isIn(was, row.was), nowIn = isIn(now, row.now);
    if (wasIn != nowIn)
        (wasIn ? found.leftOut : found.takenIn).push_back(row);
    if (!wasIn || !nowIn)
        return;
    if (const Millis by = now.at(row.now) - was.at(row.was); by != Millis{0} && now.event(row.now).hasInstant)
        found.movedRows.push_back({row, by});
    if (const bool wasVoid = was.isVoid(row.was); wasVoid != now.isVoid(row.now))
        (wasVoid ? found.revived : found.voided).push_back(row);
    if (!isLookUp(now, row.now))
        return;
    OutcomeOf before = was.outcome(row.was), after = now.outcome(row.now);
    if (!areAlike(before, after))
        found.outcomes.push_back({row, std::move(before), std::move(after)});
}

void compareWindows(const TimelineView& was, const TimelineView& now, Comparison& found)
{
    for (const Window& window : was.windows())
        if (windowIn(now, window.id) == nullptr)
            found.leftOutWindows.push_back(window.id);
    for (const Window& window : now.windows()) {
        const Window* before = windowIn(was, window.id);
        if (before == nullptr) {
            found.takenInWindows.push_back(window.id);
            continue;
        }
        const EdgeShift by{window.begin.earliest - before->begin.earliest, window.end.latest - before->end.latest};
        if (by != EdgeShift{})
            found.movedWindows.push_back({window.id, by});
        if (before->scope != window.scope)
            found.scopes.push_back({window.id, before->scope, window.scope});
    }
}

} // namespace

bool Comparison::isEmpty() const
{
    return movedRows.empty() && leftOut.empty() && takenIn.empty() && voided.empty() && revived.empty() && movedWindows.empty()
        && leftOutWindows.empty() && takenInWindows.empty() && scopes.empty() && reads.empty() && outcomes.empty();
}

std::vector<SameRow> sameRows(const std::vector<const TimelineView*>& views)
{
    if (views.empty())
        return {};
    std::vector<SameRow> rows;
    for (const Event& event : views.front()->record().events)
        rows.emplace_back(views.size(), event.id);
    for (std::size_t side = 0; side < views.size(); ++side)
        addRows(rows, views, side);
    return rows;
}

Comparison compared(const TimelineView& was, const TimelineView& now)
{
    Comparison found;
    for (const SameRow& row : sameRows({&was, &now}))
        compareRow(was, now, {row[0], row[1]}, found);
    std::stable_sort(found.outcomes.begin(), found.outcomes.end(),
        [&](const ReadChange& a, const ReadChange& b) { return now.at(a.row.now) < now.at(b.row.now); });
    compareWindows(was, now, found);
    for (LaneId lane = 0; lane < static_cast<LaneId>(now.record().lanes.size()); ++lane)
        if (was.laneReads(lane) != now.laneReads(lane))
            found.reads.push_back({lane, was.laneReads(lane), now.laneReads(lane)});
    return found;
}

std::vector<LookUpRow> lookUpTable(const std::vector<const TimelineView*>& views)
{
    std::vector<std::pair<Instant, LookUpRow>> found;
    for (SameRow& ids : sameRows(views)) {
        const auto side = static_cast<std::size_t>(std::find_if(ids.begin(), ids.end(), [](EventId id) { return id != 0; }) - ids.begin());
        if (!isLookUp(*views[side], ids[side]))
            continue;
        LookUpRow row;
        for (std::size_t i = 0; i < views.size(); ++i)
            row.outcomes.push_back(ids[i] == 0 ? OutcomeOf{} : views[i]->outcome(ids[i]));
        row.differs = !std::all_of(row.outcomes.begin(), row.outcomes.end(),
            [&](const OutcomeOf& o) { return areAlike(o, row.outcomes.front()); });
        const Instant at = views[side]->at(ids[side]);
        row.ids = std::move(ids);
        found.emplace_back(at, std::move(row));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<LookUpRow> table;
    for (auto& [at, row] : found)
        table.push_back(std::move(row));
    return table;
}

} // namespace lockstep
