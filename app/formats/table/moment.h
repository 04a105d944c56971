#pragma once
#include "core/instant.h"
#include "formats/markdown/row_head.h"

namespace lockstep::table {

/// What a whole number of a column counts from 1970 in; each unit has a range of its own for the years 1990 to 2099.
enum class Unit { None, Seconds, Millis, Micros, Nanos };

/// How the moments of a column are written.
struct Form {
    Unit unit = Unit::None;         ///< numbers since 1970
    bool isSerial = false;          ///< a spreadsheet's day numbers: 43744.979
    bool isElapsed = false;         ///< times since a zero: "5 min", "00:05"
    DayOrder order = DayOrder::Unknown;
};

struct EpochNumber {
    Unit unit = Unit::None;
    Instant at;
};

/// "1570419000", "1570419000.25", "1570419000123456"; nothing where the number lies in no range.
std::optional<EpochNumber> epochOf(std::string_view cell);

/// "43744.979166": a day number of 1990 to 2099, to the second; a whole one is a date alone.
std::optional<WallTime> serialOf(std::string_view cell);

/// Reads the moment a cell begins with, as the rows of a document are read.
markdown::RowHead momentOf(std::string_view cell, const Form& form);

/// Whether the cell is a moment and nothing else. A number such as "12.30" is none by itself.
bool isWhole(const markdown::RowHead& head, std::string_view cell);

/// "UTC", "+02:00", "PST" of the words a clock carries; absent where they are no fixed offset.
std::optional<std::chrono::minutes> fixedOffset(std::string_view zone);

} // namespace lockstep::table
