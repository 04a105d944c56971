#include "formats/lockstep_file/measure_json.h"
#include "formats/lockstep_file/window_json.h"
#include <algorithm>

namespace lockstep::lockstep_file {

namespace {

struct EndToJson {
    Json operator()(EventId row) const { return {{"row", row}}; }
    Json operator()(const WindowEdge& edge) const { return {{"window", edge.window}, {"edge", edge.isEnd ? "end" : "begin"}}; }
    Json operator()(const Point& point) const { return {{"point", pointJson(point)}}; }
};

MeasureEnd readEdge(Fields& fields)
{
    WindowEdge edge{fields.text("window"), false};
    const std::string name = fields.text("edge");
    if (name != "begin" && name != "end")
        fields.refuseMember("edge", "A window has a begin and an end, and no '" + name + "'.", "Write \"begin\" or \"end\".");
    edge.isEnd = name == "end";
    return edge;
}

MeasureEnd readEnd(const JsonNode& node, Findings& findings)
{
    Fields fields{node, "measure's end", findings};
    if (fields.has("row") + fields.has("window") + fields.has("point") > 1)
        fields.refuse("An end of a measure is at a row, at a window or at a point.", "Keep one of them.");
    if (fields.has("window"))
        return readEdge(fields);
    if (fields.has("point"))
        return readPoint(fields.object("point"), findings);
    return fields.row("row");
}

} // namespace

Json measuresJson(const std::vector<Measure>& measures)
{
    auto list = Json::array();
    for (const Measure& measure : measures)
        list.push_back({{"from", std::visit(EndToJson{}, measure.from)}, {"to", std::visit(EndToJson{}, measure.to)}});
    return list;
}

std::vector<Measure> readMeasures(const JsonNode& list, Findings& findings)
{
    std::vector<Measure> measures;
    for (const auto& node : list.children) {
        Fields fields{node, "measure", findings};
        Measure measure{readEnd(fields.object("from"), findings), {}};
        if (!findings.error)
            measure.to = readEnd(fields.object("to"), findings);
        if (findings.error)
            break;
        if (std::ranges::find(measures, measure) != measures.end())
            findings.warn(node.line, "this measure is there a second time.", "Keep one of the two.");
        else
            measures.push_back(std::move(measure));
    }
    return measures;
}

} // namespace lockstep::lockstep_file
