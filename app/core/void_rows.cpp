#include "core/void_rows.h"
#include "core/link_order.h"
#include <unordered_map>

namespace lockstep {

namespace {

struct Causes {
    int all = 0, gone = 0;
};

bool hasSucceeded(const TimelineView& view, EventId id)
{
    return view.outcomeAt(id, view.at(id)).outcome == Outcome::Fresh;
}

} // namespace

std::set<EventId> voidRowsOf(const TimelineView& view)
{
    if (view.isRecord() || view.record().links.empty())
        return {};
    std::unordered_map<EventId, Causes> causes;
    const auto isVoid = [&](EventId id) {
        const auto found = causes.find(id);
        return found != causes.end() && found->second.all == found->second.gone;
    };
    // In this order all causes of a row are known before it is asked for itself.
    for (const Link& link : causesFirst(view.record().links)) {
        const bool isGone = view.isDropped(link.cause) || isVoid(link.cause)
            || (link.onlyIfCauseFailed && hasSucceeded(view, link.cause));
        Causes& of = causes[link.effect];
        ++of.all;
        of.gone += isGone ? 1 : 0;
    }
    std::set<EventId> rows;
    for (const auto& [id, of] : causes)
        if (of.all == of.gone && !view.isDropped(id))
            rows.insert(id);
    return rows;
}

} // namespace lockstep
