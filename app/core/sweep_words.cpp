#include "core/sweep_words.h"
#include "core/wording.h"
#include "core/words.h"
#include <algorithm>
#include <cmath>

namespace lockstep {
namespace {

bool hasZones(const Timeline& timeline)
{
    return std::ranges::any_of(timeline.lanes, [](const Lane& lane) { return !lane.zoneName.empty(); });
}

std::string clockAt(const Timeline& timeline, const Zone& zone, Instant at)
{
    return clockLabel(timeline, zone.wallAt(at));
}

/// "at 02:57 on each region's clock" where they agree.
std::optional<std::string> sharedClock(const Timeline& timeline, const Sweep& sweep, const Activity& activity, const std::vector<std::size_t>& starts)
{
    std::optional<std::string> shared;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::string clock = clockAt(timeline, activity.regions[i].zone, sweep.starts[starts[i]].at);
        if (shared && *shared != clock)
            return {};
        shared = clock;
    }
    return shared;
}

SafeStart perRegion(const Timeline& timeline, const Sweep& sweep, const Activity& activity)
{
    SafeStart safe{.rule = "One window per region", .starts = leastPerRegion(sweep), .sentence = {}};
    double most = 0, least = 1;
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < safe.starts.size(); ++i) {
        const double share = sweep.touched[safe.starts[i]].regions[i];
        most = std::max(most, share);
        least = std::min(least, share);
        parts.push_back(clockAt(timeline, Zone::utc(), sweep.starts[safe.starts[i]].at) + " UTC for " + activity.regions[i].name);
    }
    const auto shared = sharedClock(timeline, sweep, activity, safe.starts);
    const std::string shares = percent(least) == percent(most) ? percent(most) : percent(least) + " to " + percent(most);
    safe.sentence = (shared ? *shared + " in each region: " : "") + listed(parts) + ". Each touches " + shares + " of its region's own day.";
    return safe;
}

} // namespace

std::string percent(double share)
{
    const auto hundredths = std::llround(share * 10'000);
    const std::string digits = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + '.' + (digits.size() < 2 ? "0" : "") + digits + '%';
}

std::string startClocks(const Timeline& timeline, Instant at)
{
    std::string text = clockAt(timeline, Zone::utc(), at) + (hasZones(timeline) ? " UTC" : "");
    std::set<std::string> seen;
    for (const Lane& lane : timeline.lanes) {
        if (lane.zoneName.empty() || lane.zone.name() == "UTC" || !seen.insert(clockName(lane)).second)
            continue;
        text += ", " + clockAt(timeline, lane.zone, at) + (isNamedByPlace(lane) ? " in " : " ") + clockName(lane);
    }
    return text;
}

std::string sweepWords(const Timeline& timeline, const Sweep& sweep)
{
    const std::string day = dayLabel(timeline, Zone::utc().wallAt(sweep.window.begin.earliest));
    const std::string when = day.empty() ? "" : " of " + day + (hasZones(timeline) ? " (UTC)" : "");
    return sweep.window.name + ", " + windowLength(sweep.window) + " long, begun at every minute" + when + ".";
}

std::string startWords(const SweepStart& start)
{
    std::string text;
    const auto add = [&](std::string_view words, int count) {
        if (count > 0)
            text += (text.empty() ? "" : " ") + withCapital(words) + ": " + std::to_string(count) + ".";
    };
    add(outcomeWords(Outcome::Blocked), start.blocked);
    add(outcomeWords(Outcome::PossiblyBlocked), start.possiblyBlocked);
    add(outcomeWords(Outcome::Stale), start.stale);
    add(outcomeWords(Outcome::PossiblyStale), start.possiblyStale);
    return text.empty() ? "No look-up is touched." : text;
}

std::string touchedWords(const Activity& activity, const Touched& touched)
{
    const auto worst = static_cast<std::size_t>(std::ranges::max_element(touched.regions) - touched.regions.begin());
    std::string text = percent(touched.world) + " of the world's inquiries";
    if (touched.regions.size() > 1)
        text += ", and " + percent(touched.regions[worst]) + " of those in " + activity.regions[worst].name;
    return text + '.';
}

std::vector<SafeStart> safeStarts(const Timeline& timeline, const Sweep& sweep, const Activity& activity)
{
    const auto world = leastOfTheWorld(sweep), worst = leastForTheWorstRegion(sweep);
    if (!world || !worst)
        return {};
    const auto sentence = [&](std::size_t i) {
        return startClocks(timeline, sweep.starts[i].at) + ": " + touchedWords(activity, sweep.touched[i]);
    };
    std::vector<SafeStart> safe{{.rule = "Least of the world", .starts = {*world}, .sentence = sentence(*world)}};
    if (activity.regions.size() < 2)
        return safe;
    safe.push_back({.rule = "Least for the worst region", .starts = {*worst}, .sentence = sentence(*worst)});
    safe.push_back(perRegion(timeline, sweep, activity));
    return safe;
}

std::string activityWords(const Activity& activity)
{
    return activity.isIllustration ? "The activity is an illustration, not data." : "The activity is read from " + activity.name + '.';
}

} // namespace lockstep
