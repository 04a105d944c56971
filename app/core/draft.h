#pragma once
#include "core/draft_rows.h"
#include "core/result.h"

namespace lockstep {

/// A sentence of the document outside its rows; claims such as "at least 1 hour" are found here.
struct Prose {
    int line = 0;
    std::string text;
    int file = 0; ///< index into Timeline::sources, where the prose of several files stands together
    friend bool operator==(const Prose&, const Prose&) = default;
};

/// A column of a table that no name tells, taken by what its cells hold, and those that could be it as well.
struct ColumnTaken {
    std::string holds;               ///< "time", "date", "text": as in SetColumns
    std::string column;
    std::string because;             ///< a sentence
    std::vector<std::string> others; ///< as SetColumns can name them
    int line = 0;                    ///< of the table's head
    friend bool operator==(const ColumnTaken&, const ColumnTaken&) = default;
};

/// What a source says: rows and prose in document order.
struct Draft {
    std::string format;     ///< importer id: "markdown"
    std::string sourceName; ///< file name without folders; "-" for standard input
    std::string sourceHash; ///< "sha256:..." of the bytes
    std::string title;
    DraftRows events;
    std::vector<Prose> prose;
    std::vector<Problem> problems; ///< lines not understood, clocks out of range
    std::vector<ColumnTaken> columns = {};
    /// Files beside this one, in the order they were added; they have none themselves. See core/added_file.h.
    std::vector<Draft> added = {};
    int file = 0;       ///< 0, and for those added 1, 2, 3 in their order
    int rowsBefore = 0; ///< rows of the files before this one: its own are numbered after them
    friend bool operator==(const Draft&, const Draft&) = default;
};

/// The number of a draft's row, from its index, and back. The index is of no row of this draft where it is out of range.
inline int rowNumber(const Draft& draft, std::size_t index) { return draft.rowsBefore + static_cast<int>(index) + 1; }
inline std::size_t rowIndex(const Draft& draft, int number) { return static_cast<std::size_t>(number - draft.rowsBefore - 1); }

} // namespace lockstep
