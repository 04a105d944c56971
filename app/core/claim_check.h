#pragma once
#include "core/timeline.h"

namespace lockstep {

/// Whether the record bears out what its document says.
enum class Verdict { Holds, DoesNotHold, CannotBeTold };

/// Something the document says of lengths or shares, beside what its rows show.
struct CheckedClaim {
    Verdict verdict = Verdict::CannotBeTold;
    std::string written;         ///< "at least 1 hour"
    std::string says;            ///< "Line 35 says “at least 1 hour” of the lock."
    std::string shows;           ///< "Rows 2 and 13 show 60 to 65 min." and what the verdict rests on
    int line = 0;                ///< of the source
    int file = 0;                ///< index into Timeline::sources
    std::vector<EventId> rows = {}; ///< what the record's side rests on
    friend bool operator==(const CheckedClaim&, const CheckedClaim&) = default;
};

/// "holds", "does not hold", "cannot be told"
std::string_view verdictWords(Verdict);

/// The claims of prose and rows that the record has something to hold against, in the order of the document:
/// - how long a lock, a named process or an outage lasted. A stated length counts to half its own unit: "2 hours" may be
///   100 minutes. A length whose limit rests on the very claim is not borne out by it.
/// - what share of the inquiries a lock touched, against the built-in curve, which is an illustration and proves nothing.
/// - how many hours of each day a process runs, or at what hour.
std::vector<CheckedClaim> checkClaims(const Timeline& timeline, const std::vector<Prose>& prose);

} // namespace lockstep
