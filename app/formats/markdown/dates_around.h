#pragma once
#include "formats/markdown/front_matter.h"
#include "formats/markdown/sections.h"

/// What the dates of a document tell about each other.
namespace lockstep::markdown {

/// "Retro held on 19 June", "Last updated: ...": days that are not those of the incident. `before`: the words before the date.
bool isOtherDay(std::string_view before);

/// A full date for the first row that has one without a year: all dates and months of a year ("March 2024") that stand
/// around the rows of the document give it the same. Empty where they do not, or none is there.
std::optional<Stated<StatedDate>> agreedYear(const Draft& draft, const std::vector<Block>& blocks, DayOrder order);

/// Fills the year of a month and day from the nearest full date of the rows, else of the document around them,
/// and says so; never from today.
void fillYears(Draft& draft, std::optional<Stated<StatedDate>> around);

/// The order of day and month in the dates in digits of a document, where one of them leaves no choice; else as people
/// who write its language are used to.
DayOrder dayOrderOf(const std::vector<Block>& blocks);

} // namespace lockstep::markdown
