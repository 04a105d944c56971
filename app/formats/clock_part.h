#pragma once
#include "core/draft.h"
#include "formats/clock_words.h"

/// One time of day within a clock that may be a range.
namespace lockstep {

/// A time of day on its way: as the digits have it, before am and pm are applied.
struct ClockPart {
    Clock clock;
    HalfDay half = HalfDay::Unsaid;
    bool marked = false;     ///< hour word, am/pm or zone: more than bare digits
    bool hasSeconds = false;
    std::size_t begin = 0, end = 0; ///< digits and am/pm, for doubts
};

/// What stands where a clock is looked for.
enum class ClockSeen { Nothing, Clock, OutOfRange };

/// Takes one time of day with its am or pm, hour words included. `led`: a word announced it ("at", "between").
ClockSeen takeClockPart(scan::Cursor& cursor, ClockPart& part, bool led);

/// Takes "noon: ...", "midnight - ...": words only with punctuation, a zone or a day behind them, for they begin sentences, too.
ClockSeen takeNamedClock(scan::Cursor& cursor, ClockPart& part);

/// Takes the end of a range; the cursor moves only when one is there.
std::optional<ClockPart> takeClockRangeEnd(scan::Cursor& cursor);

} // namespace lockstep
