#include "core/metric_parts.h"
#include <algorithm>

namespace lockstep::metrics {

namespace {

bool isHandOff(const TimelineView& view, const Link& link)
{
    return view.common(link.cause).lane != view.common(link.effect).lane && whyAbsent(view, link.cause).empty()
        && whyAbsent(view, link.effect).empty();
}

/// How often one row leads to a row of another lane. Without links nobody has said what leads to what.
std::vector<Measured> measure(const TimelineView& view)
{
    const std::vector<Link>& links = view.record().links;
    if (links.empty() || view.record().lanes.size() < 2)
        return {};
    const auto count = std::ranges::count_if(links, [&](const Link& link) { return isHandOff(view, link); });
    return {{.id = "hand-offs", .title = "Hand-offs", .count = static_cast<int>(count), .basis = "Links from a row to one of another lane."}};
}

} // namespace

extern const Metric hand_offs;
const Metric hand_offs{.id = "hand_offs", .measure = measure};

} // namespace lockstep::metrics
