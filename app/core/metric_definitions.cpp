#include "core/metric_definitions.h"
#include "core/anchors.h"
#include "core/embedded_rows.h"
#include <algorithm>

namespace lockstep {

std::vector<MetricDefinition> usualMetrics()
{
    std::vector<MetricDefinition> all;
    for (auto& row : embeddedRows("metrics/definitions.tsv", 4))
        all.push_back({.id = std::move(row[0]), .name = std::move(row[1]), .from = std::move(row[2]), .to = std::move(row[3])});
    return all;
}

bool isShown(const Timeline& timeline, const MetricDefinition& definition)
{
    const auto isKnown = [&](const std::string& moment) {
        return std::ranges::find(usualMoments(), moment) != usualMoments().end() || anchorNamed(timeline, moment) != nullptr;
    };
    if (isKnown(definition.from) && isKnown(definition.to))
        return true;
    const std::vector<MetricDefinition> usual = usualMetrics();
    return std::ranges::find(usual, definition) == usual.end();
}

std::string titleOf(const Timeline& timeline, const MetricDefinition& definition)
{
    if (std::ranges::count(timeline.metrics, definition.name, &MetricDefinition::name) < 2)
        return definition.name;
    return definition.name + ", " + definition.from + " to " + definition.to;
}

} // namespace lockstep
