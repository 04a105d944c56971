#include "core/clock_sources.h"
#include "core/metric_parts.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

using std::chrono::seconds;

/// The local days of a year on which a zone's offset changes.
std::vector<date::local_days> changesOf(const Zone& zone, date::year year)
{
    const auto offsetOn = [&](date::sys_days day) { return zone.offsetAt(Instant{day}); };
    std::vector<date::local_days> days;
    for (date::year_month month = year / date::January; month.year() == year; month += date::months{1}) {
        date::sys_days first{month / 1}, last{(month + date::months{1}) / 1};
        if (offsetOn(first) == offsetOn(last))
            continue;
        while (last - first > date::days{1}) {
            const date::sys_days middle = first + (last - first) / 2;
            (offsetOn(middle) == offsetOn(first) ? first : last) = middle;
        }
        days.push_back(date::local_days{first.time_since_epoch()});
    }
    return days;
}

/// A row of an undated record, tried on a date.
struct Tried {
    const Zone& zone;
    WallTime wall;  ///< its day counts from 1970-01-01
    seconds recorded;

    seconds on(date::local_days firstRow) const
    {
        return zone.offsetAt(zone.at(wall + firstRow.time_since_epoch()).earliest);
    }
    bool isAsRecorded(date::local_days firstRow) const { return on(firstRow) == recorded; }
};

Tried tried(const TimelineView& view, EventId id, const Zone& zone)
{
    const Event& event = view.event(id);
    const Millis offset = event.local.time_since_epoch() - event.at.time_since_epoch();
    return {zone, WallTime{view.at(id).time_since_epoch() + offset}, std::chrono::duration_cast<seconds>(offset)};
}

/// The first row on this zone's clock.
EventId firstOn(const TimelineView& view, const Name& zone)
{
    for (EventId id = 1; id <= view.eventCount(); ++id)
        if (view.common(id).zoneName == zone && whyAbsent(view, id).empty())
            return id;
    return 0;
}

std::string placeOf(const Lane& lane)
{
    return isNamedByPlace(lane) ? lane.place : zoneShortName(lane);
}

} // namespace

std::string clockChangeWords(const TimelineView& view, EventId from, EventId to)
{
    const Timeline& record = view.record();
    const Millis apart = view.at(to) - view.at(from);
    const Event& last = view.event(to);
    constexpr date::days longest{20}; // past that, two changes might lie between them
    if (record.dated || record.isElapsed || last.zoneName.empty() || apart < Millis{0} || apart > longest)
        return {};
    const Result<Zone> zone = Zone::find(last.zoneName.view());
    const Result<Zone> fromZone = Zone::find(view.common(from).zoneName.view());
    const EventId first = firstOn(view, last.zoneName);
    if (!zone || !fromZone || zone->isFixed() || first == 0 || first == to)
        return {};
    const Tried begin = tried(view, from, *fromZone), end = tried(view, to, *zone), other = tried(view, first, *zone);
    const auto lastDay = date::floor<date::days>(end.wall).time_since_epoch();
    for (const date::local_days change : changesOf(*zone, rulesYear)) {
        for (const date::days slack : {date::days{-1}, date::days{0}, date::days{1}}) {
            const date::local_days firstRow = change - lastDay + slack;
            if (!begin.isAsRecorded(firstRow) || !other.isAsRecorded(firstRow) || end.isAsRecorded(firstRow))
                continue;
            const seconds gained = end.recorded - end.on(firstRow);
            const Millis then = apart + gained;
            const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(then).count();
            return std::string{"On the night the clocks go "} + (gained > seconds{0} ? "back" : "forward") + " in "
                + placeOf(record.lane(last.lane)) + " it would be " + std::to_string(minutes) + " min.";
        }
    }
    return {};
}

} // namespace lockstep
