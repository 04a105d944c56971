#pragma once
#include "core/scenario.h"
#include <string_view>

namespace lockstep {

/// A time a person typed for a row: on the row's own clock, and as an instant.
struct TypedTime {
    Clock clock;
    std::optional<int> day; ///< as SetClock::day; absent: the day stays as it was found
    Instant at;
    bool isElapsed = false; ///< a time since T+0 was typed: `clock` means nothing
};

/// Reads "10:36", "hora 10:36 am" or "23:36 Washington", "03:36Z" for a row, or "+5 min" from where it lies now.
/// Without a place the row's own clock is meant, on the same day. With one, the nearest such moment to where the
/// row lies now.
/// Where all counts from a zero, "T+0:20" may be typed as well.
/// Errors: no clock; a length without its unit; a place nobody knows (with close spellings); an offset an undated document cannot tell.
Result<TypedTime> typedTime(const TimelineView& view, EventId id, std::string_view text);

/// The same for a moment that belongs to no row, such as a window's end: without a place UTC is meant.
Result<Instant> typedInstant(const TimelineView& view, Instant near, std::string_view text);

/// The zone of a place a person typed: one of the record's own, else the best the tables know.
/// Errors: a place nobody knows; no zones in the document; summer or winter time unknown without a date.
Result<Zone> typedZone(const Timeline& timeline, const std::string& written);

/// What turns an instant into the row's own clock.
Zone zoneOf(const Timeline& timeline, const Event& event);

/// Local days since the first row's of the same file, as SetClock counts them.
int dayOf(const Timeline& timeline, const Event& row, WallTime wall);

/// A date as people type it into a field: "2019-10-06".
/// Errors: another form, an impossible date, a year outside 1 to 9999.
Result<date::year_month_day> typedDate(std::string_view text);

} // namespace lockstep
