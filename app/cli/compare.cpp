#include "cli/command.h"
#include "cli/json.h"
#include "cli/names.h"
#include "cli/opened.h"
#include "cli/output.h"
#include "core/compare_figures.h"
#include "formats/compare_text.h"
#include <algorithm>

namespace lockstep::cli {
namespace {

constexpr std::string_view recordName = "As recorded";

/// The what-ifs of the command line over one record, the views in the order they were named.
struct Sides {
    std::vector<std::string> names;
    std::vector<TimelineView> views;

    SideBySide together() const
    {
        SideBySide sides{.now = {names.front(), &views.front()}, .others = {}};
        for (std::size_t i = 1; i < views.size(); ++i)
            sides.others.push_back({names[i], &views[i]});
        return sides;
    }
};

OrStop<Sides> sidesFor(const Arguments& arguments, const Opened& opened)
{
    std::vector<std::string> names = arguments.values("scenario");
    if (names.empty())
        return wrongUsage("Name the what-if to compare: --scenario NAME.");
    if (names.size() == 1)
        names.emplace_back(recordName);
    Sides sides;
    for (const std::string& name : names) {
        const auto scenario = scenarioNamed(name, opened.incident().scenarios);
        if (!scenario)
            return tl::unexpected{scenario.error()};
        std::string shown = scenario->name.empty() ? std::string{recordName} : scenario->name;
        if (std::ranges::find(sides.names, shown) != sides.names.end())
            return wrongUsage("'" + shown + "' cannot be compared with itself.");
        sides.names.push_back(std::move(shown));
        sides.views.push_back(applied(opened.resolved.timeline, *scenario));
    }
    return sides;
}

Json rowOrNull(EventId id)
{
    return id == 0 ? Json(nullptr) : Json(id);
}

Json rowsOf(const std::vector<RowPair>& pairs)
{
    Json rows = Json::array();
    for (const RowPair& pair : pairs)
        rows.push_back({{"was", rowOrNull(pair.was)}, {"now", rowOrNull(pair.now)}});
    return rows;
}

Json scopeOf(const Scope& scope)
{
    return scope.all ? Json("all") : Json(scope.resources);
}

Json outcomeOrNull(const OutcomeOf& outcome)
{
    return outcome.outcome == Outcome::None ? Json(nullptr) : Json(outcomeName(outcome.outcome));
}

Json changesOf(const Comparison& found, const Timeline& record)
{
    Json moved = Json::array(), windows = Json::array(), scopes = Json::array(), reads = Json::array(), outcomes = Json::array();
    for (const MovedRow& row : found.movedRows)
        moved.push_back({{"was", row.row.was}, {"now", row.row.now}, {"by_ms", row.by.count()}});
    for (const MovedWindow& window : found.movedWindows)
        windows.push_back({{"window", window.window}, {"begin_by_ms", window.by.begin.count()}, {"end_by_ms", window.by.end.count()}});
    for (const ScopeChange& change : found.scopes)
        scopes.push_back({{"window", change.window}, {"was", scopeOf(change.was)}, {"now", scopeOf(change.now)}});
    for (const LaneReadsChange& change : found.reads)
        reads.push_back({{"lane", record.lane(change.lane).role}, {"was", change.was}, {"now", change.now}});
    for (const ReadChange& change : found.outcomes)
        outcomes.push_back({{"was_row", change.row.was}, {"row", change.row.now}, {"was", outcomeOrNull(change.was)}, {"now", outcomeOrNull(change.now)}});
    return {{"moved", moved}, {"left_out", rowsOf(found.leftOut)}, {"taken_in", rowsOf(found.takenIn)}, {"voided", rowsOf(found.voided)},
            {"revived", rowsOf(found.revived)}, {"moved_windows", windows}, {"left_out_windows", found.leftOutWindows},
            {"taken_in_windows", found.takenInWindows}, {"scopes", scopes}, {"reads", reads}, {"outcomes", outcomes}};
}

Json figureOrNull(const Measured& figure)
{
    if (figure.id.empty())
        return nullptr;
    if (figure.count)
        return {{"count", *figure.count}};
    const auto millis = [](const std::optional<Millis>& length) { return length ? Json(length->count()) : Json(nullptr); };
    return {{"least_ms", millis(figure.least)}, {"most_ms", millis(figure.most)}};
}

Json figuresOf(const std::vector<FigureChange>& changes)
{
    Json figures = Json::array();
    for (const FigureChange& change : changes) {
        const Measured& titled = change.now.id.empty() ? change.was : change.now;
        const std::string difference = differenceWords(change);
        figures.push_back({{"id", titled.id}, {"title", titled.title}, {"was", figureOrNull(change.was)}, {"now", figureOrNull(change.now)},
                           {"differs", change.differs()}, {"difference", difference.empty() ? Json(nullptr) : Json(difference)}});
    }
    return figures;
}

std::string jsonOf(const SideBySide& sides, const Timeline& record)
{
    Json comparisons = Json::array();
    for (const NamedView& other : sides.others) {
        const Comparison found = compared(*other.view, *sides.now.view);
        Json comparison{{"with", other.name}};
        comparison.update(changesOf(found, record));
        comparison["metrics"] = figuresOf(comparedFigures(*other.view, *sides.now.view));
        comparison["sentences"] = Json::array();
        for (const ComparedSentence& sentence : allSentences(other, sides.now))
            comparison["sentences"].push_back(sentence.text);
        comparisons.push_back(std::move(comparison));
    }
    const Json json{{"scenario", sides.now.name}, {"comparisons", std::move(comparisons)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace

OrStop<Exit> runCompare(const Arguments& arguments)
{
    const auto opened = openFor(arguments);
    if (!opened)
        return tl::unexpected{opened.error()};
    printWarnings(**opened);
    const auto sides = sidesFor(arguments, **opened);
    if (!sides)
        return tl::unexpected{sides.error()};
    const SideBySide together = sides->together();
    return printData(arguments.has("json") ? jsonOf(together, (*opened)->resolved.timeline) : compareText(together));
}

} // namespace lockstep::cli
