#include "formats/importer.h"
#include "formats/lockstep_file/draft_json.h"
#include "formats/lockstep_file/lockstep_file.h"
#include "formats/lockstep_file/reading_json.h"
#include "formats/lockstep_file/scenario_json.h"
#include <algorithm>

namespace lockstep::importers {

namespace {

using namespace lockstep_file;

constexpr std::string_view blanks = " \t\r\n";

/// Takes `word` off the front, blanks before it as well.
bool take(std::string_view& text, std::string_view word)
{
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    if (text.substr(0, word.size()) != word)
        return false;
    text.remove_prefix(word.size());
    return true;
}

int confidence(std::string_view head)
{
    if (!take(head, "{"))
        return 0;
    for (auto at = head.find("\"format\""); at != std::string_view::npos; at = head.find("\"format\"", at + 1)) {
        auto rest = head.substr(at);
        if (take(rest, "\"format\"") && take(rest, ":") && take(rest, "\"lockstep\""))
            return 100;
    }
    return 0;
}

void readHead(Fields& file)
{
    if (file.text("format") != formatName)
        file.refuseMember("format", "This is not a Lockstep file.", "Its 'format' must be \"lockstep\".");
    const auto* version = file.find("version");
    if (version && version->type == JsonNode::Type::Whole && version->whole > formatVersion) {
        file.refuseMember("version", "This file was made by a newer Lockstep (format " + std::to_string(version->whole) + ").",
            "Open it with a newer Lockstep; this one knows format " + std::to_string(formatVersion) + ".");
    }
    file.whole("version", formatVersion, formatVersion);
    // For an editor's completion; nothing is read from it.
    file.textOr("$schema");
}

/// "inferences" tell a reader of the file what the program found; they are found anew from the rows.
void skipInferences(Fields& file)
{
    if (const auto* inferences = file.list("inferences")) {
        for (const auto& node : inferences->children) {
            if (node.type != JsonNode::Type::Object)
                file.findings().refuse(node.line, "An inference must be an object in { }.");
        }
    }
}

void noteUnknownKeys(const Findings& findings, std::vector<Problem>& problems)
{
    for (const auto& [where, line] : findings.unknown) {
        problems.push_back({Severity::Warning, 0, 0,
            "Line " + std::to_string(line) + " of the Lockstep file: '" + where.second + "' of a " + where.first
                + " is not known to this version.",
            std::string{leftOutOnSaving}});
    }
}

Result<Incident> parse(std::string_view utf8)
{
    const auto tree = readJson(utf8);
    if (!tree)
        return tl::unexpected<Problem>{tree.error()};
    Findings findings;
    Incident incident;
    {
        Fields file{*tree, "file", findings};
        readHead(file);
        if (!findings.error)
            incident.draft = readDraft(file);
        if (const auto* reading = file.list("reading"); reading && !findings.error)
            incident.reading = readReading(*reading, findings);
        if (const auto* scenarios = file.list("scenarios"); scenarios && !findings.error)
            incident.scenarios = readScenarios(*scenarios, findings);
        skipInferences(file);
    }
    if (findings.error)
        return tl::unexpected<Problem>{*findings.error};
    noteUnknownKeys(findings, incident.draft.problems);
    return incident;
}

} // namespace

extern const Importer lockstep;
const Importer lockstep{"lockstep", "Lockstep study", "lockstep", confidence, parse};

} // namespace lockstep::importers
