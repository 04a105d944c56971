#include "ui/figures.h"
#include "core/grouped.h"
#include "core/wording.h"
#include "ui/words.h"
#include <QCoreApplication>
#include <algorithm>

namespace lockstep {

namespace {

QString said(const char* text, int n = -1)
{
    return QCoreApplication::translate("Figures", text, nullptr, n);
}

/// Debian has no catalogue for the source language: the two forms are told apart here.
QString counted(int n, const char* one, const char* many)
{
    return said(n == 1 ? one : many).arg(QString::fromStdString(grouped(n)));
}

std::vector<const Lane*> lanesWithClocks(const Timeline& record)
{
    std::vector<const Lane*> lanes;
    std::set<std::string> seen;
    for (const Lane& lane : record.lanes)
        if (!lane.zoneName.empty() && lane.zone.name() != "UTC" && seen.insert(laneZoneLabel(record, lane)).second)
            lanes.push_back(&lane);
    return lanes;
}

QString weekday(WallTime wall)
{
    return shown(date::format("%a", date::floor<date::days>(wall))) + QLatin1Char(' ');
}

} // namespace

bool hasZones(const Timeline& record)
{
    return std::ranges::any_of(record.lanes, [](const Lane& lane) { return !lane.zoneName.empty(); });
}

QString clocksAt(const Timeline& record, Instant at)
{
    const WallTime utc = Zone::utc().wallAt(at);
    const std::vector<const Lane*> lanes = lanesWithClocks(record);
    const bool differ = record.dated && std::ranges::any_of(lanes, [&](const Lane* lane) {
        return date::floor<date::days>(lane->zone.wallAt(at)) != date::floor<date::days>(utc);
    });
    const auto day = [&](WallTime wall) { return differ ? weekday(wall) : QString{}; };
    QString text = day(utc) + shown(clockLabel(record, utc)) + (hasZones(record) ? QStringLiteral(" UTC") : QString{});
    for (const Lane* lane : lanes) {
        const WallTime wall = lane->zone.wallAt(at);
        text += QStringLiteral("   ") + day(wall) + shown(clockLabel(record, wall)) + QLatin1Char(' ') + withoutDagger(shown(laneZoneLabel(record, *lane)));
    }
    return text;
}

std::vector<std::pair<QString, QString>> clockRows(const Timeline& record, Instant at, LaneId first)
{
    std::vector<std::pair<QString, QString>> rows;
    const auto add = [&](const QString& name, WallTime wall) {
        const QString day = shown(dayLabel(record, wall));
        rows.emplace_back(name, shown(clockLabel(record, wall)) + (day.isEmpty() ? day : QStringLiteral(", ") + day));
    };
    for (const Lane* lane : lanesWithClocks(record)) {
        add(withoutDagger(shown(laneZoneLabel(record, *lane))), lane->zone.wallAt(at));
        const bool isFirst = first >= 0 && lane->zone == record.lane(first).zone;
        if (isFirst)
            std::rotate(rows.begin(), rows.end() - 1, rows.end());
    }
    add(hasZones(record) ? said("UTC") : said("As drawn"), Zone::utc().wallAt(at));
    return rows;
}

QString countsLine(const TimelineView& view)
{
    const Timeline& record = view.record();
    const auto locks = static_cast<int>(std::ranges::count(view.windows(), Effect::Blocks, &Window::effect));
    int moved = 0, out = 0, added = 0;
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        const bool isGone = view.isDropped(id);
        moved += view.moved(id) != Millis{0};
        out += isGone && record.has(id);
        added += !isGone && !record.has(id);
    }
    QString text = counted(static_cast<int>(record.events.size()), "%1 row", "%1 rows") + QStringLiteral(", ")
        + counted(static_cast<int>(record.lanes.size()), "%1 lane", "%1 lanes");
    if (locks > 0)
        text += QStringLiteral(", ") + counted(locks, "%1 lock", "%1 locks");
    if (added > 0)
        text += QStringLiteral(", ") + counted(added, "%1 row added", "%1 rows added");
    if (out > 0)
        text += QStringLiteral(", ") + counted(out, "%1 row left out", "%1 rows left out");
    return text + QStringLiteral(", ") + (moved == 0 ? said("nothing moved") : counted(moved, "%1 row moved", "%1 rows moved"));
}

} // namespace lockstep
