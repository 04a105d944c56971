#pragma once
#include "formats/text_scan.h"
#include <optional>

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
/// The same, as a number: 0 for Monday to 6 for Sunday, -1 for none.
int takeDayOfWeek(scan::Cursor& cursor);

/// "2024", ", 2024", "de 2024": a year that goes on from a day or a month.
std::optional<int> takeYear(scan::Cursor& cursor);

constexpr int leastYear = 1900, mostYear = 2199;

/// A month with its year, "March 2024", "setembro de 2025"; neither is found within a whole date.
struct MonthOfYear {
    int year = 0;
    unsigned month = 0;
    std::size_t begin = 0, length = 0;
};
std::optional<MonthOfYear> findMonthOfYear(std::string_view text);

} // namespace lockstep
