#pragma once
#include "core/compare.h"

/// What differs between two views, in words.
namespace lockstep {

/// One plain sentence about one change, and what it speaks of in the numbering of the later view.
struct ComparedSentence {
    std::string text;
    EventId row = 0; ///< 0: of no row that is there
    WindowId window = {};
};

/// A sentence for each change, the most telling first; against the record the finding leads:
/// "Locking only the master lets the client look, but at old balances.", "The bank is still locked out.",
/// "Row 3, 10:35 in Vietnam, is out of date instead of during the lock."
/// Where nothing differs one sentence says so.
std::vector<ComparedSentence> sentencesOf(const Comparison&, const TimelineView& was, const TimelineView& now);

/// "10:35 in Vietnam", without the mark of an inferred place: that belongs beside the footnote which explains it.
std::string momentOf(const TimelineView&, EventId);
/// As outcomeWords; "unclear" where there is none.
std::string_view outcomeOrUnclear(Outcome);

} // namespace lockstep
