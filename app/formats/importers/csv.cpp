#include "formats/importer.h"
#include "formats/table/text_table.h"

namespace lockstep::importers {

namespace {

int confidence(std::string_view head) { return table::textTableConfidence(head, false); }

Result<Incident> parseColumns(const Text& utf8, std::string_view columns)
{
    return table::readTextTable(utf8, columns).map(incidentOf);
}

Result<Incident> parse(const Text& utf8) { return parseColumns(utf8, {}); }

} // namespace

extern const Importer csv;
const Importer csv{"csv", "CSV, with commas, semicolons or bars", "csv", confidence, parse, parseColumns};

} // namespace lockstep::importers
