#include "core/file_summary.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

/// The first and last moment of a file's rows on one clock.
struct Stretch {
    std::optional<WallTime> first, last;
    void take(WallTime t)
    {
        first = std::min(first.value_or(t), t);
        last = std::max(last.value_or(t), t);
    }
};

void putOnce(std::vector<std::string>& all, const std::string& one)
{
    if (!one.empty() && std::ranges::find(all, one) == all.end())
        all.push_back(one);
}

std::string spanWords(const Timeline& whole, int file)
{
    Stretch local, utc;
    std::vector<std::string> clocks;
    bool isOneClock = true, isInUtc = true;
    for (const Event& e : whole.events) {
        if (e.file != file || !e.hasClock)
            continue;
        const Lane& lane = whole.lane(e.lane);
        local.take(e.local);
        utc.take(Zone::utc().wallAt(e.at));
        isInUtc = isInUtc && e.hasInstant && e.offsetKnown && !e.zoneName.empty();
        isOneClock = isOneClock && e.zoneName == lane.zoneName;
        putOnce(clocks, clockName(lane));
    }
    if (!local.first)
        return {};
    const bool isLocal = isOneClock && clocks.size() <= 1;
    const Stretch& shown = isLocal || !isInUtc ? local : utc;
    const auto day = [&](WallTime t) { return whole.sources[static_cast<std::size_t>(file)].dated ? dayLabel(whole, t) + ' ' : std::string{}; };
    const bool isOneDay = date::floor<date::days>(*shown.first) == date::floor<date::days>(*shown.last);
    std::string words = day(*shown.first) + clockLabel(*shown.first);
    if (shown.first != shown.last)
        words += " to " + (isOneDay ? std::string{} : day(*shown.last)) + clockLabel(*shown.last);
    if (isLocal)
        return clocks.empty() ? words : words + ' ' + clocks.front();
    return isInUtc ? words + " UTC" : words;
}

} // namespace

FileSummary summaryOf(const Resolved& whole, const Draft& draft, int file)
{
    const Source& source = whole.timeline.sources[static_cast<std::size_t>(file)];
    FileSummary summary{.name = source.name, .rows = static_cast<int>(draft.events.size()), .span = spanWords(whole.timeline, file),
        .lanes = {}, .zones = {}, .isDated = source.dated, .clockAhead = source.clockAhead, .notUnderstood = {}};
    for (const Event& e : whole.timeline.events) {
        if (e.file != file)
            continue;
        putOnce(summary.lanes, whole.timeline.lane(e.lane).role);
        putOnce(summary.zones, e.zoneName);
    }
    std::ranges::copy_if(draft.problems, std::back_inserter(summary.notUnderstood), [](const Problem& p) { return p.line > 0 && p.severity != Severity::Note; });
    for (Problem& problem : summary.notUnderstood)
        problem.file = file;
    return summary;
}

std::string summaryLine(const FileSummary& summary)
{
    std::string line = summary.name + ": " + counted(summary.rows, "row");
    if (!summary.span.empty())
        line += ", " + summary.span;
    if (summary.zones.empty())
        line += ", no time zone";
    if (!summary.isDated)
        line += ", no date";
    const auto unread = static_cast<int>(summary.notUnderstood.size());
    return line + (unread > 0 ? ", " + counted(unread, "line") + " not understood." : ".");
}

} // namespace lockstep
