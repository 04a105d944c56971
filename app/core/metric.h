#pragma once
#include "core/scenario.h"
#include <span>

namespace lockstep {

/// What a metric comes to: a length between two limits, a count, or neither, and why.
struct Measured {
    std::string id = {}, title = {};
    std::optional<Millis> least = {}, most = {}; ///< equal where it is certain; no most: nothing tells when it ended
    std::optional<int> count = {};
    std::string basis = {};           ///< in sentences: between which rows, what decides a range, why there is none
    std::string from = {}, to = {};   ///< the moments it lies between; empty for what is not measured from moments
    std::vector<EventId> rows = {};   ///< the rows it lies between
    friend bool operator==(const Measured&, const Measured&) = default;
};

/// A sort of figure about an incident. The folder core/metrics is the registry.
struct Metric {
    std::string_view id;
    /// Every figure of this sort, in the record or a what-if. Never a mean: one incident has none.
    std::vector<Measured> (*measure)(const TimelineView&);
};

std::span<const Metric* const> allMetrics();

/// All figures of a view.
std::vector<Measured> metricsOf(const TimelineView&);

/// "60 to 65 min", "at least 60 min", "9"; "not known" without a figure.
std::string figureWords(const Measured&);

} // namespace lockstep
