#pragma once
#include "core/instant.h"
#include "core/result.h"
#include <memory>
#include <string>
#include <string_view>

namespace lockstep {

/// The instants a wall time can mean in a zone.
struct Moments {
    enum class Kind { Unique, Repeated, Skipped };
    Kind kind = Kind::Unique;
    Instant earliest, latest; ///< equal when Unique; both the instant of the jump when Skipped
    friend bool operator==(const Moments&, const Moments&) = default;
};

/// Wall times that mean one instant each, all by one offset; empty where begin is end.
struct CalmStretch {
    WallTime begin{}, end{};
    std::chrono::seconds offset{0}; ///< east of Greenwich
};

/// A time zone: one of tzdata's, or a fixed offset. A cheap value (shared, immutable inside).
class Zone {
public:
    /// Finds "America/New_York" (exact IANA name or alias, any case), "UTC", "Z", "+07:00", "UTC-4".
    /// Errors: unknown name; zone data missing or failing the start-up check; offset beyond +-18:00.
    static Result<Zone> find(std::string_view name);
    static Zone utc();
    static Zone fixed(std::chrono::minutes offset);

    /// Errors: none; a wall time outside the years 1 to 9999 is clamped by the readers before it gets here.
    Moments at(WallTime) const;
    /// Such a stretch around a wall time; empty where it is skipped or repeated, or changes follow each other too closely to say.
    CalmStretch calmAround(WallTime) const;
    WallTime wallAt(Instant) const;
    /// The offset east of Greenwich in force at an instant.
    std::chrono::seconds offsetAt(Instant) const;
    bool isDaylightAt(Instant) const;
    bool isFixed() const;
    /// "America/New_York", "UTC" or "+07:00".
    const std::string& name() const;

    friend bool operator==(const Zone& a, const Zone& b) { return a.name() == b.name(); }

    struct Data;

private:
    explicit Zone(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> m_data;
};

/// The tz release in use ("2025b"), read from tzdata.zi; "unknown" where the system does not say.
std::string tzVersion();

/// Checks known instants against the machine's zone files. Empty: all is well; otherwise the
/// sentence to show. Named zones are refused while it is not empty, fixed offsets still work.
std::string zoneDataFault();

/// "UTC-4", "UTC+5:30", "UTC" as people read it, with a true minus sign.
std::string offsetLabel(std::chrono::seconds offset);

} // namespace lockstep
