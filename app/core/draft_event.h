#pragma once
#include "core/compact.h"
#include "core/instant.h"
#include "core/text.h"
#include <limits>

namespace lockstep {

/// A time of day as stated. Range: 00:00:00.000 to 24:59:59.999 ("24:10" is ten past midnight, the next day).
struct Clock {
    int hour = 0, minute = 0, second = 0, millis = 0;
    Millis sinceMidnight() const
    {
        return std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second} + Millis{millis};
    }
    friend auto operator<=>(const Clock&, const Clock&) = default;
};

/// Time since a zero the document counts from: "T+5m", "T-10 min". A range has an end that is not before its begin.
struct Elapsed {
    Millis begin{0};
    std::optional<Millis> end = {};
    friend bool operator==(const Elapsed&, const Elapsed&) = default;
};

/// A calendar date as stated; people often leave the year out.
struct StatedDate {
    std::optional<int> year;
    unsigned month = 1, day = 1;
    friend bool operator==(const StatedDate&, const StatedDate&) = default;
};

template <> struct Compacting<Clock> {
    using Number = std::int32_t; ///< milliseconds since midnight
    static constexpr Number nothing = -1;
    static Number number(const Clock& c) { return static_cast<Number>(c.sinceMidnight().count()); }
    static Clock value(Number n) { return {n / 3'600'000, n / 60'000 % 60, n / 1'000 % 60, n % 1'000}; }
};

template <> struct Compacting<StatedDate> {
    using Number = std::int32_t; ///< the year, -1 without one, then 4 bits for the month and 5 for the day
    static constexpr Number nothing = std::numeric_limits<Number>::min();
    static Number number(const StatedDate& d) { return d.year.value_or(-1) * 512 + static_cast<Number>(d.month * 32 + d.day); }
    static StatedDate value(Number n)
    {
        const auto year = n >> 9;
        const auto rest = static_cast<unsigned>(n & 511);
        return {year < 0 ? std::nullopt : std::optional<int>{year}, rest / 32, rest % 32};
    }
};

/// Where in the document something was stated. Nearer beats farther: a row beats a day line.
enum class Where { Row, DayLine, Heading, ColumnHead, Sentence, FirstEvent, Title, FrontMatter, Summary };

/// A value, how it was written, and where.
template <class T> struct Stated {
    T value;
    std::string written;
    Where where = Where::Row;
    int line = 0; ///< 0: that of the row itself, so that rows which state the same can share it
    friend bool operator==(const Stated&, const Stated&) = default;
};

/// One row of a timeline as the source has it. Nothing is inferred: no date, zone or lane is added.
struct DraftEvent {
    int line = 0, lastLine = 0;  ///< 1-based lines of the source
    int group = 0;               ///< several incidents in one document count from 0
    Compact<Clock> clock;        ///< absent: the row states a date alone, or an elapsed time
    Compact<Clock> endClock;
    Compact<StatedDate> endDate;
    bool approx = false;
    int dayNumber = 0;           ///< 2: "Day 2" in a document without a date; 0: no day is counted
    Text source;                 ///< the row as it stands
    Text text;                   ///< what happened, plain text, one line
    Text written;                ///< the clock as written: "hora 10:37 am", "T+5m"
    Shared<Elapsed> elapsed;     ///< beside a clock it tells when the zero was
    Shared<Stated<StatedDate>> date;
    Shared<Stated<std::string>> zone; ///< zone or place words, not looked up: "UTC", "PST", "Washington"
    Name role, person, place;    ///< "Client", "Isa Gates", "Vietnam"; each may be empty
    Sentences doubts;            ///< "'20:00 pm' is read as 20:00."
    friend bool operator==(const DraftEvent&, const DraftEvent&) = default;
};

} // namespace lockstep
