#pragma once
#include "formats/markdown/row_head.h"
#include "formats/text_scan.h"

/// The words around the moment of a row.
namespace lockstep::markdown {

/// Steps over bullets people type themselves, boxes, emoji and their short names before the moment.
void skipBefore(scan::Cursor& c);

/// Steps over "Time: " before a date.
void takeMomentLabel(scan::Cursor& c);

/// Takes a word that leads to a date: "On 3 May", "Entre".
bool takeLead(scan::Cursor& c);

/// Takes "Next day, " before a clock: words for a day that name no date. Empty without them.
std::string_view takeLaterDay(scan::Cursor& c);

/// Takes "Day 2, " before a clock, likewise, with its number.
std::string_view takeDayNumber(scan::Cursor& c, RowHead& head);

/// "Day 2", "Tuesday:": the whole of a line, a day without a date.
std::optional<RowHead> dayWithoutDate(std::string_view text);

/// Takes what leads to the name of who wrote: "Comment by ", "Reporter: ".
bool takeByLine(scan::Cursor& c);

/// Takes zone words of more than capitals behind the clock: "(Vietnam)", "Pacific time", "Eastern,".
void takeZoneWords(scan::Cursor& c, RowHead& head);

/// "0412 The plan arrives", "0412: ...": four digits alone, where a document writes its clocks so.
std::optional<RowHead> bareHoursHead(std::string_view text);

} // namespace lockstep::markdown
