#pragma once
#include "core/text.h"

namespace lockstep::table {

/// Where a record stands in the source.
struct Place {
    int line = 0, lastLine = 0;         ///< 1-based
    std::size_t begin = 0, length = 0;  ///< bytes
};

/// Records of cells over a text. A cell is a piece of that text; where quotes or escapes were undone
/// it is a piece of a copy. Eight bytes a cell, for files of a million rows.
class Table {
public:
    explicit Table(const Text& text) : m_text(text) { }

    const Text& text() const { return m_text; }

    /// Cells added next belong to the record that `finish` ends.
    void addPiece(std::size_t begin, std::size_t length);
    void addCopy(std::string_view cell);
    void finish(const Place& place);

    std::size_t size() const { return m_records.size(); }
    std::size_t cells(std::size_t record) const { return m_records[record].cells; }
    /// The cell without blanks around it; empty where the record is too short or `column` is negative.
    std::string_view cell(std::size_t record, int column) const;
    int line(std::size_t record) const { return m_records[record].line; }
    int lastLine(std::size_t record) const { return m_records[record].lastLine; }
    /// The record as it stands in the source.
    Text source(std::size_t record) const;
    /// Words that are seen in a cell, shared with the table.
    Text kept(std::string_view words) const;

private:
    struct Piece {
        std::uint32_t begin, length; ///< beyond the text: of the copies
    };
    struct Record {
        std::uint32_t begin, length, firstCell, cells;
        int line, lastLine;
    };
    void makeRoom(std::size_t bytes);
    Text m_text;
    Shared<std::string> m_copies;
    std::vector<Piece> m_pieces;
    std::vector<Record> m_records;
};

} // namespace lockstep::table
