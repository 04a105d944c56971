#pragma once
#include "core/timeline.h"

namespace lockstep {

enum class Outcome { None, Fresh, PossiblyStale, Stale, PossiblyBlocked, Blocked, Void };

/// What became of a look-up, and what makes it so.
struct OutcomeOf {
    Outcome outcome = Outcome::None;
    WindowId window;        ///< the window that decides; empty for Fresh and None
    bool proposed = false;  ///< that window was read from the words by the program
    std::string note;       ///< a sentence: the alternative of a "possibly"; may be empty
    friend bool operator==(const OutcomeOf&, const OutcomeOf&) = default;
};

/// What a look-up at `at` of `resource` meets: blocked if a blocking window covers it, else stale if a
/// staling one does, else fresh; "possibly" where only the uncertain part of a bound decides.
/// Windows are half open: a look-up at the very end is outside.
/// Possibly blocked wins over stale; the note then says what it would be without the lock.
/// An unnamed resource ("") is surely covered by a scope that is everything and possibly by one that names
/// some: nobody has said which copy is read, and the note says that.
OutcomeOf outcomeOf(Instant at, const ResourceId& resource, const std::vector<Window>& windows);

/// What was worked out for a look-up as recorded, beside what its own words say. Words that say refused where the
/// windows say fresh: no outcome, since one of the two is wrong. Correct words during a lock: the outcome stays.
/// The note says either.
OutcomeOf besideItsWords(const Event& event, OutcomeOf found);

/// "blocked", "stale", "fresh", "possibly blocked", "possibly stale", "void"; empty for None.
std::string_view outcomeName(Outcome);

} // namespace lockstep
