#pragma once
#include "core/scenario.h"

namespace lockstep {

/// A link whose effect begins before its cause, or sooner after it than the link allows.
struct LinkFault {
    Link link;
    Millis tooSoon{0}; ///< how much later the effect would have to begin
    friend bool operator==(const LinkFault&, const LinkFault&) = default;
};

/// Whether and how far a link is at fault. Links of rows that do not happen, or whose times cannot be set against each
/// other, are not. A row that states a day alone counts with the whole day.
std::optional<LinkFault> faultOf(const TimelineView&, const Link&);

/// All links at fault, in the order of the record.
std::vector<LinkFault> linkFaults(const TimelineView&);

/// "Row 6 now lies 3 min before row 5, which triggers it." On the line of the effect.
Problem problemOf(const TimelineView&, const LinkFault&);

} // namespace lockstep
