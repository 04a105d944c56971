#pragma once
#include "core/incident.h"
#include "core/resolve.h"
#include <span>
#include <string_view>

namespace lockstep {

/// What a writer is given: the incident, the record it resolves to, and the view to write.
struct WriteInput {
    const Incident& incident;
    const Resolved& resolved;
    const TimelineView& view;
    const Scenario& scenario;
};

/// A writer of one format. Each lives in writers/NAME.cpp as `const Writer NAME` in namespace writers.
struct Writer {
    std::string_view id, title, suffixes;
    Result<std::string> (*write)(const WriteInput&);
};

std::span<const Writer* const> allWriters();

} // namespace lockstep
