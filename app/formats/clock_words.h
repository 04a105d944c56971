#pragma once
#include "formats/text_scan.h"

/// The words around a clock, in English, Spanish, Portuguese, French, German and Vietnamese.
namespace lockstep {

enum class HalfDay { Unsaid, Am, Pm, Morning, Afternoon, Night };

/// "~", "ca.", "around": the clock is not exact.
bool takeApprox(scan::Cursor& cursor);

/// "(approx)", "(ca.)", "approx." behind a clock.
bool takeApproxAfter(scan::Cursor& cursor);

/// "at", "hora", "a las", "lúc": a time of day follows.
bool takeClockLead(scan::Cursor& cursor);

/// "horas", "hrs", "Uhr", "giờ" behind a clock.
bool takeHourWord(scan::Cursor& cursor);

/// "am", "p.m.", "de la tarde", "sáng" behind a clock.
bool takeHalfDay(scan::Cursor& cursor, HalfDay& half);

/// What follows "12.30" shows that it is a number: "2.5.1", "12.30 %", "12.30 EUR".
bool isNumberNotClock(scan::Cursor cursor);

/// Whether punctuation parts what was read from what follows: "8h - the shop opens", but not "8h of work".
bool isClosedAt(scan::Cursor cursor);

/// "noon", "midnight" and their like: the hour they name, -1 and no move for none.
int takeNamedHour(scan::Cursor& cursor);

} // namespace lockstep
