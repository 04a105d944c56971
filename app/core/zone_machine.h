#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep {

/// A zone of zone.tab with the country it lies in.
struct ZoneOfCountry {
    std::string country; ///< ISO 3166 code: "VN"
    std::string zone;    ///< "Asia/Ho_Chi_Minh"
};

/// A country of iso3166.tab.
struct Country {
    std::string code, name;
};

/// What the text tables beside the machine's zone files say. Any may be missing and is then empty.
struct MachineTables {
    std::string folder;                        ///< "/usr/share/zoneinfo/"; empty when there is none
    std::string version;                       ///< "2026f"; empty when unknown
    std::map<std::string, std::string> links;  ///< alias to its target, both exact
    std::vector<ZoneOfCountry> zones;          ///< in the order of zone.tab
    std::set<std::string, std::less<>> tabbed; ///< the zones of zone.tab
    std::vector<Country> countries;
};

/// Read once; the same for the whole run. TZ and TZDIR are ignored.
const MachineTables& machineTables();

/// The whole file, empty when it cannot be read.
std::string zoneFileBytes(std::string_view name);

} // namespace lockstep
