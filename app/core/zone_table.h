#pragma once
#include "core/zone.h"
#include <optional>
#include <vector>

namespace lockstep {

/// A stretch during which one offset is in force, up to the next segment's begin.
struct ZoneSegment {
    Instant begin;
    std::chrono::seconds offset{0}; ///< east of Greenwich
    bool daylight = false;
};

/// The offsets of one zone over all time, ready for cheap questions. Immutable.
class ZoneTable {
public:
    explicit ZoneTable(std::chrono::seconds offset);
    /// segments: by begin, the first reaching back without end.
    /// cycleBegin: from here on the table repeats every 400 years, and holds at least 402 years of it.
    explicit ZoneTable(std::vector<ZoneSegment> segments, std::optional<Instant> cycleBegin = {});

    const ZoneSegment& segmentAt(Instant) const;
    Moments momentsAt(WallTime) const;
    CalmStretch calmAround(WallTime) const; ///< see Zone
    /// Whether the offset was in force at any time from `since` on.
    bool everUses(std::chrono::seconds offset, Instant since) const;
    /// Whether both show the same clock at every instant of the span.
    bool agreesWith(const ZoneTable& other, Span during) const;

private:
    Millis cycleShift(Millis sinceEpoch) const;
    std::vector<ZoneSegment>::const_iterator find(Instant) const;
    bool isLong(std::vector<ZoneSegment>::const_iterator) const;
    std::vector<ZoneSegment> m_segments;
    std::optional<Instant> m_cycleBegin;
};

struct Zone::Data {
    std::string name;
    bool fixed = false;
    ZoneTable table;
};

} // namespace lockstep
