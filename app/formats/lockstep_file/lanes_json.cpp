#include "formats/lockstep_file/lanes_json.h"

namespace lockstep::lockstep_file {

void writeLanes(const LanesShown& lanes, Json& file)
{
    for (const LaneShown& lane : lanes.lines) {
        Json json{{"lane", lane.lane}};
        if (lane.by != LanesBy::Record)
            json["by"] = nameOf(lane.by);
        if (lane.isFolded)
            json["folded"] = true;
        if (lane.isHidden)
            json["hidden"] = true;
        if (lane.isPinned)
            json["pinned"] = true;
        file["lanes"].push_back(std::move(json));
    }
    if (lanes.by != LanesBy::Record)
        file["lanes_by"] = nameOf(lanes.by);
}

LanesShown readLanes(Fields& file)
{
    LanesShown lanes;
    if (const auto* list = file.list("lanes"))
        for (const auto& node : list->children) {
            Fields fields{node, "lane", file.findings()};
            lanes.lines.push_back({.lane = fields.text("lane"),
                .isFolded = fields.flagOr("folded", false),
                .isHidden = fields.flagOr("hidden", false),
                .isPinned = fields.flagOr("pinned", false),
                .by = fields.namedOr("by", LanesBy::Record)});
            if (file.findings().error)
                break;
        }
    lanes.by = file.namedOr("lanes_by", LanesBy::Record);
    return lanes;
}

} // namespace lockstep::lockstep_file
