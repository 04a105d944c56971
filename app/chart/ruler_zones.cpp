#include "chart/chart_layout.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

bool isUtc(const Lane& lane)
{
    return lane.zone.isFixed() && lane.zone.offsetAt(Instant{}) == std::chrono::seconds{0};
}

std::string withoutDagger(std::string name)
{
    constexpr std::string_view dagger = "†";
    if (name.ends_with(dagger))
        name.resize(name.size() - dagger.size());
    return name;
}

} // namespace

std::vector<RulerZone> rulerZones(const TimelineView& view)
{
    const Timeline& timeline = view.record();
    const bool anyZone = std::any_of(timeline.lanes.begin(), timeline.lanes.end(), [](const Lane& l) { return !l.zoneName.empty(); });
    if (!anyZone)
        return {{-1, Zone::utc(), QStringLiteral("As written"), {}}};
    std::vector<RulerZone> rulers{{-1, Zone::utc(), QStringLiteral("UTC"), {}}};
    const Instant begin = wholeSpan(view).begin;
    for (std::size_t i = 0; i < timeline.lanes.size(); ++i) {
        const Lane& lane = timeline.lanes[i];
        const bool known = std::any_of(rulers.begin(), rulers.end(), [&](const RulerZone& r) { return r.zone == lane.zone; });
        if (lane.zoneName.empty() || isUtc(lane) || known)
            continue;
        const std::string name = withoutDagger(laneZoneLabel(timeline, lane));
        const std::string offset = offsetLabel(lane.zone.offsetAt(begin));
        const QString shown = name == offset ? QString{} : text(offset + (lane.zoneInferred ? "†" : ""));
        rulers.push_back({static_cast<int>(i), lane.zone, labelText(name), shown});
    }
    return rulers;
}

} // namespace lockstep
