#pragma once
#include "core/draft.h"
#include "formats/table/table.h"
#include <map>

namespace lockstep::table {

/// A cell as one line with single blanks.
std::string oneLine(std::string_view cell);

/// As much of a cell as a sentence can carry, cut between characters.
std::string excerpt(std::string text);

/// The words of a table's rows, stored once: what stands in the table as a part of it, names that many rows say as one.
class KeptWords {
public:
    explicit KeptWords(const Table& table) : m_table(table) { }

    /// A cell as one line.
    Text oneLine(std::string_view cell) const;
    /// A cell that many rows say alike.
    Name named(std::string_view cell);
    /// Words that were read from a cell.
    Text partOf(std::string_view cell, const std::string& words) const;

private:
    const Table& m_table;
    std::map<std::string, Name, std::less<>> m_names;
};

/// The same statement as the row above's where they are equal, else the new one.
template <class T> Shared<Stated<T>> sameOr(Shared<Stated<T>>& above, Stated<T> now)
{
    if (!above || *above != now)
        above = std::move(now);
    return above;
}

} // namespace lockstep::table
