#include "core/metric_parts.h"

namespace lockstep::metrics {

namespace {

/// How much time the rows span.
std::vector<Measured> measure(const TimelineView& view)
{
    const std::vector<EventId> rows = placedRows(view);
    if (rows.size() < 2)
        return {};
    Measured result{.id = "first-to-last", .title = "First row to last"};
    const std::string why = whyIncomparable(view, rows);
    if (why.empty())
        measureBetween(view, rows.front(), rows.back(), result);
    say(result, why.empty() ? "From " + rowWords({rows.front()}) + " to " + rowWords({rows.back()}) + '.' : why);
    return {result};
}

} // namespace

extern const Metric whole_record;
const Metric whole_record{.id = "whole_record", .measure = measure};

} // namespace lockstep::metrics
