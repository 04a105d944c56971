#include "core/place_tables.h"
#include "core/embedded_rows.h"
#include "core/folding.h"
#include "core/zone_database.h"
#include "core/zone_machine.h"
#include "core/zone_offset.h"
#include <algorithm>
#include <array>
#include <mutex>

namespace lockstep {
namespace {

struct Maker {
    PlaceTables tables;

    void add(const std::string& name, PlaceEntry entry)
    {
        entry.capitalsOnly = !name.empty() && name.back() == '!';
        entry.name = entry.capitalsOnly ? name.substr(0, name.size() - 1) : name;
        auto& entries = tables.byKey[foldedKey(entry.name)];
        const bool known = std::any_of(entries.begin(), entries.end(), [&](const PlaceEntry& each) {
            return each.candidate.zone == entry.candidate.zone && each.country == entry.country
                && each.candidate.statedOffset == entry.candidate.statedOffset;
        });
        if (!known)
            entries.push_back(std::move(entry));
    }

    void addCountry(const std::string& code, const std::string& name)
    {
        if (tables.countries.count(code) != 0)
            add(name, {{{}, tables.countries[code].label, "country", {}}, code, {}, false});
    }

    void addCountries();
    void addCities();
    void addAliases();
    void addAbbreviations();
};

void Maker::addCountries()
{
    for (const auto& country : machineTables().countries)
        tables.countries[country.code].label = country.name;
    for (const auto& zone : machineTables().zones)
        tables.countries[zone.country].all.push_back(zone.zone);
    const auto own = embeddedRows("places/countries.tsv", 3);
    for (const auto& row : own) {
        const auto found = tables.countries.find(row[0]);
        if (found == tables.countries.end())
            continue;
        auto& [label, zones] = found->second;
        label = row[2].substr(0, row[2].find('|'));
        const auto main = std::find(zones.begin(), zones.end(), row[1]);
        if (main != zones.end())
            std::rotate(zones.begin(), main, std::next(main));
    }
    for (const auto& row : own) {
        for (const auto& name : split(row[2], '|'))
            addCountry(row[0], name);
    }
    for (const auto& country : machineTables().countries)
        addCountry(country.code, country.name);
}

std::string cityOf(const std::string& zone)
{
    std::string city = zone.substr(zone.rfind('/') + 1);
    std::replace(city.begin(), city.end(), '_', ' ');
    return city;
}

/// "US/Pacific" and "Australia/South" end in no city; these regions' names do.
bool endsInCity(const std::string& zone)
{
    static constexpr std::array<std::string_view, 9> regions = {"Africa/", "America/", "Antarctica/", "Arctic/",
        "Asia/", "Atlantic/", "Europe/", "Indian/", "Pacific/"};
    return std::any_of(regions.begin(), regions.end(),
        [&](std::string_view region) { return zone.compare(0, region.size(), region) == 0; });
}

void Maker::addCities()
{
    for (const auto& zone : machineTables().zones) {
        const auto city = cityOf(zone.zone);
        const auto& country = tables.countries[zone.country].label;
        add(city, {{zone.zone, country == city ? city : city + ", " + country, "city", {}}, {}, {}, false});
    }
    for (const auto& alias : knownZoneNames()) {
        if (machineTables().tabbed.count(alias) != 0 || !endsInCity(alias))
            continue;
        if (const auto zone = canonicalZoneName(alias))
            add(cityOf(alias), {{*zone, cityOf(alias), "city", {}}, {}, {}, false});
    }
}

void Maker::addAliases()
{
    for (const auto& row : embeddedRows("places/aliases.tsv", 4)) {
        for (const auto& name : split(row[0], '|'))
            add(name, {{row[1], row[2], "alias", {}}, {}, {}, false});
    }
}

void Maker::addAbbreviations()
{
    for (const auto& row : embeddedRows("places/abbreviations.tsv", 4)) {
        const auto offset = readOffset(row[2]);
        for (const auto& name : split(row[0], '|'))
            add(name, {{row[1], row[3], "abbreviation", offset ? *offset : std::nullopt}, {}, {}, false});
    }
}

} // namespace

const PlaceTables& placeTables()
{
    static const PlaceTables tables = [] {
        Maker maker;
        maker.addCountries();
        maker.addCities();
        maker.addAliases();
        maker.addAbbreviations();
        for (const auto& row : embeddedRows("places/words_around.tsv", 1))
            maker.tables.wordsAround.insert(foldedKey(row[0]));
        return std::move(maker.tables);
    }();
    return tables;
}

namespace {

std::vector<std::string> findDistinctZones(const CountryZones& country)
{
    const Span recent{date::sys_days{date::year{2015} / date::January / 1}, date::sys_days{date::year{2060} / date::January / 1}};
    std::vector<std::string> names;
    std::vector<ZoneTable> tables;
    for (const auto& name : country.all) {
        auto table = country.all.size() > 1 ? loadZoneTable(name) : refusal({});
        const bool agrees = table
            && std::any_of(tables.begin(), tables.end(),
                [&](const ZoneTable& earlier) { return earlier.agreesWith(*table, recent); });
        if (agrees)
            continue;
        names.push_back(name);
        if (table)
            tables.push_back(std::move(*table));
    }
    return names;
}

} // namespace

std::vector<std::string> distinctZones(const std::string& countryCode)
{
    static std::mutex guard;
    static std::map<std::string, std::vector<std::string>> found;
    const auto country = placeTables().countries.find(countryCode);
    if (country == placeTables().countries.end())
        return {};
    const std::lock_guard lock{guard};
    const auto [entry, isNew] = found.try_emplace(countryCode);
    if (isNew)
        entry->second = findDistinctZones(country->second);
    return entry->second;
}

} // namespace lockstep
