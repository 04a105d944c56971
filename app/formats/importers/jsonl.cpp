#include "formats/importer.h"
#include "formats/table/json_table.h"

namespace lockstep::importers {

namespace {

int confidence(std::string_view head) { return table::jsonLinesConfidence(head); }

Result<Incident> parseColumns(const Text& utf8, std::string_view columns)
{
    return table::readJsonLines(utf8, columns).map(incidentOf);
}

Result<Incident> parse(const Text& utf8) { return parseColumns(utf8, {}); }

} // namespace

extern const Importer jsonl;
const Importer jsonl{"jsonl", "JSON Lines, one object a line", "jsonl ndjson", confidence, parse, parseColumns};

} // namespace lockstep::importers
