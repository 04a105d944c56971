#pragma once
#include "core/bands.h"
#include "core/kind_words.h"
#include "core/row_filter.h"
#include <array>
#include <cstdint>
#include <vector>

namespace lockstep {

/// An event where it lies, for drawing a lane in order.
struct Placed {
    Instant at;
    EventId event = 0;
    friend auto operator<=>(const Placed&, const Placed&) = default;
};

/// Sorts of rows as bits. Bit 0: no look-up. Each further bit: look-ups that meet the same at the same
/// instant, as nothing but their words sets them apart. The last bit: look-ups of all sorts beyond those.
using Sorts = std::uint64_t;
inline constexpr int noLookUp = 0, sundryLookUps = 63;

/// How many rows of each kind.
using KindCounts = std::array<std::size_t, kindCount>;

/// The rows of one lane of a chart as recorded, in order of time, with a pyramid over them: what a run of them holds is told
/// without looking at each.
class LodLane {
public:
    std::size_t size() const { return m_at.size(); }
    Placed row(std::size_t place) const { return {Instant{Millis{m_at[place]}}, m_event[place]}; }
    Instant at(std::size_t place) const { return Instant{Millis{m_at[place]}}; }
    int sort(std::size_t place) const { return m_sort[place] < otherKinds ? m_sort[place] : noLookUp; }
    Kind kind(std::size_t place) const { return m_sort[place] < otherKinds ? Kind::Read : static_cast<Kind>(m_sort[place] - otherKinds); }
    /// The first row not before `t`, looked for from `from` on in steps that double: near is quick.
    std::size_t firstFrom(Instant t, std::size_t from = 0) const;
    /// Where exactly this row lies; size() when it is none of this lane.
    std::size_t placeOf(Placed row) const;
    Sorts sortsIn(std::size_t first, std::size_t last) const;
    std::size_t lookUpsIn(std::size_t first, std::size_t last) const { return lookUpsBefore(last) - lookUpsBefore(first); }
    /// Looks at the rows of two blocks at most.
    KindCounts kindsIn(std::size_t first, std::size_t last) const;
    /// The first row of [first, last) of one of these sorts; `last` for none.
    std::size_t firstOf(Sorts sorts, std::size_t first, std::size_t last) const;
    /// The silences between neighbouring rows that are longer than this, in order.
    std::vector<Span> silences(Millis longerThan) const;

private:
    friend class LodIndex;
    static constexpr std::size_t block = 16; ///< of a level in the one above
    static constexpr std::size_t kindBlock = 1024; ///< of rows whose kinds are counted together: a few bytes for each thousand
    static constexpr std::uint8_t otherKinds = 64; ///< from here on a sort says which kind a row is that is no look-up
    void sortByTime();
    void buildPyramid();
    void countKinds();
    static std::uint8_t sortOf(Kind other) { return static_cast<std::uint8_t>(otherKinds + static_cast<std::uint8_t>(other)); }
    std::size_t lookUpsBefore(std::size_t place) const;
    KindCounts kindsBefore(std::size_t place) const;
    Sorts bit(std::size_t place) const { return Sorts{1} << sort(place); }

    std::vector<std::int64_t> m_at;
    std::vector<EventId> m_event;
    std::vector<std::uint8_t> m_sort; ///< of a look-up, or the kind of another row
    std::vector<std::vector<Sorts>> m_levels;
    std::vector<std::uint32_t> m_lookUps; ///< before each block of rows
    std::vector<std::array<std::uint32_t, kindCount>> m_kinds; ///< before each block of so many rows
};

/// The rows of a record by the lanes that are drawn: made once for a record, so that a frame costs its pixels.
class LodIndex {
public:
    /// `bands`: the lanes, those of the record where there are none. `hidden`: rows that are left out.
    explicit LodIndex(const Timeline& record, std::shared_ptr<const Bands> bands = {}, const HiddenRows* hidden = nullptr);
    const Bands& bands() const { return *m_bands; }
    std::size_t laneCount() const { return m_lanes.size(); }
    const LodLane& lane(BandId id) const { return m_lanes[static_cast<std::size_t>(id)]; }
    /// Whether any row of a lane of the record has a place on the axis.
    bool isPlaced(LaneId id) const { return m_isPlaced[static_cast<std::size_t>(id)]; }
    /// Rows that last, those that end last first.
    const std::vector<EventId>& lasting() const { return m_lasting; }

private:
    std::shared_ptr<const Bands> m_bands;
    std::vector<LodLane> m_lanes;
    std::vector<bool> m_isPlaced;
    std::vector<EventId> m_lasting;
};

} // namespace lockstep
