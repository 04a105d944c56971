#pragma once
#include "core/draft.h"
#include <string_view>

namespace lockstep {

/// A date found in text.
struct DateReading {
    StatedDate date;                 ///< the year is absent where the text has none
    std::optional<StatedDate> end;   ///< of a range "2023-07-10 to 2023-07-16"
    bool eitherOrder = false;        ///< "3/4/2022" can be read day first or month first
    bool monthFirst = false;         ///< of a date in digits that leaves no choice: month before day
    bool dayFirst = false;           ///< of a date in digits that leaves no choice: day before month
    std::vector<std::string> doubts; ///< "'3/4/2022' is read as 4 March 2022; it could be 3 April 2022."
    std::size_t begin = 0, length = 0; ///< where in the text, a weekday beside it included
};

/// How a document writes its dates in digits, learnt from one that leaves no choice, or taken from the language of its
/// words. The latter is a guess, and each date read by it says so.
enum class DayOrder { Unknown, MonthFirst, DayFirst, DayFirstByWords };

/// Reads a date as people write it: "2018-08-22", "29 april 2022", "Feb 20 2018", "02-13-2025", "the 8th of march 2024",
/// "19. April", "24 de mayo de 2022", "24 tháng 5 năm 2022". The text must start with it (blanks and a weekday may come first).
/// Errors: no date there (severity Note); a day or month that does not exist (severity Error, `what` names it).
/// A year with a digit too many is read by its first four digits, as a doubt.
Result<DateReading> readDate(std::string_view text, DayOrder order = DayOrder::Unknown);

/// A day and month in digits without a year: "5/26", "26.5.". Only beside a clock are such digits a date.
std::optional<DateReading> readShortDate(std::string_view text, DayOrder order = DayOrder::Unknown);

/// The first date in the text from a position on; impossible dates are passed over.
std::optional<DateReading> findDate(std::string_view text, std::size_t from = 0, DayOrder order = DayOrder::Unknown);

/// "4 March 2022", "4 March".
std::string dateWords(const StatedDate& date);

} // namespace lockstep
