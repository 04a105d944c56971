#include "formats/table/table.h"
#include "formats/text_scan.h"
#include <algorithm>

namespace lockstep::table {

namespace {

constexpr std::size_t sampled = 256; ///< records

std::uint32_t small(std::size_t n) { return static_cast<std::uint32_t>(n); }

} // namespace

void Table::addPiece(std::size_t begin, std::size_t length) { m_pieces.push_back({small(begin), small(length)}); }

void Table::addCopy(std::string_view cell)
{
    std::string& copies = m_copies.own();
    m_pieces.push_back({small(m_text.size() + copies.size()), small(cell.size())});
    copies += cell;
}

void Table::finish(const Place& place)
{
    const std::size_t first = m_records.empty() ? 0 : m_records.back().firstCell + m_records.back().cells;
    m_records.push_back({small(place.begin), small(place.length), small(first), small(m_pieces.size() - first), place.line, place.lastLine});
    if (m_records.size() == sampled)
        makeRoom(place.begin + place.length);
}

/// By how many records its first bytes hold: growing step by step copies a million of them several times.
void Table::makeRoom(std::size_t bytes)
{
    const std::size_t records = m_text.size() / std::max<std::size_t>(bytes / sampled, 1) * 21 / 20 + sampled;
    const std::size_t pieces = records * m_pieces.size() / sampled;
    if (records * sizeof(Record) + pieces * sizeof(Piece) > 2 * m_text.size())
        return; // short rows at the beginning say nothing of the rest
    m_records.reserve(records);
    m_pieces.reserve(pieces);
}

std::string_view Table::cell(std::size_t record, int column) const
{
    const Record& r = m_records[record];
    if (column < 0 || static_cast<std::uint32_t>(column) >= r.cells)
        return {};
    const Piece& piece = m_pieces[r.firstCell + static_cast<std::uint32_t>(column)];
    const bool copied = m_copies && piece.begin >= m_text.size();
    const std::string_view whole = copied ? std::string_view{*m_copies} : m_text.view();
    return scan::trimmed(whole.substr(piece.begin - (copied ? m_text.size() : 0), piece.length));
}

Text Table::source(std::size_t record) const
{
    return m_text.part(m_text.view().substr(m_records[record].begin, m_records[record].length));
}

Text Table::kept(std::string_view words) const
{
    const auto whole = m_text.view();
    const std::less<const char*> isBefore;
    const bool isOfText = !isBefore(words.data(), whole.data()) && isBefore(words.data(), whole.data() + whole.size());
    return isOfText ? m_text.part(words) : Text{m_copies}.part(words);
}

} // namespace lockstep::table
