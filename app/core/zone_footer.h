#pragma once
#include "core/instant.h"
#include "core/result.h"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep {

/// A day of the year as a zone file's footer names it, with the time of the change.
struct FooterDay {
    enum class Kind { MonthWeekDay, NoLeapDay, ZeroBased };
    Kind kind = Kind::MonthWeekDay;
    int month = 1, week = 1;
    int day = 0;                  ///< weekday (0 is Sunday), or day of the year
    std::chrono::seconds time{0}; ///< local, from the day's midnight; may lie outside that day
};

/// The rule that holds after a zone file's last transition.
/// Source: POSIX TZ strings with the extensions of RFC 8536, section 3.3.1.
struct FooterRule {
    std::chrono::seconds standard{0}, daylight{0}; ///< offsets east of Greenwich
    std::optional<FooterDay> daylightBegins, daylightEnds; ///< absent: standard time all year
};

/// Reads "EST5EDT,M3.2.0,M11.1.0" or "<+0545>-5:45".
/// Errors: anything else.
Result<FooterRule> readFooter(std::string_view text);

/// A change of offset that the rule makes.
struct FooterChange {
    Instant at;
    bool toDaylight = false;
};

/// The changes of one year, in time order. Range: years 1 to 9999; empty without daylight time.
std::vector<FooterChange> changesIn(const FooterRule& rule, int year);

} // namespace lockstep
