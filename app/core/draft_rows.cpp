#include "core/draft_rows.h"
#include "core/hash.h"

namespace lockstep {

namespace {

/// A row to look at, without what differs from row to row.
DraftEvent loanOfAlike(const DraftEvent& row)
{
    return {.line = 0, .lastLine = 0, .group = row.group, .clock = {}, .endClock = row.endClock, .endDate = row.endDate, .approx = row.approx,
        .dayNumber = row.dayNumber, .source = {}, .text = {}, .written = {}, .elapsed = row.elapsed.loan(), .date = row.date.loan(),
        .zone = row.zone.loan(), .role = row.role.loan(), .person = row.person.loan(), .place = row.place.loan(), .doubts = row.doubts.loan()};
}

template <class Number> bool holds(std::size_t size) { return size <= std::numeric_limits<Number>::max(); }

/// Whether these words are none, or a part of the row as it stands.
bool isWithin(const Text& words, const Text& source)
{
    if (words.empty())
        return true;
    return words.bytes().isSame(source.bytes()) && words.place() >= source.place() && words.place() - source.place() + words.size() <= source.size();
}

} // namespace

DraftEvent loanOf(const DraftEvent& row)
{
    DraftEvent loan = loanOfAlike(row);
    loan.line = row.line;
    loan.lastLine = row.lastLine;
    loan.clock = row.clock;
    loan.source.lend(row.source);
    loan.text.lend(row.text);
    loan.written.lend(row.written);
    return loan;
}

bool RowWords::fits(const DraftEvent& row) const
{
    return !row.source.empty() && row.source.bytes().isSame(m_bytes) && holds<std::uint16_t>(row.source.size()) && holds<std::uint8_t>(row.written.size())
        && row.lastLine >= row.line && holds<std::uint8_t>(static_cast<std::size_t>(row.lastLine - row.line)) && isWithin(row.text, row.source)
        && isWithin(row.written, row.source);
}

void RowWords::add(const DraftEvent& row)
{
    if (!m_bytes)
        m_bytes = row.source.bytes();
    m_places.push_back(fits(row) ? placeOf(row) : Place{});
}

RowWords::Place RowWords::placeOf(const DraftEvent& row)
{
    const auto from = [&](const Text& words) { return words.empty() ? std::uint16_t{0} : static_cast<std::uint16_t>(words.place() - row.source.place()); };
    return {.line = static_cast<std::uint32_t>(row.line), .source = row.source.place(), .sourceSize = static_cast<std::uint16_t>(row.source.size()),
        .text = from(row.text), .textSize = static_cast<std::uint16_t>(row.text.size()), .written = from(row.written),
        .writtenSize = static_cast<std::uint8_t>(row.written.size()), .moreLines = static_cast<std::uint8_t>(row.lastLine - row.line)};
}

DraftEvent DraftPacking::alike(const DraftEvent& row, std::size_t) const
{
    return loanOfAlike(row);
}

DraftEvent DraftPacking::row(const DraftEvent& alike, const Own& own, std::size_t index) const
{
    DraftEvent row = loanOfAlike(alike);
    row.clock = own;
    m_words->lend(row, index);
    m_words->lendSource(row, index);
    return row;
}

/// Of everything in which two rows can differ: where it left something out, a log in which just that differs would be
/// searched from end to end for each row.
std::size_t DraftPacking::hash(const DraftEvent& alike) const
{
    const auto stated = [](const auto& fact) { return fact ? combinedHash(std::string_view{fact->written}, static_cast<int>(fact->where), fact->line) : 0; };
    const auto day = alike.date ? Compacting<StatedDate>::number(alike.date->value) : 0;
    const std::string_view zone = alike.zone ? std::string_view{alike.zone->value} : std::string_view{};
    return combinedHash(alike.group, alike.dayNumber, alike.approx, stated(alike.date), day, stated(alike.zone), zone, alike.role.view(),
        alike.person.view(), alike.place.view(), hashOfAll(alike.doubts.list()));
}

} // namespace lockstep
