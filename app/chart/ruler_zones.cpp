#include "chart/ruler_words.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

bool isUtc(const Lane& lane)
{
    return lane.zone.isFixed() && lane.zone.offsetAt(Instant{}) == std::chrono::seconds{0};
}

/// Of several files one may have no date: the clocks of its lanes then mean nothing on the axis.
bool hasPlacedRow(const ViewRows& rows, LaneId lane)
{
    return rows.view().record().sources.size() < 2 || rows.index().isPlaced(lane);
}

std::string withoutDagger(std::string name)
{
    constexpr std::string_view dagger = "†";
    if (name.ends_with(dagger))
        name.resize(name.size() - dagger.size());
    return name;
}

} // namespace

std::vector<RulerZone> rulerZones(const ViewRows& rows)
{
    const Timeline& timeline = rows.view().record();
    const bool anyZone = std::any_of(timeline.lanes.begin(), timeline.lanes.end(), [](const Lane& l) { return !l.zoneName.empty(); });
    if (timeline.isElapsed)
        return {{-1, Zone::utc(), QStringLiteral("Since T+0"), {}}};
    if (!anyZone)
        return {{-1, Zone::utc(), QStringLiteral("As written"), {}}};
    std::vector<RulerZone> rulers{{-1, Zone::utc(), QStringLiteral("UTC"), {}}};
    const Instant begin = wholeSpan(rows).begin;
    for (std::size_t i = 0; i < timeline.lanes.size(); ++i) {
        const Lane& lane = timeline.lanes[i];
        const bool known = std::any_of(rulers.begin(), rulers.end(), [&](const RulerZone& r) { return r.zone == lane.zone; });
        if (lane.zoneName.empty() || isUtc(lane) || known || !hasPlacedRow(rows, static_cast<LaneId>(i)))
            continue;
        const std::string name = withoutDagger(laneZoneLabel(timeline, lane));
        const std::string offset = offsetLabel(lane.zone.offsetAt(begin));
        const QString shown = name == offset ? QString{} : text(offset + (lane.zoneInferred ? "†" : ""));
        rulers.push_back({static_cast<int>(i), lane.zone, labelText(name), shown});
    }
    return rulers;
}

QColor rulerColour(const LayoutInput& in, const RulerZone& ruler)
{
    if (ruler.lane < 0)
        return in.theme.text;
    const ViewRows& rows = in.facts.rows;
    std::vector<BandId> readers;
    for (BandId id = 0; static_cast<std::size_t>(id) < rows.laneCount(); ++id) {
        const Lane& lane = rows.bands().lane(id);
        const bool isDrawn = rows.bands().areRecorded() || rows.lane(id).size() > 0;
        if (isDrawn && !lane.zoneName.empty() && lane.zone == ruler.zone)
            readers.push_back(id);
    }
    return readers.size() == 1 ? in.theme.lane(readers.front()) : in.theme.text;
}

QString tickLabel(const Timeline& timeline, WallTime wall, TickStep step)
{
    if (!step.isCalendar() || timeline.isElapsed)
        return text(clockLabel(timeline, wall));
    const QString day = text(dayLabel(timeline, wall));
    if (!timeline.dated)
        return day;
    const QStringList parts = day.split(u' '); // Sun 6 Oct 2019
    if (step.months >= 12)
        return parts.last();
    return step.months > 0 ? parts.mid(2).join(u' ') : parts.mid(0, 3).join(u' ');
}

} // namespace lockstep
