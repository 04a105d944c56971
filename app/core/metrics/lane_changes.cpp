#include "core/metric_parts.h"

namespace lockstep::metrics {

namespace {

/// How often the next row in time belongs to another lane.
std::vector<Measured> measure(const TimelineView& view)
{
    if (view.record().lanes.size() < 2)
        return {};
    Measured result{.id = "lane-changes", .title = "Lane changes"};
    const std::vector<EventId> rows = placedRows(view);
    if (const std::string why = whyIncomparable(view, rows); !why.empty()) {
        result.basis = why;
        return {result};
    }
    result.count = 0;
    for (std::size_t i = 1; i < rows.size(); ++i)
        *result.count += view.common(rows[i]).lane != view.common(rows[i - 1]).lane ? 1 : 0;
    result.basis = "Rows in order of time whose next row is in another lane.";
    return {result};
}

} // namespace

extern const Metric lane_changes;
const Metric lane_changes{.id = "lane_changes", .measure = measure};

} // namespace lockstep::metrics
