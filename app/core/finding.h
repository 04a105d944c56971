#pragma once
#include "core/resolve.h"
#include "core/scenario.h"

namespace lockstep {

/// The headline and subtitle a picture can honestly carry, and the moment it is about.
struct Finding {
    std::string headline;  ///< plain text; † stands after an inferred place
    std::string subtitle;
    std::optional<Instant> moment; ///< boxed across all rulers
    bool isDocumentTitle = false;  ///< no finding: the headline repeats the title
};

/// A finding is made only when a look-up falls into a lock from another zone; else the document's title. It rests on
/// no row that runs backwards and on no look-up whose words say it was answered. A title a person typed always wins.
Finding findingOf(const TimelineView& view, const Scenario& scenario, const Reading& reading, const Resolved& resolved);

/// Footnote lines, in plain words: inferences, uncertain ends, what was moved, row numbers and source lines.
std::vector<std::string> footnotes(const TimelineView& view, const Scenario& scenario, const Reading& reading,
                                   const Resolved& resolved);

} // namespace lockstep
