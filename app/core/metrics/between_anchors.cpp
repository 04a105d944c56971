#include "core/anchors.h"
#include "core/metric_definitions.h"
#include "core/metric_parts.h"
#include <algorithm>

namespace lockstep::metrics {

namespace {

std::string named(const Anchor& anchor)
{
    return anchor.name + " (" + rowWords({anchor.event}) + (anchor.proposed ? ", as its words say)" : ")");
}

/// A look-up tells when all was seen to be well, and not since when.
std::string whyUpperBound(const TimelineView& view, const Anchor& to)
{
    const Event& event = view.event(to.event);
    if (to.name != "recovered" || event.kind != Kind::Read)
        return {};
    return "An upper bound: the recovery was first seen at " + momentWords(view, event.lane, view.at(to.event)) + '.';
}

Measured measured(const TimelineView& view, const MetricDefinition& definition)
{
    const Timeline& record = view.record();
    Measured result{.id = definition.id, .title = titleOf(record, definition), .from = definition.from, .to = definition.to};
    const Anchor* from = anchorNamed(record, definition.from);
    const Anchor* to = anchorNamed(record, definition.to);
    for (const auto& [anchor, name] : {std::pair{from, definition.from}, std::pair{to, definition.to}})
        if (anchor == nullptr)
            say(result, "No row is marked as " + name + '.');
    if (from == nullptr || to == nullptr)
        return result;
    result.basis = "From " + named(*from) + " to " + named(*to) + '.';
    measureBetween(view, from->event, to->event, result);
    if (result.most)
        say(result, whyUpperBound(view, *to));
    return result;
}

std::vector<Measured> measure(const TimelineView& view)
{
    std::vector<Measured> all;
    for (const MetricDefinition& definition : view.record().metrics)
        if (isShown(view.record(), definition))
            all.push_back(measured(view, definition));
    return all;
}

} // namespace

extern const Metric between_anchors;
const Metric between_anchors{.id = "between_anchors", .measure = measure};

} // namespace lockstep::metrics
