#include "formats/lockstep_file/scenario_json.h"
#include "formats/lockstep_file/window_json.h"
#include <QString>
#include <algorithm>
#include <array>

namespace lockstep::lockstep_file {

namespace {

/// How the record is called where what-ifs are listed.
const QLatin1String recordName{"As recorded"};

struct ToJson {
    Json operator()(const MoveEvent& e) const { return {{"edit", "move event"}, {"row", e.event}, {"by", lengthText(e.by)}}; }
    Json operator()(const MoveWindow& e) const
    {
        Json json{{"edit", "move window"}, {"window", e.window}};
        if (e.beginBy == e.endBy) {
            json["by"] = lengthText(e.beginBy);
        } else {
            json["begin_by"] = lengthText(e.beginBy);
            json["end_by"] = lengthText(e.endBy);
        }
        return json;
    }
    Json operator()(const SetScope& e) const { return {{"edit", "set scope"}, {"window", e.window}, {"scope", scopeJson(e.scope)}}; }
    Json operator()(const SetReads& e) const { return {{"edit", "set reads"}, {"lane", e.lane}, {"reads", e.resource}}; }
    Json operator()(const DropEvent& e) const { return {{"edit", "drop event"}, {"row", e.event}}; }
    Json operator()(const AddEvent& e) const
    {
        Json json{{"edit", "add event"}, {"lane", e.lane}, {"text", e.text}, {"at", pointJson(e.at)}, {"kind", nameOf(e.kind)}};
        if (!e.reads.empty())
            json["reads"] = e.reads;
        return json;
    }
    Json operator()(const DropWindow& e) const { return {{"edit", "drop window"}, {"window", e.window}}; }
    Json operator()(const AddWindow& e) const { return {{"edit", "add window"}, {"window", windowJson(e.window)}}; }
};

Edit readMoveWindow(Fields& f)
{
    auto window = f.text("window");
    if (!f.has("by")) {
        const auto beginBy = f.length("begin_by");
        return MoveWindow{std::move(window), beginBy, f.length("end_by")};
    }
    const auto by = f.length("by");
    if (f.has("begin_by") || f.has("end_by"))
        f.refuseMember("by", "A window moves either 'by' one length, or 'begin_by' and 'end_by'.", "Keep one of the two forms.");
    return MoveWindow{std::move(window), by, by};
}

Edit readAddEvent(Fields& f)
{
    AddEvent added;
    added.lane = f.text("lane");
    added.text = f.text("text");
    added.at = readPoint(f.object("at"), f.findings());
    added.kind = f.namedOr("kind", Kind::Action);
    added.reads = f.has("reads") ? f.readResource("reads") : ResourceId{};
    return added;
}

struct EditReader {
    std::string_view name;
    Edit (*read)(Fields&);
};

constexpr auto editReaders = std::to_array<EditReader>({
    {"move event", [](Fields& f) -> Edit { return MoveEvent{f.row("row"), f.length("by")}; }},
    {"move window", readMoveWindow},
    {"set scope", [](Fields& f) -> Edit { return SetScope{f.text("window"), readDecidingScope(f)}; }},
    {"set reads", [](Fields& f) -> Edit { return SetReads{f.text("lane"), f.readResource("reads")}; }},
    {"drop event", [](Fields& f) -> Edit { return DropEvent{f.row("row")}; }},
    {"add event", readAddEvent},
    {"drop window", [](Fields& f) -> Edit { return DropWindow{f.text("window")}; }},
    {"add window", [](Fields& f) -> Edit { return AddWindow{readWindow(f.object("window"), f.findings())}; }},
});
static_assert(editReaders.size() == std::variant_size_v<Edit>);

Edit readEdit(Fields& fields)
{
    const auto name = fields.text("edit");
    for (const auto& reader : editReaders) {
        if (reader.name == name)
            return reader.read(fields);
    }
    fields.refuseMember("edit", "The edit '" + name + "' is not known to this version.",
        "A newer Lockstep may know it; otherwise mend the word.");
    return DropEvent{};
}

/// A line break or bell in a name spoils every list it stands in.
bool hasControls(std::string_view name)
{
    return std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

std::vector<Edit> readEdits(const JsonNode& list, Findings& findings)
{
    std::vector<Edit> edits;
    const auto rowsOfTheRecord = findings.rows;
    for (const auto& node : list.children) {
        Fields fields{node, "edit", findings};
        auto edit = readEdit(fields);
        if (findings.error)
            break;
        // Rows a what-if adds are numbered after the last one; the edits below may name them.
        if (std::holds_alternative<AddEvent>(edit))
            ++findings.rows;
        edits.push_back(std::move(edit));
    }
    findings.rows = rowsOfTheRecord;
    return edits;
}

} // namespace

Json scenariosJson(const std::vector<Scenario>& scenarios)
{
    auto list = Json::array();
    for (const auto& scenario : scenarios) {
        Json json{{"name", scenario.name}};
        if (!scenario.note.empty())
            json["note"] = scenario.note;
        auto& edits = json["edits"] = Json::array();
        for (const auto& edit : scenario.edits)
            edits.push_back(std::visit(ToJson{}, edit));
        list.push_back(std::move(json));
    }
    return list;
}

std::vector<Scenario> readScenarios(const JsonNode& list, Findings& findings)
{
    std::vector<Scenario> scenarios;
    std::set<std::string> names;
    for (const auto& node : list.children) {
        Fields fields{node, "scenario", findings};
        Scenario scenario;
        scenario.name = fields.text("name");
        if (scenario.name.empty())
            fields.refuse("This scenario's name is empty.", "Give it a name of its own.");
        if (QString::fromStdString(scenario.name).compare(recordName, Qt::CaseInsensitive) == 0)
            fields.refuseMember("name", "A scenario cannot be called '" + scenario.name + "': that is the record.", "Give it a name of its own.");
        if (hasControls(scenario.name))
            findings.warn(fields.find("name")->line, "this scenario's name holds a control character.", "Write the name in one line of plain text.");
        if (!names.insert(scenario.name).second)
            fields.refuse("Two scenarios have the same name.", "Give each a name of its own.");
        scenario.note = fields.textOr("note");
        if (const auto* edits = fields.list("edits"))
            scenario.edits = readEdits(*edits, findings);
        if (findings.error)
            break;
        scenarios.push_back(std::move(scenario));
    }
    return scenarios;
}

} // namespace lockstep::lockstep_file
