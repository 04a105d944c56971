#include "formats/lockstep_file/draft_json.h"
#include "core/added_file.h"
#include <limits>

namespace lockstep::lockstep_file {

namespace {

constexpr int anyLine = std::numeric_limits<int>::max();
constexpr int anyDay = 9'999;

void putText(Json& object, const char* key, const std::string& text)
{
    if (!text.empty())
        object[key] = text;
}

void putStated(Json& row, const char* key, const std::string& value, const std::string& written, Where where, int line)
{
    auto& stated = row[key] = Json{{"value", value}};
    putText(stated, "written", written);
    stated["where"] = nameOf(where);
    stated["line"] = line;
}

Json rowJson(const DraftEvent& event, EventId id)
{
    Json row{{"row", id}, {"line", event.line}};
    if (event.lastLine != event.line)
        row["last_line"] = event.lastLine;
    if (event.group != 0)
        row["group"] = event.group;
    if (event.clock)
        row["clock"] = clockText(*event.clock);
    if (event.endClock)
        row["end_clock"] = clockText(*event.endClock);
    if (event.elapsed) {
        row["elapsed"] = lengthText(event.elapsed->begin);
        if (event.elapsed->end)
            row["end_elapsed"] = lengthText(*event.elapsed->end);
    }
    if (event.date)
        putStated(row, "date", dateText(event.date->value), event.date->written, event.date->where, event.date->line);
    if (event.endDate)
        row["end_date"] = dateText(*event.endDate);
    if (event.zone)
        putStated(row, "zone", event.zone->value, event.zone->written, event.zone->where, event.zone->line);
    if (event.approx)
        row["approx"] = true;
    if (event.dayNumber > 0)
        row["day"] = event.dayNumber;
    putText(row, "written", event.written);
    putText(row, "role", event.role);
    putText(row, "person", event.person);
    putText(row, "place", event.place);
    row["text"] = event.text;
    if (!event.doubts.empty())
        row["doubts"] = event.doubts;
    putText(row, "source", event.source);
    return row;
}

Json problemJson(const Problem& problem)
{
    Json json{{"severity", nameOf(problem.severity)}, {"line", problem.line}};
    if (problem.column != 0)
        json["column"] = problem.column;
    json["what"] = problem.what;
    putText(json, "instead", problem.instead);
    return json;
}

template <class T, class Read> std::optional<Stated<T>> readStated(Fields& row, const char* key, Read value)
{
    if (!row.has(key))
        return std::nullopt;
    Fields stated{row.object(key), key, row.findings()};
    return Stated<T>{value(stated), stated.textOr("written"), stated.namedOr("where", Where::Row), stated.wholeOr("line", 0, 0, anyLine)};
}

Json columnJson(const ColumnTaken& column)
{
    Json json{{"holds", column.holds}, {"column", column.column}, {"because", column.because}, {"others", column.others}};
    if (column.line > 0)
        json["line"] = column.line;
    return json;
}

DraftEvent readRow(const JsonNode& node, EventId expected, Findings& findings)
{
    Fields row{node, "row", findings};
    if (row.whole("row", 1, anyLine) != expected)
        row.refuse("This should be row " + std::to_string(expected) + ".", "Rows are numbered 1, 2, 3 in their order.");
    DraftEvent event;
    event.line = row.whole("line", 0, anyLine);
    event.lastLine = row.wholeOr("last_line", event.line, 0, anyLine);
    event.group = row.wholeOr("group", 0, 0, anyLine);
    if (row.has("clock"))
        event.clock = row.clock("clock");
    if (row.has("end_clock"))
        event.endClock = row.clock("end_clock");
    if (row.has("elapsed")) {
        event.elapsed = Elapsed{.begin = row.length("elapsed")};
        if (row.has("end_elapsed"))
            event.elapsed.own().end = row.length("end_elapsed");
    }
    event.date = readStated<StatedDate>(row, "date", [](Fields& stated) { return stated.date("value"); });
    if (row.has("end_date"))
        event.endDate = row.date("end_date");
    event.zone = readStated<std::string>(row, "zone", [](Fields& stated) { return stated.text("value"); });
    event.approx = row.flagOr("approx", false);
    event.dayNumber = row.wholeOr("day", 0, 1, anyDay);
    event.written = row.textOr("written");
    event.role = row.textOr("role");
    event.person = row.textOr("person");
    event.place = row.textOr("place");
    event.text = row.text("text");
    event.doubts = row.texts("doubts");
    event.source = row.textOr("source");
    return event;
}

Problem readProblem(const JsonNode& node, Findings& findings)
{
    Fields problem{node, "problem", findings};
    const auto severity = problem.named<Severity>("severity");
    const auto line = problem.wholeOr("line", 0, 0, anyLine);
    const auto column = problem.wholeOr("column", 0, 0, anyLine);
    return Problem{severity, line, column, problem.text("what"), problem.textOr("instead")};
}

ColumnTaken readColumn(const JsonNode& node, Findings& findings)
{
    Fields column{node, "column", findings};
    ColumnTaken taken{column.text("holds"), column.text("column"), column.textOr("because"), {}, column.wholeOr("line", 0, 0, anyLine)};
    taken.others = column.texts("others");
    return taken;
}

void readSource(const JsonNode& node, Draft& draft, Findings& findings)
{
    Fields source{node, "source", findings};
    draft.sourceName = source.text("name");
    draft.format = source.textOr("format");
    draft.sourceHash = source.textOr("hash");
    draft.title = source.textOr("title");
}

/// One file's rows; they are numbered on from those before.
Draft readFile(Fields& file, int rowsBefore)
{
    Draft draft;
    auto& findings = file.findings();
    readSource(file.object("source"), draft, findings);
    const auto* rows = file.list("rows");
    if (!rows || rows->children.empty()) {
        findings.refuse(rows ? rows->line : file.line(), "This file has no rows.", "A timeline needs at least one row.");
        return draft;
    }
    draft.events.reserve(rows->children.size());
    for (const auto& row : rows->children)
        draft.events.push_back(readRow(row, rowsBefore + static_cast<EventId>(draft.events.size()) + 1, findings));
    findings.rows = rowsBefore + static_cast<int>(rows->children.size());
    if (const auto* prose = file.list("prose")) {
        for (const auto& node : prose->children) {
            Fields sentence{node, "sentence", findings};
            const auto line = sentence.whole("line", 0, anyLine);
            draft.prose.push_back({line, sentence.text("text")});
        }
    }
    if (const auto* problems = file.list("problems")) {
        for (const auto& node : problems->children)
            draft.problems.push_back(readProblem(node, findings));
    }
    if (const auto* columns = file.list("columns")) {
        for (const auto& node : columns->children)
            draft.columns.push_back(readColumn(node, findings));
    }
    return draft;
}

} // namespace

void writeDraft(const Draft& draft, Json& file)
{
    auto& source = file["source"] = Json{{"name", draft.sourceName}};
    putText(source, "format", draft.format);
    putText(source, "hash", draft.sourceHash);
    putText(source, "title", draft.title);
    auto& rows = file["rows"] = Json::array();
    for (const auto& event : draft.events)
        rows.push_back(rowJson(event, rowNumber(draft, rows.size())));
    auto& prose = file["prose"] = Json::array();
    for (const auto& sentence : draft.prose)
        prose.push_back(Json{{"line", sentence.line}, {"text", sentence.text}});
    auto& problems = file["problems"] = Json::array();
    for (const auto& problem : draft.problems)
        problems.push_back(problemJson(problem));
    for (const auto& column : draft.columns)
        file["columns"].push_back(columnJson(column));
    for (const auto& added : draft.added)
        writeDraft(added, file["added"].emplace_back(Json::object()));
}

Draft readDraft(Fields& file)
{
    Draft draft = readFile(file, 0);
    const auto* added = file.list("added");
    if (!added || file.findings().error)
        return draft;
    std::vector<Draft> files{std::move(draft)};
    for (const auto& node : added->children) {
        Fields one{node, "file", file.findings()};
        files.push_back(readFile(one, file.findings().rows));
        if (file.findings().error)
            return files.front();
    }
    return withFiles(files);
}

} // namespace lockstep::lockstep_file
