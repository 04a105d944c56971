#pragma once
#include "formats/text_scan.h"

namespace lockstep {

/// A month somebody named. `sure` is false for a short word that often means something else: "may", "set", "out".
struct MonthName {
    unsigned month = 0; ///< 1 to 12; 0: no month
    bool sure = false;
};

/// Takes the name of a month in English, Spanish, Portuguese, French, German or Vietnamese ("tháng 5").
MonthName takeMonth(scan::Cursor& cursor);

/// Takes a weekday with the comma, full stop or brackets around it. Returns whether one was there.
bool takeWeekday(scan::Cursor& cursor);

} // namespace lockstep
