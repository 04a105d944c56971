#include "core/zone_machine.h"
#include <filesystem>
#include <fstream>
#include <iterator>

namespace lockstep {
namespace {

/// The folder `date` takes, by its own rule: it offers no way to ask.
std::string zoneFolder()
{
    for (const char* folder : {"/usr/share/uclibc/zoneinfo/", "/usr/share/zoneinfo/"}) {
        std::error_code unreadable;
        if (std::filesystem::is_directory(folder, unreadable))
            return folder;
    }
    return {};
}

std::string bytesOf(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<std::string> fieldsOf(std::string_view line, char separator)
{
    std::vector<std::string> fields;
    for (std::size_t at = 0; at <= line.size();) {
        const auto end = std::min(line.find(separator, at), line.size());
        fields.emplace_back(line.substr(at, end - at));
        at = end + 1;
    }
    return fields;
}

template <class Use> void forEachLine(std::string_view text, Use use)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        use(text.substr(at, end - at));
        at = end + 1;
    }
}

/// tzdata.zi holds the release in its first line and the aliases, even those that are packaged apart.
void readSource(const std::string& text, MachineTables& tables)
{
    constexpr std::string_view mark = "# version ";
    if (text.compare(0, mark.size(), mark) == 0)
        tables.version = text.substr(mark.size(), text.find_first_of(" \r\n", mark.size()) - mark.size());
    forEachLine(text, [&](std::string_view line) {
        if (line.substr(0, 2) != "L ")
            return;
        const auto fields = fieldsOf(line, ' ');
        if (fields.size() == 3)
            tables.links.emplace(fields[2], fields[1]);
    });
}

MachineTables readTables()
{
    MachineTables tables;
    tables.folder = zoneFolder();
    if (tables.folder.empty())
        return tables;
    readSource(bytesOf(tables.folder + "tzdata.zi"), tables);
    forEachLine(bytesOf(tables.folder + "zone.tab"), [&](std::string_view line) {
        const auto fields = fieldsOf(line, '\t');
        if (line.substr(0, 1) == "#" || fields.size() < 3)
            return;
        tables.zones.push_back({fields[0], fields[2]});
        tables.tabbed.insert(fields[2]);
    });
    forEachLine(bytesOf(tables.folder + "iso3166.tab"), [&](std::string_view line) {
        const auto fields = fieldsOf(line, '\t');
        if (line.substr(0, 1) != "#" && fields.size() >= 2)
            tables.countries.push_back({fields[0], fields[1]});
    });
    return tables;
}

} // namespace

const MachineTables& machineTables()
{
    static const MachineTables tables = readTables();
    return tables;
}

std::string zoneFileBytes(std::string_view name)
{
    const auto& folder = machineTables().folder;
    return folder.empty() ? std::string{} : bytesOf(folder + std::string{name});
}

} // namespace lockstep
