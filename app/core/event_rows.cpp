#include "core/event_rows.h"
#include "core/hash.h"
#include <bit>

namespace lockstep {

namespace {

/// A row to look at, without its words.
Event loanWithoutWords(const Event& row)
{
    return {.id = row.id, .line = 0, .lastLine = 0, .group = row.group, .file = row.file, .lane = row.lane, .isDated = row.isDated, .hasClock = row.hasClock,
        .hasInstant = row.hasInstant, .offsetKnown = row.offsetKnown, .approx = row.approx, .saysRefused = row.saysRefused, .saysCorrect = row.saysCorrect,
        .kind = row.kind, .actor = row.actor.loan(), .zoneName = row.zoneName.loan(), .reads = row.reads.loan(), .text = {}, .written = {},
        .local = row.local, .at = row.at, .endLocal = row.endLocal, .end = row.end, .notes = row.notes.loan()};
}

} // namespace

Event loanOf(const Event& row)
{
    Event loan = loanWithoutWords(row);
    loan.line = row.line;
    loan.lastLine = row.lastLine;
    loan.text.lend(row.text);
    loan.written.lend(row.written);
    return loan;
}

void EventPacking::follow(const DraftRows& draft)
{
    m_files.push_back({m_rows, draft.packing() ? draft.packing()->words() : nullptr});
    m_rows += draft.size();
}

const EventPacking::File& EventPacking::fileOf(std::size_t index) const
{
    std::size_t file = m_files.size() - 1;
    while (m_files[file].first > index)
        --file;
    return m_files[file];
}

bool EventPacking::fits(const Event& row, std::size_t index) const
{
    if (m_files.empty() || index >= m_rows || row.end || row.endLocal)
        return false;
    const File& file = fileOf(index);
    return file.words && file.words->areOf(row, index - file.first);
}

EventPacking::Own EventPacking::own(const Event& row, std::size_t) const
{
    return std::bit_cast<Own>(std::int64_t{row.local.time_since_epoch().count()});
}

/// Its number counts from its place, its instant from its own clock: both are then the same for most rows.
Event EventPacking::alike(const Event& row, std::size_t index) const
{
    Event alike = loanWithoutWords(row);
    alike.id -= static_cast<EventId>(index);
    alike.at -= row.local.time_since_epoch();
    alike.local = {};
    return alike;
}

Event EventPacking::row(const Event& alike, const Own& own, std::size_t index) const
{
    Event row = loanWithoutWords(alike);
    row.id += static_cast<EventId>(index);
    row.local = WallTime{Millis{std::bit_cast<std::int64_t>(own)}};
    row.at += row.local.time_since_epoch();
    const File& file = fileOf(index);
    file.words->lend(row, index - file.first);
    return row;
}

std::size_t EventPacking::hash(const Event& alike) const
{
    const std::array flags{alike.isDated, alike.hasClock, alike.hasInstant, alike.offsetKnown, alike.approx, alike.saysRefused, alike.saysCorrect};
    return combinedHash(alike.id, alike.group, alike.file, alike.lane, static_cast<int>(alike.kind), hashOfAll(flags),
        alike.at.time_since_epoch().count(), alike.actor.view(), alike.zoneName.view(), alike.reads.view(), hashOfAll(alike.notes.list()));
}

} // namespace lockstep
