#pragma once
#include "formats/table/moment.h"
#include "formats/table/table.h"

namespace lockstep::table {

/// What the cells of a column hold, by a sample spread over the whole table.
struct Content {
    std::size_t filled = 0;    ///< cells of the sample that hold anything
    double clocks = 0, dates = 0; ///< shares of those that are a clock, or a date alone
    double lengths = 0;        ///< share of those that are a length of time: "5 min", "00:05"
    double numbers = 0;        ///< share that are bare numbers
    double codes = 0;          ///< share that are made by a machine: "U04K2P9"
    double knownPlaces = 0;    ///< share of its different values that name a place or zone
    double length = 0;         ///< bytes, on average
    std::size_t different = 0; ///< values
    Form form;                 ///< its unit where its numbers lie in one range since 1970, in rising or any order
    bool rises = false;        ///< its numbers since 1970 never fall
    bool holdsMoments() const { return clocks + dates >= 0.5; }
};

/// records [begin, size) are looked at.
Content contentOf(const Table& table, std::size_t begin, int column, std::size_t mostRows = 400);

/// Whether places are asked for only where names suggest them: the tables are slow.
double knownPlaces(const Table& table, std::size_t begin, int column);

/// How a column's dates in digits are ordered, and why.
struct OrderFound {
    DayOrder order = DayOrder::Unknown;
    bool isSure = false;       ///< a date leaves no choice
    int line = 0;              ///< of that date, else of the first that could be read either way
    std::string written;       ///< there
    std::size_t otherwise = 0; ///< rows that would run backwards the other way; 0 where their order does not tell
    bool matters = false;      ///< some date could be read either way
};

/// By a date that leaves no choice, anywhere in the column; else by which order runs forward; else as is usual for how
/// they are written, month first unless parted by full stops.
OrderFound dayOrderOf(const Table& table, std::size_t begin, int column);

} // namespace lockstep::table
