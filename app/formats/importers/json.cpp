#include "formats/importer.h"
#include "formats/table/json_table.h"

namespace lockstep::importers {

namespace {

int confidence(std::string_view head) { return table::jsonConfidence(head); }

Result<Incident> parseColumns(const Text& utf8, std::string_view columns)
{
    return table::readJsonTable(utf8, columns).map(incidentOf);
}

Result<Incident> parse(const Text& utf8) { return parseColumns(utf8, {}); }

} // namespace

extern const Importer json;
const Importer json{"json", "JSON, a list of objects", "json", confidence, parse, parseColumns};

} // namespace lockstep::importers
