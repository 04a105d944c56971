#pragma once
#include "core/zone.h"

namespace lockstep {

/// Wall times of one zone asked one after the other: one near the last costs an addition. The answers are those of Zone::at.
class ZoneRun {
public:
    explicit ZoneRun(Zone zone) : m_zone(std::move(zone)) { }

    Moments at(WallTime wall)
    {
        if (wall < m_calm.begin || wall >= m_calm.end) {
            m_calm = m_zone.calmAround(wall);
            if (wall < m_calm.begin || wall >= m_calm.end)
                return m_zone.at(wall);
        }
        const Instant at{wall.time_since_epoch() - m_calm.offset};
        return {Moments::Kind::Unique, at, at};
    }

private:
    Zone m_zone;
    CalmStretch m_calm;
};

} // namespace lockstep
