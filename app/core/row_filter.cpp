#include "core/row_filter.h"
#include "core/grouped.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

Outcome outcomeNow(const TimelineView& view, EventId id)
{
    return view.isVoid(id) ? Outcome::Void : view.outcome(id).outcome;
}

} // namespace

RowFilter withHidden(RowFilter filter, const LanesShown& shown)
{
    if (shown.by == LanesBy::Record)
        filter.lanes.merge(hiddenLanes(shown));
    else
        filter.bands = hiddenLanes(shown);
    filter.bandsBy = shown.by;
    return filter;
}

HiddenRows::HiddenRows(const TimelineView& view, const RowFilter& filter)
    : m_rows(static_cast<std::size_t>(view.eventCount()))
{
    for (const Lane& lane : view.record().lanes)
        m_lanes.push_back(filter.lanes.contains(lane.role));
    const Bands bands(view.record(), filter.bands.empty() ? LanesBy::Record : filter.bandsBy);
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        const Event& event = view.event(id);
        const bool isInBand = !filter.bands.empty() && filter.bands.contains(bands.lane(bands.of(event)).role);
        // An outcome is worked out when asked: only where the answer matters.
        const bool isHidden = hasLane(event.lane) || isInBand || filter.kinds.contains(event.kind) || filter.files.contains(event.file)
            || (!filter.outcomes.empty() && event.kind == Kind::Read && filter.outcomes.contains(outcomeNow(view, id)));
        m_rows[static_cast<std::size_t>(id) - 1] = isHidden;
        m_count += isHidden ? 1 : 0;
    }
}

std::shared_ptr<const HiddenRows> hiddenRows(const TimelineView& view, const RowFilter& filter)
{
    if (filter.isEmpty())
        return nullptr;
    auto hidden = std::make_shared<const HiddenRows>(view, filter);
    const auto& lanes = view.record().lanes;
    const bool hidesLane = std::ranges::any_of(lanes, [&](const Lane& lane) { return filter.lanes.contains(lane.role); });
    return hidden->count() > 0 || hidesLane ? hidden : nullptr;
}

std::string hiddenWords(const HiddenRows& hidden)
{
    return grouped(hidden.count()) + " of " + counted(hidden.rows(), "row") + (hidden.count() == 1 ? " is" : " are") + " not shown.";
}

RowCounts countedRows(const TimelineView& view)
{
    RowCounts counts{.lanes = std::vector<int>(view.record().lanes.size()), .files = std::vector<int>(view.record().sources.size()), .kinds = {}, .outcomes = {}};
    const auto add = [](std::vector<int>& of, int index) {
        if (index >= 0 && static_cast<std::size_t>(index) < of.size())
            ++of[static_cast<std::size_t>(index)];
    };
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        const Event& event = view.event(id);
        add(counts.lanes, event.lane);
        add(counts.files, event.file);
        ++counts.kinds[event.kind];
        if (event.kind == Kind::Read)
            ++counts.outcomes[outcomeNow(view, id)];
    }
    return counts;
}

} // namespace lockstep
