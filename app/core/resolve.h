#pragma once
#include "core/claim_check.h"
#include "core/order.h"
#include "core/doctor.h"

namespace lockstep {

/// A decision the program took, with what else it could have been.
struct Inference {
    std::string about;   ///< "zone of Bank", "day", "window backups"
    std::string answer;  ///< "America/New_York, daylight time (UTC-4)"
    std::string because; ///< one sentence
    std::vector<Rival> rivals; ///< what else it could be
    int line = 0;
    int file = 0; ///< whose line it is: index into Timeline::sources
    friend bool operator==(const Inference&, const Inference&) = default;
};

/// The record and all that was decided on the way to it.
struct Resolved {
    Timeline timeline;
    std::vector<ReversedPair> reversed;  ///< empty: the rows run in order
    std::vector<Inference> inferences;
    std::vector<CheckedClaim> claims = {}; ///< what the document says of lengths and shares, held against its rows
    std::vector<Problem> problems;       ///< the draft's and the resolution's, by line
    std::string message; ///< the one sentence for the message bar; empty when nothing needs saying
    std::string why;     ///< the sentences behind "Why?"
    /// Of a dated document whose rows run backwards, or of a midnight that fits no stated duration: "On 9 March 2019 Washington was on winter time, so 4 rows run
    /// backwards. Drawn as stated."; else empty.
    std::string disorder = {};
    std::vector<Repair> repairs = {};       ///< ways to fix rows that run backwards, the smallest first
    std::string yearlessDate = {}; ///< "April 17th": what the document states of a date, but no year; else empty
};

/// The neighbours of each incident that run backwards, in document order.
std::vector<ReversedPair> reversedRows(const Timeline& record);

/// Draft and reading to the record. Pure: the same on every day and under every TZ of the machine.
/// No date is invented; an undated draft gives an undated timeline.
Resolved resolve(const Draft& draft, const Reading& reading = {});

} // namespace lockstep
