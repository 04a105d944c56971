#pragma once
#include "core/timeline.h"
#include <map>

namespace lockstep {

/// What tells the lanes of a chart apart: those of the record, or another property of its rows. A way of looking: the
/// record's lanes, outcomes and figures stay what they are.
enum class LanesBy : std::uint8_t { Record, Actor, Zone, Kind, Source };
inline constexpr LanesBy allLanesBy[] = {LanesBy::Record, LanesBy::Actor, LanesBy::Zone, LanesBy::Kind, LanesBy::Source};

/// Index of a lane as a chart draws it. Where lanes are those of the record it is the LaneId.
using BandId = int;

/// The lanes as a chart draws them, and the one place where it is decided in which of them a row lies.
class Bands {
public:
    explicit Bands(const Timeline& record, LanesBy by = LanesBy::Record);

    LanesBy by() const { return m_by; }
    bool areRecorded() const { return m_by == LanesBy::Record; }
    std::size_t size() const { return m_lanes.size(); }
    /// Its name as the role. Of lanes that are not the record's: the clock only where all its rows share one.
    const Lane& lane(BandId id) const { return m_lanes[static_cast<std::size_t>(id)]; }
    /// Of a row of the record, or one that a what-if adds.
    BandId of(const Event& event) const;
    /// The lanes of the record that its rows are of.
    const std::set<LaneId>& lanesIn(BandId id) const { return m_lanesIn[static_cast<std::size_t>(id)]; }
    /// Its rows stand on different clocks, so that a clock alone tells nothing.
    bool isMixed(BandId id) const { return m_isMixed[static_cast<std::size_t>(id)]; }

private:
    BandId add(std::string name);
    BandId named(std::string_view name) const;
    void addActors(const Timeline& record);
    void addZones(const Timeline& record);
    void addRest(std::string_view unnamed, std::string others);
    void describe(const Timeline& record);
    void shareClock(const Timeline& record, BandId band);

    LanesBy m_by;
    std::vector<Lane> m_lanes;
    std::vector<std::set<LaneId>> m_lanesIn;
    std::vector<bool> m_isMixed;
    std::map<std::string, BandId, std::less<>> m_named; ///< by what a row says; the empty name is of those that say nothing
    BandId m_others = 0;                                ///< of names beyond limits::mostBands
};

/// Whether the rows say anything that would tell such lanes apart.
bool canTell(const Timeline& record, LanesBy by);

/// What is clear where a chart's lanes are not the record's: "Lanes are drawn by kind."; empty where they are.
std::string lanesBySentence(LanesBy by);

} // namespace lockstep
