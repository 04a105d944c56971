#pragma once
#include "core/draft.h"
#include <string_view>

namespace lockstep {

/// A clock found in text.
struct ClockReading {
    Clock clock;
    std::optional<Clock> end;        ///< of a range "14:00-14:30"
    bool approx = false;             ///< "~14:00", "ca. 14:00", "14:00 (approx)"
    std::string zone;                ///< zone words stuck to the clock: "Z", "UTC", "PST", "+02:00"; may be empty
    std::vector<std::string> doubts; ///< "'20:00 pm' is read as 20:00."
    std::size_t begin = 0, length = 0; ///< where in the text, markers such as "hora" and "pm" included
};

/// Reads a clock as people write it: "23:30 horas", "hora 10:37 am", "20:00 pm", "8h15", "12.30", "0930Z", "~14:00".
/// The text must start with the clock (blanks, "hora", "~", "at" and the like may stand before it).
/// Errors: no clock there; hour above 24, minute or second above 59 (severity Error, `what` names the text).
/// A pm that contradicts a 24-hour reading is kept as a doubt, not an error.
Result<ClockReading> readClock(std::string_view text);

} // namespace lockstep
