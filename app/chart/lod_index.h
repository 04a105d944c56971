#pragma once
#include "core/row_filter.h"
#include <cstdint>
#include <vector>

namespace lockstep {

/// An event where it lies, for drawing a lane in order.
struct Placed {
    Instant at;
    EventId event = 0;
    friend auto operator<=>(const Placed&, const Placed&) = default;
};

/// Sorts of rows as bits. Bit 0: no look-up. Each further bit: look-ups of one lane that meet the same at the same
/// instant, as nothing but their words sets them apart. The last bit: look-ups of all sorts beyond those.
using Sorts = std::uint64_t;
inline constexpr int noLookUp = 0, sundryLookUps = 63;

/// The rows of one lane as recorded, in order of time, with a pyramid over them: what a run of them holds is told
/// without looking at each.
class LodLane {
public:
    std::size_t size() const { return m_at.size(); }
    Placed row(std::size_t place) const { return {Instant{Millis{m_at[place]}}, m_event[place]}; }
    Instant at(std::size_t place) const { return Instant{Millis{m_at[place]}}; }
    int sort(std::size_t place) const { return m_sort[place]; }
    /// The first row not before `t`, looked for from `from` on in steps that double: near is quick.
    std::size_t firstFrom(Instant t, std::size_t from = 0) const;
    /// Where exactly this row lies; size() when it is none of this lane.
    std::size_t placeOf(Placed row) const;
    Sorts sortsIn(std::size_t first, std::size_t last) const;
    std::size_t lookUpsIn(std::size_t first, std::size_t last) const { return lookUpsBefore(last) - lookUpsBefore(first); }
    /// The first row of [first, last) of one of these sorts; `last` for none.
    std::size_t firstOf(Sorts sorts, std::size_t first, std::size_t last) const;
    /// The silences between neighbouring rows that are longer than this, in order.
    std::vector<Span> silences(Millis longerThan) const;

private:
    friend class LodIndex;
    static constexpr std::size_t block = 16; ///< of a level in the one above
    void sortByTime();
    void buildPyramid();
    std::size_t lookUpsBefore(std::size_t place) const;
    Sorts bit(std::size_t place) const { return Sorts{1} << m_sort[place]; }

    std::vector<std::int64_t> m_at;
    std::vector<EventId> m_event;
    std::vector<std::uint8_t> m_sort;
    std::vector<std::vector<Sorts>> m_levels;
    std::vector<std::uint32_t> m_lookUps; ///< before each block of rows
};

/// The rows of a record by lane: made once for a record, so that a frame costs its pixels.
class LodIndex {
public:
    /// `hidden`: rows that are left out.
    explicit LodIndex(const Timeline& record, const HiddenRows* hidden = nullptr);
    std::size_t laneCount() const { return m_lanes.size(); }
    const LodLane& lane(LaneId id) const { return m_lanes[static_cast<std::size_t>(id)]; }
    /// Rows that last, those that end last first.
    const std::vector<EventId>& lasting() const { return m_lasting; }

private:
    std::vector<LodLane> m_lanes;
    std::vector<EventId> m_lasting;
};

} // namespace lockstep
