#pragma once
#include "core/metric.h"

/// What the files of core/metrics share.
namespace lockstep {

/// "row 3", "rows 13 and 14"
std::string rowWords(const std::vector<EventId>& rows);

/// Why a row has no place in this view: it would not have happened, is left out, or has no time. Empty: it has one.
std::string whyAbsent(const TimelineView&, EventId);

/// Where a row may lie: one with a date and no clock somewhere in its days.
Span rowPlace(const TimelineView&, EventId);

/// The rows that happen and have a clock and a place on the axis, in order of time.
std::vector<EventId> placedRows(const TimelineView&);

/// Why no lengths can be told across these rows: clocks without a zone beside others, or offsets nobody knows.
std::string whyIncomparable(const TimelineView&, const std::vector<EventId>& rows);

/// Measures from one row to another into `measured`: its limits or none, its rows, and sentences on what decides them.
void measureBetween(const TimelineView&, EventId from, EventId to, Measured& measured);

/// "On the night the clocks go back in Washington it would be 510 min." of an undated record; empty where no clock
/// change could fall between the two rows.
std::string clockChangeWords(const TimelineView&, EventId from, EventId to);

/// "11:35 in Vietnam", without the dagger: that belongs beside the footnote which explains it.
std::string momentWords(const TimelineView&, LaneId, Instant);

/// Adds a sentence to a basis.
void say(Measured& measured, const std::string& sentence);

} // namespace lockstep
