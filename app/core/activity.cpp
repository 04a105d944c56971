#include "core/activity.h"
#include "core/activity_text.h"
#include "core/embedded.h"
#include "core/zone_database.h"
#include <algorithm>
#include <numeric>

namespace lockstep {
namespace {

constexpr Millis hour = std::chrono::hours{1};
constexpr Millis day = std::chrono::hours{24};

/// The moments within a stretch at which a zone's offset changes. A day holds at most one.
std::vector<Instant> changesWithin(const Zone& zone, Span span)
{
    std::vector<Instant> changes;
    for (Instant from = span.begin; from < span.end; from += day) {
        Instant before = from, after = std::min(from + day, span.end);
        const auto offset = zone.offsetAt(before);
        if (zone.offsetAt(after) == offset)
            continue;
        while (after - before > Millis{1}) {
            const Instant middle = before + (after - before) / 2;
            (zone.offsetAt(middle) == offset ? before : after) = middle;
        }
        changes.push_back(after);
    }
    return changes;
}

/// The one offset a zone has had for years and keeps; none where clocks change.
std::optional<std::chrono::seconds> lastingOffset(const Zone& zone)
{
    const Span recent{date::sys_days{date::year{2015} / date::January / 1}, date::sys_days{date::year{2060} / date::January / 1}};
    const auto offset = zone.offsetAt(recent.begin);
    if (zone.isFixed())
        return offset;
    const auto table = loadZoneTable(zone.name());
    return table && table->agreesWith(ZoneTable{offset}, recent) ? std::optional{offset} : std::nullopt;
}

std::optional<std::chrono::seconds> undatedOffset(const Timeline& timeline, const Zone& zone)
{
    const auto sameZone = [&](const Lane& lane) { return lane.offsetKnown && lane.zoneName == zone.name(); };
    const auto lane = std::ranges::find_if(timeline.lanes, sameZone);
    return lane != timeline.lanes.end() ? lane->zone.offsetAt({}) : lastingOffset(zone);
}

} // namespace

ActivityCurve::ActivityCurve(const Weights& weights)
    : m_weights(weights)
{
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : m_weights)
        weight /= sum;
    m_upToHour[0] = 0;
    for (std::size_t h = 0; h < 24; ++h)
        m_upToHour[h + 1] = m_upToHour[h] + (m_weights[h] + m_weights[(h + 1) % 24]) / 2;
}

double ActivityCurve::upToClock(Millis sinceMidnight) const
{
    const auto h = static_cast<std::size_t>(sinceMidnight / hour);
    const double into = static_cast<double>((sinceMidnight % hour).count()) / static_cast<double>(hour.count());
    return m_upToHour[h] + m_weights[h] * into + (m_weights[(h + 1) % 24] - m_weights[h]) * into * into / 2;
}

double ActivityCurve::between(WallTime from, WallTime to) const
{
    const auto firstDay = date::floor<date::days>(from), lastDay = date::floor<date::days>(to);
    return static_cast<double>((lastDay - firstDay).count()) + upToClock(to - lastDay) - upToClock(from - firstDay);
}

double Touched::worst() const
{
    return regions.empty() ? 0 : std::ranges::max(regions);
}

double touchedOf(const ActivityRegion& region, Span span)
{
    double share = 0;
    const auto add = [&](Instant from, Instant to) {
        const WallTime begin = region.zone.wallAt(from);
        share += region.curve.between(begin, begin + (to - from));
    };
    Instant from = span.begin;
    for (const Instant change : changesWithin(region.zone, span)) {
        add(from, change);
        from = change;
    }
    add(from, std::max(from, span.end));
    return share;
}

Touched touchedBy(const Activity& activity, Span span)
{
    Touched touched;
    for (const ActivityRegion& region : activity.regions) {
        touched.regions.push_back(touchedOf(region, span));
        touched.world += region.share * touched.regions.back();
    }
    return touched;
}

Result<Activity> activityIllustration()
{
    const auto file = std::ranges::find(embeddedFiles(), std::string_view{"activity/illustration.tsv"}, &EmbeddedFile::path);
    auto activity = readActivity(file->content);
    if (!activity)
        return activity;
    activity->name = "an illustration, not data";
    activity->isIllustration = true;
    return activity;
}

Result<Activity> onAxisOf(const Timeline& timeline, Activity activity)
{
    if (timeline.isElapsed)
        return refusal("The timeline counts from a zero, so no hour of the day is known.", "Say at which clock a row lies.");
    if (std::ranges::none_of(timeline.lanes, [](const Lane& lane) { return !lane.zoneName.empty() && lane.offsetKnown; }))
        return refusal("No time zone is known, so the hour in each region is not.", "Say where a lane is.");
    if (timeline.dated)
        return activity;
    for (ActivityRegion& region : activity.regions) {
        const auto offset = undatedOffset(timeline, region.zone);
        if (!offset)
            return refusal("The clock of " + region.name + " depends on the date, and the document has none.", "Set the date.");
        region.zone = Zone::fixed(std::chrono::duration_cast<std::chrono::minutes>(*offset));
    }
    return activity;
}

} // namespace lockstep
