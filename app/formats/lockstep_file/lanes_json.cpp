#include "formats/lockstep_file/lanes_json.h"

namespace lockstep::lockstep_file {

Json lanesJson(const LanesShown& lanes)
{
    auto list = Json::array();
    for (const LaneShown& lane : lanes) {
        Json json{{"lane", lane.lane}};
        if (lane.isFolded)
            json["folded"] = true;
        if (lane.isHidden)
            json["hidden"] = true;
        list.push_back(std::move(json));
    }
    return list;
}

LanesShown readLanes(const JsonNode& list, Findings& findings)
{
    LanesShown lanes;
    for (const auto& node : list.children) {
        Fields fields{node, "lane", findings};
        lanes.push_back({.lane = fields.text("lane"), .isFolded = fields.flagOr("folded", false), .isHidden = fields.flagOr("hidden", false)});
        if (findings.error)
            break;
    }
    return lanes;
}

} // namespace lockstep::lockstep_file
