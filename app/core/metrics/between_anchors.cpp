#include "core/anchors.h"
#include "core/metric_definitions.h"
#include "core/metric_parts.h"
#include "core/words.h"
#include "core/wording.h"
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

/// In a what-if a look-up may show the contrary of what it was marked for. The length holds, what it is called does not.
std::string whyNoProof(const TimelineView& view, const Anchor& anchor)
{
    const Outcome outcome = view.outcome(anchor.event).outcome;
    if (view.isRecord() || outcome == Outcome::None || outcome == Outcome::Void)
        return {};
    const bool isFresh = outcome == Outcome::Fresh;
    if ((anchor.name != "recovered" || isFresh) && (anchor.name != "first impact" || !isFresh))
        return {};
    return withCapital(rowWords({anchor.event})) + " would be " + std::string{outcomeWords(outcome)} + ", so it shows no "
        + (isFresh ? "impact." : "recovery.");
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
    if (!result.most)
        return result;
    const std::string noRecovery = whyNoProof(view, *to);
    say(result, whyNoProof(view, *from));
    say(result, noRecovery.empty() ? whyUpperBound(view, *to) : noRecovery);
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
