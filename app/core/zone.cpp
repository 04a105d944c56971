#include "core/zone.h"
#include "core/zone_database.h"
#include "core/zone_machine.h"
#include "core/zone_offset.h"
#include <array>
#include <map>
#include <mutex>

namespace lockstep {
namespace {

/// An offset that was in force once and cannot change any more.
struct KnownInstant {
    const char* zone;
    int year;
    unsigned month;
    int offsetMinutes;
};

// Slim files show in the first two, cut files and wrong tables in the others.
// Source: zdump -v.
constexpr std::array<KnownInstant, 7> knownInstants = {{{"America/New_York", 2019, 1, -300},
    {"America/New_York", 2019, 7, -240}, {"Europe/London", 2019, 7, 60}, {"Asia/Ho_Chi_Minh", 2019, 7, 420},
    {"Asia/Kathmandu", 2019, 7, 345}, {"Australia/Sydney", 2019, 1, 660}, {"America/New_York", 1995, 10, -240}}};

const char* const whatHelps = "Install the package tzdata; offsets such as UTC+7 still work.";

std::string findZoneDataFault()
{
    if (knownZoneNames().empty())
        return "This machine has no time zone files. " + std::string{whatHelps};
    for (const auto& known : knownInstants) {
        const Instant instant = date::sys_days{date::year{known.year} / date::month{known.month} / 15};
        const auto table = loadZoneTable(known.zone);
        if (!table || table->segmentAt(instant).offset != std::chrono::minutes{known.offsetMinutes})
            return "The time zone files of this machine are wrong about " + std::string{known.zone} + " in "
                + std::to_string(known.year) + ". " + whatHelps;
    }
    return {};
}

} // namespace

Zone::Zone(std::shared_ptr<const Data> data)
    : m_data(std::move(data))
{
}

Zone Zone::fixed(std::chrono::minutes offset)
{
    return Zone{std::make_shared<const Data>(Data{offsetName(offset), true, ZoneTable{offset}})};
}

Zone Zone::utc()
{
    static const Zone zone = fixed(std::chrono::minutes{0});
    return zone;
}

Result<Zone> Zone::find(std::string_view name)
{
    const auto offset = readOffset(name);
    if (!offset)
        return tl::unexpected{offset.error()};
    if (*offset)
        return fixed(**offset);
    if (const auto fault = zoneDataFault(); !fault.empty())
        return refusal("The time zone \"" + std::string{name} + "\" cannot be used. " + fault);
    const auto canonical = canonicalZoneName(name);
    if (!canonical)
        return refusal("No time zone is called \"" + std::string{name} + "\".",
            "Write a name such as Europe/Paris or an offset such as UTC+2.");

    static std::mutex guard;
    static std::map<std::string, std::shared_ptr<const Data>> loaded;
    const std::lock_guard lock{guard};
    auto& data = loaded[*canonical];
    if (!data) {
        auto table = loadZoneTable(*canonical);
        if (!table)
            return tl::unexpected{table.error()};
        data = std::make_shared<const Data>(Data{*canonical, false, std::move(*table)});
    }
    return Zone{data};
}

Moments Zone::at(WallTime wall) const
{
    return m_data->table.momentsAt(wall);
}

CalmStretch Zone::calmAround(WallTime wall) const
{
    return m_data->table.calmAround(wall);
}

WallTime Zone::wallAt(Instant instant) const
{
    return WallTime{instant.time_since_epoch() + offsetAt(instant)};
}

std::chrono::seconds Zone::offsetAt(Instant instant) const
{
    return m_data->table.segmentAt(instant).offset;
}

bool Zone::isDaylightAt(Instant instant) const
{
    return m_data->table.segmentAt(instant).daylight;
}

bool Zone::isFixed() const
{
    return m_data->fixed;
}

const std::string& Zone::name() const
{
    return m_data->name;
}

std::string tzVersion()
{
    const auto& version = machineTables().version;
    return version.empty() ? "unknown" : version;
}

std::string zoneDataFault()
{
    static const std::string fault = findZoneDataFault();
    return fault;
}

} // namespace lockstep
