#include "chart/chart_layout.h"
#include "core/assumption.h"
#include "core/link_faults.h"
#include <algorithm>

namespace lockstep {

namespace {

std::optional<Symbol> symbolOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Blocked: return Symbol::Blocked;
    case Outcome::PossiblyBlocked: return Symbol::PossiblyBlocked;
    case Outcome::Stale: return Symbol::Stale;
    case Outcome::PossiblyStale: return Symbol::PossiblyStale;
    case Outcome::Void: return Symbol::Void;
    case Outcome::None:
    case Outcome::Fresh: break;
    }
    return {};
}

/// What was put somewhere else, added or left out is marked one by one.
void addPut(std::set<Symbol>& symbols, const TimelineView& view, EventId id)
{
    if (!view.record().has(id))
        symbols.insert(Symbol::Added);
    if (view.moved(id) != Millis{0})
        symbols.insert(isAssumedMove(view, id) ? Symbol::AssumedMove : Symbol::Ghost);
    if (!view.happens(id))
        symbols.insert(Symbol::Void);
}

std::set<Symbol> symbolsOf(const ViewRows& rows, const HiddenRows* hidden = nullptr)
{
    std::set<Symbol> symbols;
    for (const LaneRows& lane : rows) {
        const RunFacts all = lane.facts();
        if (all.lookUps > 0)
            symbols.insert(Symbol::LookUp);
        if (all.lookUps < all.count)
            symbols.insert(Symbol::Action);
        for (const Outcome outcome : lane.outcomes())
            if (const auto symbol = symbolOf(outcome))
                symbols.insert(*symbol);
        for (const Placed& put : lane.put())
            addPut(symbols, rows.view(), put.event);
    }
    const auto isShown = [&](const LinkFault& fault) { return !hidden || (!hidden->has(fault.link.cause) && !hidden->has(fault.link.effect)); };
    if (std::ranges::any_of(linkFaults(rows.view()), isShown))
        symbols.insert(Symbol::Fault);
    return symbols;
}

} // namespace

ViewFacts::ViewFacts(const LodIndex& index, const TimelineView& view)
    : rows(index, view)
    , whole(wholeSpan(rows))
    , rulers(rulerZones(rows))
    , symbols(symbolsOf(rows))
{
}

ViewFacts::ViewFacts(const LodIndex& index, const HiddenRows& hidden, const ViewFacts& everything)
    : rows(index, everything.rows.view(), &hidden)
    , all(&everything)
    , whole(everything.whole)
    , rulers(everything.rulers)
    , symbols(symbolsOf(rows, &hidden))
{
}

} // namespace lockstep
