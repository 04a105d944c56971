#include "cli/command.h"
#include "cli/json.h"
#include "cli/names.h"
#include "cli/opened.h"
#include "cli/output.h"
#include "cli/table.h"
#include "core/sweep_words.h"
#include "core/wording.h"
#include "formats/activity_file.h"
#include "formats/text_for.h"
#include <algorithm>

namespace lockstep::cli {
namespace {

/// A sweep with the activity it was asked with, or why there is none.
struct Asked {
    Sweep sweep;
    std::optional<Activity> activity;
    std::string noActivity;
};

/// Without --window the only one that does something to look-ups.
OrStop<WindowId> windowAsked(const Arguments& arguments, const TimelineView& view)
{
    const auto wanted = arguments.value("window");
    std::vector<std::string> names, ids;
    for (const Window& window : view.windows()) {
        if (wanted && (sameName(window.id, *wanted) || sameName(window.name, *wanted)))
            return window.id;
        names.push_back(forTerminal(window.name));
        if (window.effect != Effect::Informs)
            ids.push_back(window.id);
    }
    if (!wanted && ids.size() == 1)
        return ids.front();
    if (names.empty())
        return stop(Exit::Usage, "This timeline has no window to try at other times.");
    const std::string fault = wanted ? "There is no window '" + forTerminal(*wanted) + "'." : "Several windows can be tried: say --window NAME.";
    return stop(Exit::Usage, fault + " This timeline has:\n  " + listed(names, "and"));
}

OrStop<Activity> activityAsked(const Arguments& arguments)
{
    const auto path = arguments.value("activity");
    auto activity = path ? readActivityFile(*path) : activityIllustration();
    if (!activity)
        return stop(Exit::CannotReadOrWrite, path ? problemText(*path, activity.error()) : sentences(activity.error()));
    return std::move(*activity);
}

OrStop<Asked> asked(const Arguments& arguments, const Opened& opened)
{
    const auto window = windowAsked(arguments, opened.view);
    if (!window)
        return tl::unexpected{window.error()};
    auto activity = activityAsked(arguments);
    if (!activity)
        return tl::unexpected{activity.error()};
    const Timeline& record = opened.resolved.timeline;
    auto onAxis = onAxisOf(record, std::move(*activity));
    Asked asked;
    if (onAxis)
        asked.activity = std::move(*onAxis);
    else
        asked.noActivity = sentences(onAxis.error());
    auto sweep = sweepOf(record, opened.scenario, {.window = *window, .activity = asked.activity ? &*asked.activity : nullptr});
    if (!sweep)
        return stop(Exit::Usage, sentences(sweep.error()));
    asked.sweep = std::move(*sweep);
    return asked;
}

/// "utc" of a dated timeline, else "utc_clock" where the offsets are known: no date is printed that nobody stated.
void putMoment(Json& to, const Opened& opened, Instant at)
{
    const auto seconds = date::floor<std::chrono::seconds>(at);
    if (opened.resolved.timeline.dated)
        to["utc"] = date::format("%FT%TZ", seconds);
    else
        to["utc_clock"] = date::format("%T", seconds - date::floor<date::days>(seconds));
}

Json jsonOf(const Opened& opened, const SweepStart& start, const Touched* touched)
{
    Json json = Json::object();
    putMoment(json, opened, start.at);
    json["blocked"] = start.blocked;
    json["possibly_blocked"] = start.possiblyBlocked;
    json["stale"] = start.stale;
    json["possibly_stale"] = start.possiblyStale;
    if (touched != nullptr) {
        json["world"] = touched->world;
        json["regions"] = touched->regions;
    }
    return json;
}

Json activityJson(const Asked& asked)
{
    if (!asked.activity)
        return {{"missing", asked.noActivity}};
    Json regions = Json::array();
    for (const ActivityRegion& region : asked.activity->regions)
        regions.push_back({{"name", region.name}, {"zone", region.zone.name()}, {"share", region.share}});
    return {{"name", asked.activity->name}, {"illustration", asked.activity->isIllustration}, {"regions", std::move(regions)}};
}

Json safestJson(const Opened& opened, const Asked& asked)
{
    const Sweep& sweep = asked.sweep;
    const auto one = [&](const std::optional<std::size_t>& start) {
        return start ? jsonOf(opened, sweep.starts[*start], &sweep.touched[*start]) : Json(nullptr);
    };
    Json nights = Json::array();
    const auto starts = leastPerRegion(sweep);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const ActivityRegion& region = asked.activity->regions[i];
        Json night{{"region", region.name}};
        putMoment(night, opened, sweep.starts[starts[i]].at);
        night["local"] = clockLabel(opened.resolved.timeline, region.zone.wallAt(sweep.starts[starts[i]].at));
        night["share"] = sweep.touched[starts[i]].regions[i];
        nights.push_back(std::move(night));
    }
    return {{"world", one(leastOfTheWorld(sweep))}, {"worst_region", one(leastForTheWorstRegion(sweep))}, {"per_region", std::move(nights)}};
}

/// The window where it lies now, which need not be at a whole minute.
Json nowJson(const Opened& opened, const Asked& asked)
{
    const Window& window = asked.sweep.window;
    Json now = Json::object();
    putMoment(now, opened, window.begin.earliest);
    if (asked.activity) {
        const Touched touched = touchedBy(*asked.activity, {window.begin.earliest, window.end.latest});
        now["world"] = touched.world;
        now["regions"] = touched.regions;
    }
    return now;
}

std::string jsonText(const Opened& opened, const Asked& asked)
{
    const Sweep& sweep = asked.sweep;
    Json starts = Json::array();
    for (std::size_t i = 0; i < sweep.starts.size(); ++i)
        starts.push_back(jsonOf(opened, sweep.starts[i], sweep.touched.empty() ? nullptr : &sweep.touched[i]));
    const Json json{{"scenario", opened.scenario.name.empty() ? "As recorded" : opened.scenario.name}, {"window", sweep.window.id},
        {"length_ms", sweep.length().count()}, {"activity", activityJson(asked)}, {"now", nowJson(opened, asked)},
        {"safest", safestJson(opened, asked)}, {"starts", std::move(starts)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

/// Starts that do the same to the look-ups, as one line.
std::string tableOf(const Opened& opened, const Sweep& sweep)
{
    const Timeline& record = opened.resolved.timeline;
    std::vector<std::vector<std::string>> lines{{"First start", "Last start", "Look-ups"}};
    const auto clock = [&](const SweepStart& start) { return clockLabel(record, Zone::utc().wallAt(start.at)); };
    for (std::size_t from = 0; from < sweep.starts.size();) {
        const std::string words = startWords(sweep.starts[from]);
        std::size_t to = from;
        while (to + 1 < sweep.starts.size() && startWords(sweep.starts[to + 1]) == words)
            ++to;
        lines.push_back({clock(sweep.starts[from]), clock(sweep.starts[to]), words});
        from = to + 1;
    }
    return aligned(std::move(lines));
}

std::string textOf(const Opened& opened, const Asked& asked)
{
    const Timeline& record = opened.resolved.timeline;
    std::string text = forTerminal(sweepWords(record, asked.sweep)) + "\n\n" + tableOf(opened, asked.sweep) + '\n';
    if (!asked.activity)
        return text + "No shares of inquiries: " + asked.noActivity + '\n';
    text += forTerminal(activityWords(*asked.activity)) + '\n';
    const Window& window = asked.sweep.window;
    text += "  As now: " + forTerminal(startClocks(record, window.begin.earliest) + ": "
        + touchedWords(*asked.activity, touchedBy(*asked.activity, {window.begin.earliest, window.end.latest}))) + '\n';
    for (const SafeStart& safe : safeStarts(record, asked.sweep, *asked.activity))
        text += "  " + safe.rule + ": " + forTerminal(safe.sentence) + '\n';
    return text;
}

} // namespace

OrStop<Exit> runSweep(const Arguments& arguments)
{
    const auto opened = openFor(arguments);
    if (!opened)
        return tl::unexpected{opened.error()};
    const auto answer = asked(arguments, **opened);
    if (!answer)
        return tl::unexpected{answer.error()};
    printWarnings(**opened);
    return printData(arguments.has("json") ? jsonText(**opened, *answer) : textOf(**opened, *answer));
}

} // namespace lockstep::cli
