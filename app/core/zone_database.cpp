#include "core/zone_database.h"
#include "core/zone_file.h"
#include "core/zone_machine.h"
#include <algorithm>
#include <date/tz.h>
#include <map>

namespace lockstep {
namespace {

std::string lower(std::string_view text)
{
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

/// Files in the zone folder that name no place.
bool isHelperFile(std::string_view name)
{
    return name == "Factory" || name == "localtime" || name == "posixrules" || name.substr(0, 6) == "posix/"
        || name.substr(0, 6) == "right/";
}

std::vector<std::string> namesOnDisk()
{
    std::vector<std::string> names;
    try {
        for (const auto& zone : date::get_tzdb().zones) {
            if (!isHelperFile(zone.name()))
                names.push_back(zone.name());
        }
    } catch (const std::exception&) {
        names.clear(); // no zone files: the start-up check says so
    }
    return names;
}

struct NameIndex {
    std::vector<std::string> all;
    std::map<std::string, std::string, std::less<>> exactByLower;
    std::set<std::string, std::less<>> onDisk;
};

NameIndex makeNameIndex()
{
    NameIndex index;
    index.all = namesOnDisk();
    index.onDisk.insert(index.all.begin(), index.all.end());
    for (const auto& [alias, target] : machineTables().links) {
        if (index.onDisk.count(alias) == 0 && index.onDisk.count(target) != 0)
            index.all.push_back(alias);
    }
    std::sort(index.all.begin(), index.all.end());
    for (const auto& name : index.all)
        index.exactByLower.emplace(lower(name), name);
    return index;
}

const NameIndex& nameIndex()
{
    static const NameIndex index = makeNameIndex();
    return index;
}

/// The transitions `date` read from the file, up to the last one: past it, it is mistaken.
std::vector<ZoneSegment> statedSegments(const date::time_zone& zone, std::optional<Instant> last)
{
    std::vector<ZoneSegment> segments;
    date::sys_seconds at = date::sys_days{date::year{1} / date::January / 1};
    while (true) {
        const auto info = zone.get_info(at);
        const Instant begin = segments.empty() ? Instant::min() : Instant{info.begin};
        segments.push_back({begin, info.offset, info.save != std::chrono::minutes{0}});
        if (!last || Instant{info.end} > *last || info.end <= at)
            return segments;
        at = info.end;
    }
}

/// Carries the footer's rule on from the last transition for a little more than one calendar cycle.
std::optional<Instant> appendRule(std::vector<ZoneSegment>& segments, const FooterRule& rule)
{
    if (!rule.daylightBegins)
        return std::nullopt;
    const Instant last = segments.size() > 1 ? segments.back().begin : Instant{date::sys_days{date::year{1} / 1 / 1}};
    const int firstYear = static_cast<int>(date::year_month_day{date::floor<date::days>(last)}.year());
    constexpr int cycleYears = 400;
    for (int year = firstYear; year <= firstYear + cycleYears + 3; ++year) {
        for (const auto& change : changesIn(rule, year)) {
            if (change.at <= last)
                continue;
            if (segments.back().begin == change.at)
                segments.pop_back(); // daylight time all year: its end is its next beginning
            segments.push_back({change.at, change.toDaylight ? rule.daylight : rule.standard, change.toDaylight});
        }
    }
    return date::sys_days{date::year{firstYear + 2} / 1 / 1};
}

/// The rule must agree with the segment it continues; if not, one of the two was misread.
bool continues(const FooterRule& rule, const ZoneSegment& last)
{
    return last.offset == rule.standard || last.offset == rule.daylight;
}

} // namespace

std::optional<std::string> exactZoneName(std::string_view written)
{
    const auto found = nameIndex().exactByLower.find(lower(written));
    if (found == nameIndex().exactByLower.end())
        return std::nullopt;
    return found->second;
}

std::optional<std::string> canonicalZoneName(std::string_view written)
{
    auto name = exactZoneName(written);
    if (!name)
        return std::nullopt;
    const auto& index = nameIndex();
    const auto& tables = machineTables();
    for (int steps = 0; steps < 8 && tables.tabbed.count(*name) == 0; ++steps) {
        const auto link = tables.links.find(*name);
        if (link == tables.links.end() || index.onDisk.count(link->second) == 0)
            break;
        name = link->second;
    }
    return name;
}

const std::vector<std::string>& knownZoneNames()
{
    return nameIndex().all;
}

Result<ZoneTable> loadZoneTable(const std::string& name)
{
    const auto fault = [&](const std::string& why) {
        return refusal("The zone file of " + name + " cannot be used: " + why,
            "Install the package tzdata; offsets such as UTC+7 still work.");
    };
    const auto end = readZoneFileEnd(zoneFileBytes(name));
    if (!end)
        return fault(end.error().what);
    try {
        auto segments = statedSegments(*date::locate_zone(name), end->lastTransition);
        if (!continues(end->rule, segments.back()))
            return fault("its last change and its rule for later years do not agree.");
        const auto cycle = appendRule(segments, end->rule);
        return ZoneTable{std::move(segments), cycle};
    } catch (const std::exception&) {
        return fault("it is missing or damaged.");
    }
}

} // namespace lockstep
