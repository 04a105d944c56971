#pragma once
#include "core/draft.h"

/// What the words of a date tell beside its value.
namespace lockstep {

/// How an importer ends its note on the order of day and month, so that note and choice are told together.
inline constexpr std::string_view readDayFirst = " are read day first.", readMonthFirst = " are read month first.";

/// Whether the words name a year: "3/4/2022" and "2 May '21" do, "April 17th" does not.
bool statesYear(std::string_view written);

/// "11/3/2019" read as 3 November is as well 11 March; absent where the words leave no choice: a month by its name, the
/// year first, a day beyond 12, day and month alike.
std::optional<StatedDate> inOtherOrder(const Stated<StatedDate>& date);

/// Whether a date in digits is read with its day first; absent where it is not written as day and month in digits.
std::optional<bool> isDayFirst(const Stated<StatedDate>& date);

} // namespace lockstep
