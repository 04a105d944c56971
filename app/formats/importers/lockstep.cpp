#include "formats/importer.h"
#include "formats/lockstep_file/decisions.h"
#include "formats/lockstep_file/draft_json.h"
#include "formats/lockstep_file/lockstep_file.h"
#include <algorithm>
#include <set>

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

/// What the rows, lanes and edits of a file read or name as a resource.
std::set<std::string> resourcesOf(const Incident& incident)
{
    std::set<std::string> known;
    for (const auto& entry : incident.reading) {
        if (const auto* named = std::get_if<SetResource>(&entry.change))
            known.insert(named->resource.id);
        if (const auto* lane = std::get_if<SetLaneReads>(&entry.change))
            known.insert(lane->resource);
        if (const auto* row = std::get_if<SetEventReads>(&entry.change))
            known.insert(row->resource);
    }
    for (const auto& scenario : incident.scenarios)
        for (const auto& edit : scenario.edits) {
            if (const auto* lane = std::get_if<SetReads>(&edit))
                known.insert(lane->resource);
            if (const auto* row = std::get_if<AddEvent>(&edit))
                known.insert(row->reads);
        }
    return known;
}

/// A misspelt resource would make a lock that covers nothing.
void noteUnknownResources(const Findings& findings, const Incident& incident, std::vector<Problem>& problems)
{
    const auto known = resourcesOf(incident);
    for (const auto& [resource, line] : findings.scoped)
        if (!known.contains(resource))
            problems.push_back({Severity::Warning, 0, 0,
                "Line " + std::to_string(line) + " of the Lockstep file: nothing reads the '" + resource + "' of this scope.",
                "Check its spelling, or say which lane reads it."});
    if (findings.scoped.empty())
        return;
    std::set<std::string> named;
    for (const auto& entry : incident.reading)
        if (const auto* resource = std::get_if<SetResource>(&entry.change))
            named.insert(resource->resource.id);
    for (const auto& [resource, line] : findings.read)
        if (!named.contains(resource) && !findings.scoped.contains(resource))
            problems.push_back({Severity::Warning, 0, 0,
                "Line " + std::to_string(line) + " of the Lockstep file: no window concerns the '" + resource + "' that is read here.",
                "Check its spelling, or name it in a scope."});
}

Result<Incident> parse(const Text& utf8)
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
        readDecisions(file, incident);
        skipInferences(file);
    }
    if (findings.error)
        return tl::unexpected<Problem>{*findings.error};
    noteUnknownKeys(findings, incident.draft.problems);
    noteUnknownResources(findings, incident, incident.draft.problems);
    incident.draft.problems.insert(incident.draft.problems.end(), findings.warnings.begin(), findings.warnings.end());
    return incident;
}

} // namespace

extern const Importer lockstep;
const Importer lockstep{"lockstep", "Lockstep study", "lockstep", confidence, parse};

} // namespace lockstep::importers
