#include "core/zone_table.h"
#include <algorithm>

namespace lockstep {
namespace {

// The Gregorian calendar, weekdays included, repeats after exactly this long.
constexpr Millis calendarCycle = date::days{146'097};
// No zone has ever been further from Greenwich than this.
constexpr Millis farthestOffset = std::chrono::hours{26};
// Ireland's summer is its standard time and winter the exception; Morocco's month of Ramadan is no winter.
constexpr Millis shortestWinter = date::days{60};

/// zic marks the exception, which is winter in some zones: daylight time is the later clock of the two.
std::vector<ZoneSegment> withSummerAsDaylight(std::vector<ZoneSegment> segments)
{
    const auto marked = segments;
    const auto isWinterBeside = [&](std::size_t winter, std::size_t summer) {
        if (winter >= marked.size() || summer >= marked.size())
            return false;
        const bool lastsLong = winter + 1 < marked.size()
            && marked[winter + 1].begin - marked[winter].begin > shortestWinter;
        return lastsLong && marked[winter].daylight && !marked[summer].daylight
            && marked[winter].offset < marked[summer].offset;
    };
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (isWinterBeside(i, i + 1))
            segments[i].daylight = false;
        if (isWinterBeside(i - 1, i) || isWinterBeside(i + 1, i))
            segments[i].daylight = true;
    }
    return segments;
}

} // namespace

ZoneTable::ZoneTable(std::chrono::seconds offset)
    : m_segments{ZoneSegment{Instant::min(), offset, false}}
{
}

ZoneTable::ZoneTable(std::vector<ZoneSegment> segments, std::optional<Instant> cycleBegin)
    : m_segments(withSummerAsDaylight(std::move(segments)))
    , m_cycleBegin(cycleBegin)
{
}

Millis ZoneTable::cycleShift(Millis sinceEpoch) const
{
    if (!m_cycleBegin || sinceEpoch < m_cycleBegin->time_since_epoch() + calendarCycle)
        return Millis{0};
    return (sinceEpoch - m_cycleBegin->time_since_epoch()) / calendarCycle * calendarCycle;
}

std::vector<ZoneSegment>::const_iterator ZoneTable::find(Instant instant) const
{
    const auto after = std::upper_bound(m_segments.begin(), m_segments.end(), instant,
        [](Instant value, const ZoneSegment& segment) { return value < segment.begin; });
    return after == m_segments.begin() ? after : std::prev(after);
}

const ZoneSegment& ZoneTable::segmentAt(Instant instant) const
{
    return *find(instant - cycleShift(instant.time_since_epoch()));
}

Moments ZoneTable::momentsAt(WallTime wall) const
{
    const Millis shift = cycleShift(wall.time_since_epoch());
    const Instant asUtc{wall.time_since_epoch() - shift};
    std::optional<Instant> first, last;
    Instant jump{};
    for (auto segment = find(asUtc - farthestOffset); segment != m_segments.end(); ++segment) {
        const Instant instant = asUtc - segment->offset;
        if (instant < segment->begin) {
            if (segment->begin - farthestOffset > asUtc)
                break;
            continue;
        }
        const auto next = std::next(segment);
        if (next != m_segments.end() && instant >= next->begin) {
            jump = next->begin; // the wall time is past this segment: skipped unless a later one holds it
            continue;
        }
        first = first.value_or(instant);
        last = instant;
    }
    if (!first)
        return {Moments::Kind::Skipped, jump + shift, jump + shift};
    const auto kind = *first == *last ? Moments::Kind::Unique : Moments::Kind::Repeated;
    return {kind, *first + shift, *last + shift};
}

/// Longer than clocks of any two offsets are apart, so that none but its neighbours can show what it shows.
bool ZoneTable::isLong(std::vector<ZoneSegment>::const_iterator segment) const
{
    const auto next = std::next(segment);
    return segment == m_segments.begin() || next == m_segments.end() || next->begin - segment->begin > 2 * farthestOffset;
}

CalmStretch ZoneTable::calmAround(WallTime wall) const
{
    const Millis shift = cycleShift(wall.time_since_epoch());
    const WallTime inTable = wall - shift;
    const Instant asUtc{inTable.time_since_epoch()};
    for (auto segment = find(asUtc - farthestOffset); segment != m_segments.end() && segment->begin - farthestOffset <= asUtc; ++segment) {
        const auto next = std::next(segment);
        const bool isFirst = segment == m_segments.begin(), isLast = next == m_segments.end();
        const auto clock = [](Instant at, std::chrono::seconds offset) { return WallTime{at.time_since_epoch() + offset}; };
        const WallTime begin = isFirst ? WallTime::min() : clock(segment->begin, std::max(segment->offset, std::prev(segment)->offset));
        const WallTime end = isLast ? WallTime::max() : clock(next->begin, std::min(segment->offset, next->offset));
        if (inTable < begin || inTable >= end)
            continue;
        const bool isAlone = isLong(segment) && (isFirst || isLong(std::prev(segment))) && (isLast ? !m_cycleBegin : isLong(next));
        return isAlone ? CalmStretch{begin + shift, end + shift, segment->offset} : CalmStretch{};
    }
    return {};
}

bool ZoneTable::everUses(std::chrono::seconds offset, Instant since) const
{
    return std::any_of(find(since), m_segments.end(),
        [&](const auto& segment) { return segment.offset == offset; });
}

bool ZoneTable::agreesWith(const ZoneTable& other, Span during) const
{
    const auto endOf = [](const auto& segment, const auto& all) {
        return std::next(segment) == all.end() ? Instant::max() : std::next(segment)->begin;
    };
    auto mine = find(during.begin), theirs = other.find(during.begin);
    while (mine->offset == theirs->offset) {
        const Instant myEnd = endOf(mine, m_segments), theirEnd = endOf(theirs, other.m_segments);
        if (std::min(myEnd, theirEnd) >= during.end)
            return true;
        if (myEnd <= theirEnd)
            ++mine;
        if (theirEnd <= myEnd)
            ++theirs;
    }
    return false;
}

} // namespace lockstep
