#include "core/metric_parts.h"

namespace lockstep::metrics {

namespace {

/// How long each reply took, after what it responds to.
std::vector<Measured> measure(const TimelineView& view)
{
    std::vector<Measured> all;
    for (const Link& link : view.record().links) {
        if (link.kind != LinkKind::RespondsTo)
            continue;
        const std::string cause = std::to_string(link.cause), effect = std::to_string(link.effect);
        Measured reply{.id = "reply-" + cause + '-' + effect, .title = "Reply of row " + effect + " to row " + cause,
            .basis = "Row " + effect + " responds to row " + cause + '.'};
        measureBetween(view, link.cause, link.effect, reply);
        all.push_back(std::move(reply));
    }
    return all;
}

} // namespace

extern const Metric reply_latencies;
const Metric reply_latencies{.id = "reply_latencies", .measure = measure};

} // namespace lockstep::metrics
